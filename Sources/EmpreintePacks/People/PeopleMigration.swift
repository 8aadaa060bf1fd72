public import EmpreinteModel
public import EmpreinteText

/// Rewrites a file of people for the model as it is now, and says what was done to each answer.
public struct PeopleMigration: Sendable {
    /// What happened to one answer, or action taken, of one person.
    public struct Line: Sendable {
        /// The person.
        public let person: String
        /// What was done to the answer.
        public let step: MigratedAnswers.Step
    }

    /// The people rewritten, as a YAML document of kind people.
    public let text: String
    /// What was done, answer by answer.
    public let lines: [Line]
    /// How many people there are.
    public let count: Int

    /// - Parameters:
    ///   - bytes: people as YAML or JSON.
    ///   - path: the name shown in messages.
    /// - Throws: what cannot be read or converted, and answers that are still unknown afterwards.
    public init(_ bytes: [UInt8], path: String, to model: Model) throws(CompilationError) {
        var documents = DocumentReader([PackKinds.people])
        documents.listKind = PackKinds.people
        var diagnostics = Diagnostics()
        var writer = YAMLWriter()
        writer.write("kind", "people")
        writer.write("model", "\(model.identity.id)@\(model.identity.version)")
        writer.open("people")
        var lines: [Line] = []
        var count = 0
        for document in documents.read(bytes, path: path, &diagnostics) {
            PackKinds.people.check(document.root, &diagnostics)
            // Answers that say they were given to this very version are as they should be.
            let isCurrent = document["model"]?.text == "\(model.identity.id)@\(model.identity.version)"
            var current = model
            if isCurrent { current.migrations = [] }
            for node in document["people"]?.items.map({ $0 }) ?? [] where node.kind == .mapping {
                count += 1
                lines += Self.rewrite(node, count, current, &writer, &diagnostics)
            }
        }
        try diagnostics.throwIfErrors(in: documents.sources)
        (text, self.lines, self.count) = (writer.text, lines, count)
        // What was written must be read: an answer no migration speaks of is an error, not a loss.
        _ = try PeopleReader(model).people(in: Array(writer.text.utf8), path: path)
    }

    private static func rewrite(
        _ node: Node, _ number: Int, _ model: Model, _ writer: inout YAMLWriter, _ diagnostics: inout Diagnostics
    ) -> [Line] {
        let id = node["id"]?.text ?? "p\(number)"
        writer.openItem("id", id)
        for key in ["weight", "year"] { if let value = node[key] { writer.write(key, value.text) } }
        var lines: [Line] = []
        let given = node["answers"].map { Array($0.entries) } ?? []
        let migrated = MigratedAnswers(
            given.map { ($0.key.text, $0.value.text) }, model, at: { given[$0].value.range }, &diagnostics)
        lines += migrated.steps.map { Line(person: id, step: $0) }
        if !migrated.answers.isEmpty {
            writer.open("answers")
            for (id, text) in migrated.answers { writer.write(id, text) }
            writer.close()
        }
        let taken = node["taken"].map { Array($0.items) } ?? []
        let actions = MigratedAnswers(taken.map { ($0.text, "taken") }, model, at: { taken[$0].range }, &diagnostics)
        lines += actions.steps.map { Line(person: id, step: $0) }
        if !actions.answers.isEmpty {
            writer.open("taken")
            for (id, _) in actions.answers { writer.writeItem(id) }
            writer.close()
        }
        writer.closeItem()
        return lines
    }
}
