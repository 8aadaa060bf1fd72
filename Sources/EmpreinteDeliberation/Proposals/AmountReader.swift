internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// Reads amounts in the units they are kept in.
struct AmountReader {
    let units: UnitCatalogue

    /// A quantity in a unit of the same sort; a bare number where the unit is empty.
    func value(_ node: Node, in unit: String, _ diagnostics: inout Diagnostics) -> Double? {
        guard let quantity = units.quantity(in: node, &diagnostics) else { return nil }
        return convert(quantity.value, quantity.unit, to: unit, node, &diagnostics)
    }

    /// A rate, a year or without saying so.
    func rate(_ node: Node, _ diagnostics: inout Diagnostics) -> Double? {
        guard let quantity = units.quantity(in: node, &diagnostics) else { return nil }
        let unit = quantity.unit.isDimensionless ? "" : "1/year"
        return convert(quantity.value, quantity.unit, to: unit, node, &diagnostics)
    }

    /// A date.
    func day(_ node: Node, _ diagnostics: inout Diagnostics) -> Day? {
        if let day = Day(node.text) { return day }
        diagnostics.error(
            "date.syntax", "'\(node.text)' is not a date", at: node.range, hint: "as in 2022, 2022-08 or 2022-08-15")
        return nil
    }

    /// An estimate; nothing for what is unknown.
    ///
    /// Codes: `estimate.order` for a low end above the central figure or a high end beneath it.
    func estimate(_ node: Node, in unit: String, _ diagnostics: inout Diagnostics) -> Estimate? {
        if node.textEquals("unknown") { return nil }
        guard node.kind == .mapping else {
            guard let quantity = units.quantity(in: node, &diagnostics),
                let central = convert(quantity.value, quantity.unit, to: unit, node, &diagnostics)
            else { return nil }
            let reach = quantity.spread.map { $0 * central.magnitude }
            return Estimate(central, reach.map { central - $0...central + $0 })
        }
        var stated: Unit?
        if let node = node["unit"] {
            guard let unit = units.unit(in: node, &diagnostics) else { return nil }
            stated = unit
        }
        func end(_ name: String) -> Double? {
            guard let part = node[name], let quantity = units.quantity(in: part, &diagnostics) else { return nil }
            let own = quantity.unitRange.isEmpty ? stated ?? quantity.unit : quantity.unit
            return convert(quantity.value, own, to: unit, part, &diagnostics)
        }
        guard let central = end("central") else { return nil }
        let (low, high) = (end("low"), end("high"))
        guard low ?? central <= central, central <= high ?? central else {
            diagnostics.error(
                "estimate.order", "the low end, the central figure and the high end rise in this order",
                at: node.firstLine)
            return nil
        }
        return Estimate(central, low == nil && high == nil ? nil : (low ?? central)...(high ?? central))
    }

    private func convert(
        _ value: Double, _ own: Unit, to unit: String, _ node: Node, _ diagnostics: inout Diagnostics
    ) -> Double? {
        guard let goal = unit.isEmpty ? .one : try? units.unit(unit).unit, let conversion = own.conversion(to: goal)
        else {
            diagnostics.error(
                "unit.mismatch",
                unit.isEmpty ? "this is a number without a unit" : "this is an amount such as 1 \(unit)",
                at: node.range, hint: "'\(own.description)' does not convert to it")
            return nil
        }
        let converted = conversion(value)
        // Beyond, sums and squares would not be finite.
        guard converted.magnitude <= 1e60 else {
            diagnostics.error("number.too_large", "no amount is as large as this", at: node.range)
            return nil
        }
        return converted
    }
}

/// Amounts of money in whole cents.
enum Cents {
    /// The cents of an amount that has no smaller part; nothing beyond what fits.
    static func exactly(_ euros: Double) -> Int? {
        let cents = (euros * 100).rounded()
        guard abs(cents - euros * 100) < 1e-6 * max(1, abs(cents)) else { return nil }
        return abs(cents) < 1e15 ? Int(cents) : nil
    }

    /// The cents nearest to an estimate, which need not be whole.
    static func nearest(_ euros: Double) -> Int? {
        let cents = (euros * 100).rounded()
        return abs(cents) < 1e15 ? Int(cents) : nil
    }
}
