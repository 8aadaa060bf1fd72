internal import EmpreinteGraph

/// `moyenne`: the sum of what applies by the number of what applies.
struct Average: Term {
    let terms: [TermID]

    func shape(in shapes: inout Shapes) -> Shape { .number }

    func value(in lowering: inout Lowering) -> Value {
        let values = terms.map { lowering.value(of: $0) }
        let total = lowering.sum(of: values)
        let one = lowering.graph.number(1)
        var counts: [Value] = []
        for (term, value) in zip(terms, values) {
            let absence = lowering.absence(of: term)
            let isCounted = lowering.not(lowering.or(absence.isAbsent, value.isAbsent))
            let count = lowering.select(isCounted, one, else: lowering.zero)
            counts.append(Value(payload: .number(count, nil), isAbsent: lowering.no, isUndefined: absence.isUndefined))
        }
        let count = lowering.sum(of: counts)
        return lowering.join(.divide, total, count)
    }
}
