public import EmpreinteText
internal import EmpreinteUnits

/// Reads choices, of a scenario or of a caller's plan.
///
/// Codes: `action.unknown`, `choice.twice`, `choice.level`, `choice.adoption`, `choice.year`, `series.order` and those of quantities.
public struct ChoiceReader: Sendable {
    /// The model it works on.
    public let model: Model

    public init(_ model: Model) {
        self.model = model
    }

    /// What is written of one choice.
    public static let fields = [
        Field("action", .id, required: true, "what is done", example: "<action>"),
        Field("start", .year, "from when; the action's own start unless said"),
        Field("level", .text, "how strongly: a named level, or a number from 0 to 1"),
        Field(
            "adoption", .either(.quantity, .map(.year, .quantity)),
            "the share of those concerned who do it, for good or by year"),
    ]

    /// The choices of a list; those that are wrong are reported and left out.
    public func choices(_ nodes: [Node], _ diagnostics: inout Diagnostics) -> [Choice] {
        var choices: [Choice] = []
        for node in nodes {
            let errors = diagnostics.errorCount
            guard let choice = choice(node, &diagnostics), diagnostics.errorCount == errors else { continue }
            let first = choices.first { $0.action == choice.action && $0.person == choice.person }
            guard let first else {
                choices.append(choice)
                continue
            }
            // The same choice twice is one choice; two different ones leave open which is meant.
            guard first.text != choice.text, let place = choice.place, let other = first.place else { continue }
            diagnostics.error(
                "choice.twice", "'\(model.actions[choice.action].id)' is chosen twice, in different ways",
                at: place.range, related: [(other.range, "first chosen here")],
                hint: "write one choice; an adoption may change by year")
        }
        return choices
    }

    /// The action a scalar names, or an error with the nearest.
    public func action(_ node: Node, _ diagnostics: inout Diagnostics) -> Int? {
        if let index = model.action(node.text) { return index }
        diagnostics.error(
            "action.unknown", "no action is called '\(node.text)'", at: node.range,
            hint: model.migrations.first { $0.change.id == node.text }?.advice
                ?? Spelling.didYouMean(node.text, among: model.actions.map(\.id)))
        return nil
    }

    private func choice(_ node: Node, _ diagnostics: inout Diagnostics) -> Choice? {
        guard let name = node["action"], let index = action(name, &diagnostics) else { return nil }
        var choice = Choice(index, place: Place(name))
        choice.person = node["person"]?.text
        if let start = node["start"] { choice.start = year(start, &diagnostics) }
        if let level = node["level"] { choice.level = self.level(level, of: model.actions[index], &diagnostics) ?? 0 }
        if let adoption = node["adoption"] {
            guard let read = self.adoption(adoption, &diagnostics) else { return nil }
            choice.adoption = read
            if choice.start == nil, case .byYear(let series) = read { choice.start = series.years.first }
        }
        return choice
    }

    /// A named level, or a number from 0 to 1.
    public func level(_ node: Node, of action: Action, _ diagnostics: inout Diagnostics) -> Double? {
        if let named = action.levels.first(where: { node.textEquals($0.name) }) { return named.value }
        let isName = node.utf8.first.map { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") } ?? false
        guard !isName else {
            let names = action.levels.map(\.name)
            diagnostics.error(
                "choice.level", "'\(node.text)' is not a level of '\(action.id)'", at: node.range,
                hint: Spelling.didYouMean(node.text, among: names)
                    ?? "levels: \((names + ["a number from 0 to 1"]).joined(separator: ", "))")
            return nil
        }
        return share(node, "choice.level", "a level", &diagnostics)
    }

    private func adoption(_ node: Node, _ diagnostics: inout Diagnostics) -> Choice.Adoption? {
        guard node.kind == .mapping else {
            return share(node, "choice.adoption", "an adoption", &diagnostics).map { .always($0) }
        }
        var years: [Int] = []
        var values: [Double] = []
        for entry in node.entries {
            guard let year = Int(entry.key.text),
                let value = share(entry.value, "choice.adoption", "an adoption", &diagnostics)
            else { return nil }
            if let last = years.last, last >= year {
                diagnostics.error(
                    "series.order", "\(year) does not come after \(last)", at: entry.key.range,
                    hint: "write the years in order, each once")
                return nil
            }
            years.append(year)
            values.append(value)
        }
        guard !years.isEmpty else {
            diagnostics.error("choice.adoption", "the adoption has no year", at: node.range)
            return nil
        }
        return (try? YearSeries(years, values)).map { .byYear($0) }
    }

    private func share(
        _ node: Node, _ code: String, _ words: String, _ diagnostics: inout Diagnostics
    ) -> Double? {
        guard let quantity = model.units.quantity(in: node, &diagnostics) else { return nil }
        let value = quantity.unit.conversion(to: .one)?(quantity.value)
        if let value, (0...1).contains(value) { return value }
        diagnostics.error(code, "\(words) is from 0 to 1, or to 100 %", at: node.range)
        return nil
    }

    private func year(_ node: Node, _ diagnostics: inout Diagnostics) -> Int? {
        guard let year = Int(node.text) else { return nil }
        // A choice may have started before the years of the pack, and end after them.
        guard (1900...2200).contains(year) else {
            diagnostics.error("choice.year", "\(year) is no year an action starts in", at: node.range)
            return nil
        }
        if year > model.years.range.upperBound {
            diagnostics.warning(
                "choice.after_years", "this starts after the pack's last year and changes nothing",
                at: node.range, hint: "the years end with \(model.years.range.upperBound)")
        }
        return year
    }
}
