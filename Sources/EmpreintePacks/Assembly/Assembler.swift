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
    /// What plugins lend.
    let vocabulary: Vocabulary
    /// The publications figures name.
    let sources: Collection
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
    var actionIDs: [String: Int] = [:]
    /// The targets of effects, as written.
    var actedTexts = Set<String>()

    init(_ resolution: Resolution, _ vocabulary: Vocabulary, diagnostics: Diagnostics) {
        self.resolution = resolution
        self.vocabulary = vocabulary
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
        actedTexts = declareActions()
        checkLocalised()
        readReferences()
        readFactors()
        readTrends()
        readQuestions()
        checkTables()
        readFormulas()
        // Formulas of a few operations each, and the inputs and defaults of questions.
        builder.reserveCapacity(6 * (questions.count + formulas.count))
        for element in dependencyOrder() {
            switch element {
            case .input(let index): buildInput(index)
            case .formula(let index): buildFormula(index)
            case .factor, .trend: break
            }
        }
        model.inputs = Self.taken(from: &inputs)
        model.formulas = Self.taken(from: &builtFormulas)
        guard !builder.diagnostics.hasErrors else { return model }
        model.index(symbols)
        buildCategories()
        buildActions()
        readScenarios()
        readSupports()
        readTargets()
        readMigrations()
        readTerritory()
        readExpectations()
        recordOverrides()
        model.documents = resolution.additions
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

    /// The values that were made, moved rather than copied.
    private static func taken<Value>(from places: inout [Value?]) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(places.count)
        for index in places.indices {
            if let value = places[index].take() { values.append(value) }
        }
        return values
    }

    // MARK: Names

    /// The words that formulas never read as an id.
    private static let reserved = Scanner.keywords + ["true", "false", "year"]

    /// Gives every id its element and reports ids used twice, or that no formula could read.
    ///
    /// Codes: `id.duplicate`, `id.reserved`.
    private mutating func declareSymbols() {
        symbols = Dictionary(minimumCapacity: PackKinds.all.reduce(0) { $0 + resolution.entries($1).count })
        for kind in PackKinds.all {
            guard let element = Self.element(of: kind) else { continue }
            for (index, entry) in resolution.entries(kind).enumerated() {
                let first = symbols.updateValue(element(index), forKey: entry.id)
                if let first { reportDuplicate(entry, key(of: first)) }
            }
        }
        var others: [String: Node] = [:]
        for kind in PackKinds.all where Self.element(of: kind) == nil {
            for entry in resolution.entries(kind) {
                let first = others.updateValue(entry.key, forKey: entry.id) ?? symbols[entry.id].map { key(of: $0) }
                if let first { reportDuplicate(entry, first) }
            }
        }
        for word in Self.reserved {
            guard let key = symbols[word].map({ key(of: $0) }) ?? others[word] else { continue }
            builder.diagnostics.error(
                "id.reserved", "'\(word)' has a meaning of its own in formulas", at: key.range,
                hint: "choose another id")
        }
    }

    private mutating func reportDuplicate(_ entry: Collection.Entry, _ first: Node) {
        builder.diagnostics.error(
            "id.duplicate", "'\(entry.id)' names two things", at: entry.key.range,
            related: [(first.range, "also here")], hint: "ids are unique over all kinds of a pack")
    }

    /// What the entries of a kind are by position; nothing for what formulas do not read.
    private static func element(of kind: DocumentKind) -> ((Int) -> Element)? {
        switch kind.name {
        case PackKinds.questions.name: Element.input
        case PackKinds.factors.name: Element.factor
        case PackKinds.trends.name: Element.trend
        case PackKinds.formulas.name: Element.formula
        default: nil
        }
    }

    /// The key an element was defined under.
    private func key(of element: Element) -> Node {
        switch element {
        case .input(let index): resolution.entries(PackKinds.questions)[index].key
        case .factor(let index): resolution.entries(PackKinds.factors)[index].key
        case .trend(let index): resolution.entries(PackKinds.trends)[index].key
        case .formula(let index): resolution.entries(PackKinds.formulas)[index].key
        }
    }

    /// Reports an id that stands for nothing formulas read, with the nearest, or with the line that removed it.
    mutating func reportUnknown(_ id: String, at place: Place) {
        if reportRemoved(id, at: place) { return }
        if actionIDs[id] != nil {
            builder.diagnostics.error(
                "action.read",
                "'\(id)' is an action; conditions and amounts read answers, as they are before any action",
                at: place.range, hint: "to tie actions together: requires, excludes, supersedes")
            return
        }
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

    /// Parses the formula of a scalar, or reports where it fails.
    mutating func parse(_ node: Node?) -> ParsedFormula? {
        guard let node, node.kind == .scalar, !node.isNull else { return nil }
        let text = node.text
        do throws(ExpressionError) {
            let parsed = try ExpressionParser.parse(
                text, units: model.units, symbols: symbols, functions: vocabulary.functions)
            return ParsedFormula(node: node, text: text, expression: parsed.expression, readings: parsed.readings)
        } catch {
            builder.diagnostics.error(error.code, error.message, at: node.range(of: error.range), hint: error.hint)
            return nil
        }
    }
}

/// A formula with the scalar it was written in.
final class ParsedFormula: Sendable {
    let node: Node
    let text: String
    let expression: Expression
    /// The elements it reads, in the order written.
    let readings: [Expression.Reading]

    init(node: Node, text: String, expression: Expression, readings: [Expression.Reading]) {
        self.node = node
        self.text = text
        self.expression = expression
        self.readings = readings
    }

    var place: Place { Place(node) }
}
