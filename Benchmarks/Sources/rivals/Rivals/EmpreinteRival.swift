internal import EmpreinteEngine
internal import Measures

/// The engine of this package.
final class EmpreinteRival: Rival {
    let engine = "empreinte"
    let threadCount: Int
    let results: Results
    /// Borrowed by the run.
    private let people: People
    private let evaluation: Run

    /// - Parameter height: lanes a block; the plan's own choice when not said.
    init(_ plan: Plan, _ people: People, threadCount: Int = 1, height: Int? = nil) {
        self.threadCount = threadCount
        self.people = people
        results = Results(outputCount: plan.binding.outputs.count, count: people.count)
        var run = Run(plan, laneCount: people.count, inputs: people.runInputs)
        run.threadCount = threadCount
        run.blockHeight = height
        evaluation = run
    }

    func run(times: Int) throws -> Elapsed {
        let strides = BufferSink.Strides(lane: 1, year: 0, output: results.count)
        return try Elapsed.measure {
            for _ in 0..<times {
                var sink = unsafe BufferSink(results.values, strides: strides)
                try evaluation.feed(&sink)
            }
        }
    }

    /// Evaluates everybody so many times, and keeps nothing.
    func runWithoutResults(times: Int) throws -> Elapsed {
        try Elapsed.measure {
            for _ in 0..<times {
                var sink = Discard()
                try evaluation.feed(&sink)
            }
        }
    }

    private struct Discard: Sink {
        func emptied() -> Self { self }
        mutating func absorb(_ block: borrowing Block) {}
        mutating func merge(_ other: Self) {}
    }
}
