internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// Reads quantities, dates and years, and reports what they cannot be.
///
/// Codes: those of quantities, `unit.mismatch`, `date.syntax`, `year.range`.
struct FigureReader {
    let units: UnitCatalogue
    var diagnostics = Diagnostics()
    /// The unit quantities of each dimension are told in, by the first of them.
    private var canonical: [Unit] = []

    init(_ units: UnitCatalogue) {
        self.units = units
        canonical = Territory.Account.allCases.compactMap { try? units.unit($0.unit).unit }
    }

    mutating func refuse(
        _ node: Node, _ code: String, _ message: String, related: [(SourceRange, String)] = [], hint: String? = nil
    ) {
        diagnostics.error(code, message, at: node.firstLine, related: related, hint: hint)
    }

    /// Reads a quantity in the unit its dimension is told in.
    mutating func amount(_ node: Node?) -> (value: Double, unit: Unit)? {
        guard let node, let parsed = units.quantity(in: node, &diagnostics) else { return nil }
        let unit = canonical.first { parsed.unit.isCompatible(with: $0) } ?? parsed.unit
        if !canonical.contains(unit) { canonical.append(unit) }
        guard let value = parsed.unit.conversion(to: unit)?(parsed.value), value.isFinite else {
            refuse(node, "number.not_finite", "the figure is too large")
            return nil
        }
        return (value, unit)
    }

    /// Reads a share, such as `30 %`; nothing for a quantity that is none.
    mutating func share(_ node: Node?) -> Double? {
        guard let node, let parsed = units.quantity(in: node, &diagnostics) else { return nil }
        guard let share = parsed.unit.conversion(to: .one)?(parsed.value) else {
            refuse(node, "unit.mismatch", "\(parsed.unit) where a share is expected", hint: "as in 30 %")
            return nil
        }
        return share
    }

    mutating func date(_ node: Node?) -> CalendarDate? {
        guard let node, node.kind == .scalar else { return nil }
        if let date = CalendarDate(node.text) { return date }
        refuse(node, "date.syntax", "'\(node.text)' is no date", hint: "as in 2025-11 or 2025-11-21")
        return nil
    }

    mutating func year(_ node: Node?) -> Int? {
        guard let node, let year = Int(node.text) else { return nil }
        guard (1900...2200).contains(year) else {
            refuse(node, "year.range", "\(year) is no year from 1900 to 2200")
            return nil
        }
        return year
    }
}

extension Label {
    /// A text, or one a language.
    init(_ node: Node, language: String) {
        if node.kind == .mapping {
            self.init(node.entries.map { .init(language: $0.key.text, text: $0.value.text) })
        } else {
            self.init(node.text, language: language)
        }
    }
}
