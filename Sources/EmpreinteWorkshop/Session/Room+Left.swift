extension Room {
    /// What may still be picked in the open round.
    public struct Left: Sendable, Hashable {
        /// How many choices are left; nothing where there is no limit.
        public let picks: Int?
        /// What is left to spend; nothing where there is no budget.
        public let budget: Double?
        /// What the budget counts.
        public let unit: String
    }

    /// What a person, or nobody for the group, may still pick in the open round; nothing where it has no limit.
    public func left(of person: String?) -> Left? {
        guard let round = openRound, round.mostPicks != nil || round.budget != nil else { return nil }
        let own = standing.filter { $0.round == state.open && $0.person == person }
        let budget = round.budget.map { budget in
            own.reduce(budget.amount) { $0 - ((try? price(of: $1.action, in: budget.unit)) ?? 0) }
        }
        return Left(picks: round.mostPicks.map { $0 - own.count }, budget: budget, unit: round.budget?.unit ?? "")
    }
}
