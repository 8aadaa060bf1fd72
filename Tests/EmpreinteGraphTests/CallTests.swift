import EmpreinteGraph
import Testing

@Suite struct CallTests {
    /// `x − 2 y`; fails where y is 9.
    private let function = unsafe ExternalFunction("sample.less", of: "sample", arity: 2) { arguments, count, results in
        for lane in 0..<count {
            guard let x = unsafe arguments[0]?[lane], let y = unsafe arguments[1]?[lane], y != 9 else {
                return "nine is too much"
            }
            unsafe results[lane] = x - 2 * y
        }
        return nil
    }

    @Test func theSameCallIsOneNode() {
        var graph = Graph()
        let (x, y) = (graph.input(slot: 0, type: .number), graph.input(slot: 1, type: .number))
        let call = graph.call(function, on: [x, y])
        #expect(graph.call(function, on: [x, y]) == call)
        #expect(graph.call(function, on: [y, x]) != call)
        #expect(graph.externals == [function])
        #expect(graph.external(of: call) == function)
        #expect(graph.description.contains("%2 = call sample.less %0 %1\n"))
    }

    @Test func aCallOfConstantsIsComputed() {
        var graph = Graph()
        let call = graph.call(function, on: [graph.number(7), graph.number(2)])
        let rewrite = graph.folded()
        #expect(rewrite.graph.constant(of: rewrite[call]) == 3)
    }

    @Test func aCallThatFailsStaysAndIsToldByTheRun() {
        var graph = Graph()
        let origin = OriginID(rawValue: 4)
        let call = graph.call(function, on: [graph.number(7), graph.number(9)], origin: origin)
        let least = graph.apply(.min, call, graph.number(1))
        let rewrite = graph.optimised(roots: [least])
        var interpreter = Interpreter()
        interpreter.run(rewrite.graph, inputs: [])
        #expect(interpreter.failure?.message == "nine is too much")
        #expect(interpreter.failure?.function == function)
        #expect(interpreter.failure?.origin == origin)

        interpreter.run(Graph(), inputs: [])
        #expect(interpreter.failure == nil)
    }

    @Test func aReplacedArgumentMakesAnotherCall() {
        var graph = Graph()
        let (x, y) = (graph.input(slot: 0, type: .number), graph.input(slot: 1, type: .number))
        let call = graph.call(function, on: [x, y])
        var substitution = Substitution(graph)
        substitution.replace(y, by: substitution.graph.number(4))
        let image = substitution.image(of: call)
        var interpreter = Interpreter()
        interpreter.run(substitution.graph, inputs: [10, 1])
        #expect(interpreter.values[call.index] == 8)
        #expect(interpreter.values[image.index] == 2)
    }
}
