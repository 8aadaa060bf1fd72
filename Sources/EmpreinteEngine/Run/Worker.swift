internal import EmpreinteGraph

/// What one thread does: blocks of lanes, each through the year-free section and then every year.
struct Worker: ~Copyable {
    private let plan: Plan
    private let columns: [Column]
    private let rows: [Scalar]
    private let yearCount: Int
    private var scratch: Scratch
    /// How many instructions a block goes through in all its years.
    private let instructionCount: Int

    init(_ plan: Plan, columns: [Column], rows: [Scalar], yearCount: Int, height: Int, blockCount: Int) {
        self.plan = plan
        self.columns = columns
        self.rows = rows
        self.yearCount = yearCount
        scratch = Scratch(plan, height: height, blockCount: blockCount)
        let counts = plan.instructionCounts
        instructionCount = counts.yearFree + counts.yearly * yearCount
    }

    /// - Throws: the call of a plugin's function that failed.
    mutating func run(_ lanes: Range<Int>, into sink: inout some Sink) throws(CallFailure) {
        var block = firstBlock(of: lanes)
        while !block.isEmpty {
            for (slot, column) in columns.enumerated() {
                scratch.load(column, from: block.lowerBound, count: block.count, into: slot)
            }
            placeOutputs(of: block, where: sink)
            let next = firstBlock(of: block.upperBound..<lanes.upperBound)
            scratch.ask(for: next, of: columns, during: instructionCount)
            for year in 0..<yearCount {
                try scratch.run(plan, year: year, rows: rows, laneCount: block.count)
                sink.absorb(
                    Block(plan, scratch, firstLane: block.lowerBound, laneCount: block.count, year: year))
            }
            block = next
        }
    }

    private func firstBlock(of lanes: Range<Int>) -> Range<Int> { lanes.prefix(scratch.height) }

    /// Lets outputs be computed where the sink wants them. With several years they would have to move between two.
    private func placeOutputs(of block: Range<Int>, where sink: some Sink) {
        guard yearCount == 1, let buffer = sink as? BufferSink else { return }
        for (output, slot) in plan.ownOutputs {
            guard let place = unsafe buffer.place(of: output, firstLane: block.lowerBound) else { return }
            unsafe scratch.place(slot, at: place)
        }
    }
}
