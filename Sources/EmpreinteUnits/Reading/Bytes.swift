/// The UTF-8 of a text, where reading past the end gives zero instead of trapping.
struct Bytes: Sendable {
    private let all: [UInt8]

    init(_ text: String) { all = Array(text.utf8) }

    var count: Int { all.count }

    subscript(position: Int) -> UInt8 { all.indices.contains(position) ? all[position] : 0 }

    subscript(range: Range<Int>) -> ArraySlice<UInt8> { all[range.clamped(to: all.indices)] }

    func text(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }

    func starts(with token: String, at position: Int) -> Bool {
        token.utf8.enumerated().allSatisfy { self[position + $0.offset] == $0.element }
    }

    /// The position after the bytes from `start` that satisfy a condition.
    func end(from start: Int, while condition: (UInt8) -> Bool) -> Int {
        var position = start
        while position < count, condition(self[position]) { position += 1 }
        return position
    }
}

extension Bytes {
    /// The width of a space at that position, the no-break and thin ones of typography included; zero for others.
    func blankWidth(at position: Int) -> Int {
        switch (self[position], self[position + 1], self[position + 2]) {
        case (0x20, _, _), (0x09...0x0D, _, _): 1
        case (0xC2, 0xA0, _): 2
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF): 3
        default: 0
        }
    }

    /// The width of `±` or `+/-` at that position; zero for others.
    func spreadMarkWidth(at position: Int) -> Int {
        switch (self[position], self[position + 1]) {
        case (0xC2, 0xB1): 2
        case (UInt8(ascii: "+"), UInt8(ascii: "/")) where self[position + 2] == UInt8(ascii: "-"): 3
        default: 0
        }
    }

    /// The position of the next space or sign of a spread, or the end.
    func tokenEnd(from start: Int) -> Int {
        var position = start
        while position < count, blankWidth(at: position) == 0, spreadMarkWidth(at: position) == 0 { position += 1 }
        return position
    }

    /// Whether a character of a unit's name starts there: a letter, a digit, `_`, `%`, and what ASCII lacks
    /// save spaces, `±`, superscripts and signs of multiplication.
    func isName(at position: Int) -> Bool {
        let byte = self[position]
        if byte < 0x80 {
            return byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "%")
        }
        switch (byte, self[position + 1]) {
        case (0xC2, 0xB1), (0xC2, 0xB2), (0xC2, 0xB3), (0xC2, 0xB7), (0xC3, 0x97): return false
        default: return blankWidth(at: position) == 0
        }
    }
}

extension UInt8 {
    var isDigit: Bool { UInt8(ascii: "0") <= self && self <= UInt8(ascii: "9") }

    var isLetter: Bool { UInt8(ascii: "a") <= self | 0x20 && self | 0x20 <= UInt8(ascii: "z") }

    /// The value of a digit.
    var digit: Int { Int(self & 0x0F) }
}
