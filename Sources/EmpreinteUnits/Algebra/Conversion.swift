/// How values of one unit become values of another: times one whole number, divided by another.
///
/// The two have no common factor and are exact up to 2⁵³, so a conversion that only multiplies or only divides
/// rounds once. A factor of 1 changes no bits and may be left out of a program.
public struct Conversion: Hashable, Sendable {
    /// What a number is multiplied by.
    public let multiplier: Double
    /// What it is then divided by.
    public let divisor: Double

    /// The conversion that changes nothing.
    public static let identity = Conversion(multiplier: 1, divisor: 1)

    /// Whether values stay as they are.
    public var isIdentity: Bool { multiplier == 1 && divisor == 1 }

    /// The value in the other unit: `value * multiplier / divisor`.
    public func callAsFunction(_ value: Double) -> Double { value * multiplier / divisor }
}

extension Conversion {
    init(from scale: Rational, to other: Rational) {
        if let ratio = scale.multiplied(by: other.inverse) {
            self.init(multiplier: Double(nearest: ratio.numerator), divisor: Double(nearest: ratio.denominator))
        } else {
            // Far beyond any measured thing: right to a few parts in 2⁵³, and still finite.
            self.init(
                multiplier: Double(nearest: scale.numerator) * Double(nearest: other.denominator),
                divisor: Double(nearest: scale.denominator) * Double(nearest: other.numerator))
        }
    }
}

extension Double {
    /// The nearest number; 64 bits, which almost always suffice, convert in one instruction.
    fileprivate init(nearest whole: Int128) {
        self = Int64(exactly: whole).map { Double($0) } ?? Double(whole)
    }
}
