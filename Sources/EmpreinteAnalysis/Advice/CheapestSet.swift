internal import EmpreinteModel
public import EmpreinteText

/// The cheapest actions that bring a person down to a level, beside those taken.
public struct CheapestSet: Sendable {
    /// What is spent as little of as possible.
    public enum Price: String, Sendable, CaseIterable {
        case actions
        case effort
        /// Net of what is saved, each year.
        case money
    }

    /// What the set costs.
    public let price: Price
    /// The level to reach.
    public let target: Double
    /// The actions to take, in the order of the model.
    public let actions: [Int]
    /// What they cost together.
    public let cost: Double
    /// The result with them.
    public let value: Double
    /// Whether every set was looked at.
    public let isExact: Bool
    /// What any set that reaches the target costs, unless an action makes another one stronger; nothing where even all
    /// of them together would not reach it.
    public let leastCost: Double?
    /// The actions that could be taken but whose price is not known.
    public let leftOut: [Int]

    /// Whether the set comes to the level.
    public var isReached: Bool { value <= target }

    /// How much more it may cost than the best there is; nothing where that cannot be said.
    public var gap: Double? { isReached ? isExact ? 0 : leastCost.map { max(cost - $0, 0) } : nil }

    /// Up to this many actions, every set is looked at.
    public static let mostExact = 20
}

extension Advisor {
    /// The cheapest of the person's own actions that bring the result down to a target, beside those taken.
    ///
    /// - Parameters:
    ///   - key: says what is spent: actions for `gain`, else effort or money where any action states it.
    ///   - most: up to how many actions every set is looked at.
    /// - Throws: why a value is no number.
    public func cheapest(
        to target: Double, for advice: PersonalAdvice, by key: AdviceKey, exactUpTo most: Int = CheapestSet.mostExact
    ) throws(CompilationError) -> CheapestSet {
        let able = advice.actions.filter { advised in
            guard isOwn(advised.action) else { return false }
            switch advised.standing {
            case .open, .locked: return true
            default: return false
            }
        }
        let wanted: CheapestSet.Price =
            switch key {
            case .gain: .actions
            case .gainPerEffort: .effort
            case .gainPerEuro: .money
            }
        let isKnown = able.contains { price(of: $0, wanted) != nil }
        let priceKind = isKnown ? wanted : .actions
        let priced = able.filter { price(of: $0, priceKind) != nil }
        let takable = Set(compatibility.takable(advice.person.taken + priced.map(\.action)))
        let chosen = priced.filter { takable.contains($0.action) }
        let search = CheapestSearch(
            advisor: self, person: advice.person, year: advice.year, target: target, actions: chosen.map(\.action),
            prices: chosen.map { price(of: $0, priceKind) ?? 0 })
        let found = try chosen.count <= most ? search.exact() : search.greedy()
        return CheapestSet(
            price: priceKind, target: target, actions: found.positions.sorted().map { chosen[$0].action },
            cost: found.cost, value: found.value, isExact: chosen.count <= most, leastCost: found.leastCost,
            leftOut: able.map(\.action).filter { action in !chosen.contains { $0.action == action } })
    }

    private func price(of advised: PersonalAdvice.Advised, _ price: CheapestSet.Price) -> Double? {
        switch price {
        case .actions: 1
        case .effort: model.actions[advised.action].effort
        case .money: advised.cost?.net
        }
    }
}
