internal import EmpreinteText

/// Regional overlays: other values for some attributes of some rules.
extension ModelFiles {
    /// The attributes an overlay may add to a rule that has none.
    private static let addable: Set<String> = ["avec", "formule", "description", "par défaut", "non applicable si"]

    /// Applies an overlay: an attribute of the rule is replaced, some are added, and an empty question removes it.
    mutating func apply(region path: String) {
        let places = Dictionary(rules.enumerated().map { ($1.name, $0) }) { first, _ in first }
        for document in documents(of: path) {
            for (key, value) in document.entries where !key.textEquals("params") {
                guard let place = places[key.text] else {
                    diagnostics.warning(
                        "publicodes.region", "the model has no rule '\(key.text)'", at: key.range,
                        hint: Spelling.didYouMean(key.text, among: places.keys))
                    continue
                }
                for (attribute, value) in value.entries {
                    rules[place].apply(RuleSource.Entry(key: attribute, value: value), addable: Self.addable)
                }
            }
        }
    }
}

extension RuleSource {
    fileprivate mutating func apply(_ entry: Entry, addable: Set<String>) {
        let word = entry.word
        if word == "question", entry.value.isNull || entry.value.text.isEmpty { return remove("question") }
        guard attribute(word) != nil || addable.contains(word) else { return }
        if word == "formule" { remove("valeur") }
        set(entry)
    }
}
