internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

extension Assembler {
    /// Reads the factors.
    ///
    /// Codes: `factor.form`, `factor.empty`, `source.missing`, `year.missing`, `series.order`, `series.empty`,
    /// `unit.mismatch`, `override.source`, `override.dimension`, `then.no_parent` and those of quantities.
    mutating func readFactors() {
        for entry in resolution.entries(PackKinds.factors) {
            var factor = Factor(
                id: entry.id, label: label(entry["label"], else: entry.id), unit: .one, cells: [], layer: entry.layer,
                place: Place(entry.key))
            factor.evidence = evidence(of: entry)
            factor.note = entry["note"].map { label($0) }
            if let form = form(of: entry) {
                checkEvidence(entry, form, factor.evidence)
                factor.layer = entry.value(form)?.layer ?? entry.layer
                readCells(entry, form, into: &factor)
            }
            if factor.options == nil, let cell = factor.cells.first {
                factor.value = builder.value(of: cell, at: builder.year())
            }
            model.factors.append(factor)
        }
    }

    /// Reads the dated series.
    mutating func readTrends() {
        for entry in resolution.entries(PackKinds.trends) {
            var trend = Trend(
                id: entry.id, label: label(entry["label"], else: entry.id), unit: .one, place: Place(entry.key))
            trend.evidence = evidence(of: entry)
            if trend.evidence.source == nil && trend.evidence.assumption == nil {
                builder.diagnostics.error(
                    "source.missing", "the trend '\(entry.id)' does not say where its figures come from",
                    at: entry.key.range, hint: "add source:, or assumption: true with a reason")
            }
            var unit: Unit?
            if let years = entry["years"] {
                trend.cell = cell(nil, years, { entry[$0] }, Place(years), &unit)
            } else {
                builder.diagnostics.error("series.empty", "'\(entry.id)' has no years", at: entry.key.range)
            }
            trend.unit = unit ?? .one
            model.trends.append(trend)
        }
    }

    /// Which of `value`, `years` and `options` stands: the one the latest pack gave.
    private mutating func form(of entry: Collection.Entry) -> String? {
        let given = ["value", "years", "options"].compactMap { name in
            entry.value(name).map { (name: name, layer: $0.layer ?? 0, node: $0.last) }
        }
        guard let latest = given.map(\.layer).max() else {
            builder.diagnostics.error(
                "factor.empty", "'\(entry.id)' has no figure", at: entry.key.range, hint: "give value:, years: or options:")
            return nil
        }
        let standing = given.filter { $0.layer == latest }
        guard standing.count == 1 else {
            builder.diagnostics.error(
                "factor.form", "'\(entry.id)' gives \(standing.map(\.name).joined(separator: " and "))",
                at: entry.key.range, hint: "a factor has one value, or years, or options")
            return nil
        }
        return standing[0].name
    }

    private mutating func checkEvidence(_ entry: Collection.Entry, _ form: String, _ evidence: Evidence) {
        if evidence.source == nil && evidence.assumption == nil {
            builder.diagnostics.error(
                "source.missing", "the factor '\(entry.id)' does not say where its figure comes from", at: entry.key.range,
                hint: "add source: with the id of a publication, or assumption: true with a reason")
        }
        if evidence.year == nil && !isDated(entry, form) {
            builder.diagnostics.error(
                "year.missing", "the factor '\(entry.id)' does not say the year of its figure", at: entry.key.range,
                hint: "add year:")
        }
        guard let value = entry.value(form), let layer = value.layer, layer > entry.layer, let node = value.last
        else { return }
        let isRestated = evidence.assumption != nil
            ? entry.value("assumption")?.layer == layer : entry.value("source")?.layer == layer
        if !isRestated || !isDated(entry, form) && entry.value("year")?.layer != layer {
            builder.diagnostics.error(
                "override.source", "the new figure of '\(entry.id)' keeps its parent's source or year", at: node.range,
                hint: "give source: and year: again when a figure changes")
        }
    }

    /// Whether every figure has its own years.
    private func isDated(_ entry: Collection.Entry, _ form: String) -> Bool {
        form == "years"
            || form == "options" && (entry.value("options")?.patched ?? []).allSatisfy { $0.value["years"] != nil }
    }

    private mutating func readCells(_ entry: Collection.Entry, _ form: String, into factor: inout Factor) {
        var unit: Unit?
        switch form {
        case "options":
            for (name, node) in (entry.value("options")?.patched ?? []) {
                let isRecord = node.kind == .mapping
                guard let value = isRecord ? node["value"] ?? node["years"] : node else {
                    builder.diagnostics.error(
                        "factor.empty", "'\(name.text)' has no figure", at: name.range, hint: "give value: or years:")
                    continue
                }
                let field = { (key: String) in isRecord ? node[key] : nil }
                if let cell = cell(name.text, value, field, Place(name), &unit) { factor.cells.append(cell) }
            }
            factor.options = Codes(factor.cells.compactMap(\.option))
        default:
            guard let node = entry[form] else { return }
            checkDimension(entry, form)
            if let cell = cell(nil, node, { entry[$0] }, Place(node), &unit) { factor.cells = [cell] }
            if entry["then"] != nil { follow(entry, into: &factor, unit) }
        }
        factor.unit = unit ?? .one
    }

    /// Reads one figure or series; the first unit met is the factor's, others are converted to it.
    private mutating func cell(
        _ option: String?, _ node: Node, _ field: (String) -> Node?, _ place: Place, _ unit: inout Unit?
    ) -> Factor.Cell? {
        guard node.kind == .mapping else {
            guard let (value, spread) = figure(node, &unit) else { return nil }
            return Factor.Cell(option: option, points: [.init(year: nil, value: value)], spread: spread, place: place)
        }
        var cell = Factor.Cell(option: option, points: [], spread: nil, place: place)
        for entry in node.entries {
            guard let year = Int(entry.key.text), let (value, spread) = figure(entry.value, &unit) else { return nil }
            if let last = cell.points.last?.year, last >= year {
                builder.diagnostics.error(
                    "series.order", "\(year) does not come after \(last)", at: entry.key.range,
                    hint: "write the years in order, each once")
                return nil
            }
            cell.points.append(.init(year: year, value: value))
            cell.spread = cell.spread ?? spread
        }
        guard !cell.points.isEmpty else {
            builder.diagnostics.error("series.empty", "the series has no year", at: place.range)
            return nil
        }
        cell.course = .init(
            between: field("between").flatMap { .init(rawValue: $0.text) } ?? .none,
            holdsBefore: field("before")?.textEquals("hold") ?? false,
            holdsAfter: field("after")?.textEquals("hold") ?? false)
        return cell
    }

    private mutating func figure(_ node: Node, _ unit: inout Unit?) -> (value: Double, spread: Double?)? {
        guard let quantity = model.units.quantity(in: node, &builder.diagnostics) else { return nil }
        let wanted = unit ?? quantity.unit
        unit = wanted
        guard let conversion = quantity.unit.conversion(to: wanted) else {
            builder.diagnostics.error(
                "unit.mismatch", "\(quantity.unit) beside \(wanted)", at: node.range(of: quantity.unitRange),
                hint: "all figures of one factor have one dimension")
            return nil
        }
        return (conversion(quantity.value), quantity.spread)
    }

    /// Follows the parent's years after the override's own, in proportion to the parent's value of that year.
    private mutating func follow(_ entry: Collection.Entry, into factor: inout Factor, _ unit: Unit?) {
        guard let then = entry["then"], let layer = entry.value("value")?.layer, let own = factor.cells.first,
            let year = factor.evidence.year
        else { return }
        let older = entry.value("years")?.contributions.last { $0.layer < layer }
        var parentUnit: Unit?
        guard let older, let parent = cell(nil, older.node, { entry[$0] }, Place(older.node), &parentUnit),
            let base = parent.curve?.value(at: Double(year)), base.isFinite, base != 0
        else {
            builder.diagnostics.error(
                "then.no_parent", "the parent has no years to follow from \(year) on", at: then.range,
                hint: "leave then: out, or give years:")
            return
        }
        var cell = parent
        let value = own.points[0].value
        cell.points = [.init(year: year, value: value)]
            + parent.points.filter { ($0.year ?? 0) > year }.map { .init(year: $0.year, value: value * ($0.value / base)) }
        cell.spread = own.spread
        factor.cells = [cell]
    }

    /// An override may change the unit only within its dimension.
    private mutating func checkDimension(_ entry: Collection.Entry, _ form: String) {
        guard form == "value", let values = entry.value("value"), values.contributions.count > 1,
            let new = values.last, let old = values.contributions.dropLast().last?.node,
            let newUnit = try? model.units.quantity(new.text).unit, let oldUnit = try? model.units.quantity(old.text).unit,
            !newUnit.isCompatible(with: oldUnit)
        else { return }
        builder.diagnostics.error(
            "override.dimension", "\(newUnit) replaces \(oldUnit): an override keeps the dimension", at: new.range,
            related: [(old.range, "the parent's figure")])
    }
}
