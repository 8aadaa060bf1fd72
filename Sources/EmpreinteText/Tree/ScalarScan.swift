/// Reads a scalar again as it was written, telling which source bytes each stretch of its text comes from.
///
/// The text is known, so only places are worked out; the text also tells what the source alone does not, such as the
/// indentation of a block and how its end was chomped.
struct ScalarScan {
    let bytes: [UInt8]
    let decoded: ArraySlice<UInt8>
    let shape: Tree.Shape
    /// Where the text ends, before the closing quote; a block's last line ends may come after.
    let end: Int
    var place: Int

    init(_ bytes: [UInt8], _ record: Tree.Record, decoded: ArraySlice<UInt8>) {
        self.bytes = bytes
        self.decoded = decoded
        shape = record.shape
        let quote = [.singleQuoted, .doubleQuoted, .jsonString].contains(shape) ? 1 : 0
        place = Int(record.lower) + quote
        end = Int(record.upper) - quote
    }

    mutating func read(_ finder: inout PlaceFinder) {
        switch shape {
        case .literal, .folded: block(&finder)
        default: flow(&finder)
        }
    }

    // MARK: Plain and quoted

    private mutating func flow(_ finder: inout PlaceFinder) {
        while place < end {
            let start = place
            if shape != .jsonString, isBlank(place) || breakLength(place) > 0 {
                fold(isEscaped: false, &finder)
            } else if shape == .singleQuoted, bytes[place] == UInt8(ascii: "'") {
                place += 2
                finder.piece(start..<place, decodedTo: 1)
            } else if shape == .doubleQuoted || shape == .jsonString, bytes[place] == UInt8(ascii: "\\") {
                let length = breakLength(place + 1)
                if length > 0 {
                    place += 1 + length
                    fold(isEscaped: true, &finder)
                } else {
                    let count = escape()
                    finder.piece(start..<place, decodedTo: count)
                }
            } else {
                let length = UTF8Check.length(of: bytes[place])
                place += length
                finder.piece(start..<place, decodedTo: length)
            }
        }
    }

    /// Blanks that stand for themselves, or line ends with the blanks around them: one is a space, more are one less.
    private mutating func fold(isEscaped: Bool, _ finder: inout PlaceFinder) {
        let start = place
        skipBlanks()
        if !isEscaped {
            let length = breakLength(place)
            guard place < end, length > 0 else { return finder.piece(start..<place, decodedTo: place - start) }
            let first = place
            place += length
            // Unicode line and paragraph separators are kept.
            if length == 3 { finder.piece(first..<place, decodedTo: 3) }
            skipBlanks()
            if place >= end || breakLength(place) == 0 {
                return length == 3 ? () : finder.piece(start..<place, decodedTo: 1)
            }
        }
        while place < end {
            let length = breakLength(place)
            guard length > 0 else { return }
            finder.piece(place..<place + length, decodedTo: length == 3 ? 3 : 1)
            place += length
            skipBlanks()
        }
    }

    /// Passes an escape and gives how many bytes it stands for; a surrogate pair is one escape.
    private mutating func escape() -> Int {
        let letter = place + 1 < end ? bytes[place + 1] : 0
        place = min(place + 2, end)
        switch letter {
        case UInt8(ascii: "x"): return length(of: digits(2))
        case UInt8(ascii: "U"): return length(of: digits(8))
        case UInt8(ascii: "u"):
            let value = digits(4)
            guard (0xD800...0xDBFF).contains(value) else { return length(of: value) }
            place = min(place + 6, end)
            return 4
        case UInt8(ascii: "N"), UInt8(ascii: "_"): return 2
        case UInt8(ascii: "L"), UInt8(ascii: "P"): return 3
        default: return 1
        }
    }

    private mutating func digits(_ count: Int) -> UInt32 {
        let upper = min(place + count, end)
        let value = UInt32(String(decoding: bytes[place..<upper], as: UTF8.self), radix: 16)
        place = upper
        return value ?? 0
    }

    private func length(of scalar: UInt32) -> Int {
        scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
    }

    // MARK: Marks

    /// The length of a line end; libyaml knows five: LF, CRLF, CR, NEL, and the Unicode separators, three bytes long.
    func breakLength(_ place: Int) -> Int {
        guard place < bytes.count else { return 0 }
        switch bytes[place] {
        case UInt8(ascii: "\n"): return 1
        case UInt8(ascii: "\r"): return place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "\n") ? 2 : 1
        case 0xC2: return place + 1 < bytes.count && bytes[place + 1] == 0x85 ? 2 : 0
        case 0xE2:
            guard place + 2 < bytes.count, bytes[place + 1] == 0x80 else { return 0 }
            return bytes[place + 2] & 0xFE == 0xA8 ? 3 : 0
        default: return 0
        }
    }

    func isBlank(_ place: Int) -> Bool {
        place < bytes.count && (bytes[place] == UInt8(ascii: " ") || bytes[place] == UInt8(ascii: "\t"))
    }

    private mutating func skipBlanks() {
        while place < end, isBlank(place) { place += 1 }
    }
}
