/// `plancher` and `plafond`: a value kept above or below another, where that one applies.
struct Bound: Term {
    let value: TermID
    let limit: TermID
    let isFloor: Bool

    func shape(in shapes: inout Shapes) -> Shape {
        let (first, second) = (shapes.of(limit), shapes.of(value))
        return Shape(isNullable: first.isNullable || second.isNullable, kind: first.kind ?? second.kind)
    }

    func value(in lowering: inout Lowering) -> Value {
        let value = lowering.value(of: value)
        return lowering.bounded(value, by: lowering.value(of: limit), isFloor: isFloor)
    }

    func absence(in lowering: inout Lowering) -> Absence { lowering.absence(of: value) }
}

extension Lowering {
    /// A value kept on one side of a limit, in the unit of whichever it then is.
    mutating func bounded(_ value: Value, by limit: Value, isFloor: Bool) -> Value {
        let isThere = join(.different, limit, present(.flag(no)))
        let isBeyond = join(isFloor ? .less : .greater, value, limit)
        let condition = join(.and, isThere, isBeyond)
        return conditional(condition, { _ in limit }, else: { _ in value })
    }
}
