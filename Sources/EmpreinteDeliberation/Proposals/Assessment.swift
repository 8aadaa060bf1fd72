public import EmpreinteModel

/// What one group found a proposal to be worth.
public struct Assessment: Sendable {
    /// The id of the group.
    public var group: String?
    /// The day it was made.
    public var date: Day?
    /// What there is to add for people.
    public var note: Label?
    /// The figures given; one that is missing or unknown is not here.
    public var estimates: [Measure: Estimate] = [:]

    public init() {}

    /// What is estimated.
    public enum Measure: String, Sendable, CaseIterable {
        case ghg, energy, upfront, yearly, revenue, bills, jobs
        case localSpend = "local_spend"

        /// The unit figures are kept in.
        public var unit: String {
            switch self {
            case .ghg: "kgCO2e/year"
            case .energy: "kWh/year"
            case .upfront: "EUR"
            case .yearly, .revenue, .bills, .localSpend: "EUR/year"
            case .jobs: ""
            }
        }

        /// Whether the authority pays or earns it.
        var isMoney: Bool { self == .upfront || self == .yearly || self == .revenue }
    }

    /// What the proposal costs the authority over the years, in today's money: what it pays less what it earns.
    ///
    /// Nothing unless both what is paid once and what is paid every year are known. Where no revenue is given, none
    /// is counted.
    public func netCost(_ finance: Finance) -> Double? {
        guard let upfront = estimates[.upfront], let yearly = estimates[.yearly] else { return nil }
        return upfront.central + finance.presentValue(yearly.central - (estimates[.revenue]?.central ?? 0))
    }
}

/// How amounts of different years are brought to one.
public struct Finance: Sendable, Hashable {
    /// The discount rate, 0.03 for 3 %.
    public let rate: Double
    /// Over how many years.
    public let years: Int

    /// Nothing for a rate other than −50 % to 1 000 %, and for years other than 1 to 200.
    public init?(rate: Double, years: Int) {
        guard (-0.5...10).contains(rate), (1...200).contains(years) else { return nil }
        self.rate = rate
        self.years = years
    }

    /// What the same amount at the end of every year is worth today.
    public func presentValue(_ yearly: Double) -> Double {
        var (value, discount) = (0.0, 1.0)
        for _ in 0..<years {
            discount /= 1 + rate
            value += yearly * discount
        }
        return value
    }
}
