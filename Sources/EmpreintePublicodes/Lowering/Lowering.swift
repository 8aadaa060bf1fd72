internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText

/// Makes a graph of the rules that some outputs need, in a known kind of situation.
///
/// A rule is lowered once in each context that changes something it reads.
struct Lowering {
    let rules: RuleSet
    var shapes: Shapes
    var units: UnitTable
    var texts: TextTable
    var graph = Graph()
    var diagnostics: Diagnostics
    /// What the situation may say, by rule.
    let given: [RuleID: Given]
    /// Today, for what lasts until now.
    let today: Int

    let no: NodeID
    let yes: NodeID
    let zero: NodeID
    /// No text at all: what an absent text is worth.
    let noText: NodeID

    var slots: [InputSlot] = []
    /// Whether the code of a text answer is its position among the rule's possibilities.
    var textsAreByPosition = false
    /// The answered rules whose answer, or what stands for it, is to be found by a node of its own; by the term for it.
    var pins: [TermID: Pin] = [:]
    /// The rules nothing stands for when they are not answered, and that actions may answer.
    var made: Set<RuleID> = []
    /// What has been found of them.
    var pinned: [RuleID: Payload] = [:]
    var templates: [[TemplatePart]] = []

    var scopes: [Scope]
    /// The contexts right within each.
    var scopesWithin: [Int: [Int]] = [:]
    /// The context rules are being lowered in.
    var scope = 0
    /// Who reads a rule, to know what a context changes.
    let readers: ReaderMap
    /// What each context makes of its value, and how many nodes contexts made.
    var contextRoots: [[NodeID]] = []
    var contextNodeCount = 0
    var affectedRules: [RuleID: Set<RuleID>] = [:]

    var bounds = NumberBounds()
    /// The rule being lowered, for warnings.
    private(set) var reading: RuleID?
    /// The operation being lowered, to say where what cannot be computed stands.
    var origin = OriginID.none
    var origins = Origins()

    private var values = Progress<Value?>()
    private var absences = Progress<Absence>()
    private var blocks: [BlockKey: NodeID] = [:]
    private var inputs: [RuleID: Value] = [:]
    /// How deep in terms the lowering is.
    private var depth = 0
    /// The least deep unfinished rule that what is being lowered was given a provisional answer of.
    private var taint = Int.max
    /// How many results were not kept for that; beyond measure they are, so that tangles end.
    private var provisionalCount = 0

    init(_ rules: RuleSet, given: [RuleID: Given], today: Int, diagnostics: Diagnostics = Diagnostics()) {
        self.rules = rules
        self.given = given
        self.today = today
        self.diagnostics = diagnostics
        shapes = Shapes(rules)
        units = rules.units
        texts = rules.texts
        readers = ReaderMap(rules)
        no = graph.flag(false)
        yes = graph.flag(true)
        zero = graph.number(0)
        noText = graph.code(-1)
        scopes = [Scope(parent: nil, overrides: [:], affected: [])]
    }

    // MARK: Terms

    mutating func value(of term: TermID) -> Value {
        depth += 1
        defer { depth -= 1 }
        guard depth < DeepStack.room else {
            reportTooDeep()
            return undefined
        }
        let value = rules.terms[Int(term.index)].value(in: &self)
        guard !pins.isEmpty, let pin = pins[term] else { return value }
        return hold(value, pin)
    }

    /// Whether a term does not apply; what cannot be absent is not asked.
    mutating func absence(of term: TermID) -> Absence {
        guard shapes.of(term).isNullable || rules.terms[Int(term.index)] is RuleReference else {
            return Absence(isAbsent: no, isUndefined: no)
        }
        depth += 1
        defer { depth -= 1 }
        guard depth < DeepStack.room else {
            reportTooDeep()
            return Absence(undefined)
        }
        return rules.terms[Int(term.index)].absence(in: &self)
    }

    // MARK: Rules

    private struct Key: Hashable {
        let rule: RuleID
        let scope: Int
    }

    /// What has been lowered, and what is being.
    private struct Progress<Result> {
        var done: [Key: Result] = [:]
        /// How deep each unfinished one was begun.
        var begun: [Key: Int] = [:]
    }

    private struct BlockKey: Hashable {
        let parent: RuleID
        let scope: Int
        /// How many ancestors of the rule that reads are not asked.
        let limit: Int
        /// The rule that asks, where another may stand for the parent in what it says.
        let origin: RuleID?
    }

    /// What a rule is worth by itself, leaving aside what disables it from above.
    mutating func inner(_ rule: RuleID) -> Value {
        let value = lower(rule, \.values, whenCircular: nil) { $0.computeInner(rule) }
        if let value { return value }
        report(ring: ring(of: rule))
        return undefined
    }

    /// The unfinished rules from one on, in the order they were begun.
    private func ring(of rule: RuleID) -> [RuleID] {
        let first = values.begun[Key(rule: rule, scope: scopeChanging(rule))] ?? 0
        let open = [values.begun, absences.begun].flatMap { begun in
            begun.lazy.filter { $0.value >= first }.map { (rule: $0.key.rule, depth: $0.value) }
        }
        return open.sorted { $0.depth < $1.depth }.map(\.rule)
    }

    /// Whether a rule does not apply by itself, leaving aside what disables it from above.
    mutating func innerAbsence(_ rule: RuleID) -> Absence {
        lower(rule, \.absences, whenCircular: Absence(isAbsent: no, isUndefined: no)) {
            $0.absence(of: $0.rules[rule].term)
        }
    }

    /// Lowers once a scope. A rule that is met while it is being lowered gets a provisional answer; what was made of
    /// it is kept only for the rule that closes the circle, for whom the answer is the least fixed point.
    private mutating func lower<Result>(
        _ rule: RuleID, _ path: WritableKeyPath<Lowering, Progress<Result>>, whenCircular provisional: Result,
        _ make: (inout Lowering) -> Result
    ) -> Result {
        let outerScope = scope
        scope = scopeChanging(rule)
        defer { scope = outerScope }
        let key = Key(rule: rule, scope: scope)
        if let done = self[keyPath: path].done[key] { return done }
        if let began = self[keyPath: path].begun[key] {
            taint = min(taint, began)
            return provisional
        }
        depth += 1
        let outerTaint = taint
        let (outerReading, outerOrigin) = (reading, origin)
        taint = .max
        reading = rule
        origin = origins.add(Place(rules[rule].key))
        self[keyPath: path].begun[key] = depth
        let result = make(&self)
        self[keyPath: path].begun[key] = nil
        (reading, origin) = (outerReading, outerOrigin)
        if taint >= depth || provisionalCount > 2_000 {
            self[keyPath: path].done[key] = result
            taint = outerTaint
        } else {
            provisionalCount += 1
            taint = min(taint, outerTaint)
        }
        depth -= 1
        return result
    }

    /// The nearest context that changes something a rule reads.
    private func scopeChanging(_ rule: RuleID) -> Int {
        var place = scope
        while let parent = scopes[place].parent, !scopes[place].affected.contains(rule) { place = parent }
        return place
    }

    private mutating func reportTooDeep() {
        guard let reading else { return }
        diagnostics.error(
            "publicodes.depth", "rules read one another too deep to be computed", at: rules[reading].key.range)
    }

    private mutating func computeInner(_ rule: RuleID) -> Value {
        let value = value(of: rules[rule].term)
        guard let choices = rules[rule].choices else { return value }
        return choices.settle(value, in: &self)
    }

    /// What a rule is worth where another reads it: absent when something above it, that is not also above the
    /// reader, does not apply. Where what they share hides both, nobody sees the result.
    mutating func seen(_ rule: RuleID, from origin: RuleID?) -> Value {
        let value = inner(rule)
        return gate(value, absentIf: isBlocked(rule, from: origin))
    }

    mutating func seenAbsence(_ rule: RuleID, from origin: RuleID?) -> Absence {
        let isBlocked = isBlocked(rule, from: origin)
        guard isBlocked != yes, shapes.of(rule).isNullable else {
            return Absence(isAbsent: isBlocked, isUndefined: no)
        }
        let absence = innerAbsence(rule)
        return Absence(
            isAbsent: or(isBlocked, absence.isAbsent), isUndefined: and(not(isBlocked), absence.isUndefined))
    }

    /// Whether a rule above this one, that is not also above who reads it, does not apply or is false.
    mutating func isBlocked(_ rule: RuleID, from origin: RuleID?) -> NodeID {
        var limit = 0
        if let origin {
            var place = rules[rule].parent
            while let here = place, !rules.isAtOrAbove(here, origin) { place = rules[here].parent }
            limit = place.map { rules[$0].depth + 1 } ?? 0
        }
        return isBlockedAbove(rule, limit: limit)
    }

    private mutating func isBlockedAbove(_ rule: RuleID, limit: Int) -> NodeID {
        guard let parent = rules[rule].parent, rules[parent].depth >= limit else { return no }
        let shape = shapes.of(parent)
        let isReplaced = !rules.replacers(of: parent, from: rule).isEmpty
        let key = BlockKey(
            parent: parent, scope: scopeChanging(parent), limit: limit, origin: isReplaced ? rule : nil)
        if let known = blocks[key] { return known }
        let outerTaint = taint
        taint = .max
        let above = isBlockedAbove(parent, limit: limit)
        var own = no
        if above != yes, shape.isNullable || shape.kind == .flag {
            own = isReplaced ? isReplacedOff(parent, for: rule, shape) : isOff(parent, shape)
        }
        let result = or(above, own)
        if taint == .max { blocks[key] = result }
        taint = min(taint, outerTaint)
        return result
    }

    /// Whether a rule does not apply by itself, or is false.
    private mutating func isOff(_ rule: RuleID, _ shape: Shape) -> NodeID {
        let absence = shape.isNullable ? innerAbsence(rule).isAbsent : no
        guard absence != yes, shape.kind == .flag else { return absence }
        return or(absence, isFalse(inner(rule)))
    }

    private mutating func isReplacedOff(_ parent: RuleID, for rule: RuleID, _ shape: Shape) -> NodeID {
        let value = read(parent, from: rule)
        return or(value.isAbsent, shape.kind == .flag ? isFalse(value) : no)
    }

    private mutating func isFalse(_ value: Value) -> NodeID {
        and(not(or(value.isAbsent, value.isUndefined)), not(truth(of: value.payload)))
    }

    // MARK: Situation

    /// What the situation or the context says of a rule; nothing when it never can.
    mutating func situation(of rule: RuleID) -> Value? {
        var place = scope
        while true {
            if let value = scopes[place].overrides[rule] { return value }
            guard let parent = scopes[place].parent else { break }
            place = parent
        }
        if let known = inputs[rule] { return known }
        guard let given = given[rule] else { return nil }
        let outer = scope
        scope = 0
        let value = value(of: given, for: rule)
        scope = outer
        inputs[rule] = value
        return value
    }
}
