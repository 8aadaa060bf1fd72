internal import EmpreinteText

/// `unité`: a value in a unit; as it is when its own does not convert, which is worth a warning.
struct UnitConversion: Term {
    let value: TermID
    let unit: UnitID
    let range: SourceRange

    func shape(in shapes: inout Shapes) -> Shape { Shape(isNullable: shapes.of(value).isNullable, kind: .number) }

    func value(in lowering: inout Lowering) -> Value {
        var value = lowering.value(of: value)
        value.payload = lowering.converted(value.payload, to: unit) { lowering, own in
            lowering.diagnostics.warning(
                "publicodes.unit.mismatch",
                "'\(lowering.units[own])' does not convert to '\(lowering.units[unit])': the number stays as it is",
                at: range)
        }
        return value
    }

    func absence(in lowering: inout Lowering) -> Absence { lowering.absence(of: value) }
}

/// `simplifier l'unité`: a value with what cancels in its unit gone.
struct UnitSimplification: Term {
    let value: TermID

    func shape(in shapes: inout Shapes) -> Shape { Shape(isNullable: shapes.of(value).isNullable, kind: .number) }

    func value(in lowering: inout Lowering) -> Value {
        var value = lowering.value(of: value)
        value.payload = lowering.simplified(value.payload)
        return value
    }

    func absence(in lowering: inout Lowering) -> Absence { lowering.absence(of: value) }
}
