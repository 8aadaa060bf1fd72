internal import EmpreinteGraph

/// `arrondi`: to the unit when it says `oui`, to that many decimals when it says how many.
struct Rounding: Term {
    let value: TermID
    let precision: TermID

    func shape(in shapes: inout Shapes) -> Shape { Shape(isNullable: shapes.of(value).isNullable, kind: .number) }

    func value(in lowering: inout Lowering) -> Value {
        var value = lowering.value(of: value)
        value.payload = lowering.simplified(value.payload)
        let precision = lowering.value(of: precision)
        let exact = value
        value.payload = rounded(value.payload, to: precision.payload, in: &lowering)
        if precision.isAbsent != lowering.no { value = lowering.choose(precision.isAbsent, exact, else: value) }
        guard precision.isUndefined != lowering.no else { return value }
        let isLost = lowering.and(precision.isUndefined, lowering.not(value.isAbsent))
        return lowering.gate(value, undefinedIf: isLost)
    }

    func absence(in lowering: inout Lowering) -> Absence { lowering.absence(of: value) }

    private func rounded(_ payload: Payload, to precision: Payload, in lowering: inout Lowering) -> Payload {
        switch precision {
        case .choice(let flag, let yes, let no):
            let first = rounded(payload, to: yes, in: &lowering)
            let second = rounded(payload, to: no, in: &lowering)
            return lowering.merge(flag, first, second)
        case .flag(let flag):
            guard flag != lowering.no else { return payload }
            let whole = rounded(payload, decimals: lowering.zero, in: &lowering)
            return lowering.merge(flag, whole, payload)
        case .number(let decimals, _):
            return rounded(payload, decimals: decimals, in: &lowering)
        case .none, .text, .date, .template:
            return payload
        }
    }

    /// Halves go up, after the smallest nudge, as the language has it.
    private func rounded(_ payload: Payload, decimals: NodeID, in lowering: inout Lowering) -> Payload {
        lowering.map(payload) { lowering, number in
            let nudged = lowering.apply(.add, number.node, lowering.graph.number(.ulpOfOne))
            let scale = lowering.apply(.pow, lowering.graph.number(10), decimals)
            let scaled = lowering.graph.constant(of: scale) == 1 ? nudged : lowering.apply(.mul, nudged, scale)
            let whole = lowering.apply(.floor, lowering.apply(.add, scaled, lowering.graph.number(0.5)))
            let result = lowering.graph.constant(of: scale) == 1 ? whole : lowering.apply(.div, whole, scale)
            return .number(result, number.unit)
        }
    }
}
