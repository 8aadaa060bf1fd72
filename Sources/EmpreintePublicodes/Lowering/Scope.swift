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
    /// The rules each reads, by their place in the file.
    private let read: [[RuleID]]

    init(_ rules: RuleSet) {
        var readers = Array(repeating: [RuleID](), count: rules.rules.count)
        var everything = readers
        for id in rules.ids {
            var read: Set<RuleID> = []
            for reference in rules[id].references {
                guard let target = rules.references[reference].target else { continue }
                read.insert(target)
                for replacer in rules.replacers(of: target, from: id) { read.insert(replacer.rule) }
            }
            for target in read { readers[Int(target.index)].append(id) }
            if let parent = rules[id].parent { read.insert(parent) }
            everything[Int(id.index)] = read.sorted()
        }
        // What stands above a rule decides whether it applies.
        for id in rules.ids {
            if let parent = rules[id].parent { readers[Int(parent.index)].append(id) }
        }
        self.readers = readers
        read = everything
    }

    /// The rules that some need, those read before those that read, each with how many rules are read down from it.
    func heights(below rules: [RuleID]) -> [(rule: RuleID, height: Int)] {
        var heights = Array(repeating: 0, count: read.count)
        var isMet: Set<RuleID> = []
        var found: [(rule: RuleID, height: Int)] = []
        var path: [(rule: RuleID, next: Int)] = []
        for first in rules where isMet.insert(first).inserted {
            path.append((first, 0))
            while let (rule, next) = path.last {
                let below = read[Int(rule.index)]
                guard next < below.count else {
                    let height = 1 + (below.lazy.map { heights[Int($0.index)] }.max() ?? 0)
                    heights[Int(rule.index)] = height
                    found.append((rule, height))
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                // Where rules form a ring, the one met first is taken to be of no height.
                if isMet.insert(below[next]).inserted { path.append((below[next], 0)) }
            }
        }
        return found
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
