internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// Reads what the documents of rooms have in common: actions, levels, dates, amounts.
///
/// Codes: `action.unknown`, `action.level`, `date.invalid`, `amount.invalid`, `share.range`, `unit.mismatch` and those of
/// quantities.
struct RoomReader {
    let model: Model
    var diagnostics = Diagnostics()
    private let actions: [String: Int]

    init(_ model: Model) {
        self.model = model
        actions = Dictionary(model.actions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func refuse(_ node: Node, _ code: String, _ message: String, hint: String? = nil) {
        diagnostics.error(code, message, at: node.range, hint: hint)
    }

    mutating func action(_ node: Node) -> Int? {
        if let index = actions[node.text] { return index }
        // An action that has another name by now.
        for migration in model.migrations where migration.change.id == node.text {
            if case .rename(_, let to) = migration.change, let index = actions[to] { return index }
        }
        refuse(
            node, "action.unknown", "no action is called '\(node.text)'",
            hint: Spelling.didYouMean(node.text, among: model.actions.map(\.id)))
        return nil
    }

    /// A named level of an action, or a share; whole where nothing is said.
    mutating func level(_ node: Node?, of action: Int, mayBeZero: Bool = false) -> Double? {
        guard let node else { return 1 }
        if let named = model.actions[action].levels.first(where: { node.textEquals($0.name) }) { return named.value }
        let quantity = try? model.units.quantity(node.text)
        let value = quantity.flatMap { $0.unit.conversion(to: .one)?($0.value) }
        if let value, value > 0 || mayBeZero, (0...1).contains(value) { return value }
        let names = model.actions[action].levels.map(\.name)
        refuse(
            node, "action.level", "'\(node.text)' is no level of '\(model.actions[action].id)'",
            hint: "levels: \((names + ["a share above 0, up to 1 or 100 %"]).joined(separator: ", "))")
        return nil
    }

    mutating func date(_ node: Node?) -> CalendarDate? {
        guard let node else { return nil }
        if let date = CalendarDate(node.text) { return date }
        refuse(node, "date.invalid", "'\(node.text)' is no date", hint: "write 2025, 2025-03 or 2025-03-16")
        return nil
    }

    /// A number that counts something, such as `10 points`.
    mutating func price(_ node: Node?) -> Workshop.Price? {
        guard let node else { return nil }
        let parts = node.text.split(separator: " ", omittingEmptySubsequences: false)
        if (1...2).contains(parts.count), let amount = DecimalParser().value(of: Array(parts[0].utf8)[...]), amount >= 0
        {
            return .init(amount: amount, unit: parts.count == 2 ? String(parts[1]) : "")
        }
        refuse(node, "amount.invalid", "'\(node.text)' is no amount", hint: "write a number and a unit, as 10 points")
        return nil
    }

    /// A share from 0 to 1, or to 100 %.
    mutating func share(_ node: Node?) -> Double? {
        guard let node, let quantity = model.units.quantity(in: node, &diagnostics) else { return nil }
        if let value = quantity.unit.conversion(to: .one)?(quantity.value), (0...1).contains(value) { return value }
        refuse(node, "share.range", "a share is from 0 to 1, or to 100 %")
        return nil
    }

    /// A value in the unit of an indicator.
    mutating func value(_ node: Node?, of indicator: Int) -> Double? {
        guard let node, let quantity = model.units.quantity(in: node, &diagnostics) else { return nil }
        let unit = model.indicators[indicator].unit
        if let value = quantity.unit.conversion(to: unit)?(quantity.value) { return value }
        refuse(node, "unit.mismatch", "\(quantity.unit) cannot be read as \(unit)")
        return nil
    }

    mutating func indicator(_ node: Node) -> Int? {
        if let index = model.indicator(node.text) { return index }
        refuse(
            node, "indicator.unknown", "no indicator is called '\(node.text)'",
            hint: Spelling.didYouMean(node.text, among: model.indicators.map(\.id)))
        return nil
    }

    /// A whole number within bounds.
    mutating func count(_ node: Node?, in range: ClosedRange<Int>) -> Int? {
        guard let node, let value = Int(node.text) else { return nil }
        if range.contains(value) { return value }
        refuse(node, "count.range", "\(value) is not from \(range.lowerBound) to \(range.upperBound)")
        return nil
    }

    func label(_ node: Node?, else id: String) -> Label {
        guard let node else { return Label(id, language: model.identity.language) }
        guard node.kind == .mapping else { return Label(node.text, language: model.identity.language) }
        return Label(node.entries.map { .init(language: $0.key.text, text: $0.value.text) })
    }

    /// Why a document is made up, where it says so.
    func assumption(_ document: Document) -> String? {
        document["assumption"]?.flag == true ? document["reason"]?.text ?? "" : nil
    }
}
