internal import EmpreinteGraph
internal import EmpreinteText

/// `inversion numérique`: the value of a rule for which another rule is worth what the situation says.
struct Inversion: Term {
    let rule: RuleID
    /// The rules that may be given instead, by their places among the references; the first given counts.
    let candidates: [Int]
    let range: ClosedRange<Double>

    func shape(in shapes: inout Shapes) -> Shape { .number }

    func value(in lowering: inout Lowering) -> Value {
        var result = lowering.undefined
        for place in candidates.reversed() {
            let reference = lowering.rules.references[place]
            guard let candidate = reference.target, let situation = lowering.situation(of: candidate) else { continue }
            let isGiven = lowering.not(lowering.or(situation.isAbsent, situation.isUndefined))
            guard isGiven != lowering.no, case .number = situation.payload else { continue }
            let found = lowering.solve(self, for: candidate, from: reference.origin, isWanted: isGiven)
            result = lowering.choose(isGiven, found, else: result)
        }
        return result
    }
}

extension Lowering {
    mutating func solve(_ inversion: Inversion, for candidate: RuleID, from origin: RuleID?, isWanted: NodeID) -> Value
    {
        let goal = seen(candidate, from: origin)
        let unit = goal.payload.unit
        let trial = slot(InputSlot(rule: inversion.rule, role: .trial), .number)
        let tried = present(.number(trial, unit))
        let result =
            within([inversion.rule: tried, candidate: undefined]) { $0.seen(candidate, from: origin) }
            ?? undefined
        let isKnown = not(or(goal.isAbsent, goal.isUndefined))
        var found = solve(
            .inversion(inversion.range), inversion.rule, trial: trial, result: result,
            goal: number(goal.payload).node, isWanted: and(isWanted, isKnown))
        if case .number(let node, _) = found.payload { found.payload = .number(node, unit) }
        return found
    }
}

extension RuleReader {
    /// Reads the rules to be given instead: a list, or `avec` with `min` and `max`.
    mutating func readInversion(_ node: Node) -> TermID {
        guard let current else { return missing() }
        let list = node.kind == .mapping ? node["avec"] ?? node : node
        let names = list.kind == .sequence ? Array(list.items) : [list]
        guard names.allSatisfy({ $0.kind == .scalar && !$0.isNull }) else {
            error("mechanism.form", "names of rules were expected here", at: node)
            return missing()
        }
        var bounds = [-1_000_000.0, 100_000_000.0]
        for (place, key) in ["min", "max"].enumerated() {
            guard let written = node[key] else { continue }
            guard let number = DecimalParser().value(of: written.utf8) else {
                error("mechanism.form", "a number was expected here", at: written)
                continue
            }
            bounds[place] = number
        }
        guard bounds[0] < bounds[1] else {
            error("mechanism.form", "'min' is to be below 'max'", at: node)
            return missing()
        }
        let candidates = names.map { note($0.text, at: $0.range) }
        return add(Inversion(rule: current, candidates: candidates, range: bounds[0]...bounds[1]))
    }
}
