internal import EmpreinteModel
internal import EmpreinteText

/// The conditions and amounts of catalogs, read as expressions of the model before anything is lowered.
struct CatalogTerms {
    /// The model's rules, and what catalogs say of them.
    let rules: RuleSet
    private var terms: [SourceRange: TermID] = [:]
    private var problems: [SourceRange: [Diagnostic]] = [:]

    /// - Parameter actions: the actions of catalogs.
    init(_ rules: RuleSet, _ actions: [Collection.Entry]) {
        var reader = RuleReader(rules)
        for entry in actions {
            for node in Self.expressions(of: entry) {
                let firstReference = reader.rules.references.count
                reader.diagnostics = Diagnostics()
                terms[node.range] = reader.read(expression: node)
                reader.rules.resolve(from: firstReference, &reader.diagnostics)
                // What is no expression may be an option: it is refused only if it is read as one.
                if reader.diagnostics.hasErrors { problems[node.range] = reader.diagnostics.sorted }
            }
        }
        self.rules = reader.rules
    }

    private static func expressions(of entry: Collection.Entry) -> [Node] {
        let amounts = (entry.value("effects")?.appended ?? []).flatMap { effect in
            effect.entries.flatMap { verb in ["to", "by", "at", "share", "rate"].compactMap { verb.value[$0] } }
        }
        let costs = ["upfront", "yearly"].compactMap { entry["cost"]?[$0] }
        return ([entry["applies_if"]].compactMap { $0 } + amounts + costs).filter { $0.kind == .scalar && !$0.isNull }
    }

    /// The term of a scalar, or what is wrong with it.
    func term(of node: Node, _ diagnostics: inout Diagnostics) -> TermID? {
        guard problems[node.range] == nil else {
            diagnostics.report(contentsOf: problems[node.range] ?? [])
            return nil
        }
        return terms[node.range]
    }
}
