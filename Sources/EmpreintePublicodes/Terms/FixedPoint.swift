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
        let place = beginSolve()
        let trial = slot(InputSlot(rule: point.rule, role: .trial(place)), .number)
        let failure = slot(InputSlot(rule: point.rule, role: .failure(place)), .flag)
        let tried = present(.number(trial, nil))
        let result = within([point.rule: tried]) { $0.value(of: point.value) } ?? undefined
        endSolve(
            place,
            Solve(
                rule: point.rule, trial: trial, failure: failure, method: .fixedPoint, result: result, goal: nil,
                isWanted: yes,
                inner: place + 1..<solves.count))
        return Value(payload: .number(trial, result.payload.unit), isAbsent: no, isUndefined: failure)
    }
}
