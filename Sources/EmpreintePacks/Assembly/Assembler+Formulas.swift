internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// A formula as written, before what it reads is known.
struct FormulaDefinition {
    let entry: Collection.Entry
    var condition: ParsedFormula?
    /// The step's expression.
    var value: ParsedFormula?
    /// The expressions by indicator.
    var gives: [(indicator: Int, formula: ParsedFormula)] = []
}

extension Assembler {
    /// Reads the formulas.
    ///
    /// Codes: `formula.form`, `formula.empty`, `indicator.unknown` and those of parsing.
    mutating func readFormulas() {
        for entry in resolution.entries(PackKinds.formulas) {
            var definition = FormulaDefinition(entry: entry, condition: parse(entry["applies_if"]))
            let gives = entry.value("gives")?.patched ?? []
            for (key, node) in gives where !node.isNull {
                guard let indicator = model.indicator(key.text) else {
                    builder.diagnostics.error(
                        "indicator.unknown", "'\(key.text)' is not an indicator", at: key.range,
                        hint: Spelling.didYouMean(key.text, among: model.indicators.map(\.id))
                            ?? "indicators: \(model.indicators.map(\.id).joined(separator: ", "))")
                    continue
                }
                if let formula = parse(node) { definition.gives.append((indicator, formula)) }
            }
            definition.value = parse(entry["value"])
            if gives.isEmpty == (entry["value"] == nil) {
                builder.diagnostics.error(
                    gives.isEmpty ? "formula.empty" : "formula.form",
                    gives.isEmpty ? "'\(entry.id)' computes nothing" : "'\(entry.id)' is both a leaf and a step",
                    at: entry.key.range, hint: "a leaf has gives:, a step that other formulas read has value:")
            }
            formulas.append(definition)
        }
        steps = Array(repeating: nil, count: formulas.count)
        builtFormulas = Array(repeating: nil, count: formulas.count)
    }

    /// Builds a leaf or a step.
    ///
    /// Codes: `unit.mismatch` and those of lowering.
    mutating func buildFormula(_ index: Int) {
        let entry = formulas[index].entry
        var formula = Formula(id: entry.id, label: label(entry["label"], else: entry.id), place: Place(entry.key))
        if let condition = formulas[index].condition {
            guard let flag = lowerCondition(condition, &formula.conditionUses) else { return }
            formula.presence = flag
        }
        if let value = formulas[index].value {
            var uses: [Use] = []
            guard var quantity = lower(value, knowing: formula.presence, Reading(), &uses) else { return }
            quantity.presence = formula.presence
            steps[index] = quantity
            let masked = quantity.unit == nil ? quantity.node : builder.valueOrZero(quantity)
            formula.results = [
                .init(
                    indicator: nil, unit: quantity.unit ?? .one, value: masked, text: value.text, place: value.place,
                    uses: uses)
            ]
        }
        for (indicator, given) in formulas[index].gives {
            var uses: [Use] = []
            guard let quantity = lower(given, knowing: formula.presence, Reading(), &uses),
                var leaf = fit(quantity, to: model.indicators[indicator].unit)
            else { continue }
            leaf.presence = formula.presence
            formula.results.append(
                .init(
                    indicator: indicator, unit: model.indicators[indicator].unit, value: builder.valueOrZero(leaf),
                    text: given.text, place: given.place, uses: uses))
        }
        builtFormulas[index] = formula
    }

    /// A leaf in its indicator's unit. The result is one person's, so "per person" is dropped.
    private mutating func fit(_ quantity: Quantity, to unit: Unit) -> Quantity? {
        func leaf(in given: Unit) -> Quantity? {
            guard let own = quantity.unit, quantity.isBareZero || own.isCompatible(with: given) else { return nil }
            var leaf = builder.converted(quantity, to: given)
            leaf.kind = .number(unit)
            return leaf
        }
        if let leaf = leaf(in: unit) { return leaf }
        if let person = try? model.units.unit("person").unit, let each = try? unit.divided(by: person),
            let leaf = leaf(in: each)
        {
            return leaf
        }
        let expected = Quantity(quantity.node, .number(unit), place: quantity.place)
        builder.reportMismatch(quantity, expected, at: quantity.place)
        return nil
    }
}
