internal import EmpreinteGraph

/// The value of a rule, unless the situation or a context gives another.
struct Situated: Term {
    let rule: RuleID
    let value: TermID

    func shape(in shapes: inout Shapes) -> Shape {
        let shape = shapes.of(value)
        return Shape(isNullable: shape.isNullable || shapes.rules[rule].isPossiblyAbsent, kind: shape.kind)
    }

    func value(in lowering: inout Lowering) -> Value {
        guard let situation = lowering.situation(of: rule) else { return lowering.value(of: value) }
        return lowering.choose(situation.isUndefined, { $0.value(of: value) }, else: situation)
    }

    func absence(in lowering: inout Lowering) -> Absence {
        guard let situation = lowering.situation(of: rule) else { return lowering.absence(of: value) }
        let isOwn = lowering.present(.flag(situation.isUndefined))
        return lowering.conditionalAbsence(
            isOwn, { $0.absence(of: value) },
            else: { Absence(isAbsent: situation.isAbsent, isUndefined: $0.no) })
    }
}

extension Lowering {
    /// A value made only where a flag may hold, another elsewhere.
    mutating func choose(_ flag: NodeID, _ make: (inout Lowering) -> Value, else other: Value) -> Value {
        flag == no ? other : choose(flag, make(&self), else: other)
    }
}
