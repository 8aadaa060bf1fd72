internal import EmpreinteGraph
internal import EmpreinteText

/// `contexte`: a value as it would be if some rules were worth something else.
struct InContext: Term {
    struct Override: Sendable {
        /// The rule, by its place among the references.
        let reference: Int
        let value: TermID
    }

    let value: TermID
    let overrides: [Override]

    func shape(in shapes: inout Shapes) -> Shape { shapes.of(value) }

    func value(in lowering: inout Lowering) -> Value {
        lowering.inContext(overrides) { lowering in
            let value = lowering.value(of: value)
            var roots = [value.isAbsent, value.isUndefined]
            value.payload.visit { roots.append($0) }
            lowering.contextRoots.append(roots)
            return value
        } ?? lowering.absent
    }

    func absence(in lowering: inout Lowering) -> Absence {
        lowering.inContext(overrides) { $0.absence(of: value) } ?? Absence(lowering.absent)
    }
}

extension Lowering {
    /// Lowers something in a context whose values are made outside of it; nothing when the context is already the
    /// one in force, for it would then go on for ever.
    mutating func inContext<Result>(
        _ overrides: [InContext.Override], _ make: (inout Lowering) -> Result
    ) -> Result? {
        guard contextNodeCount <= contextBudget else {
            reportContextBudget(overrides)
            return nil
        }
        let countBefore = graph.count
        // What contexts within this one make is counted once, by this one.
        let othersBefore = contextNodeCount
        defer { contextNodeCount = othersBefore + graph.count - countBefore }
        var values: [RuleID: Value] = [:]
        for override in overrides {
            guard let rule = rules.references[override.reference].target else { continue }
            values[rule] = value(of: override.value)
        }
        for override in overrides {
            let reference = rules.references[override.reference]
            guard let rule = reference.target, let value = values[rule] else { continue }
            // What already is so stays as it was given, even if the rest of the context makes something else of it.
            if values.keys.contains(where: { $0 != rule && affected(by: $0).contains(rule) }) {
                let isSame = isSame(value, seen(rule, from: reference.origin))
                values[rule] = choose(isSame, situation(of: rule) ?? undefined, else: value)
            }
        }
        return within(values, make)
    }

    /// Lowers something in a context; nothing when each value is already what the context in force says.
    mutating func within<Result>(_ values: [RuleID: Value], _ make: (inout Lowering) -> Result) -> Result? {
        var changes: [RuleID: Value] = [:]
        for (rule, value) in values where !isInForce(value, for: rule) { changes[rule] = value }
        guard !changes.isEmpty else { return values.isEmpty ? make(&self) : nil }
        let outer = scope
        defer { scope = outer }
        if let known = scopesWithin[outer]?.first(where: { scopes[$0].isSame(changes) }) {
            scope = known
        } else {
            var affected: Set<RuleID>?
            for rule in changes.keys {
                let own = self.affected(by: rule)
                affected = affected?.union(own) ?? own
            }
            scopes.append(Scope(parent: outer, overrides: changes, affected: affected ?? []))
            scope = scopes.count - 1
            scopesWithin[outer, default: []].append(scope)
        }
        return make(&self)
    }

    /// The rules that read one, directly or through others, with itself.
    private mutating func affected(by rule: RuleID) -> Set<RuleID> {
        if let known = affectedRules[rule] { return known }
        let found = readers.affected(by: CollectionOfOne(rule))
        affectedRules[rule] = found
        return found
    }

    /// Whether two values are the same: both absent, both undefined, or equal in the same unit.
    private mutating func isSame(_ a: Value, _ b: Value) -> NodeID {
        let settled = not(or(or(a.isAbsent, a.isUndefined), or(b.isAbsent, b.isUndefined)))
        var isEqual = no
        if a.payload.unit == b.payload.unit, settled != no {
            let equality = join(.equal, present(a.payload), present(b.payload))
            isEqual = and(settled, truth(of: equality.payload))
        }
        return or(isEqual, or(and(a.isAbsent, b.isAbsent), and(a.isUndefined, b.isUndefined)))
    }

    private func isInForce(_ value: Value, for rule: RuleID) -> Bool {
        var place = scope
        while true {
            if let known = scopes[place].overrides[rule] { return known.isSame(as: value) }
            guard let parent = scopes[place].parent else { return false }
            place = parent
        }
    }
}

extension Scope {
    /// Whether the context says just this.
    fileprivate func isSame(_ values: [RuleID: Value]) -> Bool {
        overrides.count == values.count
            && values.allSatisfy { rule, value in overrides[rule]?.isSame(as: value) ?? false }
    }
}

extension Value {
    /// Whether the same nodes make both.
    fileprivate func isSame(as other: Value) -> Bool {
        isAbsent == other.isAbsent && isUndefined == other.isUndefined && payload == other.payload
    }
}

extension RuleReader {
    /// Reads the rules a context changes, by name.
    mutating func readContext(_ node: Node, of term: TermID) -> TermID {
        guard node.kind == .mapping else {
            error("mechanism.form", "'contexte' takes values by the names of rules", at: node)
            return term
        }
        var overrides: [InContext.Override] = []
        for (key, value) in node.entries {
            let reference = note(key.text, at: key.range)
            overrides.append(InContext.Override(reference: reference, value: read(value)))
        }
        return add(InContext(value: term, overrides: overrides))
    }
}
