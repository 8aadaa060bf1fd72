internal import EmpreinteModel
internal import EmpreinteText

/// What every entry says of itself.
struct FundingEntry {
    let id: String
    let label: Label
    let key: Node
    let source: String?
    /// Why it is made up; nothing for what is real.
    let assumption: String?
    let note: Label?

    init(_ entry: Collection.Entry, _ model: Model) {
        func label(_ node: Node) -> Label { Label(node, language: model.identity.language) }
        id = entry.id
        self.label = entry["label"].map(label) ?? Label(entry.id, language: model.identity.language)
        key = entry.key
        source = entry["source"]?.text
        assumption = entry["assumption"]?.flag == true ? entry["reason"]?.text ?? "" : nil
        note = entry["note"].map(label)
    }
}

extension Label {
    /// A text, or one a language.
    init(_ node: Node, language: String) {
        if node.kind == .mapping {
            self.init(node.entries.map { .init(language: $0.key.text, text: $0.value.text) })
        } else {
            self.init(node.text, language: language)
        }
    }
}
