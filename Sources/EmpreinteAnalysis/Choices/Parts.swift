internal import EmpreinteEngine

/// The parts of a whole that are looked at to tell what each member brings: all of them, or the steps of orders drawn.
struct Parts {
    private let count: Int
    /// The place of each member in each order drawn; nothing where every part is looked at.
    private let ranks: [[Int]]?

    /// - Parameter seed: of the orders drawn when there are more than `Gains.mostExact` members.
    init(of count: Int, seed: UInt64) {
        self.count = count
        let random = Philox(key: seed)
        ranks =
            count <= Gains.mostExact
            ? nil : (0..<Gains.drawnOrders).map { Self.ranks(count, random, order: UInt64($0)) }
    }

    /// The place of each position in a random order.
    private static func ranks(_ count: Int, _ random: Philox, order: UInt64) -> [Int] {
        let keys = (0..<count).map { random.words(order, UInt64($0)).0 }
        let sorted = (0..<count).sorted { (keys[$0], $0) < (keys[$1], $1) }
        var ranks = [Int](repeating: 0, count: count)
        for (place, position) in sorted.enumerated() { ranks[position] = place }
        return ranks
    }

    /// Of drawn orders: the empty part, all, each alone and all but each, before the steps.
    private var singles: Int { 2 + 2 * count }

    /// How many parts there are.
    var laneCount: Int { ranks.map { singles + ($0.count + 1) * (count - 1) } ?? 1 << count }

    /// Whether the part of a lane holds a member.
    func contains(_ position: Int, lane: Int) -> Bool {
        // Without orders, lane n holds the members whose bit is set in n.
        guard let ranks else { return lane >> position & 1 == 1 }
        switch lane {
        case 0: return false
        case 1: return true
        case ..<(2 + count): return lane - 2 == position
        case ..<singles: return lane - 2 - count != position
        default:
            // The steps of choice come first, then those of each order drawn.
            let (order, step) = (lane - singles).quotientAndRemainder(dividingBy: count - 1)
            return (order == 0 ? position : ranks[order - 1][position]) <= step
        }
    }

    /// What the members bring.
    ///
    /// - Parameter values: by lane.
    func gains(of members: [Int], _ values: [Double]) -> Gains {
        ranks.map { drawnGains(members, values, $0) } ?? exactGains(members, values)
    }

    private func exactGains(_ members: [Int], _ values: [Double]) -> Gains {
        let all = values.count - 1
        var inOrder: [Double] = []
        var chosen = 0
        for position in 0..<count {
            inOrder.append(values[chosen] - values[chosen | 1 << position])
            chosen |= 1 << position
        }
        return Gains(
            actions: members, before: values[0], after: values[all],
            alone: (0..<count).map { values[0] - values[1 << $0] },
            last: (0..<count).map { values[all ^ 1 << $0] - values[all] }, inOrder: inOrder,
            shapley: (0..<count).map { shapley(of: $0, values) }, standardErrors: nil)
    }

    /// The mean gain over all orders: `Σ (v(S) − v(S ∪ i)) / (n·C(n − 1, |S|))`.
    private func shapley(of position: Int, _ values: [Double]) -> Double {
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
    private func drawnGains(_ members: [Int], _ values: [Double], _ ranks: [[Int]]) -> Gains {
        func steps(_ order: Int) -> [Double] {
            let first = singles + order * (count - 1)
            let path = [values[0]] + values[first..<first + count - 1] + [values[1]]
            return zip(path, path.dropFirst()).map { $0 - $1 }
        }
        var sums = [Double](repeating: 0, count: count)
        var squares = sums
        for order in ranks.indices {
            let gains = steps(order + 1)
            for position in 0..<count {
                let gain = gains[ranks[order][position]]
                sums[position] += gain
                squares[position] += gain * gain
            }
        }
        let n = Double(ranks.count)
        return Gains(
            actions: members, before: values[0], after: values[1],
            alone: (0..<count).map { values[0] - values[2 + $0] },
            last: (0..<count).map { values[2 + count + $0] - values[1] }, inOrder: steps(0),
            shapley: sums.map { $0 / n },
            standardErrors: zip(sums, squares).map { sum, square in
                (max(square - sum * sum / n, 0) / (n - 1) / n).squareRoot()
            })
    }
}
