/// Writes doubles as the shortest decimal text that reads back as the same bits: the bytes of `JSON.text(of:)`.
public struct DoubleWriter: Sendable, Hashable {
    /// The decimal mark it writes.
    public let mark: DecimalMark

    public init(_ mark: DecimalMark = .point) { self.mark = mark }

    /// Appends the text of a number; nothing for one that is not finite.
    public func write(_ value: Double, to bytes: inout [UInt8]) {
        guard value.isFinite else { return }
        let magnitude = value.magnitude
        guard magnitude < 0x1p53, magnitude >= 1e-4 || value.bitPattern == 0 else { return spell(value, to: &bytes) }
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        let whole = UInt64(magnitude)
        if Double(whole) == magnitude {
            append(whole, to: &bytes)
        } else {
            let (digits, decimals) = shortest(magnitude)
            append(digits, decimals: decimals, to: &bytes)
        }
    }

    /// The standard library's spelling, for what is very small or very large.
    private func spell(_ value: Double, to bytes: inout [UInt8]) {
        for byte in value.description.utf8 { bytes.append(byte == UInt8(ascii: ".") ? mark.byte : byte) }
    }

    /// The fewest digits, and how many of them are decimals, that lie closer to a number than to any other double.
    ///
    /// The number is *c*·2^*q*. Counted in 10^-*k*, chosen so that 1 to 10 of these make the gap to the next double,
    /// it and the two ends of the stretch nearer to it than to its neighbours are exact in 128 bits. A multiple of ten
    /// in that stretch is the only one, and shortest; else the nearest whole count is. Powers of two, whose lower gap
    /// is half as wide, are such a multiple themselves.
    private func shortest(_ value: Double) -> (digits: UInt64, decimals: Int) {
        let significand = value.significandBitPattern | 1 << 52
        let exponent = Int(value.exponent) - 52
        var decimals = (-exponent * 78_913 + (1 << 18) - 1) >> 18
        let shift = 1 - exponent - decimals
        let gap = UInt128(Decimal.fives[decimals])
        let doubled = 2 * UInt128(significand) * gap
        // A stretch keeps its ends when its number is even, as ties are read to even.
        let trim: UInt128 = significand & 1 == 0 ? 0 : 1
        let highest = UInt64(truncatingIfNeeded: (doubled + gap - trim) >> shift)
        let below = UInt64(truncatingIfNeeded: (doubled - gap + trim - 1) >> shift)
        var digits = highest / 10
        guard digits * 10 > below else {
            let half: UInt128 = 1 << (shift - 1)
            let isTie = doubled & (2 * half - 1) == half
            digits = UInt64(truncatingIfNeeded: (doubled + half) >> shift)
            return (isTie ? digits & ~1 : digits, decimals)
        }
        decimals -= 1
        if digits % 100_000_000 == 0 { (digits, decimals) = (digits / 100_000_000, decimals - 8) }
        if digits % 10_000 == 0 { (digits, decimals) = (digits / 10_000, decimals - 4) }
        if digits % 100 == 0 { (digits, decimals) = (digits / 100, decimals - 2) }
        if digits % 10 == 0 { (digits, decimals) = (digits / 10, decimals - 1) }
        return (digits, decimals)
    }

    // MARK: Digits

    /// Appends digits of which the last `decimals` follow the mark, and at least one precedes it.
    private func append(_ digits: UInt64, decimals: Int = 0, to bytes: inout [UInt8]) {
        let (high, low) = digits.quotientAndRemainder(dividingBy: 10_000_000_000_000_000)
        let (middle, end) = low.quotientAndRemainder(dividingBy: 100_000_000)
        let text: InlineArray<3, UInt64> = [eightDigits(high), eightDigits(middle), eightDigits(end)]
        let start = high > 0 ? 0 : middle > 0 ? 1 : 2
        let zeros = 8 * start + text[start].trailingZeroBitCount / 8
        let point = 24 - decimals
        bytes.append(addingCapacity: 25) { out in
            for place in min(zeros, point - 1)..<point { out.append(character(place, of: text)) }
            guard decimals > 0 else { return }
            out.append(mark.byte)
            for place in point..<24 { out.append(character(place, of: text)) }
        }
    }

    @inline(__always)
    private func character(_ place: Int, of text: InlineArray<3, UInt64>) -> UInt8 {
        UInt8(ascii: "0") + UInt8(truncatingIfNeeded: text[place >> 3] >> UInt64(8 * (place & 7)))
    }

    /// The decimal digits of a number under 10⁸, one a byte, the highest first in memory order.
    ///
    /// Halves, then quarters, then eighths of the digits are parted side by side; the factors divide by 100 and by 10.
    private func eightDigits(_ number: UInt64) -> UInt64 {
        var parts = number / 10_000 | (number % 10_000) << 32
        let hundreds = (parts &* 10_486) >> 20 & 0x0000_007F_0000_007F
        parts = hundreds | (parts &- 100 &* hundreds) << 16
        let tens = (parts &* 103) >> 10 & 0x000F_000F_000F_000F
        return tens | (parts &- 10 &* tens) << 8
    }
}
