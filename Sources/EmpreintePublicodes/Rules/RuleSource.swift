internal import EmpreinteText

/// A rule as it stands in the files, before its words mean anything.
struct RuleSource: Sendable {
    /// Its name in the file.
    let key: Node
    let name: String
    var content: Content

    enum Content: Sendable {
        case nothing
        case expression(Node)
        case entries([Entry])
    }

    struct Entry: Sendable {
        let key: Node
        let value: Node
    }

    init(key: Node, name: String, value: Node) {
        self.key = key
        self.name = name
        if value.kind == .mapping {
            content = .entries(value.entries.map { Entry(key: $0.key, value: $0.value) })
        } else {
            content = value.isNull ? .nothing : .expression(value)
        }
    }
}
