import EmpreinteText

/// YAML written in a test, with what was reported about it.
struct WrittenText {
    private(set) var sources = SourceMap()
    var diagnostics = Diagnostics()
    let documents: [Node]

    init(_ text: String) {
        let file = sources.add(path: "text.yaml", bytes: Array(text.utf8))
        documents = YAMLReader.documents(in: file, of: sources, diagnostics: &diagnostics)
    }

    /// Each problem as its code, line and column.
    var problems: [String] {
        diagnostics.sorted.map { diagnostic in
            guard let range = diagnostic.range else { return diagnostic.code }
            let place = sources.location(of: range)
            return "\(diagnostic.code) \(place.line):\(place.column)"
        }
    }

    /// The first document; the text of a test has one.
    var root: Node { documents[0] }
}
