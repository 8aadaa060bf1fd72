/// What each group of players takes of one account: the game whose value is shared out.
struct AccountGame {
    /// In their order.
    let players: [Int]
    private let base: Double
    private let relation: Claim.Relation
    private let joint: ([Claim]) -> Double?
    /// By action, the strongest claim of each player; nothing where it claims none.
    private let actions: [[Claim?]]

    /// - Parameters:
    ///   - claims: those on one account.
    ///   - joint: what some of them come to together, where that is computed.
    init(_ claims: [(claim: Claim, player: Int)], _ joint: @escaping ([Claim]) -> Double?) {
        self.joint = joint
        let players = Set(claims.map(\.player)).sorted()
        self.players = players
        base = claims.first?.claim.base ?? 0
        relation = claims.first?.claim.relation ?? .independent
        var order: [String] = []
        var strongest: [String: [Claim?]] = [:]
        for (claim, player) in claims {
            guard let position = players.firstIndex(of: player) else { continue }
            if strongest[claim.action] == nil {
                order.append(claim.action)
                strongest[claim.action] = players.map { _ in nil }
            }
            let known = strongest[claim.action]?[position] ?? nil
            strongest[claim.action]?[position] = Self.stronger(known, claim)
        }
        actions = order.compactMap { strongest[$0] }
    }

    private static func stronger(_ one: Claim?, _ other: Claim) -> Claim {
        one.map { $0.reduction >= other.reduction ? $0 : other } ?? other
    }

    /// What claims take away together, one an action.
    private func value(of claims: [Claim]) -> Double {
        joint(claims) ?? base * relation.combined(claims.map(\.reduction))
    }

    /// What all of them take away: each action once, at the highest level any of them claims.
    var value: Double {
        value(
            of: actions.compactMap { claims in
                claims.compactMap { $0 }.reduce(nil) { Self.stronger($0, $1) }
            })
    }

    /// What a set of up to 12 players takes away.
    private func value(of set: Int) -> Double {
        value(
            of: actions.compactMap { action in
                action.indices.reduce(nil) { strongest, player in
                    guard set >> player & 1 == 1, let claim = action[player] else { return strongest }
                    return Self.stronger(strongest, claim)
                }
            })
    }

    /// Each player's mean gain over all orders; exact for up to 12 players, else over 1 000 orders and their reverse.
    func shapley() -> [Double] {
        players.count <= 12 ? exactShapley() : sampledShapley()
    }

    private func exactShapley() -> [Double] {
        let count = players.count
        let values = (0..<(1 << count)).map(value)
        // What a set of so many others weighs: its size and the rest, over all orders.
        var weights = [1 / Double(max(count, 1))]
        for size in 1..<max(count, 1) { weights.append(weights[size - 1] * Double(size) / Double(count - size)) }
        return players.indices.map { player in
            let bit = 1 << player
            return values.indices.reduce(0) { sum, set in
                set & bit == 0 ? sum + weights[set.nonzeroBitCount] * (values[set | bit] - values[set]) : sum
            }
        }
    }

    private func sampledShapley() -> [Double] {
        var random = OrderGenerator()
        var gains = [Double](repeating: 0, count: players.count)
        let orders = 1000
        for _ in 0..<orders {
            let order = random.shuffled(players.count)
            for way in [order, order.reversed()] {
                // Each action at the highest level claimed so far.
                var levels: [Claim?] = actions.map { _ in nil }
                var before = 0.0
                for player in way {
                    for (index, action) in actions.enumerated() {
                        guard let claimed = action[player] else { continue }
                        levels[index] = Self.stronger(levels[index], claimed)
                    }
                    let value = value(of: levels.compactMap { $0 })
                    gains[player] += value - before
                    before = value
                }
            }
        }
        return gains.map { $0 / Double(2 * orders) }
    }
}

/// Orders by chance, the same every time.
private struct OrderGenerator {
    private var state: UInt64 = 0x5EED

    private mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    mutating func shuffled(_ count: Int) -> [Int] {
        var order = Array(0..<count)
        for last in stride(from: count - 1, to: 0, by: -1) { order.swapAt(last, below(last + 1)) }
        return order
    }
}
