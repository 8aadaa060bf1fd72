internal import EmpreinteModel
public import EmpreinteText

/// What each further saving costs a person: actions from those that pay for themselves to the dearest, each after
/// those before it, so that what they bring adds up.
public struct CostCurve: Sendable {
    /// The actions, from the cheapest for what it saves to the dearest.
    public let steps: [Step]
    /// The actions that could be taken but whose price is not known.
    public let leftOut: [Int]

    /// One more action, with what it adds to those before.
    public struct Step: Sendable, Hashable {
        /// The action, by position in `Model.actions`.
        public let action: Int
        /// Each year, net of what is saved.
        public let cost: Double
        /// What it brings after the steps before it.
        public let gain: Double
        /// What they bring together up to here.
        public let cumulative: Double

        /// The price of what is saved; nothing where there is none, or where nothing is saved.
        public var price: Double? { cost > 0 && gain > 0 ? cost / gain : nil }
    }
}

extension Advisor {
    /// The curve of the person's own actions, after those taken.
    ///
    /// - Throws: why a value is no number.
    public func costCurve(for advice: PersonalAdvice) throws(CompilationError) -> CostCurve {
        let ranking = AdviceRanking(advice.open(own: true, in: model), by: .gainPerEuro, in: model)
        var order = advice.person.taken
        var costs: [Double] = []
        for advised in ranking.paying + ranking.ranked where compatibility.allows(order + [advised.action]) {
            guard let net = advised.cost?.net else { continue }
            order.append(advised.action)
            costs.append(net)
        }
        let taken = advice.person.taken.count
        let values = try evaluator.subsetValues(
            of: total, advice.person, ActionSet(fully: order), advice.year, laneCount: costs.count + 1
        ) { $1 < taken + $0 }
        let steps = costs.indices.map { step in
            CostCurve.Step(
                action: order[taken + step], cost: costs[step], gain: values[step] - values[step + 1],
                cumulative: values[0] - values[step + 1])
        }
        return CostCurve(steps: steps, leftOut: ranking.unknown.map(\.action))
    }
}
