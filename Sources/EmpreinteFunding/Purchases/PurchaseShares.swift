/// Something a public body bought.
public struct Purchase: Sendable {
    /// The year.
    public var year: Int
    /// What was bought.
    public var family: String
    /// What it cost.
    public var amount: Money
    /// Who was paid; needed for the concentration only.
    public var supplier: String?
    /// Nothing when it is not known, which is not the same as no.
    public var isLocal: Bool?
    /// Whether a small firm sold it; nothing where it is not known.
    public var isSmall: Bool?
    /// The clauses of the contract: environmental, social; nothing when it is not known.
    public var clauses: Set<String>?

    public init(
        year: Int, family: String, amount: Money, supplier: String? = nil, isLocal: Bool? = nil, isSmall: Bool? = nil,
        clauses: Set<String>? = nil
    ) {
        self.year = year
        self.family = family
        self.amount = amount
        self.supplier = supplier
        self.isLocal = isLocal
        self.isSmall = isSmall
        self.clauses = clauses
    }
}

/// What part of some purchases goes where, by amount and by contract.
public struct PurchaseShares: Sendable, Hashable {
    /// What was bought for.
    public let amount: Money
    /// How many contracts there were.
    public let contracts: Int
    /// The part of local suppliers.
    public let local: Share
    /// The part of small firms.
    public let small: Share
    /// The part with an environmental clause.
    public let environmental: Share
    /// The part with a social clause.
    public let social: Share
    /// The sum of the squared shares of suppliers, from 1/n to 1; nothing when a supplier is not named.
    public let concentration: Double?

    /// A part among the purchases of which it is known.
    public struct Share: Sendable, Hashable {
        /// Of the amount known, from 0 to 1; nothing when none is.
        public let byAmount: Double?
        /// Of the contracts known, from 0 to 1; nothing when none is.
        public let byContract: Double?
        /// The part of the whole amount of which nothing is known.
        public let unknown: Double
    }

    public init(_ purchases: [Purchase]) {
        amount = purchases.map(\.amount).total
        contracts = purchases.count
        local = Self.share(purchases, \.isLocal)
        small = Self.share(purchases, \.isSmall)
        environmental = Self.share(purchases) { $0.clauses?.contains("environmental") }
        social = Self.share(purchases) { $0.clauses?.contains("social") }
        concentration = Self.concentration(purchases)
    }

    private static func share(_ purchases: [Purchase], _ answer: (Purchase) -> Bool?) -> Share {
        let known = purchases.filter { answer($0) != nil }
        let yes = known.filter { answer($0) == true }
        func ratio(_ part: Money, _ whole: Money) -> Double? {
            whole > .zero ? Double(part.cents) / Double(whole.cents) : nil
        }
        let (all, knownAmount) = (purchases.map(\.amount).total, known.map(\.amount).total)
        return Share(
            byAmount: ratio(yes.map(\.amount).total, knownAmount),
            byContract: known.isEmpty ? nil : Double(yes.count) / Double(known.count),
            unknown: ratio(all - knownAmount, all) ?? 0)
    }

    private static func concentration(_ purchases: [Purchase]) -> Double? {
        var bySupplier: [String: Money] = [:]
        for purchase in purchases {
            guard let supplier = purchase.supplier else { return nil }
            bySupplier[supplier, default: .zero] += purchase.amount
        }
        let whole = bySupplier.values.total.amount
        guard whole > 0 else { return nil }
        // In the order of names, so that the sum has the same bits every time.
        return bySupplier.sorted { $0.key < $1.key }.reduce(0) { sum, supplier in
            let share = supplier.value.amount / whole
            return sum + share * share
        }
    }
}
