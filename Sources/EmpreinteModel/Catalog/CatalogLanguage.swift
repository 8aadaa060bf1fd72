public import EmpreinteGraph
public import EmpreinteText
public import EmpreinteUnits

/// What a catalog of actions needs of the language its model is written in: what names mean, and how conditions and
/// amounts are read.
///
/// The catalog itself is written the same way beside any model.
public protocol CatalogLanguage {
    /// What amounts are measured in.
    associatedtype Measure: Equatable

    /// The model being made.
    var model: Model { get set }
    /// What is wrong so far.
    var diagnostics: Diagnostics { get set }
    /// The language of texts that state none.
    var language: String { get }
    /// The units figures are written in.
    var units: UnitCatalogue { get }
    /// What plugins lend.
    var vocabulary: Vocabulary { get }
    /// The positions of the actions.
    var actionIDs: [String: Int] { get set }

    /// The merged entries of a kind.
    func entries(_ kind: DocumentKind) -> [Collection.Entry]
    /// What an id stands for, or nothing.
    func element(named id: String) -> Element?
    /// The names effects may give, for suggestions.
    var elementNames: [String] { get }
    /// Whether a publication of that id is declared.
    func isSource(_ id: String) -> Bool
    /// Reports an id that an overlay removed, and tells whether one did.
    mutating func reportRemoved(_ id: String, at place: Place) -> Bool

    // MARK: Amounts

    /// The flag of a condition, and what it reads; on what the household answers where `isStated`.
    mutating func condition(_ node: Node, isStated: Bool, _ uses: inout [Use]) -> NodeID?
    /// An amount in a measure, where a condition is known to hold.
    mutating func amount(_ node: Node, in measure: Measure, knowing condition: NodeID?, isStated: Bool) -> NodeID?
    /// One of the options.
    mutating func option(_ node: Node, of codes: Codes) -> NodeID?
    /// Yes or no.
    mutating func flag(_ node: Node) -> NodeID?

    // MARK: Measures

    /// What an effect's target is measured in.
    func measure(of target: Effect.Target) -> Measure
    /// That of plain numbers.
    var plain: Measure { get }
    /// How much of one there is for each of another, or nothing.
    func ratio(of measure: Measure, to other: Measure) -> Measure?
    /// The measure as messages call it.
    func words(for measure: Measure) -> String
    /// What costs are measured in, where there is a currency.
    var costMeasures: (once: Measure, yearly: Measure)? { get }

    // MARK: Graph

    /// The graph being made.
    var graph: Graph { get }
    /// A new graph input.
    mutating func slot(_ type: ValueType) -> Int
    /// A node for a number.
    mutating func constant(_ value: Double) -> NodeID
    /// A node for an operation on two others.
    mutating func apply(_ operation: Operation, _ a: NodeID, _ b: NodeID) -> NodeID
}

// MARK: Reading fields

extension CatalogLanguage {
    /// A text for people, in the languages written.
    public func label(_ node: Node?, else fallback: String? = nil) -> Label {
        guard let node else { return Label(fallback ?? "", language: language) }
        guard node.kind == .mapping else { return Label(node.text, language: language) }
        return Label(node.entries.map { .init(language: $0.key.text, text: $0.value.text) })
    }

    /// A plain number or a percentage.
    public mutating func share(_ node: Node?) -> Double? { node.flatMap { number($0, in: .one) } }

    /// A figure in a unit; a bare number is taken to be in it.
    ///
    /// Codes: `unit.mismatch`, `number.not_finite`, and those of quantities.
    public mutating func number(_ node: Node, in unit: Unit) -> Double? {
        guard let quantity = units.quantity(in: node, &diagnostics) else { return nil }
        if quantity.unit == .one { return quantity.value }
        guard let conversion = quantity.unit.conversion(to: unit) else {
            diagnostics.error(
                "unit.mismatch", "\(quantity.unit) where \(unit.words) is expected",
                at: node.range(of: quantity.unitRange))
            return nil
        }
        return finite(conversion(quantity.value), in: unit, at: node.range(of: quantity.valueRange))
    }

    /// A converted number, or an error where it became infinite.
    public mutating func finite(_ value: Double, in unit: Unit, at range: SourceRange) -> Double? {
        guard !value.isFinite else { return value }
        diagnostics.error("number.not_finite", "the figure is too large in \(unit)", at: range)
        return nil
    }

    /// Where an entry's figure comes from.
    public mutating func evidence(of entry: Collection.Entry) -> Evidence { evidence(of: { entry[$0] }) }

    /// The publications declared.
    public mutating func readReferences() {
        model.references = entries(.sources).map { entry in
            var reference = Reference(id: entry.id, title: label(entry["title"]), place: Place(entry.key))
            reference.publisher = entry["publisher"]?.text
            reference.date = entry["date"]?.text
            reference.licence = entry["licence"]?.text
            reference.url = entry["url"]?.text
            return reference
        }
    }

    /// Reads where a figure comes from.
    ///
    /// Codes: `source.unknown`, `assumption.reason`.
    public mutating func evidence(of field: (String) -> Node?) -> Evidence {
        var evidence = Evidence()
        if let source = field("source") {
            let id = source.text
            evidence.source = id
            if !isSource(id), !reportRemoved(id, at: Place(source)) {
                diagnostics.error(
                    "source.unknown", "no source is called '\(id)'", at: source.range,
                    hint: Spelling.didYouMean(id, among: entries(.sources).map(\.id))
                        ?? "declare it in a document of kind sources")
            }
        }
        evidence.year = field("year").flatMap { Int($0.text) }
        evidence.isRecalled = field("confidence")?.textEquals("recalled") ?? false
        if let assumption = field("assumption"), assumption.flag != false {
            evidence.assumption = field("reason")?.text ?? ""
            if field("reason") == nil {
                diagnostics.error(
                    "assumption.reason", "an assumption says why it is made", at: assumption.range, hint: "add reason:")
            }
        }
        return evidence
    }
}
