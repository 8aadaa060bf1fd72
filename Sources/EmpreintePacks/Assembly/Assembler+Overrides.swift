internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

extension Collection.Entry {
    /// The keys of which one gives a factor its figures.
    static let figureKeys = ["value", "years", "options"]

    /// Which of `value`, `years` and `options` the latest pack gave: one, when all is well.
    var figureForms: [String] {
        let given = Self.figureKeys.compactMap { key in value(key)?.layer.map { (key: key, layer: $0) } }
        let latest = given.map(\.layer).max()
        return given.filter { $0.layer == latest }.map(\.key)
    }

    /// Whether the figures go on as the parent's years do: a series given later replaces the parent's whole.
    var followsParent: Bool {
        guard let then = value("then"), let form = figureForms.first else { return false }
        return form == "value" || then.layer == value(form)?.layer
    }
}

extension Assembler {
    /// Remembers what packs changed, so that a later change above can be told.
    mutating func recordOverrides() {
        guard model.layers.count > 1 else { return }
        for kind in PackKinds.all where kind.entries != nil {
            for entry in resolution.entries(kind) where entry.isOverridden {
                for (field, value) in entry.given {
                    let contributions = value.contributions
                    guard contributions.count > 1 else { continue }
                    let (own, above) = (contributions[contributions.count - 1], contributions[contributions.count - 2])
                    model.overrides.append(
                        Override(
                            kind: kind.name, id: entry.id, field: field.name, text: own.node.flowText,
                            above: above.node.flowText, layer: own.layer, layerAbove: above.layer))
                }
            }
        }
    }

    /// Follows the parent's years after the override's own, in proportion to the parent's value of the last own year.
    ///
    /// Code: `then.no_parent`.
    mutating func follow(_ entry: Collection.Entry, _ form: String, into factor: inout Factor) {
        guard let then = entry["then"], let layer = entry.value(form)?.layer, var cell = factor.cells.first,
            var last = cell.points.last, let year = last.year ?? factor.evidence.year
        else { return }
        let older = entry.value("years")?.contributions.last { $0.layer < layer }
        var unit: Unit?
        guard form != "options", let older,
            let parent = self.cell(nil, older.node, { entry[$0] }, Place(older.node), &unit),
            let base = parent.curve?.value(at: Double(year)), base.isFinite, base != 0
        else {
            builder.diagnostics.error(
                "then.no_parent", "the parent has no years to follow from \(year) on", at: then.range,
                hint: "leave then: out, or give years:")
            return
        }
        last.year = year
        cell.points = cell.points.dropLast() + [last]
        for point in parent.points where point.year ?? year > year {
            cell.points.append(.init(year: point.year, value: last.value * (point.value / base)))
        }
        cell.course = parent.course
        factor.cells = [cell]
    }

    /// An override may change the unit only within its dimension.
    ///
    /// Code: `override.dimension`.
    mutating func checkDimension(_ entry: Collection.Entry, _ form: String) {
        guard entry.isOverridden, let value = entry.value(form), let layer = value.layer,
            let new = value.last.flatMap(Self.figure(in:))
        else { return }
        let older = Collection.Entry.figureKeys.compactMap { key in
            entry.value(key)?.contributions.last { $0.layer < layer }
        }
        guard let old = older.max(by: { $0.layer < $1.layer }).flatMap({ Self.figure(in: $0.node) }),
            let newUnit = try? model.units.quantity(new.text).unit,
            let oldUnit = try? model.units.quantity(old.text).unit,
            !newUnit.isCompatible(with: oldUnit)
        else { return }
        builder.diagnostics.error(
            "override.dimension", "\(newUnit) replaces \(oldUnit): an override keeps the dimension", at: new.range,
            related: [(old.range, "the parent's figure")])
    }

    /// A child keeps the type of its parent's question, and the dimension of its unit.
    ///
    /// Codes: `override.type`, `override.dimension`.
    mutating func checkKind(of question: QuestionDefinition) {
        let entry = question.entry
        guard entry.isOverridden else { return }
        func first(_ field: String) -> Node? {
            entry.value(field)?.contributions.first { $0.layer == entry.layer }?.node
        }
        let place = entry["default"] ?? entry["unit"] ?? entry.key
        if let old = first("unit"), let new = entry["unit"], let oldUnit = try? model.units.unit(old.text).unit,
            let newUnit = try? model.units.unit(new.text).unit, !newUnit.isCompatible(with: oldUnit)
        {
            builder.diagnostics.error(
                "override.dimension", "\(newUnit) replaces \(oldUnit): an override keeps the dimension", at: new.range,
                related: [(old.range, "the parent's unit")])
        }
        let hadOptions = first("options") != nil
        let wasFlag = !hadOptions && first("unit") == nil && first("default")?.flag != nil
        let isKept =
            switch question.kind {
            case .option: hadOptions
            case .flag: wasFlag
            case .number: !hadOptions && !wasFlag
            }
        guard !isKept else { return }
        builder.diagnostics.error(
            "override.type",
            "'\(entry.id)' was \(hadOptions ? "a choice" : wasFlag ? "a yes or no question" : "a number")",
            at: place.range, related: [(entry.key.range, "the parent's question")],
            hint: "a child may change the default, the bounds and the wording, not the type")
    }

    /// The first figure among those of a value, a series or a table.
    private static func figure(in node: Node) -> Node? {
        var node = node
        while node.kind == .mapping {
            guard let first = node.entries.first?.value else { return nil }
            node = first
        }
        return node.kind == .scalar ? node : nil
    }
}
