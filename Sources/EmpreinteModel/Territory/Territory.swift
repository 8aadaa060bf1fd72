/// What is published of a territory as a whole, which is another account than the footprint of its people.
public struct Territory: Sendable {
    /// The id.
    public var id: String
    /// The name for people.
    public var label: Label
    /// How many people live there, by year.
    public var population: [TargetPath.Point] = []
    /// What its authority decides, such as waste or transport.
    public var competence: [String] = []
    /// In the order of the years, each account once a year.
    public var inventory: [Inventory] = []
    /// Totals of a year nobody stated, which are shown and nothing more.
    public var undated: [Inventory] = []
    /// Energy from renewable sources, in the order of the years.
    public var renewables: [Renewables] = []
    /// How the people are spread over groups: by age, by sort of dwelling.
    public var margins: [Margin] = []
    /// What its climate plan is about.
    public var issues: [Issue] = []
    /// What it is to reach.
    public var targets: [Target] = []
    /// Where population, renewables, margins and the like are published, by the key they stand under.
    public var sources: [String: [String]] = [:]

    public init(id: String, label: Label) {
        self.id = id
        self.label = label
    }

    /// What is counted.
    public enum Account: String, Sendable, CaseIterable {
        case ghg, energy

        /// The unit of the amounts that are no index.
        public var unit: String {
            switch self {
            case .ghg: "kgCO2e/year"
            case .energy: "kWh/year"
            }
        }
    }

    /// One account of one year.
    public struct Inventory: Sendable {
        /// What is counted.
        public var account: Account
        /// The year.
        public var year: Int
        /// Whether the amounts are parts of those of another year, 1 for as much, rather than amounts.
        public var isIndex: Bool
        /// What it is made of; a single cell without sector and carrier where only the total is known.
        public var cells: [Cell]
        /// Where it comes from.
        public var evidence: Evidence
        /// Where it is written.
        public var place: Place

        public init(
            account: Account, year: Int, isIndex: Bool, cells: [Cell], evidence: Evidence, place: Place
        ) {
            self.account = account
            self.year = year
            self.isIndex = isIndex
            self.cells = cells
            self.evidence = evidence
            self.place = place
        }

        /// What the cells add up to, in the order written.
        public var total: Double { cells.reduce(0) { $0 + $1.amount } }

        /// The total of a sector; nothing when it has no cell.
        public func total(of sector: String) -> Double? {
            let cells = cells.filter { $0.sector == sector }
            return cells.isEmpty ? nil : cells.reduce(0) { $0 + $1.amount }
        }
    }

    /// The amount of a sector, or of one form of energy in it.
    public struct Cell: Sendable, Hashable {
        /// The sector; nothing for all of them.
        public var sector: String?
        /// The form of energy; nothing for all of them.
        public var carrier: String?
        /// How much it is.
        public var amount: Double
        /// Half-width of the relative 95 % range: 0.2 for ± 20 %.
        public var spread: Double?

        public init(sector: String?, carrier: String?, amount: Double, spread: Double? = nil) {
            self.sector = sector
            self.carrier = carrier
            self.amount = amount
            self.spread = spread
        }
    }

    /// What renewable sources gave in one year.
    public struct Renewables: Sendable {
        /// The year.
        public var year: Int
        /// In kWh, by form of energy.
        public var parts: [(carrier: String, amount: Double)]
        /// The published part of what was used, where no amounts are.
        public var share: Double?
        /// Where it is written.
        public var place: Place

        public init(year: Int, parts: [(carrier: String, amount: Double)], share: Double?, place: Place) {
            self.year = year
            self.parts = parts
            self.share = share
            self.place = place
        }
    }

    /// The shares of the people in the groups of one sort.
    public struct Margin: Sendable {
        /// The id.
        public var id: String
        /// The share of each group, from 0 to 1.
        public var shares: [(group: String, share: Double)]

        public init(id: String, shares: [(group: String, share: Double)]) {
            self.id = id
            self.shares = shares
        }
    }

    /// Something the climate plan is about.
    public struct Issue: Sendable {
        /// The id.
        public var id: String
        /// The name for people.
        public var label: Label

        public init(id: String, label: Label) {
            self.id = id
            self.label = label
        }
    }
}

extension Territory {
    /// The totals of an account in years that are known.
    ///
    /// - Throws: `series` for years out of order.
    public func series(of account: Account) throws(TargetProblem) -> YearSeries {
        let entries = inventory.filter { $0.account == account }
        return try YearSeries(entries.map(\.year), entries.map(\.total))
    }

    /// Whether an account is an index; nothing when it is not known at all.
    public func isIndex(_ account: Account) -> Bool? { inventory.first { $0.account == account }?.isIndex }

    /// The renewable part of the energy used, in the years for which both are known.
    ///
    /// - Throws: `denominator` for a year without any energy.
    public func renewableShares() throws(TargetProblem) -> YearSeries {
        var points: [TargetPath.Point] = []
        for entry in renewables {
            if let share = entry.share {
                points.append(.init(year: entry.year, value: share))
            } else if let energy = inventory.first(where: { $0.account == .energy && $0.year == entry.year }),
                !energy.isIndex
            {
                let part = entry.parts.reduce(0) { $0 + $1.amount }
                points.append(.init(year: entry.year, value: try TargetPath.share(part, of: energy.total)))
            }
        }
        return try YearSeries(points.map(\.year), points.map(\.value))
    }

    /// How many people there are in a year, on straight lines between the years known; nothing outside them.
    public func population(in year: Int) -> Double? {
        guard let after = population.firstIndex(where: { $0.year >= year }) else { return nil }
        let next = population[after]
        if next.year == year { return next.value }
        guard after > 0 else { return nil }
        let last = population[after - 1]
        let part = Double(year - last.year) / Double(next.year - last.year)
        return last.value + (next.value - last.value) * part
    }
}
