internal import EmpreinteEngine
public import EmpreinteGraph
public import EmpreinteModel
public import EmpreinteText

/// What each of some actions brings, by every method: none of them is the gain of an action by itself.
public struct Gains: Sendable {
    /// The actions, in the order of choice.
    public let actions: [Int]
    /// The value without any of them, and with all.
    public let before: Double
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
    static let drawnOrders = 256
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
        let count = set.order.count
        guard count <= Gains.mostExact else { return try drawnGains(of: person, set, node, year, seed) }
        // Lane n holds the actions whose bit is set in n.
        let values = try subsetValues(of: node, person, set, year, laneCount: 1 << count) { $0 >> $1 & 1 == 1 }
        let all = values.count - 1
        var inOrder: [Double] = []
        var chosen = 0
        for position in 0..<count {
            inOrder.append(values[chosen] - values[chosen | 1 << position])
            chosen |= 1 << position
        }
        return Gains(
            actions: set.order, before: values[0], after: values[all],
            alone: (0..<count).map { values[0] - values[1 << $0] },
            last: (0..<count).map { values[all ^ 1 << $0] - values[all] }, inOrder: inOrder,
            shapley: (0..<count).map { Self.shapley(of: $0, values, count) }, standardErrors: nil)
    }

    /// The mean gain over all orders: `Σ (v(S) − v(S ∪ i)) / (n·C(n − 1, |S|))`.
    private static func shapley(of position: Int, _ values: [Double], _ count: Int) -> Double {
        var sums = [Double](repeating: 0, count: count)
        for lane in values.indices where lane >> position & 1 == 0 {
            sums[lane.nonzeroBitCount] += values[lane] - values[lane | 1 << position]
        }
        var combinations = 1.0
        var mean = 0.0
        for size in 0..<count {
            mean += sums[size] / combinations
            combinations = combinations * Double(count - 1 - size) / Double(size + 1)
        }
        return mean / Double(count)
    }

    /// Means over orders drawn; each order adds up to the reduction, so the means do too.
    private func drawnGains(
        of person: Person, _ set: ActionSet, _ node: NodeID, _ year: Int, _ seed: UInt64
    ) throws(CompilationError) -> Gains {
        let count = set.order.count
        let random = Philox(key: seed)
        let ranks = (0..<Gains.drawnOrders).map { Self.ranks(count, random, order: UInt64($0)) }
        // The empty set, all, each alone, all but each, then the steps of choice and of each order drawn.
        let singles = 2 + 2 * count
        let laneCount = singles + (Gains.drawnOrders + 1) * (count - 1)
        let values = try subsetValues(of: node, person, set, year, laneCount: laneCount) { lane, position in
            switch lane {
            case 0: return false
            case 1: return true
            case ..<(2 + count): return lane - 2 == position
            case ..<singles: return lane - 2 - count != position
            default:
                let (order, step) = (lane - singles).quotientAndRemainder(dividingBy: count - 1)
                return (order == 0 ? position : ranks[order - 1][position]) <= step
            }
        }
        func steps(_ order: Int) -> [Double] {
            let first = singles + order * (count - 1)
            let path = [values[0]] + values[first..<first + count - 1] + [values[1]]
            return zip(path, path.dropFirst()).map { $0 - $1 }
        }
        var sums = [Double](repeating: 0, count: count)
        var squares = sums
        for order in 1...Gains.drawnOrders {
            let gains = steps(order)
            for position in 0..<count {
                let gain = gains[ranks[order - 1][position]]
                sums[position] += gain
                squares[position] += gain * gain
            }
        }
        let n = Double(Gains.drawnOrders)
        return Gains(
            actions: set.order, before: values[0], after: values[1],
            alone: (0..<count).map { values[0] - values[2 + $0] },
            last: (0..<count).map { values[2 + count + $0] - values[1] }, inOrder: steps(0),
            shapley: sums.map { $0 / n },
            standardErrors: zip(sums, squares).map { sum, square in
                (max(square - sum * sum / n, 0) / (n - 1) / n).squareRoot()
            })
    }

    /// The place of each position in a random order.
    private static func ranks(_ count: Int, _ random: Philox, order: UInt64) -> [Int] {
        let keys = (0..<count).map { random.words(order, UInt64($0)).0 }
        let sorted = (0..<count).sorted { (keys[$0], $0) < (keys[$1], $1) }
        var ranks = [Int](repeating: 0, count: count)
        for (place, position) in sorted.enumerated() { ranks[position] = place }
        return ranks
    }
}
