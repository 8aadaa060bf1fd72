public import EmpreinteGraph
public import EmpreinteModel
public import EmpreinteText

/// What each of some actions brings, by every method: none of them is the gain of an action by itself.
public struct Gains: Sendable {
    /// The actions, in the order of choice; of groups of actions, the positions of the groups.
    public let actions: [Int]
    /// The value without any of them, and with all.
    public let before: Double
    /// The value with all of them.
    public let after: Double
    /// What each brings by itself, on the base case. They do not add up.
    public let alone: [Double]
    /// What each loses when it is removed from the set. They do not add up.
    public let last: [Double]
    /// What each brings after those chosen before it. They add up to the reduction.
    public let inOrder: [Double]
    /// The mean of what each brings over all orders. They add up to the reduction.
    public let shapley: [Double]
    /// The standard error of each mean, where orders were drawn; nothing where all were taken.
    public let standardErrors: [Double]?

    /// What all of them bring together.
    public var reduction: Double { before - after }
    /// What would be counted twice by adding the gains alone.
    public var overlap: Double {
        let overlap = alone.reduce(0, +) - reduction
        // What rounding leaves of actions that have nothing in common is no overlap.
        return overlap.magnitude > 1e-12 * max(before.magnitude, after.magnitude) ? overlap : 0
    }

    /// Up to this many actions, every order counts.
    public static let mostExact = 12
    /// How many orders are drawn above.
    public static let drawnOrders = 256
}

extension ActedEvaluator {
    /// What each action of a set brings to a person in a year.
    ///
    /// - Parameters:
    ///   - node: the result looked at, of the model's graph.
    ///   - seed: of the orders drawn when there are more than `Gains.mostExact` actions.
    /// - Throws: why a value is no number.
    public func gains(
        of person: Person, taking set: ActionSet, on node: NodeID, in year: Int, seed: UInt64 = 1
    ) throws(CompilationError) -> Gains {
        let parts = Parts(of: set.order.count, seed: seed)
        let values = try subsetValues(of: node, person, set, year, laneCount: parts.laneCount) {
            parts.contains($1, lane: $0)
        }
        return parts.gains(of: set.order, values)
    }

    /// What each group of actions brings to people in a year, on average, beside what they have taken already.
    ///
    /// An action of several groups counts once, as the group says that takes it further.
    /// - Parameters:
    ///   - node: the result looked at, of the model's graph.
    ///   - seed: of the orders drawn when there are more than `Gains.mostExact` groups.
    /// - Throws: why a value is no number.
    public func gains(
        of people: [Person], taking groups: [ActionSet], on node: NodeID, in year: Int, seed: UInt64 = 1
    ) throws(CompilationError) -> Gains {
        let parts = Parts(of: groups.count, seed: seed)
        let sets = (0..<parts.laneCount).map { lane in
            var set = ActionSet()
            for (position, group) in groups.enumerated() where parts.contains(position, lane: lane) {
                set.formUnion(group)
            }
            return set
        }
        let means = try means(of: [node], people: people, under: sets, in: [year])
        return parts.gains(of: Array(groups.indices), sets.indices.map { means[0, person: 0, set: $0] })
    }
}
