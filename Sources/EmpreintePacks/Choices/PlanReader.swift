public import EmpreinteModel
public import EmpreinteText

/// Reads a caller's plan: choices made for everybody, or by some.
public struct PlanReader: Sendable {
    public let model: Model

    public init(_ model: Model) {
        self.model = model
    }

    /// Reads the choices of a YAML or JSON text of kind plan.
    ///
    /// - Throws: all problems found; codes are those of choices, `kind.unknown`, and those of reading YAML and JSON.
    public func choices(in bytes: [UInt8], path: String) throws(CompilationError) -> [Choice] {
        var sources = SourceMap()
        var diagnostics = Diagnostics()
        let file = sources.add(path: path, bytes: bytes)
        var choices: [Choice] = []
        for document in YAMLReader.documents(in: file, of: sources, limits: Limits(), diagnostics: &diagnostics) {
            guard document.isKind(PackKinds.plan) else {
                diagnostics.error("kind.unknown", "a plan starts with kind: plan", at: document.firstLine)
                continue
            }
            PackKinds.plan.check(document, &diagnostics)
            let items = document["plan"].map { Array($0.items) } ?? []
            choices += ChoiceReader(model: model).choices(items.filter { $0.kind == .mapping }, &diagnostics)
        }
        try diagnostics.throwIfErrors(in: sources)
        return choices
    }
}
