public import EmpreinteGraph

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// How something that starts in a year comes to its full strength: 0 before, up to 1, never decreasing but for a table.
///
/// Moving the start keeps the shape, and so the time it takes.
public struct Ramp: Sendable, Hashable {
    /// How the strength grows with the years since the start.
    public enum Shape: Sendable, Hashable {
        /// Whole from the start.
        case step
        /// By equal parts over some years.
        case linear(years: Double)
        /// Slowly, quickly, slowly, over some years: 0 at the start, ½ halfway and 1 at the end.
        case logistic(years: Double, steepness: Double)
        /// By diffusion: `p` is the yearly drive to be among the first, `q` the yearly drive to imitate.
        case bass(p: Double, q: Double)
        /// Straight lines between strengths by years since the start; nothing before the first.
        case table(Curve)
    }

    /// How strength grows with time.
    public let shape: Shape
    /// The year it starts in.
    public var start: Int

    /// - Throws: a duration or a steepness that is not above zero, drives that diffuse nothing, or strengths outside
    ///   0 to 1.
    public init(_ shape: Shape, start: Int) throws(Problem) {
        switch shape {
        case .step: break
        case .linear(let years):
            guard years.isAboveZero else { throw .duration }
        case .logistic(let years, let steepness):
            guard years.isAboveZero else { throw .duration }
            guard steepness.isAboveZero else { throw .steepness }
        case .bass(let p, let q):
            guard p.isAboveZero, q >= 0, q.isFinite else { throw .drive }
        case .table(let strengths):
            guard strengths.points.allSatisfy({ (0...1).contains($0.y) }) else { throw .strength }
        }
        self.shape = shape
        self.start = start
    }

    /// A ramp of a plugin's shape, asked for its strength once a year.
    ///
    /// - Throws: a duration that is not above zero, or strengths outside 0 to 1.
    public init(_ shape: FunctionLibrary.RampShape, years: Double, start: Int) throws(Problem) {
        guard years.isAboveZero else { throw .duration }
        let points = (0...Int(min(years.rounded(.up), Self.longest))).map { year in
            Curve.Point(x: Double(year), y: shape.strength(min(Double(year) / years, 1)))
        }
        guard let strengths = Curve(points: points, between: .linear, before: .none, after: .hold) else {
            throw .strength
        }
        try self.init(.table(strengths), start: start)
    }

    /// The strength in a year, from 0 to 1.
    public func value(at year: Int) -> Double {
        value(after: Double(year) - Double(start))
    }

    /// The strength so many years after the start, from 0 to 1.
    func value(after elapsed: Double) -> Double {
        guard elapsed >= 0 else { return 0 }
        return min(max(strength(after: elapsed), 0), 1)
    }

    /// The whole years from the start after which the strength does not change any more, or by less than 10⁻¹².
    public var span: Int {
        switch shape {
        case .step: 0
        case .linear(let years), .logistic(let years, _): Int(min(years.rounded(.up), Self.longest))
        case .bass(let p, let q): Int(min((28 + log(1 + q / p)) / (p + q), Self.longest).rounded(.up))
        case .table(let strengths): Int(min(max(strengths.points.last?.x ?? 0, 0).rounded(.up), Self.longest))
        }
    }

    /// No plan looks further ahead.
    private static let longest = 1000.0

    private func strength(after elapsed: Double) -> Double {
        switch shape {
        case .step: return 1
        case .linear(let years): return elapsed / years
        case .logistic(let years, let steepness):
            // The logistic curve less its value at the start, over what it gains: odd about the middle, so a tanh.
            let half = tanh(steepness / 4)
            guard elapsed < years, half.isNormal else { return elapsed / years }
            return 0.5 + 0.5 * tanh(steepness * (elapsed / years - 0.5) / 2) / half
        case .bass(let p, let q):
            let waning = exp(-(p + q) * elapsed)
            return elapsed == 0 ? 0 : p * (1 - waning) / (p + q * waning)
        case .table(let strengths):
            guard let first = strengths.points.first, elapsed >= first.x else { return 0 }
            let value = strengths.value(at: elapsed)
            return value.isNaN ? strengths.points.last { $0.x <= elapsed }?.y ?? 0 : value
        }
    }

    /// Why a ramp cannot be made.
    public enum Problem: String, Error, Sendable {
        case duration, steepness, drive, strength

        /// The code a diagnostic gives it.
        public var code: String { "ramp.\(rawValue)" }

        /// What is wrong, in a sentence.
        public var message: String {
            switch self {
            case .duration: "a ramp lasts more than zero years"
            case .steepness: "the steepness of a logistic ramp is above zero"
            case .drive: "a Bass ramp needs p above zero and q of zero or more"
            case .strength: "the strengths of a ramp are from 0 to 1"
            }
        }
    }
}

extension Double {
    fileprivate var isAboveZero: Bool { self > 0 && isFinite }
}
