/// The shortest decimal digits that read back as a finite number: 0.d₁d₂d₃… × 10^point.
///
/// Rounding works on these digits, so 0.285 rounds as the decimal it is written as, not as the bits below it.
struct DecimalDigits: Hashable {
    let isNegative: Bool
    /// From 0 to 9 each, without leading or trailing zeros; empty for zero.
    private(set) var digits: [UInt8]
    private(set) var point: Int

    init?(_ value: Double) {
        guard value.isFinite else { return nil }
        isNegative = value.sign == .minus
        let parts = value.magnitude.description.utf8.split(separator: UInt8(ascii: "e"))
        let mantissa = parts.first ?? Substring("0").utf8
        digits = mantissa.lazy.filter { $0 != UInt8(ascii: ".") }.map { $0 - UInt8(ascii: "0") }
        point = mantissa.prefix { $0 != UInt8(ascii: ".") }.count
        if parts.count > 1 { point += Int(String(Substring(parts[1]))) ?? 0 }
        trim()
    }

    var isZero: Bool { digits.isEmpty }

    /// How many digits follow the decimal mark.
    var fractionLength: Int { max(0, digits.count - point) }

    /// Rounds to that many digits after the decimal mark, half away from zero; a negative count rounds tens, hundreds…
    mutating func round(decimals: Int) {
        let kept = point + decimals
        guard kept < digits.count else { return }
        guard kept >= 0 else { return set([], 0) }
        var head = Array(digits.prefix(kept))
        guard digits[kept] >= 5 else { return set(head, point) }
        while head.last == 9 { head.removeLast() }
        if let last = head.popLast() {
            set(head + [last + 1], point)
        } else {
            set([1], point + 1)
        }
    }

    /// The digit of 10^`position`, zero beyond those kept.
    subscript(position: Int) -> UInt8 {
        let index = point - 1 - position
        return digits.indices.contains(index) ? digits[index] : 0
    }

    private mutating func set(_ digits: [UInt8], _ point: Int) {
        self.digits = digits
        self.point = point
        trim()
    }

    private mutating func trim() {
        while digits.last == 0 { digits.removeLast() }
        let zeros = digits.prefix { $0 == 0 }.count
        digits.removeFirst(zeros)
        point = digits.isEmpty ? 0 : point - zeros
    }
}
