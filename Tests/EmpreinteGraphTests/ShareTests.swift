import EmpreinteGraph
import TestSupport
import Testing

@Suite struct ShareTests {
    @Test(arguments: Operation.allCases.filter { $0.operandTypes.count == 2 && !$0.isVariadic })
    func orderMattersOnlyWhereItChangesSomething(operation: Operation) {
        var graph = Graph()
        let a = graph.input(slot: 0, type: operation.operandTypes[0])
        let b = graph.input(slot: 1, type: operation.operandTypes[1])
        let (forth, back) = (graph.apply(operation, a, b), graph.apply(operation, b, a))
        let rewrite = graph.shared()
        let isOne = [.add, .mul, .equal, .codeEqual].contains(operation)
        #expect((rewrite[forth] == rewrite[back]) == isOne)
    }

    @Test func twiceIsOnce() {
        var random = SplitMix64(seed: 4)
        var merged = 0
        for _ in 0..<200 {
            let graph = RandomGraph(steps: 60, using: &random).graph
            let once = graph.shared()
            let twice = once.graph.shared()
            #expect(twice.graph.description == once.graph.description)
            #expect(twice.map == Array(once.graph.nodes))
            merged += graph.count - once.graph.count
        }
        #expect(merged > 0)
    }
}
