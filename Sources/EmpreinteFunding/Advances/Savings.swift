/// What works save, year after year.
public struct Savings: Sendable, Hashable {
    /// The first years, in order.
    private let first: [Money]
    /// Every later year.
    private let later: Money

    /// - Parameters:
    ///   - first: what the first years save.
    ///   - later: what every later year saves.
    public init(_ first: [Money] = [], then later: Money) {
        self.first = first
        self.later = later
    }

    /// What a year saves, 1 for the first year after the works.
    public subscript(year: Int) -> Money { year > 0 && year <= first.count ? first[year - 1] : later }

    /// The year from which on savings stay the same.
    var settled: Int { first.count + 1 }

    /// How many years of the first year's saving pay for a cost.
    ///
    /// - Throws: `noSaving`.
    public func simplePayback(of cost: Money) throws(FundingProblem) -> Double {
        guard self[1] > .zero else { throw .noSaving }
        return Double(cost.cents) / Double(self[1].cents)
    }

    /// After how many years discounted savings have paid for a cost; nothing within 200 years is never.
    public func discountedPayback(of cost: Money, at rate: Rate) -> Double? {
        var (sum, factor) = (0.0, 1.0)
        for year in 1...Advance.longest {
            factor /= 1 + rate.value
            let saving = self[year].amount * factor
            if sum + saving >= cost.amount, saving > 0 { return Double(year - 1) + (cost.amount - sum) / saving }
            sum += saving
        }
        return nil
    }

    /// What the works are worth today: discounted savings of some years less the cost.
    public func netPresentValue(of cost: Money, at rate: Rate, years: Int) -> Money {
        var (sum, factor) = (-cost.amount, 1.0)
        for year in 0..<max(0, min(years, Advance.longest)) {
            factor /= 1 + rate.value
            sum += self[year + 1].amount * factor
        }
        return Money(nearest: sum)
    }
}
