internal import EmpreinteGraph

/// What one thread does: blocks of lanes, each through the year-free section and then every year.
struct Worker: ~Copyable {
    private let plan: Plan
    private let columns: [Column]
    private let rows: [Scalar]
    private let yearCount: Int
    private var scratch: Scratch

    init(_ plan: Plan, columns: [Column], rows: [Scalar], yearCount: Int, height: Int) {
        self.plan = plan
        self.columns = columns
        self.rows = rows
        self.yearCount = yearCount
        scratch = Scratch(plan, height: height)
    }

    mutating func run(_ lanes: Range<Int>, into sink: inout some Sink) {
        var first = lanes.lowerBound
        while first < lanes.upperBound {
            let count = min(scratch.height, lanes.upperBound - first)
            for (slot, column) in columns.enumerated() {
                scratch.load(column, from: first, count: count, into: slot)
                scratch.fetch(column, from: first, count: count)
            }
            for year in 0..<yearCount {
                scratch.run(plan, year: year, rows: rows, laneCount: count)
                sink.absorb(Block(plan, scratch, firstLane: first, laneCount: count, year: year))
            }
            first += count
        }
    }
}
