internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

extension Assembler {
    /// Reads the levels to reach for each person; a child's target replaces its parent's of the same id.
    ///
    /// Codes: `indicator.unknown`, `unit.mismatch`, `source.missing`, `target.kind`, `target.base_year`,
    /// `target.reason`, `target.order`, `target.base_missing`, `target.path`, `target.table`, `series.order`.
    mutating func readTargets() {
        for (key, node) in resolution.documents(PackKinds.territory).targets {
            guard let kind = Self.targetKind(node) else {
                builder.diagnostics.error(
                    "target.kind", "'\(key.text)' states no level, or several", at: key.range,
                    hint: "write one of \(Self.targetKinds.joined(separator: ", "))")
                continue
            }
            guard kind.isOfFootprint, let name = node["indicator"], let by = node["by"].flatMap({ Int($0.text) })
            else { continue }
            guard let indicator = model.indicator(name.text) else {
                builder.diagnostics.error(
                    "indicator.unknown", "'\(name.text)' is not an indicator", at: name.range,
                    hint: Spelling.didYouMean(name.text, among: model.indicators.map(\.id)))
                continue
            }
            guard let value = number(kind.level, in: model.indicators[indicator].unit) else { continue }
            let evidence = targetEvidence(key, node)
            guard let base = base(of: node, by: by, within: model.years.range),
                let course = course(of: node, base, by: by, in: model.indicators[indicator].unit)
            else { continue }
            model.targets.append(
                Target(
                    id: key.text, label: label(node["label"], else: key.text), indicator: indicator, value: value,
                    year: by, base: base, course: course, evidence: evidence, place: Place(key)))
        }
    }

    /// The keys that say what sort of target it is.
    private static let targetKinds = ["per_person", "divide_by", "reduce_by", "at_most", "share_at_least"]

    /// The key that says what sort of target it is and its level; nothing for none or several.
    static func targetKind(_ node: Node) -> (name: String, level: Node, isOfFootprint: Bool)? {
        let given = targetKinds.filter { node[$0] != nil }
        guard given.count == 1, let level = node[given[0]] else { return nil }
        let isOfInventory = node["account"]?.textEquals("inventory") ?? false
        return (given[0], level, given[0] == "per_person" && !isOfInventory)
    }

    /// Where a target comes from.
    mutating func targetEvidence(_ key: Node, _ node: Node) -> Evidence {
        let evidence = evidence(of: { node[$0] })
        if evidence.source == nil && evidence.assumption == nil {
            builder.diagnostics.error(
                "source.missing", "the target '\(key.text)' does not say who set it", at: key.range,
                hint: "add source:")
        }
        return evidence
    }

    /// The year the target is measured against: nothing inside where none is stated, nothing at all where it is wrong.
    mutating func base(of node: Node, by year: Int, within years: ClosedRange<Int>) -> Target.Base?? {
        guard let base = node["base_year"] else { return .some(nil) }
        if base.textEquals("unknown") {
            guard let reason = node["reason"]?.text else {
                return refuse(base, "target.reason", "an unknown base year says why it is", hint: "add reason:")
            }
            return .unknown(reason: reason)
        }
        guard let baseYear = Int(base.text), years.contains(baseYear) else {
            return refuse(
                base, "target.base_year",
                "'\(base.text)' is no year from \(years.lowerBound) to \(years.upperBound)",
                hint: "a person is computed in the years of the pack; write unknown where it is not published")
        }
        guard baseYear < year else {
            return refuse(base, "target.order", "the target of \(year) is not after its base year")
        }
        return .year(baseYear)
    }

    /// How the target is approached; nothing where that is wrong.
    mutating func course(
        of node: Node, _ base: Target.Base?, by year: Int, in unit: Unit
    ) -> TargetPath.Course? {
        guard let path = node["path"] else { return .linear }
        guard base != nil else {
            return refuse(path, "target.base_missing", "a path starts somewhere", hint: "add base_year:")
        }
        if path.kind == .scalar { return path.textEquals("exponential") ? .exponential : .linear }
        switch (path["table"], path["budget"]) {
        case (let table?, nil): return self.table(table, base, by: year, unit)
        case (nil, let budget?):
            guard let years = try? model.units.unit("year").unit, let total = try? unit.multiplied(by: years) else {
                return nil
            }
            return number(budget, in: total).map { .budget($0) }
        default: return refuse(path, "target.path", "a path is a table or a budget", hint: "write one of them")
        }
    }

    private mutating func table(
        _ node: Node, _ base: Target.Base?, by year: Int, _ unit: Unit
    ) -> TargetPath.Course? {
        var points: [TargetPath.Point] = []
        for entry in node.entries {
            guard let pointYear = Int(entry.key.text), let value = number(entry.value, in: unit) else { return nil }
            if let last = points.last?.year, last >= pointYear {
                return refuse(
                    entry.key, "series.order", "\(pointYear) does not come after \(last)",
                    hint: "write the years in order, each once")
            }
            var isAfterBase = true
            if case .year(let baseYear)? = base { isAfterBase = pointYear > baseYear }
            guard isAfterBase, pointYear < year else {
                return refuse(
                    entry.key, "target.table", "\(pointYear) is not between the base year and \(year)")
            }
            points.append(.init(year: pointYear, value: value))
        }
        return .table(points)
    }

    mutating func refuse<Value>(
        _ node: Node, _ code: String, _ message: String, hint: String? = nil
    ) -> Value? {
        builder.diagnostics.error(code, message, at: node.range, hint: hint)
        return nil
    }

    /// Reads the tests of the pack itself: its parents' were written for other figures.
    ///
    /// Codes: `expect.unknown`, `expect.year`, and those of answers and quantities.
    mutating func readExpectations() {
        let own = resolution.layers.count - 1
        let reader = AnswerReader(model)
        for document in resolution.documents(PackKinds.tests) where document.layer == own {
            for node in document.node["tests"]?.items.map({ $0 }) ?? [] {
                var person = Person(id: "test")
                if let answers = node["person"] { person.answers = reader.answers(in: answers, &builder.diagnostics) }
                person.year = node["year"].flatMap { Int($0.text) }
                if let year = node["year"], let stated = person.year, !model.years.range.contains(stated) {
                    builder.diagnostics.error(
                        "expect.year", "the pack does not cover \(stated)", at: year.range,
                        hint: "its years are \(model.years.range.lowerBound) to \(model.years.range.upperBound)")
                }
                for action in node["with"]?.items.map({ $0 }) ?? [] {
                    if let index = actionIndex(action) { person.taken.append(index) }
                }
                for entry in node["expect"]?.entries.map({ $0 }) ?? []
                where person.taken.isEmpty && Expectation.Value.Change(rawValue: entry.value.text) != nil {
                    builder.diagnostics.error(
                        "expect.change", "nothing is done that could change '\(entry.key.text)'", at: entry.value.range,
                        hint: "add with: [action]")
                }
                let values = (node["expect"]?.entries.map { $0 } ?? []).compactMap { expectation($0.key, $0.value) }
                model.expectations.append(
                    Expectation(name: node["name"]?.text ?? "", person: person, values: values, place: Place(node)))
            }
        }
    }

    private mutating func expectation(_ key: Node, _ node: Node) -> Expectation.Value? {
        let candidates = subjects(of: key.text)
        guard !candidates.isEmpty else {
            let names = model.indicators.map(\.id) + model.categories.map(\.id) + model.formulas.map(\.id)
            builder.diagnostics.error(
                "expect.unknown", "no indicator, category or formula is called '\(key.text)'", at: key.range,
                hint: Spelling.didYouMean(key.text, among: names))
            return nil
        }
        if let change = Expectation.Value.Change(rawValue: node.text) {
            var value = Expectation.Value(
                id: key.text, node: candidates[0].0, unit: candidates[0].1, value: 0, tolerance: 0, place: Place(node))
            value.change = change
            return value
        }
        guard let quantity = model.units.quantity(in: node, &builder.diagnostics) else { return nil }
        for (subject, unit) in candidates {
            guard let conversion = quantity.unit.conversion(to: unit) else { continue }
            let range = node.range(of: quantity.valueRange)
            guard let value = finite(conversion(quantity.value), in: unit, at: range) else { return nil }
            return Expectation.Value(
                id: key.text, node: subject, unit: unit, value: value,
                tolerance: quantity.spread ?? Self.exactly, place: Place(node))
        }
        builder.diagnostics.error(
            "unit.mismatch", "\(quantity.unit) where \(candidates[0].1.words) is computed",
            at: node.range(of: quantity.unitRange))
        return nil
    }

    /// The tolerance of an expected value that states none.
    private static let exactly = 1e-9

    private func subjects(of id: String) -> [(NodeID, Unit)] {
        if let indicator = model.indicator(id) {
            return model.indicators[indicator].total.map { [($0, model.indicators[indicator].unit)] } ?? []
        }
        if let category = model.category(id) {
            return zip(model.categories[category].totals, model.indicators).compactMap { total, indicator in
                total.map { ($0, indicator.unit) }
            }
        }
        if case .formula(let index)? = model.element(id) {
            return model.formulas[index].results.map { ($0.value, $0.unit) }
        }
        return []
    }
}
