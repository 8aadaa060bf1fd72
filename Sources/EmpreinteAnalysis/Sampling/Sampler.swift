internal import EmpreinteEngine
public import EmpreinteModel

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Draws people from the distributions a model declares for its questions.
///
/// Each question is drawn on its own: correlations between answers are not published, and so not made up. The answer of
/// person *n* depends on the seed, the question's id and *n* alone. Numbers are drawn inside the question's range.
public struct Sampler: Sendable {
    /// The questions drawn, by position in `Model.inputs`; the others are left unanswered.
    public let drawn: [Int]
    private let draws: [Draw]
    private let random: Philox

    public init(_ model: Model, seed: UInt64) {
        random = Philox(key: seed)
        drawn = model.inputs.indices.filter { model.inputs[$0].distribution != nil }
        draws = drawn.compactMap { index in
            let input = model.inputs[index]
            return input.distribution.map { Draw($0.family, of: input) }
        }
    }

    /// The answer of a person to the question at a position of `drawn`.
    public func answer(_ position: Int, of person: UInt64) -> Double {
        let draw = draws[position]
        return draw.value(at: random.uniform(person, draw.stream))
    }
}

/// The quantile function of one question's answers, cut to its range.
private struct Draw: Sendable {
    let stream: UInt64
    private let family: Distribution.Family
    /// The probabilities at the ends of the range.
    private let span: (low: Double, high: Double)
    private let range: ClosedRange<Double>?
    /// The parameters of the underlying normal.
    private let normal: (mean: Double, deviation: Double)

    init(_ family: Distribution.Family, of input: Input) {
        stream = Philox.stream(input.id)
        self.family = family
        normal =
            switch family {
            case .lognormal(let mean, let deviation):
                Self.logarithmic(mean, deviation)
            case .normal(let mean, let deviation): (mean, deviation)
            case .uniform, .shares, .share: (0, 1)
            }
        guard case .number(_, let range?) = input.kind else {
            (span, range) = ((0, 1), nil)
            return
        }
        self.range = range
        switch family {
        case .lognormal:
            span = (
                range.lowerBound > 0 ? Self.cumulative(log(range.lowerBound), normal) : 0,
                range.upperBound > 0 ? Self.cumulative(log(range.upperBound), normal) : 1
            )
        case .normal: span = (Self.cumulative(range.lowerBound, normal), Self.cumulative(range.upperBound, normal))
        case .uniform, .shares, .share: span = (0, 1)
        }
    }

    /// The mean and deviation of the logarithm, from those of the answer itself.
    private static func logarithmic(_ mean: Double, _ deviation: Double) -> (mean: Double, deviation: Double) {
        let variance = log(1 + (deviation / mean) * (deviation / mean))
        return (log(mean) - variance / 2, variance.squareRoot())
    }

    private static func cumulative(_ x: Double, _ normal: (mean: Double, deviation: Double)) -> Double {
        NormalDistribution.cumulative((x - normal.mean) / normal.deviation)
    }

    func value(at uniform: Double) -> Double {
        let value = drawn(uniform)
        // Rounding may step over an end that the probabilities respect.
        return range.map { min(max(value, $0.lowerBound), $0.upperBound) } ?? value
    }

    private func drawn(_ uniform: Double) -> Double {
        switch family {
        case .lognormal: return exp(shifted(uniform))
        case .normal: return shifted(uniform)
        case .uniform(let ends):
            let (low, high) = (
                max(ends.lowerBound, range?.lowerBound ?? -.infinity),
                min(ends.upperBound, range?.upperBound ?? .infinity)
            )
            return low + (high - low) * uniform
        case .share(let share): return uniform < share ? 1 : 0
        case .shares(let shares):
            var rest = uniform
            for (code, share) in shares.enumerated() {
                if rest < share { return Double(code) }
                rest -= share
            }
            return Double(shares.lastIndex { $0 > 0 } ?? 0)
        }
    }

    private func shifted(_ uniform: Double) -> Double {
        let probability = span.low + (span.high - span.low) * uniform
        return normal.mean + normal.deviation * NormalDistribution.quantile(probability)
    }
}
