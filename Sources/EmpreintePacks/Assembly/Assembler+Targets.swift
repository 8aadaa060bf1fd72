internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

extension Assembler {
    /// Reads the levels to reach; a child's target replaces its parent's of the same id.
    ///
    /// Codes: `indicator.unknown`, `unit.mismatch`, `source.missing`.
    mutating func readTargets() {
        for (key, node) in resolution.documents(PackKinds.territory).targets {
            guard let name = node["indicator"], let level = node["per_person"],
                let by = node["by"].flatMap({ Int($0.text) })
            else { continue }
            guard let indicator = model.indicator(name.text) else {
                builder.diagnostics.error(
                    "indicator.unknown", "'\(name.text)' is not an indicator", at: name.range,
                    hint: Spelling.didYouMean(name.text, among: model.indicators.map(\.id)))
                continue
            }
            guard let value = number(level, in: model.indicators[indicator].unit) else { continue }
            let evidence = evidence(of: { node[$0] })
            if evidence.source == nil && evidence.assumption == nil {
                builder.diagnostics.error(
                    "source.missing", "the target '\(key.text)' does not say who set it", at: key.range,
                    hint: "add source:")
            }
            model.targets.append(
                Target(
                    id: key.text, label: label(node["label"], else: key.text), indicator: indicator, value: value,
                    year: by, evidence: evidence, place: Place(key)))
        }
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
                let values = (node["expect"]?.entries.map { $0 } ?? []).compactMap { expectation($0.key, $0.value) }
                model.expectations.append(
                    Expectation(name: node["name"]?.text ?? "", person: person, values: values, place: Place(node)))
            }
        }
    }

    private mutating func expectation(_ key: Node, _ node: Node) -> Expectation.Value? {
        guard let quantity = model.units.quantity(in: node, &builder.diagnostics) else { return nil }
        let candidates = subjects(of: key.text)
        guard !candidates.isEmpty else {
            let names = model.indicators.map(\.id) + model.categories.map(\.id) + model.formulas.map(\.id)
            builder.diagnostics.error(
                "expect.unknown", "no indicator, category or formula is called '\(key.text)'", at: key.range,
                hint: Spelling.didYouMean(key.text, among: names))
            return nil
        }
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
