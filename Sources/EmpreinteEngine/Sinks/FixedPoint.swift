/// Numbers as multiples of a power of two, so that sums of them are integers and do not depend on an order.
struct FixedPoint: Sendable, Hashable {
    /// How many multiples make 1: a power of two, so that scaling is exact.
    let scale: Double

    /// - Parameter bits: how many bits a multiple is below `unit`, itself rounded down to a power of two.
    init(unit: Double, bits: Int) {
        let exponent = unit.isNormal ? min(max(Int(unit.exponent), -400), 400) : 0
        scale = Double(sign: .plus, exponent: bits - exponent, significand: 1)
    }

    /// Multiples have to stay below this, so that 2³⁶ of them still fit in 128 bits.
    static let limit = 0x1p90

    /// Whether the number can be told in multiples; never a NaN.
    @inline(__always)
    func holds(_ value: Double) -> Bool { (value * scale).magnitude < Self.limit }

    /// Which of four numbers can be told in multiples.
    @inline(__always)
    func holds(_ values: SIMD4<Double>) -> SIMDMask<SIMD4<Int64>> {
        let multiples = values * scale
        return (multiples .< Self.limit) .& (multiples .> -Self.limit)
    }

    /// The multiples in 1.
    /// - Precondition: it is a multiple.
    var one: Int128 { Int128(exactly: scale) ?? 1 }

    /// The number a count of multiples stands for, rounded once.
    func value(_ multiples: Int128) -> Double { Double(multiples) / scale }
}

/// Multiples added up, in two 64-bit halves of 40 low bits and the rest: room for 4 096 terms.
struct PartialSum {
    private var high: Int64 = 0
    private var low: Int64 = 0

    /// Adding this to a small number leaves its nearest integer in the low bits.
    private static let magic = 0x1.8p52

    /// Adds a number, rounded once to a multiple.
    /// - Precondition: the fixed point holds the number.
    @inline(__always)
    mutating func add(_ value: Double, _ point: FixedPoint) {
        let multiples = value * point.scale
        let upper = multiples * 0x1p-40 + Self.magic
        // What is left after taking whole upper parts away is exact.
        let lower = (multiples - (upper - Self.magic) * 0x1p40) + Self.magic
        high &+= Int64(bitPattern: upper.bitPattern) &- Int64(bitPattern: Self.magic.bitPattern)
        low &+= Int64(bitPattern: lower.bitPattern) &- Int64(bitPattern: Self.magic.bitPattern)
    }

    /// The sum of the multiples.
    var multiples: Int128 { (Int128(high) << 40) &+ Int128(low) }
}
