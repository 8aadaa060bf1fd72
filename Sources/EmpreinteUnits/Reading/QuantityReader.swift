/// Reads a number, one space, a unit, and a spread: `0.21 kgCO2e/km ± 20 %`.
struct QuantityReader {
    private let catalogue: UnitCatalogue
    private let bytes: Bytes
    private var position = 0

    init(_ text: String, _ catalogue: UnitCatalogue) {
        self.catalogue = catalogue
        bytes = Bytes(text)
    }

    mutating func read() throws(UnitError) -> ParsedQuantity {
        let number = try readNumber()
        var unit = ParsedUnit(unit: .one, spellings: [])
        var unitRange = position..<position
        if position < bytes.count {
            try readGap(after: number.range)
            if spreadMarkWidth == 0 {
                unitRange = position..<bytes.tokenEnd(from: position)
                if bytes[position].isDigit, !bytes.starts(with: "1/", at: position) {
                    throw UnitError("number.syntax", "two numbers where one is expected", at: unitRange)
                }
                unit = try UnitReader.read(bytes, in: unitRange, catalogue)
                position = unitRange.upperBound
                if position < bytes.count { try readGap(after: unitRange) }
            }
        }
        return ParsedQuantity(
            value: number.value, unit: unit.unit, spread: position < bytes.count ? try readSpread() : nil,
            valueRange: number.range, unitRange: unitRange, spellings: unit.spellings)
    }

    private mutating func readNumber() throws(UnitError) -> Numeral {
        let number = try Numeral.read(bytes, from: position)
        position = number.range.upperBound
        return number
    }

    /// Reads the one plain space that separates a part from the next.
    private mutating func readGap(after part: Range<Int>) throws(UnitError) {
        var end = position
        while bytes.blankWidth(at: end) > 0 { end += bytes.blankWidth(at: end) }
        if end == bytes.count {
            throw UnitError("quantity.spacing", "spaces at the end", at: position..<end, replacement: "")
        }
        if end == position {
            let token = part.lowerBound..<max(bytes.tokenEnd(from: end), end + spreadMarkWidth)
            guard spreadMarkWidth > 0 || isUnitStart else {
                throw UnitError("number.syntax", "`\(bytes.text(token))` is not a quantity", at: token)
            }
            let right = bytes.text(part) + " " + bytes.text(end..<token.upperBound)
            throw UnitError(
                "quantity.spacing", "a space is missing", at: token, hint: "write `\(right)`", replacement: right)
        }
        guard end == position + 1, bytes[position] == UInt8(ascii: " ") else {
            throw UnitError(
                "quantity.spacing", "one plain space separates a number, its unit and its spread", at: position..<end,
                replacement: " ")
        }
        position = end
    }

    /// Whether a unit starts here; `0x` starts a number of some programming language.
    private var isUnitStart: Bool {
        let isHexadecimal = bytes[position] | 0x20 == UInt8(ascii: "x") && bytes[position - 1] == UInt8(ascii: "0")
        let isDivision = bytes[position] == UInt8(ascii: "/") && !bytes[position + 1].isDigit
        return isDivision || (bytes.isName(at: position) && !isHexadecimal)
    }
}

// MARK: - Spread

extension QuantityReader {
    private var spreadMarkWidth: Int { bytes.spreadMarkWidth(at: position) }

    private mutating func readSpread() throws(UnitError) -> Double {
        let start = position
        guard spreadMarkWidth > 0 else {
            throw UnitError(
                "unit.syntax", "a unit has no spaces", at: start..<bytes.count,
                hint: "write `.` between factors, as in `vehicle.km`")
        }
        position += spreadMarkWidth
        guard position < bytes.count else { throw badSpread(from: start) }
        try readGap(after: start..<position)
        let number = try readNumber()
        guard position < bytes.count else { throw badSpread(from: start, number) }
        try readGap(after: number.range)
        let share = number.value / 100
        guard bytes[position] == UInt8(ascii: "%"), position + 1 == bytes.count, share > 0 else {
            throw badSpread(from: start, number)
        }
        return share
    }

    private func badSpread(from start: Int, _ number: Numeral? = nil) -> UnitError {
        let isAbsolute = number.map { $0.value > 0 && bytes[position] != UInt8(ascii: "%") } ?? false
        return UnitError(
            "quantity.spread", "a spread is a positive percentage of the value", at: start..<bytes.count,
            hint: isAbsolute ? "write it in %, as in `± 20 %`" : "write `± 20 %`")
    }
}
