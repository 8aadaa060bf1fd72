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
        let word: String
        /// Where the word stands.
        let key: Node
        let value: Node

        init(key: Node, value: Node) {
            word = key.text
            self.key = key
            self.value = value
        }

        /// A rule's expression, as the attribute it stands for.
        init(expression: Node) {
            word = "valeur"
            key = expression
            value = expression
        }
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
