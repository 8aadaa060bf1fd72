import EmpreinteGraph
import TestSupport
import Testing

@Suite struct TraceTests {
    @Test func onlyTheBranchTakenIsRead() {
        var graph = Graph()
        let flag = graph.input(slot: 0, type: .flag)
        let other = graph.input(slot: 1, type: .flag)
        let code = graph.input(slot: 2, type: .code)
        let (a, b) = (graph.number(10), graph.number(20))
        let both = graph.apply(.and, flag, other)
        let either = graph.apply(.or, flag, other)
        let chosen = graph.apply(.selectNumber, flag, a, b)
        let picked = graph.pick(code, from: [a, b])

        func read(_ root: NodeID, _ inputs: [Scalar]) -> [NodeID] {
            var interpreter = Interpreter()
            interpreter.run(graph, inputs: inputs)
            return Trace(of: root, in: graph, values: interpreter.values).nodes
        }
        #expect(read(both, [0, 1, 0]) == [flag, both])
        #expect(read(both, [1, 0, 0]) == [flag, other, both])
        #expect(read(either, [1, 0, 0]) == [flag, either])
        #expect(read(either, [0, 0, 0]) == [flag, other, either])
        #expect(read(chosen, [1, 0, 0]) == [flag, a, chosen])
        #expect(read(chosen, [0, 0, 0]) == [flag, b, chosen])
        #expect(read(picked, [0, 0, 1]) == [code, b, picked])
        #expect(read(picked, [0, 0, 2]) == [code, picked])
    }

    @Test func whatWasNotReadDoesNotMatter() {
        var random = SplitMix64(seed: 3)
        var interpreter = Interpreter()
        var (changes, unread) = (0, 0)
        for _ in 0..<300 {
            let sample = RandomGraph(steps: 40, using: &random)
            let inputs = RandomGraph.inputs(using: &random)
            interpreter.run(sample.graph, inputs: inputs)
            let before = interpreter.values
            var altered = inputs
            let traces = sample.roots.map { Trace(of: $0, in: sample.graph, values: before) }
            let slot = random.below(inputs.count)
            altered[slot] = RandomGraph.scalar(RandomGraph.slotTypes[slot], using: &random)
            interpreter.run(sample.graph, inputs: altered)
            for (root, trace) in zip(sample.roots, traces) {
                let same = isSame(before[root.index], interpreter.values[root.index])
                changes += same ? 0 : 1
                guard !trace.contains(sample.graph.inputs[slot]) else { continue }
                unread += 1
                #expect(same, "\(root) of\n\(sample.graph)")
            }
        }
        #expect(changes > 50 && unread > 500)
    }

    @Test func theDivisionByZeroIsNamed() {
        var graph = Graph()
        let people = graph.input(slot: 0, type: .number)
        let flag = graph.input(slot: 1, type: .flag)
        let share = graph.apply(.div, graph.number(12), people)
        let total = graph.apply(.add, graph.apply(.mul, share, graph.number(2)), graph.number(1))
        let root = graph.apply(.selectNumber, flag, total, graph.apply(.log, graph.number(-1)))
        let twice = graph.apply(.add, graph.apply(.exp, people), share)
        let outside = graph.pick(graph.code(5), from: [people])

        var interpreter = Interpreter()
        func culprit(_ root: NodeID, _ inputs: [Scalar]) -> NodeID? {
            interpreter.run(graph, inputs: inputs)
            return graph.firstNonFinite(from: root, values: interpreter.values)
        }
        #expect(culprit(root, [0, 1]) == share)
        #expect(culprit(root, [3, 1]) == nil)
        #expect(culprit(root, [0, 0]).flatMap(graph.operation(of:)) == .log)
        #expect(culprit(root, [.nan, 1]) == people)
        #expect(culprit(twice, [0, 1]) == share)
        #expect(culprit(twice, [1e3, 1]).flatMap(graph.operation(of:)) == .exp)
        #expect(culprit(graph.apply(.sub, root, twice), [0, 0]).flatMap(graph.operation(of:)) == .log)
        #expect(culprit(outside, [1, 1]) == outside)
    }
}
