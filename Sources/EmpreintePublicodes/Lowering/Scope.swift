/// A context: what some rules are said to be worth in it, upon another.
struct Scope: Sendable {
    let parent: Int?
    let overrides: [RuleID: Value]
    /// The rules that are worth something else for it.
    let affected: Set<RuleID>
}

/// Who reads a rule, directly: in a reference, or because it stands above a rule that is read.
struct ReaderMap: Sendable {
    private let readers: [[RuleID]]

    init(_ rules: RuleSet) {
        var readers = Array(repeating: [RuleID](), count: rules.rules.count)
        for id in rules.ids {
            var read: Set<RuleID> = []
            for reference in rules[id].references {
                guard let target = rules.references[reference].target else { continue }
                read.insert(target)
                for replacer in rules.replacers(of: target, from: id) { read.insert(replacer.rule) }
            }
            for target in read { readers[Int(target.index)].append(id) }
        }
        // What stands above a rule decides whether it applies.
        for id in rules.ids {
            if let parent = rules[id].parent { readers[Int(parent.index)].append(id) }
        }
        self.readers = readers
    }

    /// The rules that read some, directly or through others, with those themselves.
    func affected(by rules: some Sequence<RuleID>) -> Set<RuleID> {
        var found = Set(rules)
        var waiting = Array(found)
        while let rule = waiting.popLast() {
            for reader in readers[Int(rule.index)] where found.insert(reader).inserted { waiting.append(reader) }
        }
        return found
    }
}
