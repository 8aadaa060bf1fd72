import EmpreinteGraph
import TestSupport
import Testing

@Suite struct PruneTests {
    /// What the roots reach, found from the top with a list of things to do.
    private func reached(_ roots: [NodeID], in graph: Graph) -> Set<NodeID> {
        var (found, waiting) = (Set(roots), roots)
        while let node = waiting.popLast() {
            for operand in graph.operands(of: node) where found.insert(operand).inserted { waiting.append(operand) }
        }
        return found
    }

    @Test func exactlyWhatRootsReachIsKeptInOrder() {
        var random = SplitMix64(seed: 5)
        for _ in 0..<200 {
            let sample = RandomGraph(steps: 60, using: &random)
            let rewrite = sample.graph.pruned(to: sample.roots)
            let kept = reached(sample.roots, in: sample.graph).sorted()
            #expect(sample.graph.nodes.filter { rewrite.map[$0.index] != nil } == kept)
            #expect(kept.map { rewrite[$0] } == Array(rewrite.graph.nodes))
            for node in kept {
                #expect(rewrite.graph.origin(of: rewrite[node]) == sample.graph.origin(of: node))
                #expect(rewrite.graph.kind(of: rewrite[node]) == sample.graph.kind(of: node))
            }
        }
    }

    @Test func inputsNobodyReadsAreGone() {
        var graph = Graph()
        let x = graph.input(slot: 0, type: .number)
        _ = graph.input(slot: 9, type: .number)
        let rewrite = graph.pruned(to: [x])
        #expect(rewrite.graph.inputs == [rewrite[x]] && rewrite.graph.slotCount == 1)
        #expect(graph.pruned(to: []).graph.count == 0)
    }
}
