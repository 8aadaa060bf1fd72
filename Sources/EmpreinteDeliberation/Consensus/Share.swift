/// A share of voters, with the range Wilson gives it in 95 of 100 cases.
public struct Share: Sendable, Hashable {
    /// The share, from 0 to 1.
    public let value: Double
    /// The interval it lies in.
    public let range: ClosedRange<Double>

    /// Nothing where nobody voted.
    public init?(_ count: Int, of total: Int) {
        guard total > 0, count >= 0, count <= total else { return nil }
        value = Double(count) / Double(total)
        let quantile = 1.959963984540054
        let square = quantile * quantile / Double(total)
        let middle = value + square / 2
        let half = quantile * (value * (1 - value) / Double(total) + square / (4 * Double(total))).squareRoot()
        let lower = count == 0 ? 0 : max((middle - half) / (1 + square), 0)
        let upper = count == total ? 1 : min((middle + half) / (1 + square), 1)
        range = lower...max(lower, upper)
    }
}
