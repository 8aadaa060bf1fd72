import EmpreinteGraph
import TestSupport
import Testing

@Suite struct OptimiseTests {
    struct Pass: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let rewrite: @Sendable (Graph, [NodeID]) -> Rewrite
    }

    static let passes = [
        Pass(testDescription: "fold") { graph, _ in graph.folded() },
        Pass(testDescription: "simplify") { graph, _ in graph.simplified() },
        Pass(testDescription: "share") { graph, _ in graph.shared() },
        Pass(testDescription: "prune") { $0.pruned(to: $1) },
        Pass(testDescription: "simplify, fold, share") { graph, _ in
            let simplified = graph.simplified()
            let folded = simplified.then(simplified.graph.folded())
            return folded.then(folded.graph.shared())
        },
        Pass(testDescription: "optimise") { $0.optimised(roots: $1) },
    ]

    /// Every node a pass keeps has the bits it had, on 2 000 graphs, a NaN being a NaN; and the pass finds work to do.
    @Test(arguments: passes) func bitsAreKept(pass: Pass) {
        var random = SplitMix64(seed: 6)
        var (before, after) = (Interpreter(), Interpreter())
        var seen: Set<Operation> = []
        var removed = 0
        for _ in 0..<2_000 {
            let sample = RandomGraph(steps: 40, using: &random)
            let rewrite = pass.rewrite(sample.graph, sample.roots)
            seen.formUnion(sample.graph.nodes.compactMap(sample.graph.operation(of:)))
            removed += sample.graph.count - rewrite.graph.count
            #expect(sample.roots.allSatisfy { rewrite.map[$0.index] != nil })
            for _ in 0..<2 {
                let inputs = RandomGraph.inputs(using: &random)
                before.run(sample.graph, inputs: inputs)
                after.run(rewrite.graph, inputs: inputs)
                let differs = zip(before.values, rewrite.map).contains { value, new in
                    new.map { !isSame(value, after.values[$0.index]) } ?? false
                }
                #expect(!differs, "\(inputs)\n\(sample.graph)\n\(rewrite.graph)")
            }
        }
        #expect(seen.count == Operation.allCases.count)
        #expect(removed > 0)
    }

    @Test func optimisedIsAFixedPoint() {
        var random = SplitMix64(seed: 7)
        for _ in 0..<300 {
            let sample = RandomGraph(steps: 60, using: &random)
            let once = sample.graph.optimised(roots: sample.roots)
            let twice = once.graph.optimised(roots: sample.roots.map { once[$0] })
            #expect(twice.graph.description == once.graph.description)
            #expect(twice.map == Array(once.graph.nodes))
            let graph = once.graph
            #expect(
                !graph.nodes.contains { node in
                    !graph.operands(of: node).isEmpty
                        && graph.operands(of: node).allSatisfy { graph.constant(of: $0) != nil }
                })
        }
    }

    @Test func originsFollowTheirNodes() {
        var graph = Graph()
        let x = graph.input(slot: 0, type: .number, origin: OriginID(rawValue: 1))
        let sum = graph.apply(.add, graph.number(1), graph.number(2), origin: OriginID(rawValue: 2))
        let root = graph.apply(.mul, graph.apply(.mul, x, graph.number(1)), sum, origin: OriginID(rawValue: 3))
        let rewrite = graph.optimised(roots: [root])
        #expect(rewrite.graph.description == "%0 = input @0 number\n%1 = number 3.0\n%2 = mul %0 %1\n")
        #expect(rewrite.graph.nodes.map(rewrite.graph.origin(of:)) == (1...3).map { OriginID(rawValue: $0) })
        #expect(rewrite[root].index == 2 && rewrite[sum].index == 1 && rewrite[x].index == 0)
    }
}
