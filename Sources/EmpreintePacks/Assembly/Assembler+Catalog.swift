internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// Catalogs beside a pack read its formulas' own language.
extension Assembler: CatalogLanguage {
    var diagnostics: Diagnostics {
        get { builder.diagnostics }
        _modify { yield &builder.diagnostics }
    }

    var language: String { model.identity.language }

    var units: UnitCatalogue { model.units }

    func entries(_ kind: DocumentKind) -> [Collection.Entry] { resolution.entries(kind) }

    func element(named id: String) -> Element? { symbols[id] }

    var elementNames: [String] { symbols.keys.sorted() }

    func isSource(_ id: String) -> Bool { sources.contains(id) }

    /// Gives a figure that has a range, or that actions change, a multiplier of its own.
    mutating func mark(_ cell: inout Factor.Cell, of id: String) {
        let isActed =
            !actedTexts.isEmpty
            && (actedTexts.contains(id) || cell.option.map { actedTexts.contains("\(id)[\($0)]") } ?? false)
        guard isActed || cell.spread ?? 0 > 0 else { return }
        let slot = builder.input(.number).slot
        cell.multiplierSlot = slot
        model.multiplierSlots.append(slot)
        if isActed { cell.value = builder.value(of: cell, at: builder.year()) }
    }

    // MARK: Amounts

    mutating func condition(_ node: Node, isStated: Bool, _ uses: inout [Use]) -> NodeID? {
        parse(node).flatMap { lowerCondition($0, &uses, Reading(isStated: isStated)) }
    }

    mutating func amount(_ node: Node, in unit: Unit, knowing condition: NodeID?, isStated: Bool) -> NodeID? {
        guard let formula = parse(node) else { return nil }
        var uses: [Use] = []
        guard let quantity = lower(formula, knowing: condition, Reading(isStated: isStated), &uses) else { return nil }
        guard let own = quantity.unit, quantity.isBareZero || own.isCompatible(with: unit) else {
            diagnostics.error(
                "unit.mismatch", "\(quantity.words) where \(unit.words) is expected", at: formula.place.range)
            return nil
        }
        return builder.converted(quantity, to: unit).node
    }

    mutating func option(_ node: Node, of codes: Codes) -> NodeID? {
        builder.option(node.text, of: codes, at: Place(node))?.node
    }

    mutating func flag(_ node: Node) -> NodeID? {
        guard let flag = node.flag else {
            diagnostics.error("value.flag", "'\(node.text)' is not true or false", at: node.range)
            return nil
        }
        return builder.flag(flag, at: Place(node)).node
    }

    // MARK: Measures

    func measure(of target: Effect.Target) -> Unit {
        switch target {
        case .input(let index, _): questions[index].kind.unit
        case .figure(let factor, _): model.factors[factor].unit
        case .trend(let index): model.trends[index].unit
        }
    }

    var plain: Unit { .one }

    func ratio(of measure: Unit, to other: Unit) -> Unit? { try? measure.divided(by: other) }

    func words(for measure: Unit) -> String { measure.words }

    var costMeasures: (once: Unit, yearly: Unit)? {
        guard let money = model.indicators.first(where: { $0.id == "money" })?.unit,
            let year = try? model.units.unit("year").unit, let once = try? money.multiplied(by: year)
        else { return nil }
        return (once, money)
    }

    // MARK: Graph

    var graph: Graph { builder.graph }

    mutating func slot(_ type: ValueType) -> Int { builder.input(type).slot }

    mutating func constant(_ value: Double) -> NodeID { builder.constant(value) }

    mutating func apply(_ operation: EmpreinteGraph.Operation, _ a: NodeID, _ b: NodeID) -> NodeID {
        builder.apply(operation, a, b)
    }
}

extension Quantity.Kind {
    /// The unit of a number; dimensionless for options and flags.
    var unit: Unit { if case .number(let unit) = self { unit } else { .one } }
}
