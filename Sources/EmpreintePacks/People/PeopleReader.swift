public import EmpreinteModel
public import EmpreinteText

/// The people of a file, and what was worth saying about it without refusing it.
public struct PeopleFile: Sendable {
    /// The people, in the order of the file.
    public let people: [Person]
    /// What is worth knowing of them.
    public let warnings: [Diagnostic]
    /// The file, to show where things stand.
    public let sources: SourceMap
}

/// Reads people and their answers from YAML or JSON.
public struct PeopleReader: Sendable {
    /// The model it works on.
    public let model: Model

    public init(_ model: Model) {
        self.model = model
    }

    /// Reads all the people of a text.
    ///
    /// - Parameters:
    ///   - bytes: a YAML document of kind people, or the same as JSON; a bare JSON array of people is accepted too.
    ///   - path: the name shown in messages; `.json` says that it is JSON.
    /// - Throws: all problems found; codes are those of answers, `people.model`, `people.duplicate`, `people.weight`,
    ///   `people.year`, and those of `DocumentReader.read`.
    public func people(
        in bytes: [UInt8], path: String
    ) throws(CompilationError) -> PeopleFile {
        var documents = DocumentReader([PackKinds.people])
        documents.listKind = PackKinds.people
        var diagnostics = Diagnostics()
        var places: [String: SourceRange] = [:]
        let people = documents.read(bytes, path: path, &diagnostics).flatMap {
            self.people(in: $0, besides: &places, &diagnostics)
        }
        try diagnostics.throwIfErrors(in: documents.sources)
        return PeopleFile(people: people, warnings: diagnostics.sorted, sources: documents.sources)
    }

    /// Reads the people of one document, after checking its shape.
    /// - Parameter places: where the ids of other documents stand; those of this one are added.
    public func people(
        in document: Document, besides places: inout [String: SourceRange], _ diagnostics: inout Diagnostics
    ) -> [Person] {
        PackKinds.people.check(document.root, &diagnostics)
        if let stated = document["model"] { checkModel(stated, &diagnostics) }
        let list = document["people"]
        if let list, list.kind == .sequence, list.items.isEmpty {
            diagnostics.error(
                "people.empty", "the list holds nobody", at: list.range,
                hint: "without a file of people, the default person is evaluated")
        }
        let reader = AnswerReader(model)
        let choices = ChoiceReader(model)
        return (list?.items.map { $0 } ?? []).enumerated().compactMap { index, node in
            guard node.kind == .mapping else { return nil }
            var person = Person(id: node["id"]?.text ?? "p\(index + 1)")
            if let id = node["id"], let first = places.updateValue(id.range, forKey: id.text) {
                diagnostics.error(
                    "people.duplicate", "'\(id.text)' is given twice", at: id.range,
                    related: [(first, "the first one")])
            }
            if let weight = node["weight"] { person.weight = self.weight(weight, &diagnostics) }
            if let year = node["year"] { person.year = self.year(year, &diagnostics) }
            if let answers = node["answers"], answers.kind == .mapping {
                person.answers = reader.answers(in: answers, &diagnostics)
            }
            for action in node["taken"]?.items.map({ $0 }) ?? [] {
                guard let index = choices.action(action, &diagnostics), !person.taken.contains(index) else { continue }
                person.taken.append(index)
            }
            return person
        }
    }

    /// Answers given to another pack may mean something else: said, not refused.
    private func checkModel(_ stated: Node, _ diagnostics: inout Diagnostics) {
        let own = "\(model.identity.id)@\(model.identity.version)"
        let parts = stated.text.split(separator: "@", maxSplits: 1)
        guard stated.text != own, parts.first.map(String.init) != model.identity.id || parts.count > 1 else { return }
        diagnostics.warning(
            "people.model", "these answers were given to \(stated.text), and are read with \(own)", at: stated.range)
    }

    private func weight(_ node: Node, _ diagnostics: inout Diagnostics) -> Double {
        if let value = Double(node.text), AnswerReader.weights.contains(value) { return value }
        diagnostics.error(
            "people.weight", "a weight is a number from 0.001 to 100 000 000", at: node.range,
            hint: "multiply all weights by the same number")
        return 1
    }

    private func year(_ node: Node, _ diagnostics: inout Diagnostics) -> Int? {
        guard let year = Int(node.text) else { return nil }
        if !model.years.range.contains(year) {
            diagnostics.error(
                "people.year",
                "\(model.identity.id) covers \(model.years.range.lowerBound) to \(model.years.range.upperBound), not \(year)",
                at: node.range)
        }
        return year
    }
}
