public import EmpreinteText

extension DocumentKind {
    /// Checks a document of a kind without entries against the declaration.
    public func check(_ document: Node, _ diagnostics: inout Diagnostics) {
        let kindField = Field("kind", .text, "which kind of document this is")
        Shape.check(document, [kindField] + fields, of: "a \(name) document", &diagnostics)
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
