/// Reads decimal numbers from bytes, each to the nearest double and halves to even, as the standard library does.
///
/// A number is an optional `-`, digits, optionally the mark and digits, optionally an exponent. Nothing else is one:
/// neither spaces nor grouping, a leading `+`, hexadecimal, `inf` or `nan`, nor what is too large to be finite.
public struct DecimalParser: Sendable, Hashable {
    /// The decimal mark it reads.
    public let mark: DecimalMark

    public init(_ mark: DecimalMark = .point) { self.mark = mark }

    /// The number a whole text is, or nothing when it is not one.
    public func value(of text: ArraySlice<UInt8>) -> Double? {
        value(in: text.span, 0..<text.count)
    }

    /// The number a part of some bytes is.
    @inline(__always)
    func value(in bytes: Span<UInt8>, _ range: Range<Int>) -> Double? {
        let end = range.upperBound
        var place = range.lowerBound
        let isNegative = place < end && bytes[place] == UInt8(ascii: "-")
        if isNegative { place += 1 }

        var digits: UInt64 = 0
        var count = Self.readDigits(in: bytes, &place, end, into: &digits)
        guard count > 0 else { return nil }
        var exponent = 0
        if place < end, bytes[place] == mark.byte {
            place += 1
            let decimals = Self.readDigits(in: bytes, &place, end, into: &digits)
            guard decimals > 0 else { return nil }
            exponent = -decimals
            count += decimals
        }
        if place < end {
            guard let power = Self.readExponent(in: bytes, &place, end), place == end else { return nil }
            exponent += power
        }
        // Nineteen digits fit an integer; more have wrapped around.
        guard count <= 19, let magnitude = Decimal(digits, exponent).double else { return slow(bytes, range) }
        return isNegative ? -magnitude : magnitude
    }

    @inline(__always)
    private static func readDigits(
        in bytes: Span<UInt8>, _ place: inout Int, _ end: Int, into digits: inout UInt64
    ) -> Int {
        let start = place
        while place < end {
            let digit = bytes[place] &- UInt8(ascii: "0")
            guard digit < 10 else { break }
            digits = digits &* 10 &+ UInt64(digit)
            place += 1
        }
        return place - start
    }

    /// The power after an `e`; one too large to matter is cut short.
    private static func readExponent(in bytes: Span<UInt8>, _ place: inout Int, _ end: Int) -> Int? {
        guard bytes[place] | 0x20 == UInt8(ascii: "e") else { return nil }
        place += 1
        guard place < end else { return nil }
        let isNegative = bytes[place] == UInt8(ascii: "-")
        if isNegative || bytes[place] == UInt8(ascii: "+") { place += 1 }
        let start = place
        var power = 0
        while place < end {
            let digit = bytes[place] &- UInt8(ascii: "0")
            guard digit < 10 else { break }
            power = min(power * 10 + Int(digit), 1_000_000)
            place += 1
        }
        guard place > start else { return nil }
        return isNegative ? -power : power
    }

    /// The standard library's reading, for what is too long or too far from one.
    private func slow(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Double? {
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        for place in range { text.append(bytes[place] == mark.byte ? UInt8(ascii: ".") : bytes[place]) }
        guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else { return nil }
        return value
    }
}
