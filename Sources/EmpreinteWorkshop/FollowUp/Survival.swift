/// How long what was promised is kept, by the estimate of Kaplan and Meier: those not seen any more count as long as they
/// were seen.
public struct Survival: Sendable, Hashable {
    /// One commitment, followed for some months.
    public struct Spell: Sendable, Hashable {
        /// How long it was followed.
        public let months: Int
        /// Whether it was dropped then, rather than last seen.
        public let isDropped: Bool

        public init(months: Int, isDropped: Bool) {
            self.months = months
            self.isDropped = isDropped
        }
    }

    /// A month in which some were dropped.
    public struct Step: Sendable, Hashable {
        /// The month.
        public let month: Int
        /// How many were still followed before it.
        public let atRisk: Int
        /// How many were dropped in it.
        public let dropped: Int
        /// The share still kept after it.
        public let share: Double
    }

    /// The months in which something was dropped.
    public let steps: [Step]

    public init(_ spells: [Spell]) {
        var share = 1.0
        steps = Set(spells.filter(\.isDropped).map(\.months)).sorted().map { month in
            let atRisk = spells.count { $0.months >= month }
            let dropped = spells.count { $0.months == month && $0.isDropped }
            share *= Double(atRisk - dropped) / Double(atRisk)
            return Step(month: month, atRisk: atRisk, dropped: dropped, share: share)
        }
    }

    /// The share still kept after some months.
    public func share(after month: Int) -> Double { steps.last { $0.month <= month }?.share ?? 1 }
}
