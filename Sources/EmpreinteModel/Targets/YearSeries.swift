/// Values by year, in increasing order of the years.
public struct YearSeries: Sendable, Hashable {
    /// The years, in order.
    public let years: [Int]
    /// A value a year.
    public let values: [Double]

    /// - Throws: `series` for years out of order or twice, for as many values not being there, or one not finite.
    public init(_ years: [Int], _ values: [Double]) throws(TargetProblem) {
        guard years.count == values.count, zip(years, years.dropFirst()).allSatisfy({ $0 < $1 }),
            values.allSatisfy(\.isFinite)
        else { throw .series }
        self.years = years
        self.values = values
    }

    /// The value of a year, or nothing.
    public subscript(year: Int) -> Double? { years.firstIndex(of: year).map { values[$0] } }

    /// The sum over time by the trapezoid rule: a constant `c` over `n` years comes to `c·n`.
    public var cumulative: Double {
        zip(zip(years, values), zip(years, values).dropFirst()).reduce(0) { sum, pair in
            let ((year, value), (nextYear, nextValue)) = pair
            return sum + (Double(nextYear) - Double(year)) * (value / 2 + nextValue / 2)
        }
    }
}
