internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// Reads initiatives and the profile of a place.
///
/// Codes: `initiative.condition`, `initiative.driver`, `initiative.weight`, `unit.mismatch` and those of quantities.
struct InitiativeReader {
    let model: Model
    var figures: FigureReader
    /// The unit each name is told in, by the first that states one.
    private var unitsByName: [String: Unit] = [:]

    init(_ model: Model) {
        self.model = model
        figures = FigureReader(model.units)
    }

    private func label(_ node: Node) -> Label { Label(node, language: model.identity.language) }

    /// What is known of the place: its profile, its powers, its last known population.
    mutating func profile(_ documents: Documents) -> Profile {
        var profile = Profile()
        if let population = model.territory?.population.last {
            profile.values["population"] = .number(population.value)
            unitsByName["population"] = try? model.units.unit("person").unit
        }
        for power in model.territory?.competence ?? [] { profile.values[power] = .word("true") }
        for document in documents.all(TerritoryKinds.profile) {
            for (key, node) in document["values"]?.entries.map({ $0 }) ?? [] {
                if let value = value(node, of: key.text) { profile.values[key.text] = value }
            }
        }
        return profile
    }

    mutating func weights(_ documents: Documents) -> [String: Double] {
        var weights: [String: Double] = [:]
        for (key, node) in documents.field("weights", of: TerritoryKinds.initiatives)?.entries.map({ $0 }) ?? [] {
            guard let weight = figures.share(node) else { continue }
            if weight < 0 { figures.refuse(node, "initiative.weight", "a weight is not below zero") }
            weights[key.text] = weight
        }
        return weights
    }

    mutating func initiative(_ entry: Collection.Entry) -> Initiative {
        let fallback = Label(entry.id, language: model.identity.language)
        var initiative = Initiative(id: entry.id, label: entry["label"].map(label) ?? fallback)
        initiative.theme = entry["theme"]?.text
        for (key, node) in entry["context"]?.entries.map({ $0 }) ?? [] {
            if let value = value(node, of: key.text) { initiative.context.values[key.text] = value }
        }
        for node in entry["needs"]?.items.map({ $0 }) ?? [] {
            if let condition = condition(node) { initiative.needs.append(condition) }
        }
        initiative.driver = entry["scale_by"]?.text
        if let node = entry["scale_by"], case .number(let driver)? = initiative.context.values[node.text], driver <= 0 {
            figures.refuse(node, "initiative.driver", "an effect cannot be scaled by a '\(node.text)' of zero or less")
        }
        for (key, node) in entry["effect"]?.entries.map({ $0 }) ?? [] {
            guard let amount = figures.amount(node) else { continue }
            initiative.effects.append((key.text, amount.value, amount.unit.description))
        }
        return initiative
    }

    // MARK: Values and conditions

    /// A number in the unit its name is told in, or a word.
    private mutating func value(_ node: Node, of name: String) -> Profile.Value? {
        guard node.kind == .scalar, let first = node.utf8.first, Self.startsNumber(first) else {
            return .word(node.text)
        }
        guard let parsed = figures.units.quantity(in: node, &figures.diagnostics) else { return nil }
        let known = unitsByName[name] ?? parsed.unit
        unitsByName[name] = known
        // A bare number is in the unit the others state.
        if parsed.unit == .one { return .number(parsed.value) }
        guard let conversion = parsed.unit.conversion(to: known) else {
            figures.refuse(
                node, "unit.mismatch", "\(parsed.unit) stands beside \(known == .one ? "plain numbers" : "\(known)")",
                hint: "state '\(name)' in one unit everywhere")
            return nil
        }
        return .number(conversion(parsed.value))
    }

    private static func startsNumber(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
    }

    /// Reads `schools > 10`, `trade = food`, or a name alone, which must be so.
    private mutating func condition(_ node: Node) -> Initiative.Condition? {
        let words = node.text.split(separator: " ")
        if words.count == 1, let name = words.first.map(String.init), Shape.isID(name) {
            return .init(text: node.text, name: name, comparison: .equals, value: .word("true"))
        }
        guard words.count >= 3, let name = words.first.map(String.init), Shape.isID(name),
            let comparison = Initiative.Comparison(rawValue: String(words[1]))
        else {
            figures.refuse(
                node, "initiative.condition", "'\(node.text)' is no condition",
                hint: "as in schools > 10, trade = food, or a name alone")
            return nil
        }
        let text = words.dropFirst(2).joined(separator: " ")
        guard let first = text.utf8.first, Self.startsNumber(first) else {
            guard comparison == .equals || comparison == .differs else {
                figures.refuse(node, "initiative.condition", "words are compared by = and !=")
                return nil
            }
            return .init(text: node.text, name: name, comparison: comparison, value: .word(text))
        }
        do throws(UnitError) {
            let parsed = try figures.units.quantity(text)
            let known = unitsByName[name] ?? parsed.unit
            guard parsed.unit == .one || parsed.unit.isCompatible(with: known),
                let value = parsed.unit == .one ? parsed.value : parsed.unit.conversion(to: known)?(parsed.value)
            else {
                figures.refuse(
                    node, "unit.mismatch", "\(parsed.unit) cannot be compared with '\(name)', told in \(known)")
                return nil
            }
            return .init(text: node.text, name: name, comparison: comparison, value: .number(value))
        } catch {
            figures.refuse(node, "initiative.condition", error.message, hint: error.hint)
            return nil
        }
    }
}
