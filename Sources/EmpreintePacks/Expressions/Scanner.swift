internal import EmpreinteModel
internal import EmpreinteUnits

/// Cuts the text of a formula into words, numbers with their units, and symbols.
struct Scanner {
    private let bytes: [UInt8]
    private let units: UnitCatalogue
    private var position = 0

    init(_ text: String, units: UnitCatalogue) {
        bytes = Array(text.utf8)
        self.units = units
    }

    static let keywords = ["and", "or", "not", "if", "then", "else", "at"]

    /// The next character, for a message.
    var here: Range<Int> {
        position..<min(position + 1, bytes.count)
    }

    private func byte(_ offset: Int) -> UInt8? {
        bytes.indices.contains(offset) ? bytes[offset] : nil
    }

    private mutating func skipSpaces() {
        while let next = byte(position), next == 0x20 || next == 0x0A || next == 0x09 || next == 0x0D { position += 1 }
    }

    private func slice(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// Whether these very bytes come next.
    private func isNext(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard bytes.count - position >= count else { return false }
        return text.withUTF8Buffer { wanted in
            (0..<count).allSatisfy { unsafe bytes[position + $0] == wanted[$0] }
        }
    }

    // MARK: Symbols

    /// Takes a piece of punctuation; `adjacent` when no space may stand before it.
    mutating func take(_ symbol: StaticString, adjacent: Bool = false) -> Range<Int>? {
        let start = position
        if !adjacent { skipSpaces() }
        guard isNext(symbol) else {
            position = start
            return nil
        }
        position += symbol.utf8CodeUnitCount
        return position - symbol.utf8CodeUnitCount..<position
    }

    mutating func expect(_ symbol: StaticString, _ purpose: String) throws(ExpressionError) -> Range<Int> {
        guard let range = take(symbol) else { throw unexpected("'\(symbol)' \(purpose)") }
        return range
    }

    mutating func expectEnd() throws(ExpressionError) {
        skipSpaces()
        guard position == bytes.count else { throw unexpected("the end of the formula or an operator") }
    }

    /// The error of finding something else than what is wanted.
    mutating func unexpected(_ wanted: String) -> ExpressionError {
        skipSpaces()
        guard position < bytes.count else {
            let end = max(bytes.count - 1, 0)..<bytes.count
            return ExpressionError(
                code: "formula.syntax", message: "the formula ends where \(wanted) is expected", range: end)
        }
        var end = position + 1
        while let next = byte(end), next & 0xC0 == 0x80 { end += 1 }
        if Scanner.startsWord(bytes[position]) {
            while let next = byte(end), Scanner.continuesWord(next) { end += 1 }
        }
        let found = slice(position..<end)
        return ExpressionError(
            code: "formula.syntax", message: "'\(found)' stands where \(wanted) is expected", range: position..<end,
            hint: found == "=" ? "equality is written ==" : nil)
    }

    /// An arithmetic operator of the strength wanted, with a space on each side.
    mutating func symbol(_ strength: Strength) throws(ExpressionError) -> (Expression.BinaryOperator, Range<Int>)? {
        let start = position
        skipSpaces()
        let found: Expression.BinaryOperator? =
            switch (strength, byte(position)) {
            case (.sum, UInt8(ascii: "+")): .add
            case (.sum, UInt8(ascii: "-")) where byte(position + 1) != UInt8(ascii: ">"): .subtract
            case (.product, UInt8(ascii: "*")): .multiply
            case (.product, UInt8(ascii: "/")): .divide
            case (.power, UInt8(ascii: "^")): .power
            default: nil
            }
        guard let found else {
            position = start
            return nil
        }
        return (found, try spaced(1, after: start))
    }

    /// How tightly an arithmetic operator binds.
    enum Strength {
        case sum, product, power
    }

    /// A comparison, with a space on each side.
    mutating func comparison() throws(ExpressionError) -> (Expression.BinaryOperator, Range<Int>)? {
        let start = position
        skipSpaces()
        let isTwo = byte(position + 1) == UInt8(ascii: "=")
        let found: Expression.BinaryOperator? =
            switch byte(position) {
            case UInt8(ascii: "="): isTwo ? .equal : nil
            case UInt8(ascii: "!"): isTwo ? .notEqual : nil
            case UInt8(ascii: "<"): isTwo ? .lessOrEqual : .less
            case UInt8(ascii: ">"): isTwo ? .greaterOrEqual : .greater
            default: nil
            }
        guard let found else {
            position = start
            return nil
        }
        return (found, try spaced(found.rawValue.utf8.count, after: start))
    }

    private mutating func spaced(_ length: Int, after start: Int) throws(ExpressionError) -> Range<Int> {
        let range = position..<position + length
        guard position > start, [nil, 0x20, 0x0A].contains(byte(range.upperBound)) else {
            let symbol = slice(range)
            throw ExpressionError(
                code: "formula.spacing", message: "'\(symbol)' needs a space on each side", range: range,
                hint: symbol == "-" ? "ids hold no hyphen: a '-' is a minus" : nil)
        }
        position = range.upperBound
        return range
    }

    /// A minus before its operand.
    mutating func minus() -> Range<Int>? {
        let start = position
        guard let range = take("-"), byte(position) != UInt8(ascii: ">") else {
            position = start
            return nil
        }
        return range
    }

    // MARK: Words

    static func startsWord(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte }

    static func continuesWord(_ byte: UInt8) -> Bool {
        startsWord(byte) || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: ".")
    }

    private func wordEnd(from start: Int) -> Int {
        var end = start
        while let next = byte(end), Scanner.continuesWord(next) { end += 1 }
        return end
    }

    /// A word that stands alone and is a keyword.
    mutating func keyword(_ word: StaticString) -> Range<Int>? {
        let start = position
        skipSpaces()
        let end = position + word.utf8CodeUnitCount
        guard isNext(word), !(byte(end).map(Scanner.continuesWord) ?? false) else {
            position = start
            return nil
        }
        defer { position = end }
        return position..<end
    }

    mutating func expectKeyword(_ word: StaticString) throws(ExpressionError) {
        guard keyword(word) != nil else { throw unexpected("'\(word)'") }
    }

    /// A keyword with its opening parenthesis.
    mutating func callKeyword(_ word: StaticString) -> Range<Int>? {
        let start = position
        guard let range = keyword(word), take("(", adjacent: true) != nil else {
            position = start
            return nil
        }
        return range
    }

    /// An id, an option or another name.
    mutating func word() throws(ExpressionError) -> (String, Range<Int>)? {
        skipSpaces()
        guard let first = byte(position), Scanner.startsWord(first) else { return nil }
        let range = position..<wordEnd(from: position)
        let word = slice(range)
        guard !Scanner.keywords.contains(word) else { return nil }
        guard Shape.isID(bytes[range]) else {
            throw ExpressionError(code: "formula.syntax", message: "'\(word)' is not an id", range: range)
        }
        position = range.upperBound
        return (word, range)
    }

    // MARK: Numbers

    /// A number with the unit that follows after one space.
    mutating func number() throws(ExpressionError) -> Expression? {
        skipSpaces()
        guard let first = byte(position), UInt8(ascii: "0")...UInt8(ascii: "9") ~= first else { return nil }
        let start = position
        var end = position
        while let next = byte(end), Scanner.continuesNumber(next, after: end > 0 ? bytes[end - 1] : 0) { end += 1 }
        end = grouped(from: end)
        if let unitEnd = unitEnd(after: end) { end = unitEnd }
        position = end
        let quantity: ParsedQuantity
        do throws(UnitError) {
            quantity = try units.quantity(slice(start..<end))
        } catch {
            let range = start + error.range.lowerBound..<start + error.range.upperBound
            throw ExpressionError(code: error.code, message: error.message, range: range, hint: error.hint)
        }
        return Expression(.number(quantity.value, quantity.unit), start..<end)
    }

    private static func continuesNumber(_ byte: UInt8, after previous: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."): true
        case UInt8(ascii: "e"), UInt8(ascii: "E"): true
        case UInt8(ascii: "+"), UInt8(ascii: "-"): previous == UInt8(ascii: "e") || previous == UInt8(ascii: "E")
        default: false
        }
    }

    /// Takes in digits after a comma or a space, so that `1,5` and `1 000` are refused with their right spelling.
    private func grouped(from end: Int) -> Int {
        guard let mark = byte(end), mark == UInt8(ascii: ",") || mark == 0x20, let next = byte(end + 1),
            UInt8(ascii: "0")...UInt8(ascii: "9") ~= next
        else { return end }
        var tail = end + 1
        while let next = byte(tail), UInt8(ascii: "0")...UInt8(ascii: "9") ~= next { tail += 1 }
        return tail
    }

    /// Where the unit after a number ends, when one follows.
    private func unitEnd(after end: Int) -> Int? {
        guard byte(end) == 0x20, let first = byte(end + 1), Scanner.isUnitByte(first) else { return nil }
        let word = slice(end + 1..<wordEnd(from: end + 1))
        guard !Scanner.keywords.contains(word) else { return nil }
        var position = end + 1
        var open = 0
        while let next = byte(position) {
            if next == UInt8(ascii: "("), byte(position - 1) == UInt8(ascii: "/") || open > 0 {
                open += 1
            } else if next == UInt8(ascii: ")"), open > 0 {
                open -= 1
            } else if !Scanner.isUnitByte(next), !Scanner.joinsUnit(next) {
                break
            }
            position += 1
        }
        return position
    }

    private static func isUnitByte(_ byte: UInt8) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
            || byte == UInt8(ascii: "%") || byte >= 0x80
    }

    private static func joinsUnit(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
            || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }
}
