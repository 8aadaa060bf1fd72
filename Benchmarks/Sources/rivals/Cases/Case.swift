internal import EmpreinteEngine
internal import EmpreinteGraph
internal import Measures

/// Something to evaluate: a graph, what varies along people, and what is wanted.
struct Case {
    let name: String
    /// The smallest graph, for the interpreter.
    let graph: Graph
    let outputs: [NodeID]
    let plan: Plan
    let questions: [People.Question]
    /// What all people have in common, by slot; the rest is drawn.
    let common: [Scalar]
    /// The formulas, where rivals can be made from them.
    let formulas: Formulas?
    let peopleCounts: [Int]

    /// - Parameter common: the values of slots that no question asks for.
    init(
        _ name: String, _ graph: Graph, outputs: [NodeID], asking questions: [People.Question],
        common: [Scalar] = [], formulas: Formulas? = nil, peopleCounts: [Int]
    ) {
        var sources = common.map { Binding.Source.literal($0) }
        sources += Array(repeating: .literal(0), count: max(0, graph.slotCount - common.count))
        for question in questions { sources[question.slot] = .lane }
        plan = Plan(graph, Binding(inputs: sources, outputs: outputs))
        let smallest = graph.optimised(roots: outputs)
        self.name = name
        self.graph = smallest.graph
        self.outputs = outputs.map { smallest[$0] }
        self.questions = questions
        self.common = common + Array(repeating: 0, count: max(0, graph.slotCount - common.count))
        self.formulas = formulas
        self.peopleCounts = peopleCounts
    }

    /// The steps are random formulas of a pack's mix; see `Formulas.drawn`.
    static func synthetic(steps: Int, _ formulas: Formulas, peopleCounts: [Int]) -> Case {
        let (graph, outputs) = formulas.graph()
        let numbers = (0..<formulas.numberCount).map { slot in
            People.Question(slot: slot, type: .number) { _, random in random.number(in: 0.5..<2) }
        }
        let codes = formulas.optionCounts.enumerated().map { index, count in
            People.Question(slot: formulas.numberCount + index, type: .code) { _, random in
                Double(random.below(count))
            }
        }
        return Case(
            "synthetic-\(steps)", graph, outputs: outputs, asking: numbers + codes, formulas: formulas,
            peopleCounts: peopleCounts)
    }
    /// How many steps stand one behind the other at most.
    var depth: Int {
        var depths: [Int] = []
        for node in graph.nodes {
            let operands = graph.operands(of: node)
            depths.append(operands.isEmpty ? 0 : 1 + (operands.map { depths[$0.index] }.max() ?? 0))
        }
        return depths.max() ?? 0
    }
}
