internal import EmpreinteText

extension RuleReader {
    /// Reads `remplace` or `rend non applicable`: a name, or names with where they count; one or a list.
    mutating func readReplacements(_ node: Node, isRemoval: Bool, of rule: RuleID) {
        let items = node.kind == .sequence ? Array(node.items) : [node]
        for item in items {
            var priority = 0.0
            var name: Node? = item
            if item.kind == .mapping {
                name = item["références à"]
                if let written = item["priorité"] {
                    if let number = DecimalParser().value(of: written.utf8), number >= 0 {
                        priority = number
                    } else {
                        error("mechanism.form", "a priority is a number, 0 or more", at: written)
                    }
                }
            }
            guard let name, name.kind == .scalar, !name.isNull else {
                error("mechanism.form", "the name of a rule was expected here", at: item)
                continue
            }
            let replaced = note(name.text, at: name.range)
            let within = readNames(item["dans"])
            rules[rule].replacements.append(
                Replacement(
                    replaced: replaced, within: within, except: readNames(item["sauf dans"]), priority: priority,
                    isRemoval: isRemoval))
        }
    }

    private mutating func readNames(_ node: Node?) -> [Int] {
        guard let node else { return [] }
        let names = node.kind == .sequence ? Array(node.items) : [node]
        return names.map { note($0.text, at: $0.range) }
    }
}
