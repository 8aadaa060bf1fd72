import EmpreinteGraph
import Testing

@Suite struct FoldTests {
    /// What a node becomes, as the text of its line.
    private func folded(_ build: (inout Graph, NodeID) -> NodeID) -> String {
        var graph = Graph()
        let x = graph.input(slot: 0, type: .flag)
        let node = build(&graph, x)
        let rewrite = graph.folded()
        return String(rewrite.graph.description.split(separator: "\n")[rewrite[node].index].split(separator: "=")[1])
    }

    @Test func constantsAreComputed() {
        #expect(folded { graph, _ in graph.apply(.div, graph.number(1), graph.number(-0.0)) } == " number -inf")
        #expect(folded { graph, _ in graph.apply(.less, graph.number(1), graph.number(2)) } == " flag true")
        #expect(
            folded { graph, _ in graph.apply(.selectCode, graph.flag(false), graph.code(1), graph.code(-2)) }
                == " code -2")
        #expect(
            folded { graph, _ in
                let sum = graph.apply(.add, graph.number(1), graph.number(2))
                return graph.apply(.neg, sum)
            } == " number -3.0")
    }

    @Test func whatIsNotReadNeedNotBeConstant() {
        #expect(folded { graph, x in graph.apply(.and, graph.flag(false), x) } == " flag false")
        #expect(folded { graph, x in graph.apply(.or, graph.flag(true), x) } == " flag true")
        #expect(
            folded { graph, x in graph.apply(.selectFlag, graph.flag(true), graph.flag(false), x) } == " flag false")
        #expect(folded { graph, _ in graph.pick(graph.code(9), from: [graph.number(1)]) } == " number nan")
        #expect(folded { graph, x in graph.apply(.and, graph.flag(true), x) } == " and %1 %0")
    }

    @Test func curvesAtConstantsAreComputed() throws {
        let points = [Curve.Point(x: 0, y: 1), Curve.Point(x: 4, y: 3)]
        let curve = try #require(Curve(points: points, between: .linear, before: .none, after: .none))
        #expect(folded { graph, _ in graph.curve(curve, at: graph.number(1)) } == " number 1.5")
        #expect(folded { graph, _ in graph.curve(curve, at: graph.number(5)) } == " number nan")
    }
}
