internal import EmpreinteGraph
internal import EmpreinteText
internal import EmpreinteUnits

extension CatalogLanguage {
    /// Reads one effect: one for a question or a figure, one a cell for a figure by option.
    ///
    /// Codes: `effect.form`, `effect.unknown`, `effect.computed`, `effect.figure`, `effect.option`, `effect.kind`,
    /// `effect.range`, `effect.rate`, `effect.share`, `effect.adoption`, `unit.mismatch`.
    mutating func effects(_ node: Node, of action: Action) -> [Effect] {
        let verbs = node.entries.filter { $0.value.kind == .mapping }
        guard verbs.count == 1, let (key, body) = verbs.first.map({ ($0.key, $0.value) }) else {
            diagnostics.error(
                "effect.form", "an effect has one verb", at: node.firstLine,
                hint: "set, add, move, scale, cap or floor; write each as an item of its own")
            return []
        }
        var adoption = 1.0
        if let stated = node["adoption"], let share = share(stated) {
            adoption = share
            if !(0...1).contains(share) {
                diagnostics.error("effect.adoption", "an adoption is from 0 to 100 %", at: stated.range)
            }
        }
        if key.textEquals("move") {
            return move(body, of: action).map { [Effect($0, adoption: adoption, place: Place(key))] } ?? []
        }
        guard let text = body["target"] else { return [] }
        return targets(text, of: action).compactMap { target in
            verb(key.text, target, body, of: action).map { Effect($0, adoption: adoption, place: Place(key)) }
        }
    }

    // MARK: Targets

    /// What a target names: a question, a figure or one of its options, a dated series.
    private mutating func targets(_ node: Node, of action: Action) -> [Effect.Target] {
        let parts = node.text.split(separator: "[", maxSplits: 1)
        let id = String(parts.first ?? "")
        let option = parts.count == 2 ? parts[1].last == "]" ? String(parts[1].dropLast()) : "" : nil
        switch element(named: id) {
        case nil:
            guard !reportRemoved(id, at: Place(node)) else { return [] }
            diagnostics.error(
                "effect.unknown", "nothing is called '\(id)'", at: node.range,
                hint: Spelling.didYouMean(id, among: elementNames))
            return []
        case .formula:
            diagnostics.error(
                "effect.computed", "'\(id)' is computed; an action changes what it is computed from", at: node.range)
            return []
        case .input(let index):
            guard option == nil else { return refuseOption(node) }
            let isHousehold = model.inputs[index].isPerHousehold && action.actor != .person
            return [.input(index, isHousehold: isHousehold)]
        case .trend(let index):
            guard option == nil else { return refuseOption(node) }
            return checkActor(action, node) ? [.trend(index)] : []
        case .factor(let index):
            guard checkActor(action, node) else { return [] }
            let cells = model.factors[index].cells
            guard let option else { return cells.indices.map { .figure(index, cell: $0) } }
            guard let cell = cells.firstIndex(where: { $0.option == option }) else { return refuseOption(node) }
            return [.figure(index, cell: cell)]
        }
    }

    private mutating func refuseOption(_ node: Node) -> [Effect.Target] {
        diagnostics.error(
            "effect.option", "'\(node.text)' is no figure by option", at: node.range,
            hint: "write figure[option] with one of its options")
        return []
    }

    private mutating func checkActor(_ action: Action, _ node: Node) -> Bool {
        if action.actor.changesFigures { return true }
        diagnostics.error(
            "effect.figure", "what a \(action.actor.rawValue) does cannot change the figure '\(node.text)'",
            at: node.range, hint: "change answers to questions, or make it who: public")
        return false
    }

    /// Whether a target is a number.
    private func isNumber(_ target: Effect.Target) -> Bool {
        guard case .input(let index, _) = target else { return true }
        if case .number = model.inputs[index].kind { return true }
        return false
    }

    /// The household's side reads questions as the household answers them.
    private func isStated(_ target: Effect.Target) -> Bool {
        if case .input(_, isHousehold: true) = target { true } else { false }
    }

    // MARK: Verbs

    private mutating func verb(
        _ name: String, _ target: Effect.Target, _ body: Node, of action: Action
    ) -> Effect.Verb? {
        guard isNumber(target) else { return switching(name, target, body, of: action) }
        let isStated = isStated(target)
        switch name {
        case "set": return level(body["to"], target, action).map { .set(target, to: $0) }
        case "add":
            return amount(body["by"], in: measure(of: target), action, isStated: isStated).map { .add(target, by: $0) }
        case "scale":
            let ratio = amount(body["to"], in: plain, action, isStated: isStated)
            return within(0...Double.infinity, ratio, body["to"]).map { .scale(target, to: $0) }
        case "cap": return level(body["at"], target, action).map { .cap(target, at: $0) }
        default: return level(body["at"], target, action).map { .floor(target, at: $0) }
        }
    }

    /// A level a target may have: for a question, an answer in its range.
    private mutating func level(_ node: Node?, _ target: Effect.Target, _ action: Action) -> NodeID? {
        let level = amount(node, in: measure(of: target), action, isStated: isStated(target))
        guard case .input(let index, _) = target, case .number(_, let range?) = model.inputs[index].kind else {
            return level
        }
        return within(range, level, node)
    }

    /// The amount unless it is a constant outside a range. Code: `effect.range`.
    private mutating func within(_ range: ClosedRange<Double>, _ amount: NodeID?, _ node: Node?) -> NodeID? {
        guard let amount, let constant = graph.constant(of: amount), !range.contains(constant), let node
        else { return amount }
        let words =
            range.upperBound.isFinite
            ? "from \(JSON.text(of: range.lowerBound)) to \(JSON.text(of: range.upperBound))" : "zero or more"
        diagnostics.error("effect.range", "\(JSON.text(of: constant)) is not \(words)", at: node.range)
        return nil
    }

    /// `set` on options and flags, which have nothing to scale or add to.
    private mutating func switching(
        _ name: String, _ target: Effect.Target, _ body: Node, of action: Action
    ) -> Effect.Verb? {
        guard case .input(let index, _) = target, name == "set", let node = body["to"] else {
            diagnostics.error(
                "effect.kind", "only set changes the answer to a question that is not a number",
                at: body["target"]?.range ?? body.firstLine)
            return nil
        }
        if case .option(let codes, _) = model.inputs[index].kind {
            return option(node, of: codes).map { .switching(target, to: $0) }
        }
        return flag(node).map { .switching(target, to: $0) }
    }

    private mutating func move(_ body: Node, of action: Action) -> Effect.Verb? {
        guard let fromNode = body["from"], let toNode = body["to"],
            let from = targets(fromNode, of: action).first, let to = targets(toNode, of: action).first
        else { return nil }
        guard isNumber(from), isNumber(to), case .input(let source, let isFromHousehold) = from,
            case .input(let sink, let isToHousehold) = to, from != to
        else {
            diagnostics.error(
                "effect.kind", "a move goes from one question to another, both numbers", at: body.firstLine)
            return nil
        }
        guard let share = amount(body["share"], in: plain, action) else { return nil }
        if let constant = graph.constant(of: share), !(0...1).contains(constant), let node = body["share"] {
            diagnostics.error("effect.share", "a share is from 0 to 100 %", at: node.range)
            return nil
        }
        let (own, other) = (measure(of: from), measure(of: to))
        let quotient = ratio(of: other, to: own)
        var rate = constant(1)
        if let node = body["rate"] {
            guard let quotient, let given = within(0...Double.infinity, amount(node, in: quotient, action), node)
            else { return nil }
            rate = given
        } else if own != other || model.inputs[source].isPerHousehold && !model.inputs[sink].isPerHousehold {
            let word = quotient.map { words(for: $0) } ?? "\(words(for: other))/\(words(for: own))"
            diagnostics.error(
                "effect.rate", "\(words(for: own)) is not \(words(for: other)) one for one", at: body.firstLine,
                hint: "say how much is added for each that is taken: rate: 1.2 \(word)")
            return nil
        }
        if isFromHousehold != isToHousehold, let size = model.householdSize {
            rate = apply(isFromHousehold ? .div : .mul, rate, model.inputs[size].value)
        }
        return .move(from: from, to: to, share: share, rate: rate)
    }

    /// What the effects of one action may not be together.
    mutating func checkEffects(of action: Action) {
        let switches = action.effects.filter(\.verb.isSwitch)
        if let first = switches.first, let other = switches.first(where: { $0.adoption != first.adoption }) {
            diagnostics.error(
                "effect.adoption", "the same people switch all options of an action", at: other.place.range,
                related: [(first.place.range, "another adoption here")])
        }
        var seen = Set<Effect.Target>()
        for effect in action.effects {
            switch effect.verb {
            case .set(let target, _), .switching(let target, _):
                if !seen.insert(target).inserted {
                    diagnostics.error(
                        "effect.form", "the action sets this twice", at: effect.place.range)
                }
            default: break
            }
        }
    }
}
