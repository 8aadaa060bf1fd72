internal import EmpreinteGraph

/// One tier, lowered.
struct TierBounds {
    let floor: NodeID
    /// None at the top.
    var ceiling: NodeID?
    var isUndefined: NodeID
    let outcome: Value
}

extension Lowering {
    /// Whether an amount reaches a tier.
    private mutating func reaches(_ amount: NodeID, _ tier: TierBounds) -> NodeID {
        apply(.lessEqual, tier.floor, amount)
    }

    /// Whether an amount is inside a tier: at its floor or above, below its ceiling.
    private mutating func isInside(_ amount: NodeID, _ tier: TierBounds) -> NodeID {
        let isReached = reaches(amount, tier)
        guard let ceiling = tier.ceiling else { return isReached }
        return and(isReached, apply(.less, amount, ceiling))
    }

    /// `barème`: what lies in each tier at the tier's rate, in the unit of the base.
    mutating func marginal(_ base: Value, _ amount: Number, _ tiers: [TierBounds]) -> Value {
        var total = zero
        var isUndefined = no
        for tier in tiers {
            let rate = converted(tier.outcome.payload, to: .none) { _, _ in }
            let isReached = reaches(amount.node, tier)
            let top = tier.ceiling.map { apply(.min, amount.node, $0) } ?? amount.node
            let part = apply(.mul, apply(.sub, top, tier.floor), number(rate).node)
            let counted = select(isReached, part, else: zero)
            total = total == zero ? counted : apply(.add, total, counted)
            isUndefined = or(isUndefined, and(isReached, or(tier.isUndefined, tier.outcome.isUndefined)))
        }
        let isNothing = apply(.equal, amount.node, zero)
        let value = Value(
            payload: .number(select(isNothing, zero, else: total), amount.unit), isAbsent: no,
            isUndefined: or(base.isUndefined, and(isUndefined, not(isNothing))))
        return gate(value, absentIf: base.isAbsent)
    }

    /// `grille`: what the tier says that the base is in; undefined above the last, `non` below the first.
    mutating func grid(_ base: Value, _ amount: Number, _ tiers: [TierBounds]) -> Value {
        var result = undefined
        for tier in tiers.reversed() {
            let isHere = isInside(amount.node, tier)
            result = choose(isHere, tier.outcome, else: result)
        }
        for tier in tiers {
            result = gate(result, undefinedIf: and(tier.isUndefined, reaches(amount.node, tier)))
        }
        let isBelow = apply(.less, amount.node, zero)
        result = choose(isBelow, present(.flag(no)), else: result)
        return gate(result, undefinedIf: base.isUndefined)
    }

    /// `taux progressif`: from the rate of the tier before at the floor to the tier's own at the ceiling.
    mutating func progressive(_ base: Value, _ amount: Number, _ tiers: [TierBounds]) -> Value {
        let rates = tiers.map { tier in converted(tier.outcome.payload, to: .percent) { _, _ in } }
        guard let last = tiers.last, let lastRate = rates.last else { return undefined }
        // Beyond every tier, and in a last tier without an end, the last rate is the rate.
        var result = Value(
            payload: .number(number(lastRate).node, .percent), isAbsent: no, isUndefined: last.outcome.isUndefined)
        for (place, tier) in tiers.enumerated().reversed() {
            guard let ceiling = tier.ceiling else { continue }
            let upper = number(rates[place]).node
            let lower = place == 0 ? upper : number(rates[place - 1]).node
            let slope = apply(.div, apply(.sub, upper, lower), apply(.sub, ceiling, tier.floor))
            let rate = apply(.add, lower, apply(.mul, apply(.sub, amount.node, tier.floor), slope))
            let before = place == 0 ? no : tiers[place - 1].outcome.isUndefined
            let value = Value(
                payload: .number(rate, .percent), isAbsent: no,
                isUndefined: or(tier.isUndefined, or(before, tier.outcome.isUndefined)))
            let isHere = isInside(amount.node, tier)
            result = choose(isHere, value, else: result)
        }
        return gate(result, undefinedIf: or(base.isUndefined, base.isAbsent))
    }
}
