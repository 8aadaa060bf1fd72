internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText

extension Lowering {
    mutating func call(
        _ function: Expression.Function, _ arguments: [Expression], at place: Place, _ whole: Place,
        _ assembler: inout Assembler
    ) -> Quantity? {
        // A sum skips a term that does not apply; one that divides by zero is an error even under an else, since
        // skipping it would be a silent zero.
        let depth = assembler.builder.fallbackDepth
        if function == .sum { assembler.builder.fallbackDepth = 0 }
        let values = arguments.map { lower($0, &assembler) }
        assembler.builder.fallbackDepth = depth
        let known = values.compactMap { $0 }
        guard known.count == values.count else { return nil }
        switch function {
        case .min: return assembler.builder.combine(.min, known, at: place, whole: whole)
        case .max: return assembler.builder.combine(.max, known, at: place, whole: whole)
        case .sum: return assembler.builder.sum(known, at: place)
        case .clamp:
            guard let raised = assembler.builder.combine(.max, [known[0], known[1]], at: place, whole: whole)
            else { return nil }
            return assembler.builder.combine(.min, [raised, known[2]], at: place, whole: whole)
        case .abs: return assembler.builder.transform(.abs, known[0], whole: whole)
        case .round: return assembler.builder.round(known[0], whole: whole)
        case .bands: return nil
        }
    }

    /// `bands(x, 0 -> a, 1000 -> b)`: the value of the last threshold not above x; below the first, the first.
    mutating func bands(
        _ value: Expression, _ bands: [(from: Expression, value: Expression)], at place: Place, _ whole: Place,
        _ assembler: inout Assembler
    ) -> Quantity? {
        let read = lower(value, &assembler)
        var result: Quantity?
        var last: Double?
        for band in bands {
            guard let from = lower(band.from, &assembler), let given = lower(band.value, &assembler), let read
            else { return nil }
            guard let terms = assembler.builder.aligned([read, from], at: self.place(band.from.range)) else {
                return nil
            }
            guard let threshold = assembler.builder.graph.constant(of: terms[1].node), threshold > last ?? -.infinity
            else {
                assembler.builder.diagnostics.error(
                    "bands.order", "thresholds are numbers written out, each above the one before",
                    at: from.place.range)
                return nil
            }
            last = threshold
            guard let lower = result else {
                result = given
                continue
            }
            guard let isReached = assembler.builder.compare(.greaterOrEqual, read, from, at: place, whole: from.place)
            else { return nil }
            result = assembler.builder.choose(isReached, given, lower, at: place, whole: whole)
            if result == nil { return nil }
        }
        return result
    }
}
