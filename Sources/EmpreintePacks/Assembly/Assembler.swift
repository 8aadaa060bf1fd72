internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// Gives a resolution its meaning: definitions by kind, then one graph, in an order where everything read is known.
///
/// One file a kind holds what is peculiar to it; a definition that fails is left out and its readers stay silent,
/// so that each mistake is reported once.
struct Assembler {
    let resolution: Resolution
    /// The publications figures name.
    private let sources: Collection
    var builder: ModelBuilder
    var model: Model
    /// What each id stands for.
    var symbols: [String: Element] = [:]
    var questions: [QuestionDefinition] = []
    var formulas: [FormulaDefinition] = []
    var inputs: [Input?] = []
    /// What formulas read of the questions built so far.
    var answers: [Answer?] = []
    /// The values other formulas may read, by formula.
    var steps: [Quantity?] = []
    var builtFormulas: [Formula?] = []

    init(_ resolution: Resolution, diagnostics: Diagnostics) {
        self.resolution = resolution
        sources = resolution.collections[PackKinds.sources.name] ?? Collection(PackKinds.sources)
        builder = ModelBuilder(diagnostics: diagnostics)
        model = Model(
            identity: .init(id: "", version: "", label: Label([]), language: "en"),
            years: .init(range: 0...0, reference: 0), sources: resolution.sources)
    }

    /// Builds the model; what is wrong stands in `builder.diagnostics`.
    mutating func assemble() -> Model {
        readManifest()
        declareIndicators()
        declareSymbols()
        checkLocalised()
        readReferences()
        readFactors()
        readTrends()
        readQuestions()
        checkTables()
        readFormulas()
        for element in dependencyOrder() {
            switch element {
            case .input(let index): buildInput(index)
            case .formula(let index): buildFormula(index)
            case .factor, .trend: break
            }
        }
        model.inputs = inputs.compactMap { $0 }
        model.formulas = builtFormulas.compactMap { $0 }
        model.indexElements()
        guard !builder.diagnostics.hasErrors else { return model }
        buildCategories()
        readTargets()
        readExpectations()
        model.graph = builder.graph
        model.origins = builder.origins
        model.slotCount = builder.slotCount
        model.identity.makeHash = { [resolution, model] in
            var digest = Fingerprint()
            digest.update(ResolvedText(resolution, model).bytes)
            return digest.hex
        }
        return model
    }

    // MARK: Names

    /// The words that formulas never read as an id.
    private static let reserved = Set(Scanner.keywords + ["true", "false", "year"])

    /// Gives every id its element and reports ids used twice, or that no formula could read.
    ///
    /// Codes: `id.duplicate`, `id.reserved`.
    private mutating func declareSymbols() {
        let count = PackKinds.all.reduce(0) { $0 + resolution.entries($1).count }
        var places = [String: Node](minimumCapacity: count)
        symbols = Dictionary(minimumCapacity: count)
        for kind in PackKinds.all {
            for (index, entry) in resolution.entries(kind).enumerated() {
                if let first = places.updateValue(entry.key, forKey: entry.id) {
                    builder.diagnostics.error(
                        "id.duplicate", "'\(entry.id)' names two things", at: entry.key.range,
                        related: [(first.range, "also here")], hint: "ids are unique over all kinds of a pack")
                }
                if Self.reserved.contains(entry.id) {
                    builder.diagnostics.error(
                        "id.reserved", "'\(entry.id)' has a meaning of its own in formulas", at: entry.key.range,
                        hint: "choose another id")
                }
                switch kind.name {
                case PackKinds.questions.name: symbols[entry.id] = .input(index)
                case PackKinds.factors.name: symbols[entry.id] = .factor(index)
                case PackKinds.trends.name: symbols[entry.id] = .trend(index)
                case PackKinds.formulas.name: symbols[entry.id] = .formula(index)
                default: break
                }
            }
        }
    }

    /// Reports an id that stands for nothing, with the nearest, or with the line that removed it.
    mutating func reportUnknown(_ id: String, at place: Place) {
        if reportRemoved(id, at: place) { return }
        builder.diagnostics.error(
            "reference.unknown", "nothing is called '\(id)'", at: place.range,
            hint: Spelling.didYouMean(id, among: symbols.keys.sorted()))
    }

    /// Reports an id that a pack removed, and tells whether it did.
    mutating func reportRemoved(_ id: String, at place: Place) -> Bool {
        let removals = PackKinds.all.compactMap { resolution.collections[$0.name]?.removal(of: id) }
        guard let removal = removals.first else { return false }
        builder.diagnostics.error(
            "remove.in_use", "'\(id)' was removed but is still read here", at: place.range,
            related: [(removal.range, "removed here")], hint: "remove or override what reads it too")
        return true
    }

    // MARK: Reading fields

    func label(_ node: Node?, else fallback: String? = nil) -> Label {
        let language = model.identity.language
        guard let node else { return Label(fallback ?? "", language: language) }
        guard node.kind == .mapping else { return Label(node.text, language: language) }
        return Label(node.entries.map { .init(language: $0.key.text, text: $0.value.text) })
    }

    mutating func evidence(of entry: Collection.Entry) -> Evidence {
        evidence(of: { entry[$0] })
    }

    /// Reads where a figure comes from.
    ///
    /// Codes: `source.unknown`, `assumption.reason`.
    mutating func evidence(of field: (String) -> Node?) -> Evidence {
        var evidence = Evidence()
        if let source = field("source") {
            let id = source.text
            evidence.source = id
            if !sources.contains(id), !reportRemoved(id, at: Place(source)) {
                builder.diagnostics.error(
                    "source.unknown", "no source is called '\(id)'", at: source.range,
                    hint: Spelling.didYouMean(id, among: sources.entries.map(\.id))
                        ?? "declare it in a document of kind sources")
            }
        }
        evidence.year = field("year").flatMap { Int($0.text) }
        evidence.isRecalled = field("confidence")?.textEquals("recalled") ?? false
        if let assumption = field("assumption"), assumption.flag != false {
            evidence.assumption = field("reason")?.text ?? ""
            if field("reason") == nil {
                builder.diagnostics.error(
                    "assumption.reason", "an assumption says why it is made", at: assumption.range, hint: "add reason:")
            }
        }
        return evidence
    }

    /// Parses the formula of a scalar, or reports where it fails.
    mutating func parse(_ node: Node?) -> ParsedFormula? {
        guard let node, node.kind == .scalar, !node.isNull else { return nil }
        let text = node.text
        do throws(ExpressionError) {
            let expression = try ExpressionParser.parse(text, units: model.units)
            return ParsedFormula(node: node, text: text, expression: expression)
        } catch {
            builder.diagnostics.error(error.code, error.message, at: node.range(of: error.range), hint: error.hint)
            return nil
        }
    }
}

/// A formula with the scalar it was written in.
struct ParsedFormula {
    let node: Node
    let text: String
    let expression: Expression

    var place: Place { Place(node) }
}
