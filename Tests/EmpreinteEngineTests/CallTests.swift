import EmpreinteEngine
import EmpreinteGraph
import Testing

@Suite struct CallTests {
    /// `x / y`; fails where x is 9.
    private static let function = unsafe ExternalFunction("sample.ratio", of: "sample", arity: 2) {
        arguments, count, results in
        for lane in 0..<count {
            guard let x = unsafe arguments[0]?[lane], let y = unsafe arguments[1]?[lane], x != 9 else {
                return "nine is too much"
            }
            unsafe results[lane] = x / y
        }
        return nil
    }

    /// `min(ratio(x, y), 5)`, which would swallow a NaN.
    private static func plan(_ x: Binding.Source, _ y: Binding.Source) -> Plan {
        var graph = Graph()
        let operands = [graph.input(slot: 0, type: .number), graph.input(slot: 1, type: .number)]
        let call = graph.call(function, on: operands, origin: OriginID(rawValue: 3))
        let least = graph.apply(.min, call, graph.number(5))
        return Plan(graph, Binding(inputs: [x, y], outputs: [least]))
    }

    private static let failure = RunError.callFailed(
        CallFailure(function: function, message: "nine is too much", origin: OriginID(rawValue: 3)))

    @Test func columnsAndConstantsAgree() throws {
        let xs = (0..<1_000).map { Double($0) / 8 + 10 }
        let expected = xs.map { min($0 / 7, 5) }
        let column = Run.Input.lane(Column(numbers: xs))
        let sevens = Run.Input.lane(Column(numbers: Array(repeating: 7, count: 1_000)))
        for height in [1, 3, 512] {
            for (source, y) in [(.lane, sevens), (.uniform, .uniform(7)), (.byYear, .byYear([7]))]
                as [(Binding.Source, Run.Input)]
            {
                var run = Run(Self.plan(.lane, source), laneCount: 1_000, inputs: [0: column, 1: y])
                run.blockHeight = height
                run.threadCount = 2
                #expect(try run.results() == [[expected]])
            }
        }
    }

    @Test func yearsAreApart() throws {
        let inputs: [Int: Run.Input] = [0: .lane(Column(numbers: [4, 8])), 1: .byYear([4, 8])]
        let results = try Run(Self.plan(.lane, .byYear), laneCount: 2, inputs: inputs).results()
        #expect(results == [[[1, 2]], [[0.5, 1]]])
    }

    @Test(arguments: [1, 2]) func aFailureEndsTheRun(threadCount: Int) {
        let xs = (0..<1_000).map(Double.init)
        var run = Run(
            Self.plan(.lane, .uniform), laneCount: 1_000,
            inputs: [0: .lane(Column(numbers: xs)), 1: .uniform(1)])
        run.blockHeight = 4
        run.threadCount = threadCount
        #expect(throws: Self.failure) { try run.results() }
    }

    @Test(
        arguments: [
            (.uniform, .uniform, [0: .uniform(9), 1: .uniform(1)]),
            (.byYear, .uniform, [0: .byYear([1, 9]), 1: .uniform(1)]), (.literal(9), .literal(1), [:]),
        ] as [(Binding.Source, Binding.Source, [Int: Run.Input])])
    func aFailureForAllLanesEndsTheRun(x: Binding.Source, y: Binding.Source, inputs: [Int: Run.Input]) {
        #expect(throws: Self.failure) { try Run(Self.plan(x, y), laneCount: 2, inputs: inputs).results() }
    }

    @Test func aFailureAloneIsTold() throws {
        var solo = try SoloRun(Self.plan(.lane, .lane))
        solo.evaluate([8, 2])
        #expect(solo[0] == 4)
        #expect(solo.failure == nil)
        solo.evaluate([9, 2])
        #expect(solo[0].isNaN)
        #expect(solo.failure?.message == "nine is too much")
        solo.evaluate([6, 2])
        #expect(solo[0] == 3)
        #expect(solo.failure == nil)
    }
}
