internal import EmpreinteGraph

/// `logarithme`: the natural logarithm of a number.
struct Logarithm: Term {
    let value: TermID

    func shape(in shapes: inout Shapes) -> Shape { Shape(isNullable: shapes.of(value).isNullable, kind: .number) }

    func value(in lowering: inout Lowering) -> Value {
        var value = lowering.value(of: value)
        let payload = lowering.simplified(value.payload)
        value.payload = lowering.map(payload) { lowering, number in
            .number(lowering.apply(.log, number.node), nil)
        }
        guard value.isAbsent != lowering.no else { return value }
        // The logarithm of what does not apply is not to be added to anything.
        return lowering.gate(value, absentIf: value.isAbsent)
    }

    func absence(in lowering: inout Lowering) -> Absence { lowering.absence(of: value) }
}
