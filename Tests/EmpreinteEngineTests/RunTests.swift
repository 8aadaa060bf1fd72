import EmpreinteGraph
import Synchronization
import TestSupport
import Testing

@testable import EmpreinteEngine

@Suite struct RunTests {
    /// Every lane, year and root of 2 000 random graphs in random bindings is what the interpreter gives.
    @Test func agreesWithTheInterpreter() throws {
        var random = SplitMix64(seed: 1)
        var interpreter = Interpreter()
        var seen: Set<Operation> = []
        var kernels: Set<Kernel> = []
        for _ in 0..<2_000 {
            let sample = Sample(laneCount: 1 + random.below(9), yearCount: 1 + random.below(3), using: &random)
            seen.formUnion(sample.graph.nodes.compactMap(sample.graph.operation(of:)))
            let plan = Plan(sample.graph, sample.binding)
            kernels.formUnion(plan.instructions.map(\.kernel))
            let results = try sample.run(plan).results()
            var differs = results.count != sample.yearCount
            for (year, outputs) in results.enumerated() {
                for lane in 0..<sample.laneCount {
                    let expected = sample.reference(lane: lane, year: year, &interpreter)
                    differs = differs || !zip(expected, outputs).allSatisfy { isSame($0, $1[lane]) }
                }
            }
            try #require(!differs, "\(sample.graph)\n\(sample.binding)\n\(plan)")
        }
        #expect(seen.count == Operation.allCases.count)
        #expect(kernels.count == Kernel.allCases.count, "\(Set(Kernel.allCases).subtracting(kernels))")
    }

    struct Way: Sendable, CustomTestStringConvertible {
        let threadCount: Int
        let blockHeight: Int?
        var testDescription: String { "\(threadCount) threads, blocks of \(blockHeight.map(String.init) ?? "any")" }
    }

    static let ways = [
        Way(threadCount: 1, blockHeight: 1), Way(threadCount: 2, blockHeight: 7), Way(threadCount: 8, blockHeight: 64),
        Way(threadCount: 1, blockHeight: 4_096), Way(threadCount: 2, blockHeight: nil),
        Way(threadCount: -3, blockHeight: -1),
    ]

    /// No thread count or block height changes a bit.
    @Test(arguments: ways) func waysAgree(way: Way) throws {
        var random = SplitMix64(seed: 2)
        for _ in 0..<20 {
            let sample = Sample(laneCount: 131, yearCount: 2, using: &random)
            let plan = Plan(sample.graph, sample.binding)
            var run = sample.run(plan)
            run.blockHeight = 131
            let expected = try run.results()
            run.threadCount = way.threadCount
            run.blockHeight = way.blockHeight
            #expect(isSame(try run.results(), expected))
        }
    }

    /// A lane's bits do not depend on where it stands nor on its company.
    @Test func lanesAreIndependent() throws {
        var random = SplitMix64(seed: 3)
        for _ in 0..<50 {
            let sample = Sample(laneCount: 37, yearCount: 2, using: &random)
            let plan = Plan(sample.graph, sample.binding)
            let expected = try sample.run(plan).results()
            let lanes = (0..<37).shuffled(using: &random)
            let shuffled = try sample.run(plan, lanes: lanes).results()
            #expect(isSame(shuffled, expected.map { $0.map { column in lanes.map { column[$0] } } }))
            let alone = try sample.run(plan, lanes: [lanes[0]]).results()
            #expect(isSame(alone, expected.map { $0.map { [$0[lanes[0]]] } }))
        }
    }

    // MARK: - What goes wrong

    /// A sum of a lane input, a uniform one and one by year.
    static let plan: Plan = {
        var graph = Graph()
        let inputs = (0..<3).map { graph.input(slot: $0, type: .number) }
        let sum = graph.apply(.add, graph.apply(.add, inputs[0], inputs[1]), inputs[2])
        return Plan(graph, Binding(inputs: [.lane, .uniform, .byYear], outputs: [sum]))
    }()

    static let column = Run.Input.lane(Column(numbers: [1, 2]))

    @Test func sumsByHand() throws {
        let run = Run(Self.plan, laneCount: 2, inputs: [0: Self.column, 1: .uniform(10), 2: .byYear([100, 200])])
        #expect(try run.results() == [[[111, 112]], [[211, 212]]])
    }

    @Test(
        arguments: [
            ([1: .uniform(1), 2: .byYear([1])], RunError.inputMissing(slot: 0)),
            ([0: .uniform(1), 1: .uniform(1), 2: .byYear([1])], .inputMismatched(slot: 0)),
            ([0: .lane(Column(codes: [1, 2])), 1: .uniform(1), 2: .byYear([1])], .columnOfOtherType(slot: 0)),
            ([0: .lane(Column(numbers: [1])), 1: .uniform(1), 2: .byYear([1])], .columnTooShort(slot: 0)),
            ([0: column, 2: .byYear([1])], .inputMissing(slot: 1)),
            ([0: column, 1: .byYear([1]), 2: .byYear([1])], .inputMismatched(slot: 1)),
            ([0: column, 1: .uniform(1), 2: .uniform(1)], .inputMismatched(slot: 2)),
            ([0: column, 1: .uniform(1), 2: .byYear([])], .yearsDiffer),
            ([0: column, 1: .uniform(1), 2: .byYear([1]), 9: .byYear([1, 2])], .yearsDiffer),
        ] as [([Int: Run.Input], RunError)])
    func inputsAreChecked(inputs: [Int: Run.Input], error: RunError) {
        let run = Run(Self.plan, laneCount: 2, inputs: inputs)
        #expect(throws: error) { _ = try run.results() }
    }

    @Test(arguments: [0, -1]) func noLaneGivesNothing(laneCount: Int) throws {
        var run = Run(Self.plan, laneCount: 0, inputs: [0: Self.column, 1: .uniform(1), 2: .byYear([1])])
        run.laneCount = laneCount
        var sink = CollectingSink(laneCount: 0, outputCount: 1)
        try run.feed(&sink)
        #expect(sink.results.isEmpty)
    }

    // MARK: - Progress and cancellation

    @Test(arguments: [1, 2]) func progressEndsWithAll(threadCount: Int) throws {
        let column = Column(numbers: (0..<1_000).map(Double.init))
        var run = Run(Self.plan, laneCount: 1_000, inputs: [0: .lane(column), 1: .uniform(1), 2: .byYear([1])])
        let heard = Heard()
        run.threadCount = threadCount
        run.blockHeight = 10
        run.progress = { heard.append($0) }
        _ = try run.results()
        #expect(heard.values.max() == 1_000)
        #expect(heard.values.count >= 8 * threadCount)
    }

    @Test func cancellingStopsARunUnderWay() throws {
        let column = Column(numbers: (0..<1_000).map(Double.init))
        var run = Run(Self.plan, laneCount: 1_000, inputs: [0: .lane(column), 1: .uniform(1), 2: .byYear([1])])
        let heard = Heard()
        let cancellation = Cancellation()
        run.cancellation = cancellation
        run.blockHeight = 10
        run.progress = {
            heard.append($0)
            cancellation.cancel()
        }
        var sink = CollectingSink(laneCount: 1_000, outputCount: 1)
        #expect(throws: RunError.cancelled) { try run.feed(&sink) }
        #expect(heard.values.count == 1)
        #expect(sink.results.isEmpty)
    }
}

/// What a callback said, from whatever thread.
final class Heard: Sendable {
    private let list = Mutex<[Int]>([])

    func append(_ value: Int) { list.withLock { $0.append(value) } }
    var values: [Int] { list.withLock { $0 } }
}
