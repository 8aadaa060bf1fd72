/// `abattement`: what is left once an amount or a share is taken off, never less than nothing.
struct Rebate: Term {
    let value: TermID
    let rebate: TermID

    func shape(in shapes: inout Shapes) -> Shape { Shape(isNullable: shapes.of(value).isNullable, kind: .number) }

    func value(in lowering: inout Lowering) -> Value {
        let value = lowering.value(of: value)
        let rest =
            lowering.decided(.subtract, by: value)
            ?? lowering.join(.subtract, value, lowering.value(of: rebate))
        return lowering.bounded(rest, by: lowering.present(.number(lowering.zero, nil)), isFloor: true)
    }

    func absence(in lowering: inout Lowering) -> Absence { lowering.absence(of: value) }
}
