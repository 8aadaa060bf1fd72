/// What claims come to together, each quantity counted once, and who is credited with it.
public struct RollUp: Sendable {
    /// In the order first claimed.
    public let accounts: [Account]
    /// One for each measure, in the order first claimed.
    public let totals: [Total]

    /// One quantity, and what all actions take of it.
    public struct Account: Sendable {
        /// The key by which accounts of one thing are told.
        public let key: String
        /// What is measured, and its unit.
        public let measure: Claim.Measure
        /// How much it is before any claim.
        public let base: Double
        /// The sector it belongs to.
        public let sector: String?
        /// What the claims add up to as declared.
        public let gross: Double
        /// What is taken away when each action counts once.
        public let net: Double
        /// The part of the net of each player with a claim on it, in the order of the players.
        public let shares: [(player: Int, amount: Double)]
    }

    /// The sums of one measure; `overlap = gross − net`.
    public struct Total: Sendable, Hashable {
        /// What is measured, and its unit.
        public let measure: Claim.Measure
        /// The sum of the claims.
        public let gross: Double
        /// Not more than the inventories allow.
        public let net: Double
        /// By player; they add up to the net.
        public let shares: [Double]
        /// The sectors whose inventory was smaller than what is claimed; nothing inside for the whole territory.
        public let capped: [String?]

        /// The unit of the amounts.
        public var unit: String { measure.unit }
        /// What would be counted twice.
        public var overlap: Double { gross - net }
    }

    /// How a net effect is shared out.
    public enum Credit: String, Sendable, CaseIterable {
        /// The mean over all orders of arrival.
        case shapley
        /// The same part for each who has a claim on the account.
        case equal
        /// As the claims declare.
        case declared
    }

    /// What an inventory holds of a unit in a sector, or in all of them.
    public struct Limit: Sendable, Hashable {
        /// The unit of the amount.
        public var unit: String
        /// The sector it bounds; nothing for all.
        public var sector: String?
        /// The most there is.
        public var amount: Double

        public init(unit: String, sector: String?, amount: Double) {
            self.unit = unit
            self.sector = sector
            self.amount = amount
        }
    }

    /// Rolls claims up.
    ///
    /// - Parameters:
    ///   - count: how many players there are.
    ///   - limits: the inventories that the net effect may not exceed.
    ///   - joint: what claims on one account come to together, at most one an action, where it is computed and not
    ///     combined by their relation.
    ///   - player: whom a claim is credited to, by position: its coalition, or its issue.
    /// - Complexity: for each account, 2ⁿ for up to 12 players, else 2 000 orders.
    public init(
        _ claims: [Claim], count: Int, credit: Credit = .shapley, limits: [Limit] = [],
        joint: @escaping ([Claim]) -> Double? = { _ in nil }, player: (Claim) -> Int = { $0.coalition }
    ) {
        var order: [String] = []
        var byKey: [String: [Int]] = [:]
        for (index, claim) in claims.enumerated() {
            let key = "\(claim.unit) \(claim.taking != nil) \(claim.key)"
            if byKey[key] == nil { order.append(key) }
            byKey[key, default: []].append(index)
        }
        let accounts = order.compactMap { key in
            Account((byKey[key] ?? []).map { (claims[$0], player(claims[$0])) }, credit, joint)
        }
        self.accounts = accounts
        var measures: [Claim.Measure] = []
        for account in accounts where !measures.contains(account.measure) { measures.append(account.measure) }
        totals = measures.map { measure in
            let own = limits.filter { !measure.isFootprint && $0.unit == measure.unit }
            return Total(measure, accounts.filter { $0.measure == measure }, count, own)
        }
    }
}

extension RollUp.Total {
    fileprivate init(
        _ measure: Claim.Measure, _ accounts: [RollUp.Account], _ count: Int, _ limits: [RollUp.Limit]
    ) {
        self.measure = measure
        gross = accounts.reduce(0) { $0 + $1.gross }
        var capped: [String?] = []
        var factors = [Double](repeating: 1, count: accounts.count)
        // Sectors first, then the whole: each keeps its net within what there is.
        for limit in limits.filter({ $0.sector != nil }) + limits.filter({ $0.sector == nil }) {
            let inside = accounts.indices.filter { limit.sector == nil || accounts[$0].sector == limit.sector }
            let net = inside.reduce(0) { $0 + accounts[$1].net * factors[$1] }
            guard net > limit.amount else { continue }
            capped.append(limit.sector)
            for index in inside { factors[index] *= limit.amount / net }
        }
        self.capped = capped
        var shares = [Double](repeating: 0, count: count)
        for (account, factor) in zip(accounts, factors) {
            for share in account.shares where shares.indices.contains(share.player) {
                shares[share.player] += share.amount * factor
            }
        }
        net = zip(accounts, factors).reduce(0) { $0 + $1.0.net * $1.1 }
        self.shares = shares
    }
}

extension RollUp.Account {
    fileprivate init?(
        _ claims: [(claim: Claim, player: Int)], _ credit: RollUp.Credit, _ joint: @escaping ([Claim]) -> Double?
    ) {
        guard let first = claims.first?.claim else { return nil }
        let game = AccountGame(claims, joint)
        key = first.key
        measure = first.measure
        base = first.base
        sector = first.sector
        gross = claims.reduce(0) { $0 + $1.claim.effect }
        let net = game.value
        self.net = net
        let parts: [Double]
        switch credit {
        case .shapley: parts = game.shapley()
        case .equal: parts = game.players.map { _ in net / Double(game.players.count) }
        case .declared:
            let declared = game.players.map { player in
                claims.filter { $0.player == player }.reduce(0) { max($0, $1.claim.share ?? 0) }
            }
            // Of claims that were dropped, the others take over the part.
            let sum = declared.reduce(0, +)
            parts = declared.map { sum > 0 ? net * $0 / sum : net / Double(game.players.count) }
        }
        shares = zip(game.players, parts).map { (player: $0, amount: $1) }
    }
}
