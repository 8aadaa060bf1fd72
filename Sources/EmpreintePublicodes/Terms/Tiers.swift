internal import EmpreinteText

/// `barème`, `grille` and `taux progressif`: what an amount gives by the tiers it falls in.
struct Tiers: Term {
    enum Kind: Sendable {
        /// Each tier at its own rate.
        case marginal
        /// The amount of the tier.
        case grid
        /// A rate that grows along the tier, from that of the tier before.
        case progressive
    }

    struct Tier: Sendable {
        /// Where it ends; the last may have no end.
        let ceiling: TermID?
        let outcome: TermID
    }

    let kind: Kind
    let base: TermID
    let multiplier: TermID?
    let tiers: [Tier]

    func shape(in shapes: inout Shapes) -> Shape { .number }

    func value(in lowering: inout Lowering) -> Value {
        let base = lowering.value(of: base)
        let number = lowering.number(base.payload)
        let bounds = bounds(in: &lowering, unit: number.unit)
        switch kind {
        case .marginal: return lowering.marginal(base, number, bounds)
        case .grid: return lowering.grid(base, number, bounds)
        case .progressive: return lowering.progressive(base, number, bounds)
        }
    }

    /// The tiers lowered, each ceiling in the unit of the base.
    private func bounds(in lowering: inout Lowering, unit: UnitID?) -> [TierBounds] {
        let multiplier = multiplier.map { lowering.value(of: $0) }
        var floor = lowering.zero
        var isUndefined = multiplier?.isUndefined ?? lowering.no
        return tiers.map { tier in
            let outcome = lowering.value(of: tier.outcome)
            var bounds = TierBounds(floor: floor, ceiling: nil, isUndefined: isUndefined, outcome: outcome)
            guard let term = tier.ceiling else { return bounds }
            var ceiling = lowering.value(of: term)
            if let multiplier { ceiling = lowering.multiply(ceiling, multiplier) }
            if let unit {
                ceiling.payload = lowering.converted(ceiling.payload, to: unit) { $0.reportMismatch($1, unit) }
            }
            floor = lowering.number(ceiling.payload).node
            isUndefined = lowering.or(isUndefined, ceiling.isUndefined)
            bounds.ceiling = floor
            bounds.isUndefined = isUndefined
            return bounds
        }
    }
}

extension RuleReader {
    /// Reads `assiette`, `multiplicateur` and `tranches`.
    mutating func readTiers(_ node: Node, _ kind: Tiers.Kind) -> TermID {
        guard let base = node["assiette"], let list = node["tranches"], list.kind == .sequence, !list.items.isEmpty
        else {
            error("mechanism.form", "'assiette' and a list of 'tranches' were expected here", at: node)
            return missing()
        }
        let baseTerm = read(base)
        let multiplier = node["multiplicateur"].map { read($0) }
        let word = kind == .grid ? "montant" : "taux"
        var tiers: [Tiers.Tier] = []
        for (place, item) in list.items.enumerated() {
            guard let outcome = item[word] else {
                error("mechanism.form", "a tier needs '\(word)'", at: item)
                continue
            }
            if item["plafond"] == nil, place < list.items.count - 1 {
                error("mechanism.form", "only the last tier may have no 'plafond'", at: item)
            }
            let ceiling = item["plafond"].map { read($0) }
            tiers.append(Tiers.Tier(ceiling: ceiling, outcome: read(outcome)))
        }
        guard !tiers.isEmpty else { return missing() }
        return add(Tiers(kind: kind, base: baseTerm, multiplier: multiplier, tiers: tiers))
    }
}
