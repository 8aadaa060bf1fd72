/// The names that units are written with: the standard ones and those a pack declares.
///
/// ```swift
/// var units = UnitCatalogue.standard
/// try units.declareCount("meal")
/// try units.declare("stere", as: "1.5 m3")
/// let factor = try units.quantity("2.1 kgCO2e/meal ± 30 %")
/// ```
public struct UnitCatalogue: Sendable {
    private var units: [String: Unit] = ["count": .one]

    init() {}

    /// Every declared and standard name, in alphabetical order.
    public var names: [String] { units.keys.sorted() }

    // MARK: Reading

    /// The unit written in a text such as `kgCO2e/vehicle.km`, where `.` binds tighter than `/`.
    ///
    /// The empty text, `1` and `count` are the unit of plain numbers.
    /// - Throws: `unit.unknown`, `unit.syntax` or `unit.overflow`.
    public func unit(_ text: String) throws(UnitError) -> ParsedUnit {
        let bytes = Bytes(text)
        return try UnitReader.read(bytes, in: 0..<bytes.count, self)
    }

    /// The number, unit and spread written in a text such as `0.21 kgCO2e/km ± 20 %`.
    ///
    /// - Throws: the errors of ``unit(_:)``, `number.syntax`, `number.decimal_comma`, `number.grouping`,
    ///   `number.not_finite`, `quantity.spacing` or `quantity.spread`.
    public func quantity(_ text: String) throws(UnitError) -> ParsedQuantity {
        var reader = QuantityReader(text, self)
        return try reader.read()
    }

    // MARK: Declaring

    /// Adds a counted thing, such as `meal`, with a dimension of its own.
    ///
    /// - Throws: `unit.name` or `unit.duplicate`, with a range in the name.
    public mutating func declareCount(_ name: String) throws(UnitError) {
        try declare(name, as: "count")
    }

    /// Adds a name for an exact multiple of known units, such as `1.5 m3`, or for a counted thing: `count`.
    ///
    /// - Throws: `unit.name` or `unit.duplicate` with a range in the name; `unit.definition`, `unit.overflow` and
    ///   the errors of ``quantity(_:)`` with a range in the definition.
    public mutating func declare(_ name: String, as definition: String) throws(UnitError) {
        try check(name)
        try define(name, as: definition)
    }

    mutating func define(_ name: String, as definition: String) throws(UnitError) {
        if definition == "count" {
            units[name] = Unit(base: name)
            return
        }
        let parsed = try quantity(definition)
        let bytes = Bytes(definition)
        guard parsed.spread == nil, parsed.value > 0 else {
            throw UnitError("unit.definition", "a unit is an exact positive number of others", at: 0..<bytes.count)
        }
        guard let count = Rational(numeral: bytes[parsed.valueRange]), let unit = Unit(name, count, of: parsed.unit)
        else {
            throw .overflow("the scale of the unit leaves 128 bits").moved(to: parsed.valueRange)
        }
        units[name] = unit
    }

    /// Names end without a digit, so that `m2` is always a power.
    private func check(_ name: String) throws(UnitError) {
        let bytes = name.utf8
        let range = 0..<bytes.count
        guard let first = bytes.first, let last = bytes.last, first.isLetter, !last.isDigit,
            bytes.allSatisfy({ $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") })
        else {
            throw UnitError(
                "unit.name", "`\(name)` cannot name a unit", at: range,
                hint: "use letters a to z, digits and `_`; start with a letter and do not end with a digit")
        }
        guard units[name] == nil, Self.spellings[name] == nil else {
            throw UnitError("unit.duplicate", "the unit `\(name)` exists already", at: range)
        }
    }

    // MARK: Names

    func unit(named name: String) -> Unit? { units[name] }

    /// The name meant by an accepted spelling: a known variant, or the plural of a word.
    func canonicalName(of spelling: String) -> String? {
        if let name = Self.spellings[spelling] { return name }
        guard spelling.utf8.last == UInt8(ascii: "s") else { return nil }
        let name = String(spelling.dropLast())
        let isWord = name.utf8.count >= 3 && name.utf8.allSatisfy { $0.isLetter && $0 & 0x20 != 0 }
        return isWord && units[name] != nil ? name : nil
    }

    /// The known names that differ least from an unknown one, three at most, in alphabetical order.
    func names(near name: String) -> [String] {
        let limit = name.utf8.count < 3 ? 0 : name.utf8.count < 6 ? 1 : 2
        let near = units.keys.compactMap { known in
            EditDistance.between(name, known, atMost: limit).map { (distance: $0, name: known) }
        }
        let least = near.map(\.distance).min()
        return Array(near.filter { $0.distance == least }.map(\.name).sorted().prefix(3))
    }
}
