/// Reads one unit: products joined by `.`, which binds tighter than `/`, as in `kgCO2e/vehicle.km/year`.
///
/// ```
/// unit    = "" | "1" | [product] {"/" (product | "(" product ")")}
/// product = factor {"." factor}
/// factor  = name [digits | "^" ["-"] digits | "²" | "³"]
/// ```
struct UnitReader {
    private let catalogue: UnitCatalogue
    private let bytes: Bytes
    private let end: Int
    private var position: Int
    private var unit = Unit.one
    private var spellings: [UnitSpelling] = []

    static func read(_ bytes: Bytes, in range: Range<Int>, _ catalogue: UnitCatalogue) throws(UnitError) -> ParsedUnit {
        var reader = UnitReader(bytes, in: range, catalogue)
        return try reader.read()
    }

    private init(_ bytes: Bytes, in range: Range<Int>, _ catalogue: UnitCatalogue) {
        self.catalogue = catalogue
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
    }

    private mutating func read() throws(UnitError) -> ParsedUnit {
        if next == UInt8(ascii: "1"), position + 1 == end || bytes[position + 1] == UInt8(ascii: "/") {
            position += 1
        } else if position < end, next != UInt8(ascii: "/") {
            try readProduct(power: 1)
        }
        while position < end {
            guard take("/") else { throw unexpected() }
            let open = position
            let isGroup = take("(")
            try readProduct(power: -1)
            if isGroup, !take(")") {
                throw position < end
                    ? unexpected()
                    : UnitError("unit.syntax", "`(` is never closed", at: open..<open + 1, hint: "add `)`")
            }
        }
        return ParsedUnit(unit: unit, spellings: spellings)
    }

    private var next: UInt8 { position < end ? bytes[position] : 0 }

    private mutating func take(_ token: Unicode.Scalar) -> Bool {
        guard UInt32(next) == token.value else { return false }
        position += 1
        return true
    }

    private mutating func readProduct(power: Int) throws(UnitError) {
        repeat { try readFactor(power: power) } while take(".")
    }

    private mutating func readFactor(power: Int) throws(UnitError) {
        let start = position
        while position < end, bytes.isName(at: position) { position += 1 }
        guard position > start else { throw unexpected() }
        let named = try resolve(start..<position)
        let exponent = try readExponent(digits: named.end..<position)
        do {
            try unit.multiply(by: named.unit, power: power * exponent)
        } catch {
            throw error.moved(to: start..<position)
        }
    }
}

// MARK: - Names

extension UnitReader {
    /// The unit of a name and where the name ends, which is before the digits of an exponent.
    private mutating func resolve(_ range: Range<Int>) throws(UnitError) -> (unit: Unit, end: Int) {
        let name = bytes.text(range)
        if let unit = catalogue.unit(named: name) { return (unit, range.upperBound) }
        var stemEnd = range.upperBound
        while stemEnd > range.lowerBound, bytes[stemEnd - 1].isDigit { stemEnd -= 1 }
        let stem = stemEnd < range.upperBound ? bytes.text(range.lowerBound..<stemEnd) : name
        if let unit = catalogue.unit(named: stem) { return (unit, stemEnd) }
        for (spelling, end) in [(name, range.upperBound), (stem, stemEnd)] {
            if let canonical = catalogue.canonicalName(of: spelling), let unit = catalogue.unit(named: canonical) {
                spellings.append(UnitSpelling(range: range.lowerBound..<end, replacement: canonical))
                return (unit, end)
            }
        }
        throw unknown(name, stem: stem, at: range.lowerBound)
    }

    /// Looks for a name near the stem first, so that the exponent stays, then for one with the digits, as in `kgCO2`.
    private func unknown(_ name: String, stem: String, at start: Int) -> UnitError {
        var range = start..<start + stem.utf8.count
        var near = catalogue.names(near: stem)
        if near.isEmpty {
            range = start..<start + name.utf8.count
            near = catalogue.names(near: name)
        }
        return UnitError(
            "unit.unknown", "unknown unit `\(bytes.text(range))`", at: range,
            hint: near.isEmpty ? nil : "did you mean " + near.map { "`\($0)`" }.joined(separator: " or ") + "?",
            replacement: near.count == 1 ? near.first : nil)
    }
}

// MARK: - Exponents

extension UnitReader {
    private mutating func readExponent(digits: Range<Int>) throws(UnitError) -> Int {
        if !digits.isEmpty { return value(of: digits) }
        let caret = position
        if take("^") {
            let isNegative = take("-")
            let start = position
            position = min(end, bytes.end(from: position, while: \.isDigit))
            guard position > start else {
                throw UnitError(
                    "unit.syntax", "an exponent is a whole number", at: caret..<start, hint: "write `m2` or `m^2`")
            }
            return (isNegative ? -1 : 1) * value(of: start..<position)
        }
        if next == 0xC2, position + 1 < end, bytes[position + 1] == 0xB2 || bytes[position + 1] == 0xB3 {
            let exponent = bytes[position + 1].digit  // `²` is C2 B2 and `³` is C2 B3.
            spellings.append(UnitSpelling(range: position..<position + 2, replacement: "\(exponent)"))
            position += 2
            return exponent
        }
        return 1
    }

    /// The number written, cut well beyond the largest exponent a unit can have.
    private func value(of digits: Range<Int>) -> Int {
        bytes[digits].reduce(0) { min($0 * 10 + $1.digit, 1000) }
    }
}

// MARK: - Syntax errors

extension UnitReader {
    private func unexpected() -> UnitError {
        guard position < end else {
            let last = max(0, end - 1)
            return UnitError("unit.syntax", "a unit is missing at the end", at: last..<end)
        }
        for sign in ["*", "·", "×"] where bytes.starts(with: sign, at: position) {
            return UnitError(
                "unit.syntax", "`\(sign)` does not multiply units", at: position..<position + sign.utf8.count,
                hint: "write `.` between factors, as in `vehicle.km`", replacement: ".")
        }
        let blank = bytes.blankWidth(at: position)
        if blank > 0 {
            return UnitError(
                "unit.syntax", "a unit has no spaces", at: position..<position + blank,
                hint: "write `.` between factors, as in `vehicle.km`")
        }
        // One whole character, however many bytes it takes.
        let after = bytes.end(from: position + 1) { $0 & 0xC0 == 0x80 }
        let range = position..<min(after, end)
        return UnitError(
            "unit.syntax", "unexpected `\(bytes.text(range))` in a unit", at: range,
            hint: "write units as in `kgCO2e/vehicle.km` or `kWh/(m2.year)`")
    }
}
