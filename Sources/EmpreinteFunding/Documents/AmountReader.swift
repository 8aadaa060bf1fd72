internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// Reads exact amounts, rates and dates, and reports what they cannot be.
///
/// Codes: those of quantities, `amount.unit`, `amount.currency`, `amount.decimals`, `amount.size`, `amount.negative`,
/// `amount.exact`, `rate.unit`, `rate.range`, `rate.decimals`, `date.syntax`, `year.range`.
struct AmountReader {
    let units: UnitCatalogue
    var diagnostics = Diagnostics()
    /// The currency of the first amount, which all others share.
    private(set) var currency: (name: String, node: Node)?

    init(_ units: UnitCatalogue) {
        self.units = units
    }

    /// The unit of the first impact, to which the others are converted.
    private var impactUnit: (unit: Unit, node: Node)?

    /// What amounts are in, as in `EUR`.
    var currencyName: String { currency?.name ?? "EUR" }

    mutating func refuse(_ node: Node, _ code: String, _ message: String, hint: String? = nil) {
        diagnostics.error(code, message, at: node.firstLine, hint: hint)
    }

    // MARK: Money

    /// Reads an amount that is not below zero; nothing for no node, and for one that was refused.
    ///
    /// - Parameter isYearly: whether it is an amount a year.
    mutating func money(_ node: Node?, isYearly: Bool = false) -> Money? {
        guard let node, let parsed = exact(node) else { return nil }
        let parts = parsed.unit.description.split(separator: "/", omittingEmptySubsequences: false)
        guard let (name, power) = Self.currency(parts.first ?? ""), parts.count == (isYearly ? 2 : 1),
            !isYearly || parts.last == "year"
        else {
            refuse(
                node, "amount.unit",
                "\(words(parsed.unit)) where an amount of money\(isYearly ? " a year" : "") is expected",
                hint: isYearly ? "as in 9000 EUR/year" : "as in 1500 EUR")
            return nil
        }
        if let currency, currency.name != name {
            diagnostics.error(
                "amount.currency", "\(name) stands beside \(currency.name)", at: node.range,
                related: [(currency.node.range, "the first amount")], hint: "write all amounts in one currency")
            return nil
        }
        currency = currency ?? (name, node)
        guard
            let cents = whole(node, parsed, timesTenTo: power + 2, "amount", "an amount has cents and nothing smaller")
        else { return nil }
        guard cents >= 0 else {
            refuse(node, "amount.negative", "an amount is not below zero")
            return nil
        }
        return Money(cents: cents)
    }

    /// The three letters of a currency and the power of ten of its multiple.
    private static func currency(_ unit: Substring) -> (String, Int)? {
        let prefixes: [Character: Int] = ["k": 3, "M": 6, "G": 9]
        var (name, power) = (unit, 0)
        if unit.count == 4, let first = unit.first, let exponent = prefixes[first] {
            (name, power) = (unit.dropFirst(), exponent)
        }
        let isCurrency =
            name.utf8.count == 3 && name.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        return isCurrency ? (String(name), power) : nil
    }

    // MARK: Rates

    /// Reads a rate from 0 to 100 %.
    ///
    /// - Parameter isYearly: whether it may be a rate a year, such as an interest.
    mutating func rate(_ node: Node?, isYearly: Bool = false) -> Rate? {
        guard let node, let parsed = exact(node) else { return nil }
        let unit = parsed.unit.description
        let powers = ["%": 7, "‰": 6, "": 9, "1": 9]
        let bare = isYearly && unit.hasSuffix("/year") ? String(unit.dropLast(5)) : unit
        guard let power = powers[bare] else {
            refuse(
                node, "rate.unit", "\(words(parsed.unit)) where a rate is expected",
                hint: isYearly ? "as in 0.25 %/year" : "as in 50 %")
            return nil
        }
        guard let billionths = whole(node, parsed, timesTenTo: power, "rate", "a rate has seven decimals at most")
        else { return nil }
        guard (0...Rate.whole).contains(billionths) else {
            refuse(node, "rate.range", "a rate is from 0 to 100 %")
            return nil
        }
        return Rate(billionths: billionths)
    }

    private mutating func exact(_ node: Node) -> ParsedQuantity? {
        guard let parsed = units.quantity(in: node, &diagnostics) else { return nil }
        guard parsed.spread == nil else {
            refuse(node, "amount.exact", "an amount of money or a rate has no range")
            return nil
        }
        return parsed
    }

    private mutating func whole(
        _ node: Node, _ parsed: ParsedQuantity, timesTenTo power: Int, _ what: String, _ message: String
    ) -> Int? {
        let digits = Array(node.utf8)
        do throws(ExactDecimal.Failure) {
            return try ExactDecimal.whole(digits[parsed.valueRange.clamped(to: 0..<digits.count)], timesTenTo: power)
        } catch {
            switch error {
            case .tooFine: refuse(node, "\(what).decimals", message)
            case .tooLarge: refuse(node, what == "rate" ? "rate.range" : "amount.size", "that is too much")
            }
            return nil
        }
    }

    private func words(_ unit: Unit) -> String { unit == .one ? "a plain number" : unit.description }

    // MARK: Other quantities

    /// Reads a quantity in a unit.
    mutating func number(_ node: Node?, in unit: String) -> Double? {
        guard let node, let parsed = units.quantity(in: node, &diagnostics) else { return nil }
        guard let target = try? units.unit(unit).unit, let conversion = parsed.unit.conversion(to: target) else {
            refuse(node, "unit.mismatch", "\(words(parsed.unit)) where \(unit) is expected")
            return nil
        }
        return conversion(parsed.value)
    }

    /// Reads how much good a project does; all projects state it in units of one sort.
    mutating func impact(_ node: Node) -> Double? {
        guard let parsed = units.quantity(in: node, &diagnostics) else { return nil }
        let (unit, first) = impactUnit ?? (parsed.unit, node)
        impactUnit = (unit, first)
        guard let conversion = parsed.unit.conversion(to: unit) else {
            diagnostics.error(
                "unit.mismatch", "\(words(parsed.unit)) stands beside \(words(unit))", at: node.range,
                related: [(first.range, "the first impact")], hint: "state all impacts in one unit")
            return nil
        }
        guard parsed.value >= 0 else {
            refuse(node, "application.impact", "an impact is not below zero")
            return nil
        }
        return conversion(parsed.value)
    }

    /// Reads a date; nothing for no node, and for what is no date.
    mutating func date(_ node: Node?) -> CalendarDate? {
        guard let node, node.kind == .scalar else { return nil }
        if let date = CalendarDate(node.text) { return date }
        refuse(node, "date.syntax", "'\(node.text)' is no date", hint: "as in 2022-05 or 2022-05-16")
        return nil
    }

    /// Reads a year from 1900 to 2200.
    mutating func year(_ node: Node?) -> Int? {
        guard let node, let year = Int(node.text) else { return nil }
        guard (1900...2200).contains(year) else {
            refuse(node, "year.range", "\(year) is no year from 1900 to 2200")
            return nil
        }
        return year
    }

    /// Reads a whole number of a range.
    mutating func count(_ node: Node?, in range: ClosedRange<Int>) -> Int? {
        guard let node, let count = Int(node.text) else { return nil }
        guard range.contains(count) else {
            refuse(node, "count.range", "\(count) is not from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return count
    }
}

extension Node {
    /// The texts of a list.
    var words: [String] { items.map(\.text) }
}
