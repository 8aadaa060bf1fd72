internal import EmpreinteText

/// The mechanisms of one mapping: at most one that gives a value, and those that transform it in a set order.
struct Chain {
    private(set) var value: RuleSource.Entry?
    private(set) var others: [RuleSource.Entry] = []
    private var links: [Mechanisms.Link: Node] = [:]
    /// The value under its older name, which wins.
    var formula: RuleSource.Entry?

    subscript(link: Mechanisms.Link) -> Node? { links[link] }

    mutating func take(_ entry: RuleSource.Entry) {
        if let link = Mechanisms.Link(rawValue: entry.word) {
            links[link] = entry.value
        } else if value == nil {
            value = entry
        } else {
            others.append(entry)
        }
    }

    mutating func dropValue() { value = nil }
}

extension RuleReader {
    /// Reads a chain from the value outwards; the situation of a rule comes before what corrects the value.
    mutating func read(_ chain: Chain, situation rule: RuleID?, at node: Node) -> TermID {
        if let rules = chain[.with] { readRules(rules) }
        var value = chain.value
        var others = chain.others
        if let formula = chain.formula {
            if let first = value, first.word != "valeur" { others.append(first) }
            value = formula
        }
        for other in others {
            error(
                "mechanism.several", "a value has one mechanism: '\(other.word)' is beside another", at: other.key,
                hint: "indent it, or join the two in a list")
        }
        var term = value.map { read(value: $0) } ?? missing()
        if let node = chain[.rebate] { term = add(Rebate(value: term, rebate: read(node))) }
        if chain[.solve] != nil, let current { term = add(FixedPoint(rule: current, value: term)) }
        if let rule { term = add(Situated(rule: rule, value: term)) }
        if let node = chain[.fallback] { term = add(Fallback(value: term, fallback: read(node))) }
        if let node = chain[.ceiling] { term = add(Bound(value: term, limit: read(node), isFloor: false)) }
        if let node = chain[.floor] { term = add(Bound(value: term, limit: read(node), isFloor: true)) }
        if chain[.simplify] != nil { term = add(UnitSimplification(value: term)) }
        if let node = chain[.unit], let unit = readUnit(node) {
            term = add(UnitConversion(value: term, unit: unit, range: node.range))
        }
        if let node = chain[.rounding] { term = add(Rounding(value: term, precision: read(node))) }
        if let node = chain[.unless] {
            term = add(Applicability(value: term, condition: read(node), isNegated: true))
        }
        if let node = chain[.when] {
            term = add(Applicability(value: term, condition: read(node), isNegated: false))
        }
        if let node = chain[.context] { term = readContext(node, of: term) }
        return term
    }

    private mutating func read(value entry: RuleSource.Entry) -> TermID {
        let word = entry.word
        if word == "valeur" || word == "formule" { return read(entry.value) }
        guard let reader = Mechanisms.readers[word] else { return missing() }
        return reader(&self, entry.value)
    }
}
