/// A positive fraction in lowest terms: scales of units are exact, so that conversions round only once.
struct Rational: Hashable, Sendable {
    let numerator: Int128
    let denominator: Int128

    static let one = Rational(numerator: 1, denominator: 1)

    private init(numerator: Int128, denominator: Int128) {
        self.numerator = numerator
        self.denominator = denominator
    }

    var inverse: Rational { Rational(numerator: denominator, denominator: numerator) }

    /// The exact product, or nothing when a term leaves 128 bits.
    func multiplied(by other: Rational) -> Rational? {
        if self == .one { return other }
        if other == .one { return self }
        let across = Rational.greatestDivisor(numerator, other.denominator)
        let down = Rational.greatestDivisor(other.numerator, denominator)
        let above = (numerator / across).multipliedReportingOverflow(by: other.numerator / down)
        let below = (denominator / down).multipliedReportingOverflow(by: other.denominator / across)
        guard !above.overflow, !below.overflow else { return nil }
        return Rational(numerator: above.partialValue, denominator: below.partialValue)
    }

    /// The exact power, or nothing when a term leaves 128 bits. Linear in the power, which `Powers` keeps small.
    func raised(to power: Int) -> Rational? {
        if self == .one { return self }
        let base = power < 0 ? inverse : self
        var result = Rational.one
        for _ in 0..<power.magnitude {
            guard let next = result.multiplied(by: base) else { return nil }
            result = next
        }
        return result
    }

    /// Greatest common divisor of positive numbers; almost all fit 64 bits, where division is many times faster.
    private static func greatestDivisor(_ a: Int128, _ b: Int128) -> Int128 {
        if a == 1 || b == 1 { return 1 }
        if let a = UInt64(exactly: a), let b = UInt64(exactly: b) { return Int128(euclid(a, b)) }
        return euclid(a, b)
    }

    private static func euclid<Number: BinaryInteger>(_ a: Number, _ b: Number) -> Number {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }
}

extension Rational {
    /// The exact value of a numeral such as `41.868e9`, or nothing when it is not positive or leaves 128 bits.
    init?(numeral: some Sequence<UInt8>) {
        var digits: Int128 = 0
        var power = 0
        var written = 0
        var (isFraction, isExponent, isNegativePower) = (false, false, false)
        for byte in numeral {
            switch byte {
            case UInt8(ascii: "."): isFraction = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"): isExponent = true
            case UInt8(ascii: "-") where isExponent: isNegativePower = true
            case UInt8(ascii: "+") where isExponent: break
            case _ where byte.isDigit && isExponent:
                written = min(written * 10 + byte.digit, 1000)
            case _ where byte.isDigit:
                let (tens, high) = digits.multipliedReportingOverflow(by: 10)
                let (sum, carry) = tens.addingReportingOverflow(Int128(byte.digit))
                guard !high, !carry else { return nil }
                digits = sum
                if isFraction { power -= 1 }
            default: return nil
            }
        }
        guard digits > 0 else { return nil }
        power += isNegativePower ? -written : written
        let ten = Rational(numerator: 10, denominator: 1)
        guard let shift = ten.raised(to: power),
            let value = Rational(numerator: digits, denominator: 1).multiplied(by: shift)
        else { return nil }
        self = value
    }
}
