internal import EmpreinteGraph

/// What one thread does: blocks of lanes, each through the year-free section and then every year.
struct Worker: ~Copyable {
    private let plan: Plan
    private let columns: [Column]
    private let rows: [Scalar]
    private let yearCount: Int
    private var scratch: Scratch
    /// How many lanes to fetch at once, in whole blocks: memory is read fastest in long stretches, and what does not
    /// stay in a second-level cache comes fast enough from the third.
    private let stretch: Int

    init(_ plan: Plan, columns: [Column], rows: [Scalar], yearCount: Int, height: Int) {
        self.plan = plan
        self.columns = columns
        self.rows = rows
        self.yearCount = yearCount
        scratch = Scratch(plan, height: height)
        let laneBytes = columns.reduce(1) { $0 + $1.type.laneSize }
        stretch = max(1, (2 << 20) / laneBytes / height) * height
    }

    /// - Throws: the call of a plugin's function that failed.
    mutating func run(_ lanes: Range<Int>, into sink: inout some Sink) throws(CallFailure) {
        var first = lanes.lowerBound
        var fetched = first
        while first < lanes.upperBound {
            let count = min(scratch.height, lanes.upperBound - first)
            if first == fetched {
                fetched = min(first + stretch, lanes.upperBound)
                for column in columns { scratch.fetch(column, from: first, count: fetched - first) }
            }
            for (slot, column) in columns.enumerated() { scratch.load(column, from: first, count: count, into: slot) }
            for year in 0..<yearCount {
                try scratch.run(plan, year: year, rows: rows, laneCount: count)
                sink.absorb(Block(plan, scratch, firstLane: first, laneCount: count, year: year))
            }
            first += count
        }
    }
}
