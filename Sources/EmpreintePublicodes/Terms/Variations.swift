internal import EmpreinteText

/// `variations`: the value of the first case whose condition holds, absent when none does.
struct Variations: Term {
    struct Case: Sendable {
        /// None for `sinon`.
        let condition: TermID?
        let value: TermID
    }

    let cases: [Case]

    func shape(in shapes: inout Shapes) -> Shape {
        var isNullable = false
        var kind: Shape.Kind?
        for one in cases {
            let shape = shapes.of(one.value)
            isNullable = isNullable || shape.isNullable
            kind = kind ?? shape.kind
        }
        return Shape(isNullable: isNullable, kind: kind)
    }

    func value(in lowering: inout Lowering) -> Value { value(of: cases[...], in: &lowering) }

    private func value(of cases: ArraySlice<Case>, in lowering: inout Lowering) -> Value {
        guard let first = cases.first else { return lowering.absent }
        guard let condition = first.condition else { return lowering.value(of: first.value) }
        let holds = lowering.value(of: condition)
        return lowering.branch(
            holds, { $0.value(of: first.value) }, else: { value(of: cases.dropFirst(), in: &$0) })
    }

    func absence(in lowering: inout Lowering) -> Absence { absence(of: cases[...], in: &lowering) }

    private func absence(of cases: ArraySlice<Case>, in lowering: inout Lowering) -> Absence {
        guard let first = cases.first else { return Absence(lowering.absent) }
        guard let condition = first.condition else { return lowering.absence(of: first.value) }
        let holds = lowering.asCondition(lowering.value(of: condition))
        return lowering.conditionalAbsence(
            holds, { $0.absence(of: first.value) }, else: { absence(of: cases.dropFirst(), in: &$0) })
    }
}

extension Lowering {
    /// A value as the condition of a case: what does not apply does not hold, and what is not a flag does.
    mutating func asCondition(_ value: Value) -> Value {
        let flag = and(truth(of: value.payload), not(value.isAbsent))
        return Value(payload: .flag(flag), isAbsent: no, isUndefined: value.isUndefined)
    }

    /// The first value where a condition holds, the second where it does not.
    mutating func branch(
        _ condition: Value, _ yes: (inout Lowering) -> Value, else no: (inout Lowering) -> Value
    ) -> Value {
        let condition = asCondition(condition)
        return conditional(condition, yes, else: no)
    }
}

extension RuleReader {
    /// Reads a list of `si` and `alors`, and `sinon`.
    mutating func readVariations(_ node: Node) -> TermID {
        guard node.kind == .sequence else {
            error("mechanism.form", "'variations' takes a list of 'si' with 'alors', and 'sinon'", at: node)
            return missing()
        }
        var cases: [Variations.Case] = []
        for item in node.items {
            if let otherwise = item["sinon"] {
                cases.append(.init(condition: nil, value: read(otherwise)))
            } else if let condition = item["si"], let value = item["alors"] {
                let condition = read(condition)
                cases.append(.init(condition: condition, value: read(value)))
            } else {
                error("mechanism.form", "a case needs 'si' with 'alors', or 'sinon'", at: item)
            }
        }
        return add(Variations(cases: cases))
    }
}
