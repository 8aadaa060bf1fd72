internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// Catalogs beside a Publicodes model read its expressions, and change the rules people answer.
///
/// Codes: `publicodes.amount`, `publicodes.amount.unit`, `publicodes.action.target`, and those of expressions.
extension PackMapping: CatalogLanguage {
    var language: String { sidecar.language }
    var units: UnitCatalogue { model.units }

    func entries(_ kind: DocumentKind) -> [Collection.Entry] { sidecar.catalogs[kind.name]?.entries ?? [] }

    func element(named name: String) -> Element? {
        guard let rule = publicodes.rules.rule(name) else { return nil }
        return inputs[rule].map { .input($0) } ?? .formula(0)
    }

    var elementNames: [String] { model.inputs.map(\.id) }

    func isSource(_ id: String) -> Bool { sidecar.catalogs[DocumentKind.sources.name]?.contains(id) ?? false }

    /// Nothing is removed: there are no parents.
    func reportRemoved(_ id: String, at place: Place) -> Bool { false }

    // MARK: Amounts

    mutating func condition(_ node: Node, isStated: Bool, _ uses: inout [Use]) -> NodeID? {
        guard let value = value(of: node) else { return nil }
        let isKnown = lowering.not(lowering.or(value.isAbsent, value.isUndefined))
        return lowering.and(isKnown, lowering.truth(of: value.payload))
    }

    /// A number in a unit; 0 where it does not apply or awaits an answer.
    mutating func amount(_ node: Node, in unit: Measure, knowing condition: NodeID?, isStated: Bool) -> NodeID? {
        guard let value = value(of: node) else { return nil }
        var payload = value.payload
        switch payload {
        case .number, .choice: break
        default:
            diagnostics.error("publicodes.amount", "a number was expected here", at: node.range)
            return nil
        }
        if let unit = unit.unit {
            var other: UnitID?
            payload = lowering.converted(payload, to: unit) { other = $1 }
            if let other {
                diagnostics.error(
                    "publicodes.amount.unit",
                    "'\(lowering.units[other])' where \(words(for: Measure(unit: unit))) is expected", at: node.range)
                return nil
            }
        }
        let number = lowering.number(payload).node
        return lowering.select(lowering.or(value.isAbsent, value.isUndefined), lowering.zero, else: number)
    }

    private mutating func value(of node: Node) -> Value? {
        terms.term(of: node, &diagnostics).map { lowering.value(of: $0) }
    }

    mutating func option(_ node: Node, of codes: Codes) -> NodeID? {
        // With the quotes of the language, or without.
        let text = node.text
        let isQuoted = text.utf8.count > 1 && text.hasPrefix("'") && text.hasSuffix("'")
        let name = isQuoted ? String(text.dropFirst().dropLast()) : text
        if let code = codes.code(of: name) { return lowering.graph.code(code) }
        diagnostics.error(
            "option.unknown", "'\(name)' is not one of the options", at: node.range,
            hint: Spelling.didYouMean(name, among: codes.names) ?? "options: \(codes.names.joined(separator: ", "))")
        return nil
    }

    mutating func flag(_ node: Node) -> NodeID? {
        if node.textEquals("oui") { return lowering.yes }
        if node.textEquals("non") { return lowering.no }
        diagnostics.error("value.flag", "'\(node.text)' is not oui or non", at: node.range)
        return nil
    }

    // MARK: Measures

    /// A unit of the model; none for what has none.
    struct Measure: Equatable {
        let unit: UnitID?
    }

    func measure(of target: Effect.Target) -> Measure {
        guard case .input(let place, _) = target, let rule = publicodes.rules.rule(model.inputs[place].id),
            case .number(_, let unit)? = lowering.pinned[rule]
        else { return plain }
        return Measure(unit: unit)
    }

    var plain: Measure { Measure(unit: UnitID.none) }

    func ratio(of measure: Measure, to other: Measure) -> Measure? {
        guard let above = measure.unit, let below = other.unit else { return Measure(unit: nil) }
        let ratio = lowering.units[above].times(lowering.units[below].inverse)
        return Measure(unit: lowering.units.known(ratio))
    }

    func words(for measure: Measure) -> String {
        guard let unit = measure.unit, unit != .none else { return "a plain number" }
        return "'\(lowering.units[unit])'"
    }

    /// There is no money in a footprint made of rules.
    var costMeasures: (once: Measure, yearly: Measure)? { nil }

    // MARK: Graph

    var graph: Graph { lowering.graph }

    mutating func slot(_ type: ValueType) -> Int {
        lowering.slots.append(InputSlot(rule: RuleID(index: -1), role: .action))
        return lowering.slots.count - 1
    }

    mutating func constant(_ value: Double) -> NodeID { lowering.graph.number(value) }

    mutating func apply(_ operation: EmpreinteGraph.Operation, _ a: NodeID, _ b: NodeID) -> NodeID {
        lowering.graph.apply(operation, a, b)
    }
}
