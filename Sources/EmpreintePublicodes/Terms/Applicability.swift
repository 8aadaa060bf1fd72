/// `applicable si` and `non applicable si`.
struct Applicability: Term {
    let value: TermID
    let condition: TermID
    let isNegated: Bool

    func shape(in shapes: inout Shapes) -> Shape { Shape(isNullable: true, kind: shapes.of(value).kind) }

    /// Whether the value applies: compared with `non`, which what does not apply is.
    private func applies(in lowering: inout Lowering) -> Value {
        let condition = lowering.value(of: condition)
        let no = lowering.present(.flag(lowering.no))
        return lowering.join(isNegated ? .equal : .different, condition, no)
    }

    func value(in lowering: inout Lowering) -> Value {
        let applies = applies(in: &lowering)
        return lowering.conditional(applies, { $0.value(of: value) }, else: { $0.absent })
    }

    func absence(in lowering: inout Lowering) -> Absence {
        let applies = applies(in: &lowering)
        return lowering.conditionalAbsence(applies, { $0.absence(of: value) }, else: { Absence($0.absent) })
    }
}
