/// How answers to a question are spread over a population, as far as it is known.
public struct Distribution: Sendable {
    /// The form of a spread.
    public enum Family: Sendable, Hashable {
        /// The logarithm is normal; mean and standard deviation are the answer's own.
        case lognormal(mean: Double, deviation: Double)
        case normal(mean: Double, deviation: Double)
        case uniform(ClosedRange<Double>)
        /// The share of each option, by code; they sum to 1.
        case shares([Double])
        /// The share of yes.
        case share(Double)

        /// The word for it.
        public var name: String {
            switch self {
            case .lognormal: "lognormal"
            case .normal: "normal"
            case .uniform: "uniform"
            case .shares, .share: "shares"
            }
        }
    }

    /// The form of the spread.
    public var family: Family
    /// Where it comes from.
    public var evidence: Evidence
    /// Where it is written.
    public var place: Place

    public init(_ family: Family, evidence: Evidence, place: Place) {
        self.family = family
        self.evidence = evidence
        self.place = place
    }
}
