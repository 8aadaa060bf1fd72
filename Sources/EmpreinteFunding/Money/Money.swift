/// An amount in whole cents.
///
/// Sums stop at the largest amount instead of overflowing; amounts that are read are far below it.
public struct Money: Sendable, Hashable, Comparable {
    /// The amount in hundredths.
    public let cents: Int

    public init(cents: Int) { self.cents = cents }

    /// Nothing at all.
    public static let zero = Money(cents: 0)

    /// The amount in the currency's unit, for charts and tables.
    public var amount: Double { Double(cents) / 100 }

    public static func < (left: Money, right: Money) -> Bool { left.cents < right.cents }

    public static func + (left: Money, right: Money) -> Money {
        let (sum, overflows) = left.cents.addingReportingOverflow(right.cents)
        return Money(cents: overflows ? (left.cents < 0 ? .min : .max) : sum)
    }

    public static func - (left: Money, right: Money) -> Money {
        let (difference, overflows) = left.cents.subtractingReportingOverflow(right.cents)
        return Money(cents: overflows ? (left.cents < 0 ? .min : .max) : difference)
    }

    public static func += (left: inout Money, right: Money) { left = left + right }
    public static func -= (left: inout Money, right: Money) { left = left - right }

    /// The part a rate gives, rounded down to the cent.
    public func share(_ rate: Rate) -> Money { scaled(by: rate.billionths, over: Rate.whole) }

    /// The amount times a fraction, rounded down to the cent; zero over nothing.
    func scaled(by numerator: Int, over denominator: Int) -> Money {
        guard denominator != 0 else { return .zero }
        let product = Int128(cents) * Int128(numerator)
        let quotient = product / Int128(denominator)
        let isBelow = (product % Int128(denominator) != 0) && ((product < 0) != (denominator < 0))
        return Money(cents: Int(clamping: isBelow ? quotient - 1 : quotient))
    }

    /// The amount nearest to a computed one, half away from zero; what is no number is nothing.
    init(nearest amount: Double) {
        let cents = (amount * 100).rounded(.toNearestOrAwayFromZero)
        self.init(cents: Int(exactly: cents) ?? (cents > 0 ? .max : cents < 0 ? .min : 0))
    }
}

extension Sequence where Element == Money {
    /// What the amounts add up to.
    public var total: Money { reduce(.zero, +) }
}
