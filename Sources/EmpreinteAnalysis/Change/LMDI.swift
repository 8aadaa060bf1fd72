#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Splits a change into the effects of what is multiplied: the additive logarithmic mean Divisia index, LMDI-I.
///
/// The effects add up to the change, with no rest. Zeros have the limits of the formula, not a small constant.
public enum LMDI {
    /// A product of factors at the two ends of a change, factor by factor.
    public struct Term: Sendable, Hashable {
        /// The factors at the first end.
        public let before: [Double]
        /// The factors at the last end, in the same order.
        public let after: [Double]

        public init(before: [Double], after: [Double]) {
            self.before = before
            self.after = after
        }
    }

    /// Why a change cannot be split this way.
    public enum Problem: String, Error, Sendable {
        /// Terms of different numbers of factors.
        case factors
        /// A factor below zero; split such a change by Shapley.
        case negative
        /// A factor or a product that is no finite number.
        case range

        /// The code a diagnostic gives it.
        public var code: String { "change.\(rawValue)" }
    }

    /// The effect of each factor on the sum of the terms.
    ///
    /// - Complexity: O(terms × factors).
    public static func effects(_ terms: [Term]) throws(Problem) -> [Double] {
        guard let count = terms.first?.before.count else { return [] }
        var effects = [Double](repeating: 0, count: count)
        for term in terms {
            guard term.before.count == count, term.after.count == count else { throw .factors }
            let all = term.before + term.after
            guard all.allSatisfy(\.isFinite) else { throw .range }
            guard all.allSatisfy({ $0 >= 0 }) else { throw .negative }
            for (factor, effect) in try self.effects(term).enumerated() { effects[factor] += effect }
        }
        return effects
    }

    /// The logarithmic mean `(a − b)/ln(a/b)` of two numbers of zero or more: `a` when they are equal, 0 when one is 0.
    public static func mean(_ a: Double, _ b: Double) -> Double {
        a == b ? a : a <= 0 || b <= 0 ? 0 : mean(a, b, logarithm: log(a) - log(b))
    }

    /// The mean where the logarithm of the ratio is known; near 1 the quotient would be of two small differences.
    private static func mean(_ a: Double, _ b: Double, logarithm: Double) -> Double {
        guard abs(logarithm) < 1 else { return (a - b) / logarithm }
        guard logarithm != 0 else { return a }
        return a.squareRoot() * b.squareRoot() * sinh(logarithm / 2) / (logarithm / 2)
    }

    private static func effects(_ term: Term) throws(Problem) -> [Double] {
        let before = term.before.reduce(1, *)
        let after = term.after.reduce(1, *)
        guard before.isFinite, after.isFinite else { throw .range }
        switch (term.before.contains(0), term.after.contains(0)) {
        case (true, true): return term.before.map { _ in 0 }
        case (true, false): return share(after, among: term.before)
        case (false, true): return share(-before, among: term.after)
        case (false, false):
            let logarithms = zip(term.after, term.before).map { log($0) - log($1) }
            let mean = mean(after, before, logarithm: logarithms.reduce(0, +))
            return logarithms.map { mean * $0 }
        }
    }

    /// In the limit, those factors that are zero at one end bear the whole change alike.
    private static func share(_ change: Double, among factors: [Double]) -> [Double] {
        let zeros = factors.count { $0 == 0 }
        return factors.map { $0 == 0 ? change / Double(zeros) : 0 }
    }
}
