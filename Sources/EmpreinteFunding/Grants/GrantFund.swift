public import EmpreinteModel

/// The rules of a fund that pays a part of projects out of an envelope.
public struct GrantFund: Sendable {
    /// What there is to give, by year.
    public var envelope: Envelope
    /// The most one project may get.
    public var ceiling: Money?
    /// The largest part of a project's plan that may be paid.
    public var rate: Rate?
    /// Who may ask; anybody when nobody is named.
    public var beneficiaries: [String]
    /// In which order files are served.
    public var policy: Policy

    public init(
        envelope: Envelope, ceiling: Money? = nil, rate: Rate? = nil, beneficiaries: [String] = [],
        policy: Policy = .firstCome
    ) {
        self.envelope = envelope
        self.ceiling = ceiling
        self.rate = rate
        self.beneficiaries = beneficiaries
        self.policy = policy
    }

    /// Who is served first, and what happens to the one the envelope no longer suffices for.
    public enum Policy: String, Sendable, CaseIterable {
        /// By date; the last one gets what is left.
        case firstCome = "first_come"
        /// By rank; whoever does not get it whole gets nothing, and the next ones may still fit.
        case ranked
        /// By rank; the first who does not get it whole gets what is left.
        case rankedPartial = "ranked_partial"
        /// Everybody in the same proportion, rounded down.
        case proRata = "pro_rata"
        /// The files, each whole, that do most together.
        case bestImpact = "best_impact"
    }
}

/// The money of a fund, year by year.
public struct Envelope: Sendable, Hashable {
    /// What comes in each year, in order.
    public let parts: [Part]
    /// Whether what a year leaves goes on to the next; otherwise it lapses.
    public let carriesOver: Bool

    /// What there is for one year.
    public struct Part: Sendable, Hashable {
        /// The year.
        public let year: Int
        /// How much there is.
        public let amount: Money
    }

    /// One pot for all its years, or the same part each year where nothing is carried over: the cents that do not
    /// divide go to the first years.
    public init(total: Money, years: [Int], carriesOver: Bool = true) {
        let count = max(years.count, 1)
        parts = years.enumerated().map { index, year in
            if carriesOver { return Part(year: year, amount: index == 0 ? total : .zero) }
            return Part(
                year: year, amount: Money(cents: total.cents / count + (index < total.cents % count ? 1 : 0)))
        }
        self.carriesOver = carriesOver
    }

    /// An amount for each year.
    public init(byYear amounts: [(year: Int, amount: Money)], carriesOver: Bool = true) {
        parts = amounts.map { Part(year: $0.year, amount: $0.amount) }
        self.carriesOver = carriesOver
    }

    /// What there is in all.
    public var total: Money { parts.map(\.amount).total }
}

/// A project that asks a fund for a part of its costs.
public struct GrantFile: Sendable {
    /// The id.
    public var id: String
    /// Who asks.
    public var beneficiary: String
    /// The day it was handed in.
    public var date: CalendarDate
    /// What the plan costs.
    public var expenses: Money
    /// What comes from elsewhere; with what is asked it pays for the expenses.
    public var resources: Money
    /// What is asked of the fund.
    public var asked: Money
    /// 1 for the first; needed where files are ranked.
    public var rank: Int?
    /// How much good it does, in a unit common to all; needed where the best impact decides.
    public var impact: Double?

    public init(
        id: String, beneficiary: String, date: CalendarDate, expenses: Money, resources: Money, asked: Money,
        rank: Int? = nil, impact: Double? = nil
    ) {
        self.id = id
        self.beneficiary = beneficiary
        self.date = date
        self.expenses = expenses
        self.resources = resources
        self.asked = asked
        self.rank = rank
        self.impact = impact
    }
}
