internal import EmpreinteText

extension RuleSet {
    static let separator = " . "

    /// Finds the rule each reference means, the parent of each rule, and who replaces whom.
    mutating func resolve(_ diagnostics: inout Diagnostics) {
        for id in ids { settleParent(of: id, &diagnostics) }
        resolve(from: 0, &diagnostics)
        settleReplacers()
    }

    /// Finds the rules that references mean, from a place in the list on.
    mutating func resolve(from first: Int, _ diagnostics: inout Diagnostics) {
        for place in first..<references.count where references[place].target == nil {
            references[place].target = resolve(references[place], &diagnostics)
        }
    }

    private mutating func settleParent(of id: RuleID, _ diagnostics: inout Diagnostics) {
        let name = self[id].name
        guard let parentName = Self.parent(of: name) else { return }
        var depth = 0
        var above = Optional(parentName)
        while let here = above {
            depth += 1
            above = Self.parent(of: here)
        }
        self[id].depth = depth
        guard let parent = rule(parentName) else {
            diagnostics.error(
                "publicodes.parent.missing", "the parent rule '\(parentName)' does not exist", at: self[id].key.range,
                hint: "add an empty rule of that name")
            return
        }
        self[id].parent = parent
    }

    /// The name above: `a . b` for `a . b . c`.
    static func parent(of name: String) -> String? {
        guard let place = name.utf8.lastSeparator else { return nil }
        return String(name[..<place])
    }

    /// The rule a name means where it is written: a child, then a sister, then up to the top; itself last.
    func find(_ name: String, from origin: RuleID?) -> RuleID? {
        var start = origin.map { self[$0].name }
        var name = Substring(name)
        while name.hasPrefix("^ . ") {
            name = name.dropFirst(4)
            start = start.flatMap(Self.parent)
        }
        let written = String(name)
        var place = start
        while let here = place {
            if let found = rule(here + Self.separator + written), found != origin, isVisible(found, from: origin) {
                return found
            }
            place = Self.parent(of: here)
        }
        if let found = rule(written), found != origin, isVisible(found, from: origin) { return found }
        guard let origin, self[origin].name == written || self[origin].name.hasSuffix(Self.separator + written) else {
            return nil
        }
        return origin
    }

    /// Whether no private rule hides another: a private rule is seen by its sisters, its parent and its own.
    private func isVisible(_ rule: RuleID, from origin: RuleID?) -> Bool {
        var place: RuleID? = rule
        while let here = place {
            guard let parent = self[here].parent else { return !self[here].isPrivate || origin != nil }
            if let origin, isAtOrAbove(parent, origin) { return true }
            if self[here].isPrivate { return false }
            place = parent
        }
        return true
    }

    private func resolve(_ reference: Reference, _ diagnostics: inout Diagnostics) -> RuleID? {
        if let found = find(reference.name, from: reference.origin) { return found }
        guard let range = reference.range else { return nil }
        if let hidden = reference.origin.flatMap({ findHidden(reference.name, from: $0) }) {
            diagnostics.error(
                "publicodes.reference.private", "the rule '\(self[hidden].name)' is private", at: range)
        } else {
            let last = reference.name.split(separator: Self.separator).last.map(String.init) ?? reference.name
            let close =
                Spelling.didYouMean(reference.name, among: rules.lazy.map { $0.name })
                ?? Spelling.didYouMean(last, among: rules.lazy.map { String($0.name.suffix(from: $0.leafStart)) })
            diagnostics.error(
                "publicodes.reference.unknown", "there is no rule '\(reference.name)' to be seen from here", at: range,
                hint: close)
        }
        return nil
    }

    private func findHidden(_ name: String, from origin: RuleID) -> RuleID? {
        var place = Optional(self[origin].name)
        while let here = place {
            if let found = rule(here + Self.separator + name) { return found }
            place = Self.parent(of: here)
        }
        return rule(name)
    }

    /// Those of highest priority first, then the last in alphabetical order, as the language has it.
    private mutating func settleReplacers() {
        replacers = [:]
        for id in ids {
            for replacement in self[id].replacements {
                guard let target = references[replacement.replaced].target else { continue }
                replacers[target, default: []].append(Replacer(rule: id, replacement: replacement))
            }
        }
        for (target, list) in replacers {
            let ranked = list.enumerated().sorted { left, right in
                let (first, second) = (left.element, right.element)
                if first.replacement.priority != second.replacement.priority {
                    return first.replacement.priority > second.replacement.priority
                }
                let (one, other) = (self[first.rule].name, self[second.rule].name)
                return one == other ? left.offset > right.offset : one > other
            }
            replacers[target] = ranked.map(\.element)
        }
    }

    /// Who stands for a rule in what a rule says.
    func replacers(of target: RuleID, from origin: RuleID?) -> [Replacer] {
        guard let all = replacers[target] else { return [] }
        let name = origin.map { self[$0].name } ?? ""
        return all.filter { candidate in
            guard candidate.rule != origin else { return false }
            let within = candidate.replacement.within
            guard within.isEmpty || within.contains(where: { isIn(name, $0) }) else { return false }
            return !candidate.replacement.except.contains { isIn(name, $0) }
        }
    }

    private func isIn(_ name: String, _ reference: Int) -> Bool {
        references[reference].target.map { name.hasPrefix(self[$0].name) } ?? false
    }
}

extension Rule {
    /// Where the last part of the name starts.
    var leafStart: String.Index {
        guard let place = name.utf8.lastSeparator else { return name.startIndex }
        return name.utf8.index(place, offsetBy: 3)
    }
}

extension String.UTF8View {
    /// Where the last ` . ` starts.
    fileprivate var lastSeparator: Index? {
        var place = endIndex
        var seen: (UInt8, UInt8) = (0, 0)
        while place > startIndex {
            place = index(before: place)
            let byte = self[place]
            if byte == 0x20, seen.0 == 0x2E, seen.1 == 0x20 { return place }
            seen = (byte, seen.0)
        }
        return nil
    }
}
