/// Why something about money cannot be computed.
public enum FundingProblem: Error, Sendable, Hashable {
    /// The file asks in a year the fund has no money for.
    case date(String)
    /// The file has no rank.
    case rank(String)
    /// The file has no impact.
    case impact(String)
    /// Among so many files the best choice cannot be found exactly.
    case search(Int)
    /// Among so many aids the best stack cannot be found exactly.
    case aids(Int)
    /// The interest eats the payments: the money missing in the first year that does.
    case neverRepaid(year: Int, shortfall: Money)
    /// The saving is not above zero.
    case noSaving
    /// The fund starts without money.
    case seed

    /// The code a diagnostic gives it.
    public var code: String {
        switch self {
        case .date: "application.date"
        case .rank: "application.rank"
        case .impact: "application.impact"
        case .search: "fund.search"
        case .aids: "aids.search"
        case .neverRepaid: "advance.never_repaid"
        case .noSaving: "works.saving"
        case .seed: "fund.seed"
        }
    }

    /// What is wrong, in a sentence.
    public var message: String {
        switch self {
        case .date(let file): "'\(file)' asks in a year that is none of the fund's"
        case .rank(let file): "'\(file)' has no rank, and the fund serves files by rank"
        case .impact(let file): "'\(file)' has no impact, and the fund chooses the files that do most"
        case .search(let count): "the best choice among \(count) files is out of reach"
        case .aids(let count): "the best stack of \(count) aids is out of reach"
        case .neverRepaid(let year, let shortfall):
            "never repaid: in year \(year) the payment falls \(shortfall.text) short of the interest"
        case .noSaving: "works that save nothing repay nothing"
        case .seed: "a revolving fund starts with money"
        }
    }
}

extension Money {
    /// The amount with its two decimals, for messages.
    var text: String {
        let magnitude = cents.magnitude
        let hundredths = magnitude % 100
        return (cents < 0 ? "-" : "") + "\(magnitude / 100)." + (hundredths < 10 ? "0" : "") + "\(hundredths)"
    }
}
