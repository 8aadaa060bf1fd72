import EmpreinteGraph
import TestSupport
import Testing

@Suite struct InterpreterTests {
    private struct Recorder: EvaluationListener {
        var heard: [(NodeID, Scalar)] = []

        mutating func evaluated(_ node: NodeID, _ value: Scalar) { heard.append((node, value)) }
    }

    /// 12 000 km a year at 0.2 for a car owner, halved in 2030 along a line from 1 (2020) to 0.5 (2030).
    @Test func aSmallModel() throws {
        var graph = Graph()
        let points = [Curve.Point(x: 2020, y: 1), Curve.Point(x: 2030, y: 0.5)]
        let decline = try #require(Curve(points: points, between: .linear, before: .hold, after: .hold))
        let owner = graph.input(slot: 0, type: .flag)
        let distance = graph.input(slot: 1, type: .number)
        let fuel = graph.input(slot: 2, type: .code)
        let factor = graph.pick(fuel, from: [graph.number(0.1), graph.number(0.2)])
        let trend = graph.curve(decline, at: graph.input(slot: 3, type: .number))
        let emissions = graph.apply(.mul, graph.apply(.mul, distance, factor), trend)
        let total = graph.apply(.selectNumber, owner, emissions, graph.number(0))

        var interpreter = Interpreter()
        interpreter.run(graph, inputs: [1, 12_000, 1, 2020])
        #expect(interpreter.values[total.index] == 2_400)
        interpreter.run(graph, inputs: [1, 12_000, 1, 2040])
        #expect(interpreter.values[total.index] == 1_200)
        interpreter.run(graph, inputs: [0, 12_000, 1, 2020])
        #expect(interpreter.values[total.index] == 0)
        #expect(interpreter.values.count == graph.count)
    }

    @Test func aListenerHearsEveryValueOnceInOrder() {
        var random = SplitMix64(seed: 2)
        let graph = RandomGraph(steps: 200, using: &random).graph
        let inputs = RandomGraph.inputs(using: &random)
        var (silent, told) = (Interpreter(), Interpreter())
        var recorder = Recorder()
        silent.run(graph, inputs: inputs)
        told.run(graph, inputs: inputs, listener: &recorder)
        #expect(recorder.heard.map(\.0) == Array(graph.nodes))
        #expect(zip(recorder.heard, silent.values).allSatisfy { isSame($0.1, $1) })
        #expect(zip(told.values, silent.values).allSatisfy(isSame))
    }
}
