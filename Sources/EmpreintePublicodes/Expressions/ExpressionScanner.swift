/// Cuts an expression into numbers, units, names, texts and operators, by UTF-8 bytes.
struct ExpressionScanner {
    let bytes: ArraySlice<UInt8>
    private(set) var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
        skipBlanks()
    }

    /// Where the next character is, from the start of the text.
    var offset: Int { position - bytes.startIndex }

    var isAtEnd: Bool { position >= bytes.endIndex }

    private func byte(_ ahead: Int = 0) -> UInt8? {
        position + ahead < bytes.endIndex ? bytes[position + ahead] : nil
    }

    private static func isBlank(_ byte: UInt8?) -> Bool {
        guard let byte else { return false }
        return byte == 0x20 || (byte >= 9 && byte <= 13)
    }

    /// How many bytes of blanks come next; no-break spaces count.
    private func blanks(at start: Int) -> Int {
        var place = start
        while place < bytes.endIndex {
            if Self.isBlank(bytes[place]) {
                place += 1
            } else if place + 1 < bytes.endIndex, bytes[place] == 0xC2, bytes[place + 1] == 0xA0 {
                place += 2
            } else if place + 2 < bytes.endIndex, bytes[place] == 0xE2, bytes[place + 1] == 0x80,
                bytes[place + 2] == 0xAF
            {
                place += 3
            } else {
                break
            }
        }
        return place - start
    }

    mutating func skipBlanks() { position += blanks(at: position) }

    // MARK: Operators

    /// Takes an operator with blanks around it, the longest of those that could be there.
    mutating func take(among operators: [Operator]) -> Operator? {
        let before = blanks(at: position)
        guard before > 0 else { return nil }
        let start = position + before
        for candidate in operators {
            let end = start + candidate.symbol.utf8.count
            guard end < bytes.endIndex, bytes[start..<end].elementsEqual(candidate.symbol.utf8) else { continue }
            let after = blanks(at: end)
            guard after > 0 else { continue }
            position = end + after
            return candidate
        }
        return nil
    }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard byte() == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    // MARK: Literals

    private static func isDigit(_ byte: UInt8?) -> Bool { byte.map { $0 >= 0x30 && $0 <= 0x39 } ?? false }

    /// Takes `12`, `4.65`; a point that no digit follows is left.
    mutating func takeNumber() -> Double? {
        guard Self.isDigit(byte()) else { return nil }
        let start = position
        while Self.isDigit(byte()) { position += 1 }
        if byte() == UInt8(ascii: "."), Self.isDigit(byte(1)) {
            position += 1
            while Self.isDigit(byte()) { position += 1 }
        }
        return Double(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    /// Where a power or another base ends that a number taken since `start` was the first part of: `1e3`, `0x1F`.
    ///
    /// The language reads them as 1 and 0 with a unit, which nobody means.
    func powerEnd(from start: Int) -> Int? {
        guard let letter = byte(), Self.isLetter(letter) else { return nil }
        var place = 1
        switch letter | 0x20 {
        case UInt8(ascii: "e"):
            if byte(1) == UInt8(ascii: "-") || byte(1) == UInt8(ascii: "+") { place = 2 }
        case UInt8(ascii: "x"), UInt8(ascii: "o"), UInt8(ascii: "b"):
            guard offset == start + 1, bytes[position - 1] == UInt8(ascii: "0") else { return nil }
        default: return nil
        }
        guard Self.isDigit(byte(place)) else { return nil }
        while inner(at: position + place, isFirst: true) > 0 { place += 1 }
        return min(offset + place, bytes.count)
    }

    /// Takes `31/12/2024` or `12/2024`.
    mutating func takeDate() -> CalendarDay? {
        guard Self.isDigit(byte()) else { return nil }
        let start = position
        var parts: [Int] = []
        var part = 0
        var digits = 0
        var place = position
        while place < bytes.endIndex {
            let byte = bytes[place]
            if Self.isDigit(byte), digits < 4 {
                part = part * 10 + Int(byte - 0x30)
                digits += 1
            } else if byte == UInt8(ascii: "/"), digits > 0, digits < 3, parts.count < 2 {
                parts.append(part)
                (part, digits) = (0, 0)
            } else {
                break
            }
            place += 1
        }
        guard digits == 4, !parts.isEmpty, place == bytes.endIndex || !Self.isDigit(bytes[place]) else { return nil }
        parts.append(part)
        guard let day = CalendarDay(parts) else { return nil }
        position = max(place, start)
        return day
    }

    /// Takes a text between quotes, up to the last quote of that sort.
    mutating func takeText() -> String? {
        guard let quote = byte(), quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\""),
            let end = bytes[(position + 1)...].lastIndex(of: quote)
        else { return nil }
        defer { position = end + 1 }
        return String(decoding: bytes[position + 1..<end], as: UTF8.self)
    }

    /// Takes what a number is in: `€/mois`, ` trimestre civil`, `%`, `/an`.
    mutating func takeUnit() -> String? {
        let start = position + blanks(at: position)
        var end = start
        if end < bytes.endIndex, bytes[end] == UInt8(ascii: "/") { end += 1 }
        guard let first = phrase(at: end, isUnit: true) else { return nil }
        end = first
        while true {
            let next = end + blanks(at: end)
            guard next < bytes.endIndex, bytes[next] == UInt8(ascii: ".") || bytes[next] == UInt8(ascii: "/"),
                let last = phrase(at: next + 1, isUnit: true)
            else { break }
            end = last
        }
        defer { position = end }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// Takes a rule's name, with what stands above it and `^` for one step up.
    mutating func takeName() -> String? {
        guard var end = word(at: position) else { return nil }
        while end + 3 < bytes.endIndex, bytes[end..<end + 3].elementsEqual(" . ".utf8), let next = word(at: end + 3) {
            end = next
        }
        defer { position = end }
        return String(decoding: bytes[position..<end], as: UTF8.self)
    }

    private func word(at start: Int) -> Int? {
        if start < bytes.endIndex, bytes[start] == UInt8(ascii: "^") { return start + 1 }
        return phrase(at: start, isUnit: false)
    }

    // MARK: Characters

    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte == UInt8(ascii: "$")
    }

    /// How many bytes a character takes that starts with a letter or, in a unit, `%`, `°` or a currency.
    private func start(at place: Int, isUnit: Bool) -> Int {
        guard place < bytes.endIndex else { return 0 }
        let byte = bytes[place]
        if byte < 0x80 { return Self.isLetter(byte) || isUnit && byte == UInt8(ascii: "%") ? 1 : 0 }
        return blanks(at: place) > 0 || !isUnit && isSymbol(at: place) ? 0 : length(of: byte)
    }

    /// `°`, `€` and `²`, which start no name.
    private func isSymbol(at place: Int) -> Bool {
        guard place + 1 < bytes.endIndex else { return false }
        if bytes[place] == 0xC2 { return [0xB0, 0xB2, 0xAB, 0xBB].contains(bytes[place + 1]) }
        return place + 2 < bytes.endIndex && bytes[place] == 0xE2 && bytes[place + 1] == 0x82
            && bytes[place + 2] == 0xAC
    }

    /// How many bytes a character takes that may stand within a word.
    private func inner(at place: Int, isFirst: Bool) -> Int {
        guard place < bytes.endIndex else { return 0 }
        let byte = bytes[place]
        if byte >= 0x80 { return blanks(at: place) > 0 ? 0 : length(of: byte) }
        if Self.isLetter(byte) || Self.isDigit(byte) { return 1 }
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: ","), UInt8(ascii: "%"), UInt8(ascii: "_"), UInt8(ascii: "\""): return 1
        case UInt8(ascii: "-"), UInt8(ascii: "+"): return isFirst ? 0 : 1
        default: return 0
        }
    }

    private func length(of byte: UInt8) -> Int { byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1 }

    /// The end of words separated by single spaces, or nothing when none starts there.
    private func phrase(at place: Int, isUnit: Bool) -> Int? {
        var end = place
        let first = start(at: end, isUnit: isUnit)
        guard first > 0 else { return nil }
        end += first
        while true {
            let next = inner(at: end, isFirst: false)
            if next > 0 {
                end += next
                continue
            }
            guard end < bytes.endIndex, bytes[end] == 0x20 else { break }
            let word = inner(at: end + 1, isFirst: true)
            guard word > 0 else { break }
            end += 1 + word
        }
        return min(end, bytes.endIndex)
    }
}
