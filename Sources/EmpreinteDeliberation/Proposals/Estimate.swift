/// A central figure, and the range it is within where one was given.
public struct Estimate: Sendable, Hashable {
    /// The central value.
    public let central: Double
    /// From low to high; nothing where only one value is given.
    public let range: ClosedRange<Double>?

    public init(_ central: Double, _ range: ClosedRange<Double>? = nil) {
        self.central = central
        self.range = range
    }

    /// What several assessments come to: the mean of their central figures, within all their ranges.
    public struct Combined: Sendable, Hashable {
        /// The sum of the central values.
        public let central: Double
        /// From the lowest to the highest figure anybody gave.
        public let range: ClosedRange<Double>
        /// How far the central figures lie apart: how much the groups disagree.
        public let spread: Double
        /// How many estimates it combines.
        public let count: Int

        /// Nothing for no estimate, which is not zero.
        public init?(_ estimates: [Estimate]) {
            let centrals = estimates.map(\.central)
            guard let lowest = centrals.min(), let highest = centrals.max() else { return nil }
            central = centrals.reduce(0, +) / Double(centrals.count)
            let ends = estimates.compactMap(\.range).flatMap { [$0.lowerBound, $0.upperBound] }
            range = min(ends.min() ?? lowest, lowest)...max(ends.max() ?? highest, highest)
            spread = highest - lowest
            count = estimates.count
        }
    }
}
