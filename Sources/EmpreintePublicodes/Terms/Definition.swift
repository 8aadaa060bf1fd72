/// `est défini` and `est non défini`: whether a value is there or is known not to apply.
struct Definition: Term {
    let value: TermID
    let isNegated: Bool

    func shape(in shapes: inout Shapes) -> Shape { .flag }

    func value(in lowering: inout Lowering) -> Value {
        let isUndefined = lowering.value(of: value).isUndefined
        return lowering.present(.flag(isNegated ? isUndefined : lowering.not(isUndefined)))
    }
}

/// `est applicable` and `est non applicable`.
struct Presence: Term {
    let value: TermID
    let isNegated: Bool

    func shape(in shapes: inout Shapes) -> Shape { .flag }

    func value(in lowering: inout Lowering) -> Value {
        let absence = lowering.absence(of: value)
        let flag = isNegated ? absence.isAbsent : lowering.not(absence.isAbsent)
        return Value(payload: .flag(flag), isAbsent: lowering.no, isUndefined: absence.isUndefined)
    }
}
