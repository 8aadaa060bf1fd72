public import EmpreinteModel
internal import EmpreinteText

/// Blank documents for a model: what is required stands, the rest is in comments to take away, with what each key
/// states; questions, actions and names are the model's own.
public struct Template: Sendable {
    let model: Model
    let language: Language
    /// The kinds whose documents a model may hold as they are.
    private let kinds: [DocumentKind]

    /// - Parameter kinds: those of plugins, of whose things documents speak by name.
    public init(_ model: Model, language: Language, kinds: [DocumentKind]) {
        self.model = model
        self.language = language
        self.kinds = kinds
    }

    /// The blank document as YAML, after those it cannot go without and the model lacks.
    public func yaml(_ kind: DocumentKind) -> String {
        var text = ""
        for each in needed(by: kind) + [kind] {
            if !text.isEmpty { text += "---\n" }
            var writer = TemplateWriter(self)
            writer.write(each, isFirst: text.isEmpty)
            text += writer.text
        }
        return text
    }

    /// The example that stands for all questions.
    static let questions = "<questions>"

    // MARK: Names

    /// An example with the model's own names in the place of those in angle brackets.
    func filled(_ example: String) -> String {
        var text = example
        let year = model.years.reference
        for (mark, value) in [
            ("<year>", "\(year)"), ("<date>", "\(year)-01"), ("<pack>", model.identity.id),
            ("<model>", "\(model.identity.id)@\(model.identity.version)"),
            ("<action>", sampleAction),
            ("<question>", model.inputs.first.map { "\($0.id): \(model.sampleAnswer(to: $0))" } ?? ""),
        ] where text.contains(mark) {
            text = text.replacing(mark, with: value)
        }
        for kind in kinds {
            let mark = "<\(kind.name.singular)>"
            if text.contains(mark) { text = text.replacing(mark, with: firstID(of: kind) ?? kind.sampleID) }
        }
        return text
    }

    /// An action anybody may choose, whose effect is known where there is one.
    private var sampleAction: String {
        let open = model.actions.filter { $0.actor == .person && $0.presence == nil }
        return (open.first { $0.unquantified == nil } ?? open.first ?? model.actions.first)?.id ?? "an_action"
    }

    /// The first thing of a kind that the model's documents hold.
    private func firstID(of kind: DocumentKind) -> String? {
        kind.entries == nil
            ? model.documents.field("id", of: kind)?.text : model.documents.entries(kind).first?.id
    }

    /// The kinds whose things are named where the model has none.
    private func needed(by kind: DocumentKind) -> [DocumentKind] {
        let examples = (kind.fields + (kind.entries?.fields ?? [])).compactMap(\.example).joined()
        return kinds.filter { examples.contains("<\($0.name.singular)>") && firstID(of: $0) == nil }
    }
}

extension DocumentKind {
    /// What something of the kind is called in an example.
    var sampleID: String { "\(name.singular)_1" }
}

extension String {
    /// One of the things a kind is named after: `proposals` gives `proposal`.
    var singular: String {
        hasSuffix("ies") ? dropLast(3) + "y" : hasSuffix("s") ? String(dropLast()) : self
    }
}

extension Model {
    /// An answer a question may be given, as documents have it.
    fileprivate func sampleAnswer(to input: Input) -> String {
        if let constant = constantDefault(of: input) { return constant }
        switch input.kind {
        case .flag: return "true"
        case .option(let codes, _): return codes.names.first ?? ""
        case .number(_, let range): return JSON.text(of: range?.lowerBound ?? 1)
        }
    }
}
