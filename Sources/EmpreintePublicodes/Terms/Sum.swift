internal import EmpreinteText

/// `somme`: what does not apply counts for nothing.
struct Sum: Term {
    let terms: [TermID]

    func shape(in shapes: inout Shapes) -> Shape { .number }

    func value(in lowering: inout Lowering) -> Value {
        let values = terms.map { lowering.value(of: $0) }
        return lowering.sum(of: values)
    }
}

extension Lowering {
    /// The sum of values, from the left. From the right where a percentage is among them: it is then a share of what
    /// stands before it.
    mutating func sum(of values: [Value]) -> Value {
        guard let first = values.first else { return present(.number(zero, nil)) }
        if values.contains(where: { units.isPercent($0.payload.unit) }) {
            var total = absent
            for value in values.reversed() { total = add(value, total) }
            return total
        }
        var total = first
        if values.count == 1 { total = add(first, absent) }
        for value in values.dropFirst() { total = add(total, value) }
        return total
    }
}
