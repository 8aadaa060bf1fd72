internal import EmpreinteGraph

extension PublicodesModel {
    /// The rules that nobody answered and that decided what a rule is worth in a situation, by themselves or by what
    /// stands for them, in file order.
    public func missingAnswers(for name: String, in set: SituationSet, situation: Situation) -> [String] {
        let rules = set.rules
        var given = situation.answers.mapValues { $0.given(isOptional: false) }
        DeepStack.run {
            var shapes = Shapes(rules)
            for rule in rules.ids where given[rule] == nil && rules.awaitsAnswer(rule, besideFallbacks: true) {
                given[rule] = .column(shapes.of(rule).kind ?? .number, nil, isOptional: true)
            }
        }
        var evaluator = Evaluator(program(of: [name], given: given, rules: rules))
        _ = evaluator.values(in: situation)
        let read = evaluator.inputsRead(byOutput: 0)
        return rules.ids.filter { read.contains($0) && given[$0].map(\.isOptional) ?? false }.map { rules[$0].name }
    }
}

extension RuleSet {
    /// Whether nothing, or only a fallback where those count, stands for an answer to a rule.
    func awaitsAnswer(_ rule: RuleID, besideFallbacks: Bool = false) -> Bool {
        var term = self[rule].term
        while true {
            switch terms[Int(term.index)] {
            case let situated as Situated: return terms[Int(situated.value.index)] is Missing
            case is Fallback where !besideFallbacks: return false
            case let link as any TermLink: term = link.value
            default: return false
            }
        }
    }
}

extension Given {
    fileprivate var isOptional: Bool { if case .column(_, _, true) = self { true } else { false } }
}

/// A mechanism that transforms another value.
protocol TermLink: Term {
    var value: TermID { get }
}

extension Applicability: TermLink {}
extension Bound: TermLink {}
extension Fallback: TermLink {}
extension InContext: TermLink {}
extension Rounding: TermLink {}
extension UnitConversion: TermLink {}
extension UnitSimplification: TermLink {}

extension Evaluator {
    /// The rules whose answers an output's value depends on, after an evaluation.
    fileprivate func inputsRead(byOutput place: Int) -> Set<RuleID> {
        let value = program.outputs[place].value
        var waiting: [NodeID] = []
        visit(value) { waiting.append($0) }
        var seen = Set(waiting)
        var found: Set<RuleID> = []
        while let node = waiting.popLast() {
            if let slot = program.graph.slot(of: node) { found.insert(program.slots[slot].rule) }
            for operand in operandsRead(of: node) where seen.insert(operand).inserted { waiting.append(operand) }
        }
        return found
    }
}
