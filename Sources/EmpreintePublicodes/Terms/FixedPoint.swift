internal import EmpreinteGraph

/// `résoudre la référence circulaire`: the value that gives itself when the rule is worth it.
struct FixedPoint: Term {
    let rule: RuleID
    let value: TermID

    func shape(in shapes: inout Shapes) -> Shape { .number }

    func value(in lowering: inout Lowering) -> Value { lowering.solve(self) }
}

extension Lowering {
    mutating func solve(_ point: FixedPoint) -> Value {
        let trial = slot(InputSlot(rule: point.rule, role: .trial), .number)
        let tried = present(.number(trial, nil))
        let result = within([point.rule: tried]) { $0.value(of: point.value) } ?? undefined
        return solve(.fixedPoint, point.rule, trial: trial, result: result, isWanted: yes)
    }
}
