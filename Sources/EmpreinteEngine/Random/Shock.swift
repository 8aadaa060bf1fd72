#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// By how much a figure may be wrong: what multiplies it, 1 in the middle.
public struct Shock: Sendable, Hashable {
    /// How the shock is spread around 1.
    public enum Family: String, Sendable, Hashable, CaseIterable {
        /// 95 % lie between `1 / (1 + u)` and `1 + u`; never below 0.
        case lognormal
        /// 95 % lie between `1 − u` and `1 + u`.
        case normal
        /// All values from `1 − u` to `1 + u` alike.
        case uniform
        /// From `1 − u` to `1 + u`, those in the middle most.
        case triangular
    }

    public let family: Family
    /// Half of the width of the published range, as a share: 0.2 for ± 20 %.
    public let spread: Double
    /// The standard deviation of the normal distribution under it.
    private let deviation: Double

    /// - Parameter spread: half of the width of the range, from 0 on.
    public init(_ family: Family, spread: Double) {
        self.family = family
        self.spread = spread
        deviation = (family == .lognormal ? log(1 + spread) : spread) / 1.96
    }

    /// The shock with a given probability below it.
    public func quantile(_ probability: Double) -> Double {
        switch family {
        case .lognormal: exp(deviation * NormalDistribution.quantile(probability))
        case .normal: 1 + deviation * NormalDistribution.quantile(probability)
        case .uniform: 1 + spread * (2 * probability - 1)
        case .triangular:
            probability < 0.5
                ? 1 - spread + spread * (2 * probability).squareRoot()
                : 1 + spread - spread * (2 * (1 - probability)).squareRoot()
        }
    }

    /// The shock of one draw: a pure function of the seed, the stream and the draw's number.
    public func value(_ random: Philox, stream: UInt64, draw: Int) -> Double {
        let words = random.words(UInt64(truncatingIfNeeded: draw >> 1), stream)
        return quantile(Philox.uniform(draw & 1 == 0 ? words.0 : words.1))
    }

    /// The shocks of some draws, in order; each is what `value` gives for it.
    /// - Complexity: O(draws).
    public func values(_ random: Philox, stream: UInt64, draws: Range<Int>) -> [Double] {
        var values: [Double] = []
        values.reserveCapacity(draws.count)
        var draw = draws.lowerBound
        while draw < draws.upperBound {
            // Two draws come from one counter.
            let words = random.words(UInt64(truncatingIfNeeded: draw >> 1), stream)
            if draw & 1 == 0 { values.append(quantile(Philox.uniform(words.0))) }
            draw |= 1
            if draw < draws.upperBound { values.append(quantile(Philox.uniform(words.1))) }
            draw += 1
        }
        return values
    }
}
