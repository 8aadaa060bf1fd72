/// `par défaut`: what a value is taken for as long as nobody gave it.
struct Fallback: Term {
    let value: TermID
    let fallback: TermID

    func shape(in shapes: inout Shapes) -> Shape {
        let (first, second) = (shapes.of(fallback), shapes.of(value))
        return Shape(isNullable: first.isNullable || second.isNullable, kind: first.kind ?? second.kind)
    }

    func value(in lowering: inout Lowering) -> Value {
        let value = lowering.value(of: value)
        return lowering.choose(value.isUndefined, { $0.value(of: fallback) }, else: value)
    }

    func absence(in lowering: inout Lowering) -> Absence {
        let value = lowering.value(of: value)
        let isUndefined = lowering.present(.flag(value.isUndefined))
        return lowering.conditionalAbsence(
            isUndefined, { $0.absence(of: fallback) },
            else: { Absence(isAbsent: value.isAbsent, isUndefined: $0.no) })
    }
}
