/// A whole number times a power of ten.
struct Decimal {
    private let digits: UInt64
    private let exponent: Int

    init(_ digits: UInt64, _ exponent: Int) {
        self.digits = digits
        self.exponent = exponent
    }

    /// The nearest double; nothing when the power of ten is too far from one to tell by these means.
    @inline(__always)
    var double: Double? {
        if exponent == 0 { return Double(digits) }
        // Both operands are exact, so the one rounding is that of the operation.
        if digits <= 1 << 53, exponent.magnitude <= 22 {
            let power = Self.tens[Int(exponent.magnitude)]
            return exponent < 0 ? Double(digits) / power : Double(digits) * power
        }
        guard exponent.magnitude <= 27, digits > 0 else { return nil }
        return exponent < 0 ? quotient : product
    }

    /// The digits over 5ⁿ2ⁿ: a quotient of 63 bits or 64, the last one set where something remains, rounds once.
    private var quotient: Double {
        let divisor = Self.fives[-exponent]
        let (numeratorShift, divisorShift) = (digits.leadingZeroBitCount, divisor.leadingZeroBitCount)
        let numerator = digits << numeratorShift
        let (quotient, rest) = (divisor << divisorShift).dividingFullWidth((numerator >> 1, numerator << 63))
        return Double(
            sign: .plus, exponent: divisorShift - numeratorShift - 63 + exponent,
            significand: Double(rest == 0 ? quotient : quotient | 1))
    }

    /// The digits times 5ⁿ2ⁿ, in 128 bits of which 64 are kept likewise.
    private var product: Double {
        let (high, low) = digits.multipliedFullWidth(by: Self.fives[exponent])
        guard high > 0 else { return Double(sign: .plus, exponent: exponent, significand: Double(low)) }
        let shift = high.leadingZeroBitCount
        let top = shift == 0 ? high : high << shift | low >> (64 - shift)
        let isExact = low << shift == 0
        return Double(sign: .plus, exponent: 64 - shift + exponent, significand: Double(isExact ? top : top | 1))
    }

    /// The powers of ten that are doubles.
    private static let tens: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]

    /// The powers of five that fit 64 bits.
    static let fives: [UInt64] = [
        1, 5, 25, 125, 625, 3_125, 15_625, 78_125, 390_625, 1_953_125, 9_765_625, 48_828_125, 244_140_625,
        1_220_703_125, 6_103_515_625, 30_517_578_125, 152_587_890_625, 762_939_453_125, 3_814_697_265_625,
        19_073_486_328_125, 95_367_431_640_625, 476_837_158_203_125, 2_384_185_791_015_625, 11_920_928_955_078_125,
        59_604_644_775_390_625, 298_023_223_876_953_125, 1_490_116_119_384_765_625, 7_450_580_596_923_828_125,
    ]
}
