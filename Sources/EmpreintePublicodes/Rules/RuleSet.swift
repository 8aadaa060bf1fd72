internal import EmpreinteText

/// All the rules of a model, with the terms, units and texts they share.
struct RuleSet: Sendable {
    var rules: [Rule] = []
    var terms: [any Term] = []
    var references: [Reference] = []
    var units = UnitTable()
    var texts = TextTable()
    private(set) var places: [String: RuleID] = [:]
    /// Who replaces a rule, in the order they are tried.
    var replacers: [RuleID: [Replacer]] = [:]
    var sources = SourceMap()

    /// A rule that stands for another where it applies.
    struct Replacer: Sendable {
        let rule: RuleID
        let replacement: Replacement
    }

    subscript(id: RuleID) -> Rule {
        get { rules[Int(id.index)] }
        set { rules[Int(id.index)] = newValue }
    }

    /// The rule of a full name.
    func rule(_ name: String) -> RuleID? { places[name] }

    var ids: some RandomAccessCollection<RuleID> { (0..<rules.count).lazy.map { RuleID(index: Int32($0)) } }

    /// Adds a rule, or nothing when the name is taken.
    mutating func add(_ rule: Rule) -> RuleID? {
        let id = RuleID(index: Int32(rules.count))
        guard places.updateIfAbsent(rule.name, id) else { return nil }
        rules.append(rule)
        return id
    }

    mutating func add(_ term: some Term) -> TermID {
        terms.append(term)
        return TermID(index: Int32(terms.count - 1))
    }

    /// Whether a rule stands above another, or is it.
    func isAtOrAbove(_ upper: RuleID, _ lower: RuleID) -> Bool {
        var place: RuleID? = lower
        while let here = place, self[here].depth >= self[upper].depth {
            if here == upper { return true }
            place = self[here].parent
        }
        return false
    }
}

/// Texts that rules compare and answers give, each by a code.
struct TextTable: Sendable {
    private(set) var texts: [String] = []
    private var codes: [String: Int32] = [:]

    mutating func code(of text: String) -> Int32 {
        if let known = codes[text] { return known }
        let code = Int32(texts.count)
        texts.append(text)
        codes[text] = code
        return code
    }

    /// The code of a text that has one.
    func known(_ text: String) -> Int32? { codes[text] }

    subscript(code: Int32) -> String? { texts.indices.contains(Int(code)) ? texts[Int(code)] : nil }
}

extension Dictionary {
    /// Sets the value of a key that has none; whether it had none.
    fileprivate mutating func updateIfAbsent(_ key: Key, _ value: Value) -> Bool {
        let isAbsent = self[key] == nil
        if isAbsent { self[key] = value }
        return isAbsent
    }
}
