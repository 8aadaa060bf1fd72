import EmpreinteGraph
import TestSupport
import Testing

@testable import EmpreinteModel

/// Conclusions drawn while building a graph are compared with the graph's own values, for every assignment.
@Suite struct AssumptionsTests {
    private static let slots = 4

    /// A random condition over four flags and a code of three options.
    private func condition(_ graph: inout Graph, _ random: inout SplitMix64, depth: Int) -> NodeID {
        switch depth > 0 ? random.below(5) : random.below(2) {
        case 0: return graph.input(slot: random.below(Self.slots), type: .flag)
        case 1:
            let code = graph.input(slot: Self.slots, type: .code)
            let option = graph.code(Int32(random.below(3)))
            return graph.apply(.codeEqual, code, option)
        case 2: return graph.apply(.not, condition(&graph, &random, depth: depth - 1))
        case 3:
            let left = condition(&graph, &random, depth: depth - 1)
            return graph.apply(.and, left, condition(&graph, &random, depth: depth - 1))
        default:
            let left = condition(&graph, &random, depth: depth - 1)
            return graph.apply(.or, left, condition(&graph, &random, depth: depth - 1))
        }
    }

    private func assignments() -> [[Scalar]] {
        (0..<48).map { number in (0..<Self.slots).map { Scalar(number >> $0 & 1) } + [Scalar(number / 16)] }
    }

    @Test(arguments: 0..<300) func whatIsConcludedHoldsForEveryAssignment(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        var graph = Graph()
        let facts = (0..<2).map { _ in condition(&graph, &random, depth: 3) }
        let values = facts.map { _ in random.below(2) == 1 }
        let questions = (0..<8).map { _ in condition(&graph, &random, depth: 3) }
        var assumptions = Assumptions()
        for (fact, value) in zip(facts, values) { _ = assumptions.assume(fact, value, in: graph) }
        var interpreter = Interpreter()
        for inputs in assignments() {
            interpreter.run(graph, inputs: inputs)
            let isPossible = zip(facts, values).allSatisfy { (interpreter.values[$0.index] == 1) == $1 }
            for question in questions where isPossible {
                guard let conclusion = assumptions.value(of: question, in: graph) else { continue }
                #expect((interpreter.values[question.index] == 1) == conclusion)
            }
        }
    }

    @Test func drawsTheUsualConclusions() {
        var graph = Graph()
        let a = graph.input(slot: 0, type: .flag)
        let b = graph.input(slot: 1, type: .flag)
        let fuel = graph.input(slot: 2, type: .code)
        let petrol = graph.apply(.codeEqual, fuel, graph.code(0))
        let diesel = graph.apply(.codeEqual, fuel, graph.code(1))
        let both = graph.apply(.and, a, b)
        let either = graph.apply(.or, a, b)
        let notA = graph.apply(.not, a)
        var assumptions = Assumptions()
        #expect(assumptions.value(of: a, in: graph) == nil)
        #expect(assumptions.value(of: graph.flag(true), in: graph) == true)

        let mark = assumptions.assume(both, true, in: graph)
        #expect([a, b, either, notA].map { assumptions.value(of: $0, in: graph) } == [true, true, true, false])
        assumptions.forget(to: mark)
        #expect(assumptions.value(of: a, in: graph) == nil)

        _ = assumptions.assume(either, false, in: graph)
        #expect([a, b, both, notA].map { assumptions.value(of: $0, in: graph) } == [false, false, false, true])
        assumptions.forget(to: 0)

        _ = assumptions.assume(petrol, true, in: graph)
        #expect(assumptions.value(of: diesel, in: graph) == false)
        #expect(assumptions.value(of: petrol, in: graph) == true)
        assumptions.forget(to: 0)

        _ = assumptions.assume(petrol, false, in: graph)
        #expect(assumptions.value(of: diesel, in: graph) == nil)
    }

    @Test func endsOnConditionsThatRepeatThemselves() {
        var graph = Graph()
        var node = graph.input(slot: 0, type: .flag)
        let first = node
        for _ in 0..<10_000 { node = graph.apply(.and, node, node) }
        var assumptions = Assumptions()
        #expect(assumptions.value(of: node, in: graph) == nil)
        _ = assumptions.assume(node, true, in: graph)
        #expect(assumptions.value(of: node, in: graph) == true)
        #expect(assumptions.value(of: first, in: graph) != false)
    }
}
