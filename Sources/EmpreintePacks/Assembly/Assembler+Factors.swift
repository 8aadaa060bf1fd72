internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

extension Assembler {
    /// Reads the factors.
    ///
    /// Codes: `factor.form`, `factor.empty`, `source.missing`, `year.missing`, `series.order`, `series.empty`,
    /// `unit.mismatch`, `override.source`, those of overriding figures and those of quantities.
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
            readFamily(entry, into: &factor)
            for index in factor.cells.indices { mark(&factor.cells[index], of: entry.id) }
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
                if var cell = trend.cell {
                    mark(&cell, of: entry.id)
                    trend.cell = cell
                }
            } else {
                builder.diagnostics.error("series.empty", "'\(entry.id)' has no years", at: entry.key.range)
            }
            trend.unit = unit ?? .one
            model.trends.append(trend)
        }
    }

    /// Reads how true figures lie about their ranges.
    ///
    /// Code: `spread.below_zero`, where the range of a family that has ends leads below zero.
    private mutating func readFamily(_ entry: Collection.Entry, into factor: inout Factor) {
        guard let node = entry["spread"], let family = Factor.Family(rawValue: node.text) else { return }
        factor.family = family
        guard family != .lognormal, let wide = factor.cells.first(where: { $0.spread ?? 0 > 1 }) else { return }
        builder.diagnostics.error(
            "spread.below_zero", "a \(family.rawValue) range of more than ± 100 % leads below zero",
            at: wide.place.range, related: [(node.range, "\(family.rawValue) here")],
            hint: "a lognormal one does not")
    }

    /// The form of figures that stands, or an error for none or several.
    private mutating func form(of entry: Collection.Entry) -> String? {
        let forms = entry.figureForms
        guard let form = forms.first else {
            builder.diagnostics.error(
                "factor.empty", "'\(entry.id)' has no figure", at: entry.key.range,
                hint: "give value:, years: or options:")
            return nil
        }
        guard forms.count == 1 else {
            builder.diagnostics.error(
                "factor.form", "'\(entry.id)' gives \(forms.joined(separator: " and "))",
                at: entry.key.range, hint: "a factor has one value, or years, or options")
            return nil
        }
        return form
    }

    private mutating func checkEvidence(_ entry: Collection.Entry, _ form: String, _ evidence: Evidence) {
        if evidence.source == nil && evidence.assumption == nil {
            builder.diagnostics.error(
                "source.missing", "the factor '\(entry.id)' does not say where its figure comes from",
                at: entry.key.range,
                hint: "add source: with the id of a publication, or assumption: true with a reason")
        }
        if evidence.year == nil && !isDated(entry, form) {
            builder.diagnostics.error(
                "year.missing", "the factor '\(entry.id)' does not say the year of its figure", at: entry.key.range,
                hint: "add year:")
        }
        guard let value = entry.value(form), let layer = value.layer, layer > entry.layer, let node = value.last
        else { return }
        let isRestated =
            evidence.assumption != nil
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
        checkDimension(entry, form)
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
            if let cell = cell(nil, node, { entry[$0] }, Place(node), &unit) { factor.cells = [cell] }
        }
        if entry.followsParent { follow(entry, form, into: &factor) }
        factor.unit = unit ?? .one
    }

    /// Reads one figure or series; the first unit met is the factor's, others are converted to it.
    mutating func cell(
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
        let value = conversion(quantity.value)
        guard value.isFinite else {
            builder.diagnostics.error(
                "number.not_finite", "the figure is too large in \(wanted)", at: node.range(of: quantity.valueRange))
            return nil
        }
        return (value, quantity.spread)
    }
}
