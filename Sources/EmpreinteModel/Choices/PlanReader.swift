public import EmpreinteText

/// Reads a caller's plan: choices made for everybody, or by some.
public struct PlanReader: Sendable {
    /// The model it works on.
    public let model: Model

    public init(_ model: Model) {
        self.model = model
    }

    /// Reads the choices of a YAML or JSON text of kind plan; a bare list of choices is accepted too.
    ///
    /// - Throws: all problems found; codes are those of choices and those of `DocumentReader.read`.
    public func choices(in bytes: [UInt8], path: String) throws(CompilationError) -> [Choice] {
        var documents = DocumentReader([DocumentKind.plan])
        documents.listKind = DocumentKind.plan
        var diagnostics = Diagnostics()
        let choices = documents.read(bytes, path: path, &diagnostics).flatMap {
            self.choices(in: $0, &diagnostics)
        }
        try diagnostics.throwIfErrors(in: documents.sources)
        return choices
    }

    /// Reads the choices of one document, after checking its shape.
    public func choices(in document: Document, _ diagnostics: inout Diagnostics) -> [Choice] {
        DocumentKind.plan.check(document.root, &diagnostics)
        let items = document["plan"].map { Array($0.items) } ?? []
        return choices(in: items, &diagnostics)
    }

    /// Reads the choices of a list that stands in another document.
    public func choices(in items: [Node], _ diagnostics: inout Diagnostics) -> [Choice] {
        ChoiceReader(model).choices(items.filter { $0.kind == .mapping }, &diagnostics)
    }
}

extension DocumentKind {
    /// A caller's choices; it may stand beside a pack but is no part of it.
    public static let plan = DocumentKind(
        "plan", "Choices: which actions, from when, how strongly, by whom.",
        fields: [
            Field("model", .text, "the pack and version they were made for", example: "<model>"),
            Field(
                "plan",
                .list(.record(ChoiceReader.fields + [Field("person", .id, "who takes it; everybody unless said")])),
                required: true, "the choices"),
        ])
}
