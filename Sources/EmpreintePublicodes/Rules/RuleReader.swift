internal import EmpreinteModel
internal import EmpreinteText

/// Reads rules as they stand in files into a rule set: names, mechanisms, expressions.
///
/// Codes: `publicodes.rule.duplicate`, `publicodes.rule.form`, `publicodes.value.missing`, `publicodes.boolean`,
/// `publicodes.list`, `publicodes.mechanism.unknown`, `publicodes.mechanism.several`, `publicodes.mechanism.form`,
/// `publicodes.expression`, `publicodes.number`, `publicodes.unit`, and those of resolving names.
struct RuleReader {
    var rules: RuleSet
    var diagnostics: Diagnostics
    /// The rule whose terms are read.
    private(set) var current: RuleID?
    /// Where the expression being read stands.
    private var place: Node?
    private var depth = 0

    init(_ rules: RuleSet = RuleSet(), diagnostics: Diagnostics = Diagnostics()) {
        self.rules = rules
        self.diagnostics = diagnostics
    }

    mutating func add(_ term: some Term) -> TermID { rules.add(term) }

    mutating func error(_ code: String, _ message: String, at node: Node, hint: String? = nil) {
        diagnostics.error("publicodes." + code, message, at: node.range, hint: hint)
    }

    /// What stands for a term that could not be read.
    mutating func missing() -> TermID { add(Missing()) }

    // MARK: Rules

    /// Reads rules of a mapping, below the rule being read.
    mutating func readRules(_ node: Node) {
        guard node.kind == .mapping else {
            if !node.isNull { error("rule.form", "rules by name were expected here", at: node) }
            return
        }
        for (key, value) in node.entries { read(RuleSource(key: key, name: key.text, value: value)) }
    }

    /// Reads one rule, below the rule being read.
    mutating func read(_ source: RuleSource) {
        depth += 1
        defer { depth -= 1 }
        guard depth < 50 else { return error("rule.form", "rules are nested too deep", at: source.key) }
        var name = source.name
        let isPrivate = name.hasPrefix("[privé] ")
        if isPrivate { name.removeFirst("[privé] ".count) }
        if let current { name = rules[current].name + RuleSet.separator + name }
        var rule = Rule(name: name, key: source.key)
        rule.isPrivate = isPrivate
        guard let id = rules.add(rule) else {
            let first = rules.rule(name).map { rules[$0].key.range }
            diagnostics.error(
                "publicodes.rule.duplicate", "the rule '\(name)' is already defined", at: source.key.range,
                related: first.map { [($0, "the first one")] } ?? [])
            return
        }
        let outer = current
        current = id
        defer { current = outer }
        switch source.content {
        case .nothing:
            rules[id].term = situated(id, add(Missing()))
        case .expression(let node):
            let inner = node.kind == .sequence ? read(node) : read(expression: node)
            rules[id].term = situated(id, inner)
        case .entries(let entries):
            readEntries(entries, of: id)
        }
    }

    private mutating func situated(_ rule: RuleID, _ inner: TermID) -> TermID {
        rules[rule].isPrivate ? inner : add(Situated(rule: rule, value: inner))
    }

    private mutating func readEntries(_ entries: [RuleSource.Entry], of id: RuleID) {
        var chain = Chain()
        var replacing: [(Node, isRemoval: Bool)] = []
        var choices: Node?
        for entry in entries {
            let word = entry.word
            switch word {
            case "privé": rules[id].isPrivate = rules[id].isPrivate || entry.value.textEquals("oui")
            case "possiblement non applicable": rules[id].isPossiblyAbsent = entry.value.textEquals("oui")
            case "question": rules[id].isQuestion = !entry.value.isNull
            case "titre": rules[id].title = entry.value.text
            case "type": rules[id].declaredKind = Self.kinds[entry.value.text]
            case "remplace": replacing.append((entry.value, false))
            case "rend non applicable": replacing.append((entry.value, true))
            case "une possibilité": choices = entry.value
            case "formule": chain.formula = entry
            default:
                if Mechanisms.isKnown(word) { chain.take(entry) }
            }
        }
        if choices == nil, let nested = (chain.formula ?? chain.value)?.value["une possibilité"] {
            choices = nested
            chain.formula = nil
            chain.dropValue()
        }
        if let choices { rules[id].choices = readChoices(choices) }
        for (node, isRemoval) in replacing { readReplacements(node, isRemoval: isRemoval, of: id) }
        rules[id].isComputed = chain.value != nil || chain.formula != nil
        rules[id].term = read(chain, situation: rules[id].isPrivate ? nil : id, at: rules[id].key)
    }

    private static let kinds: [String: Shape.Kind] = [
        "nombre": .number, "texte": .text, "date": .date, "booléen": .flag,
    ]

    // MARK: Terms

    /// Reads a value: an expression, or a mapping of mechanisms.
    mutating func read(_ node: Node) -> TermID {
        switch node.kind {
        case .scalar: return read(expression: node)
        case .sequence:
            error("list", "a list needs the name of a mechanism", at: node, hint: "write 'somme' above it")
            return missing()
        case .mapping:
            depth += 1
            defer { depth -= 1 }
            guard depth < 100 else {
                error("mechanism.form", "mechanisms are nested too deep", at: node)
                return missing()
            }
            var chain = Chain()
            for (key, value) in node.entries {
                guard Mechanisms.isKnown(key.text) else {
                    error(
                        "mechanism.unknown", "there is no mechanism '\(key.text)'", at: key,
                        hint: Spelling.didYouMean(key.text, among: Mechanisms.words))
                    continue
                }
                chain.take(RuleSource.Entry(key: key, value: value))
            }
            return read(chain, situation: nil, at: node)
        }
    }

    /// Reads the text of a scalar.
    mutating func read(expression node: Node) -> TermID {
        if node.isNull {
            error("value.missing", "a value is missing here", at: node)
            return missing()
        }
        if node.isPlain, node.textEquals("true") || node.textEquals("false") {
            error("boolean", "'\(node.text)' is no value", at: node, hint: "write 'oui' or 'non'")
            return missing()
        }
        let bytes = node.utf8
        if node.isPlain, let number = DecimalParser().value(of: bytes) {
            return add(NumberLiteral(value: number, unit: nil))
        }
        place = node
        defer { place = nil }
        return parse(bytes, at: node, from: 0)
    }

    /// Reads a part of a scalar's text that starts at an offset.
    mutating func parse(_ bytes: ArraySlice<UInt8>, at node: Node, from start: Int) -> TermID {
        var parser = ExpressionParser(bytes.contains(UInt8(ascii: "\n")) ? Self.onOneLine(bytes) : bytes)
        place = node
        partStart = start
        do throws(ExpressionProblem) {
            return try parser.parse(into: &self)
        } catch {
            diagnostics.error(
                error.code, error.message,
                at: node.range(of: error.offset.lowerBound + start..<error.offset.upperBound + start),
                hint: error.hint)
            return missing()
        }
    }

    private var partStart = 0

    /// An expression with each line end and the blanks around it as one space, so that names may span lines.
    private static func onOneLine(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let lines = bytes.split(separator: UInt8(ascii: "\n")).map { line in
            String(decoding: line, as: UTF8.self)[...].trimmed
        }
        return Array(lines.filter { !$0.isEmpty }.joined(separator: " ").utf8)[...]
    }

    /// Reads an expression that stands in no file.
    mutating func parse(_ text: String, for rule: RuleID) throws(ExpressionProblem) -> TermID {
        let outer = current
        current = rule
        place = nil
        defer { current = outer }
        var parser = ExpressionParser(Array(text.utf8)[...])
        return try parser.parse(into: &self)
    }

    /// The term of a text, which is a date when it reads like one.
    mutating func literal(_ text: String) -> TermID {
        var scanner = ExpressionScanner(Array(text.utf8)[...])
        if let date = scanner.takeDate(), scanner.isAtEnd { return add(DateLiteral(day: date.number)) }
        return add(TextLiteral(code: rules.texts.code(of: text)))
    }

    /// The term that reads a rule by name.
    mutating func reference(to name: String, at offset: Range<Int>) -> TermID {
        add(RuleReference(reference: note(name, at: place(of: offset)?.range)))
    }

    /// Where a part of the expression being read stands; nothing for one that stands in no file.
    func place(of part: Range<Int>) -> Place? {
        place.map { Place($0, part.lowerBound + partStart..<part.upperBound + partStart) }
    }

    /// Notes that a rule is named, to be found when all are read.
    mutating func note(_ name: String, at range: SourceRange?) -> Int {
        rules.references.append(Reference(name: name, origin: current, range: range))
        let reference = rules.references.count - 1
        if let current { rules[current].references.append(reference) }
        return reference
    }

    mutating func readUnit(_ node: Node) -> UnitID? {
        guard node.kind == .scalar, let unit = FreeUnit(node.text) else {
            error("unit", "'\(node.text)' is not a unit", at: node, hint: "no space follows a slash")
            return nil
        }
        return rules.units.id(of: unit)
    }

    /// The items of a list, or the single value there is.
    mutating func readList(_ node: Node) -> [TermID] {
        guard node.kind == .sequence else {
            error("mechanism.form", "a list was expected here", at: node)
            return []
        }
        return node.items.map { read($0) }
    }

    /// Reads what a situation says of a rule: a value, or attributes as the rule itself has them.
    mutating func read(_ node: Node, for rule: RuleID?) -> TermID {
        let outer = current
        current = rule
        defer { current = outer }
        guard node.kind == .mapping else { return read(node) }
        if node.entries.isEmpty { error("value.missing", "a value is missing here", at: node) }
        var chain = Chain()
        for (key, value) in node.entries {
            let entry = RuleSource.Entry(key: key, value: value)
            if key.textEquals("formule") {
                chain.formula = entry
            } else if Mechanisms.isKnown(key.text) {
                chain.take(entry)
            } else {
                error("mechanism.unknown", "there is no mechanism '\(key.text)'", at: key)
            }
        }
        return read(chain, situation: nil, at: node)
    }
}
