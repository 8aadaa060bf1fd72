public import EmpreinteText

extension DocumentKind {
    /// Checks a document of a kind without entries against the declaration; a bare list is that of the kind.
    public func check(_ document: Node, _ diagnostics: inout Diagnostics) {
        if document.kind == .sequence, let list {
            return list.shape.check(document, of: list.name, &diagnostics)
        }
        let kindField = Field("kind", .text, "which kind of document this is")
        // Nothing was added to it yet.
        let isNew = growing.flatMap { document[$0]?.isNull } ?? false
        let checked = isNew ? fields.filter { $0.name != growing } + [Field(growing ?? "", .answer, "")] : fields
        Shape.check(document, [kindField] + checked, of: "a \(name) document", &diagnostics)
    }

    /// The kind a document says it is of.
    ///
    /// Codes: `kind.missing`, `kind.unknown` with the nearest.
    public static func stated(
        by document: Node, among kinds: [DocumentKind], _ diagnostics: inout Diagnostics
    ) -> DocumentKind? {
        guard document.kind == .mapping, let stated = document["kind"], stated.kind == .scalar else {
            diagnostics.error(
                "kind.missing", "the document does not say its kind", at: document.firstLine,
                hint: "start it with kind: \(kinds.map(\.name).joined(separator: " | "))")
            return nil
        }
        if let kind = kinds.first(where: { stated.textEquals($0.name) }) { return kind }
        let names = kinds.map(\.name)
        diagnostics.error(
            "kind.unknown", "'\(stated.text)' is not a kind of document", at: stated.range,
            hint: Spelling.didYouMean(stated.text, among: names) ?? "kinds: \(names.joined(separator: ", "))")
        return nil
    }
}

extension Node {
    /// Whether the document says it is of that kind.
    public func isKind(_ kind: DocumentKind) -> Bool {
        self["kind"]?.textEquals(kind.name) ?? false
    }

    /// Where to point for the node as a whole: all of a scalar, the first key of a map, the first item of a list.
    public var firstLine: SourceRange {
        switch kind {
        case .scalar: range
        case .mapping: entries.first?.key.range ?? range
        case .sequence: items.first?.firstLine ?? range
        }
    }
}
