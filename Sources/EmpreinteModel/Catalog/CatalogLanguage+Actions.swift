internal import EmpreinteGraph
public import EmpreinteText
internal import EmpreinteUnits

extension CatalogLanguage {
    /// Reads the ids of the actions.
    /// - Returns: what effects change, as written, so that each may have a node of its own.
    public mutating func declareActions() -> Set<String> {
        var targets = Set<String>()
        for (index, entry) in entries(.actions).enumerated() {
            actionIDs[entry.id] = index
            for effect in entry.value("effects")?.appended ?? [] {
                for verb in effect.entries where verb.value.kind == .mapping {
                    let keys = verb.key.textEquals("move") ? ["from", "to"] : ["target"]
                    for target in keys.compactMap({ verb.value[$0] }) { targets.insert(target.text) }
                }
            }
        }
        return targets
    }

    /// Gives the actions their meaning, once everything they read is built.
    ///
    /// Codes: `domain.unknown`, `action.level`, `action.rebound`, `action.unknown`, `action.self`, `action.supersedes_ring`,
    /// `action.reason`, `action.cost`, `ramp.*`, `source.missing`, those of effects and those of formulas.
    public mutating func buildActions() {
        for entry in entries(.actions) { model.actions.append(action(entry)) }
        guard !diagnostics.hasErrors else { return }
        checkSuperseding()
        model.graph = graph
        checkOrder()
        checkPublicBranches()
    }

    private mutating func action(_ entry: Collection.Entry) -> Action {
        let effects = entry["effects"]
        let slots = Action.Slots(
            level: slot(.number), start: slot(.number),
            adoption: slot(.number), draw: slot(.number))
        var action = Action(
            id: entry.id, label: label(entry["label"], else: entry.id),
            actor: entry["who"].flatMap { Action.Actor(rawValue: $0.text) } ?? .person, domain: domain(of: entry),
            slots: slots, place: Place(entry.key))
        action.note = entry["note"].map { label($0) }
        action.evidence = evidence(of: entry)
        if let written = entry["applies_if"] {
            action.presence = condition(written, isStated: action.readsHousehold, &action.conditionUses)
            action.condition = written.text
        }
        action.requires = others(entry, "requires")
        action.excludes = others(entry, "excludes")
        action.supersedes = others(entry, "supersedes")
        action.levels = levels(of: entry)
        action.ramp = ramp(of: entry, &action.start)
        action.rebound = share(entry["rebound"]) ?? 0
        if action.rebound < 0 || action.rebound > 1 && entry["allow_backfire"]?.flag != true,
            let node = entry["rebound"]
        {
            diagnostics.error(
                "action.rebound", "a rebound is from 0 to 100 %", at: node.range,
                hint: action.rebound > 1 ? "if the action is to backfire, add allow_backfire: true" : nil)
        }
        action.text =
            (entry.value("effects")?.appended.map(\.flowText) ?? [])
            .joined(separator: ", ") + (entry["ramp"].map { ", ramp \($0.flowText)" } ?? "")
        action.effort = entry["effort"].flatMap { share($0) }
        action.cost = cost(of: entry, action)
        if let saving = entry["typical_saving"], let first = model.indicators.first {
            action.typicalSaving = number(saving, in: first.unit)
        }
        if effects?.textEquals("none") == true {
            action.unquantified = entry["reason"]?.text
            if action.unquantified == nil {
                diagnostics.error(
                    "action.reason", "an action without effects says why they are not known",
                    at: effects?.range ?? entry.key.range, hint: "add reason:")
            }
        } else {
            action.effects = (entry.value("effects")?.appended ?? []).flatMap { self.effects($0, of: action) }
            checkEffects(of: action)
            if action.evidence.source == nil && action.evidence.assumption == nil {
                diagnostics.error(
                    "source.missing", "the action '\(entry.id)' does not say where its effect comes from",
                    at: entry.key.range,
                    hint: "add source:, or assumption: true with a reason, or effects: none with a reason")
            }
        }
        return action
    }

    // MARK: Fields

    private mutating func domain(of entry: Collection.Entry) -> Int {
        guard let node = entry["domain"] else { return 0 }
        if let index = model.category(node.text), model.categories[index].isTop { return index }
        let tops = model.categories.filter(\.isTop).map(\.id)
        diagnostics.error(
            "domain.unknown", "'\(node.text)' is not a top category", at: node.range,
            hint: Spelling.didYouMean(node.text, among: tops) ?? "categories: \(tops.joined(separator: ", "))")
        return 0
    }

    /// The actions a list names.
    private mutating func others(_ entry: Collection.Entry, _ key: String) -> [Int] {
        (entry.value(key)?.appended ?? []).compactMap { node in
            guard let index = actionIndex(node) else { return nil }
            guard node.text != entry.id else {
                diagnostics.error("action.self", "'\(entry.id)' names itself", at: node.range)
                return nil
            }
            return index
        }
    }

    /// The action a scalar names, or an error with the nearest.
    public mutating func actionIndex(_ node: Node) -> Int? {
        if let index = actionIDs[node.text] { return index }
        if reportRemoved(node.text, at: Place(node)) { return nil }
        diagnostics.error(
            "action.unknown", "no action is called '\(node.text)'", at: node.range,
            hint: Spelling.didYouMean(node.text, among: actionIDs.keys.sorted()))
        return nil
    }

    private mutating func levels(of entry: Collection.Entry) -> [Action.Level] {
        (entry["levels"]?.entries.map { $0 } ?? []).compactMap { level in
            guard let value = share(level.value) else { return nil }
            if !(0...1).contains(value) {
                diagnostics.error("action.level", "a level is from 0 to 1", at: level.value.range)
            }
            return Action.Level(name: level.key.text, value: value)
        }
    }

    private mutating func cost(of entry: Collection.Entry, _ action: Action) -> Action.Cost? {
        guard let node = entry["cost"] else { return nil }
        guard let measures = costMeasures else {
            diagnostics.error(
                "action.cost", "the pack has no currency", at: node.range, hint: "add currency: to the manifest")
            return nil
        }
        let isStated = action.readsHousehold
        let cost = Action.Cost(
            upfront: amount(node["upfront"], in: measures.once, action, isStated: isStated),
            yearly: amount(node["yearly"], in: measures.yearly, action, isStated: isStated),
            lifetime: node["lifetime"].flatMap { years($0) })
        if let lifetime = cost.lifetime, lifetime <= 0, let place = node["lifetime"] {
            diagnostics.error("action.cost", "what is bought lasts more than zero years", at: place.range)
        }
        return cost
    }

    private mutating func years(_ node: Node) -> Double? {
        guard let year = try? units.unit("year").unit else { return nil }
        return number(node, in: year)
    }

    /// An amount read on the answers, where the action applies.
    mutating func amount(
        _ node: Node?, in measure: Measure, _ action: Action, isStated: Bool = false
    ) -> NodeID? {
        guard let node, node.kind == .scalar, !node.isNull else { return nil }
        return amount(node, in: measure, knowing: action.presence, isStated: isStated)
    }

    // MARK: Checks of the whole

    /// Refuses actions that turn one another off.
    private mutating func checkSuperseding() {
        var state = [UInt8](repeating: 0, count: model.actions.count)
        for first in model.actions.indices where state[first] == 0 {
            var path: [(action: Int, next: Int)] = [(first, 0)]
            state[first] = 1
            while let (action, next) = path.last {
                guard next < model.actions[action].supersedes.count else {
                    state[action] = 2
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let weaker = model.actions[action].supersedes[next]
                if state[weaker] == 0 {
                    state[weaker] = 1
                    path.append((weaker, 0))
                } else if state[weaker] == 1 {
                    diagnostics.error(
                        "action.supersedes_ring",
                        "'\(model.actions[weaker].id)' and '\(model.actions[action].id)' turn one another off",
                        at: model.actions[action].place.range)
                    return
                }
            }
        }
    }

    /// Refuses moves that would need their own result. Code: `action.cycle`.
    private mutating func checkOrder() {
        let ring = ActedOrder(model).ring
        guard !ring.isEmpty else { return }
        for action in model.actions {
            for effect in action.effects {
                guard case .move(let from, let to, _, _) = effect.verb, ring.contains(from), ring.contains(to) else {
                    continue
                }
                diagnostics.error(
                    "action.cycle",
                    "'\(action.id)' moves from what is computed, where not answered, from what it moves to",
                    at: effect.place.range, hint: "give the question a default that does not read the other")
                return
            }
        }
    }

    /// Personal actions leave alone what only public action changes. Code: `effect.public`.
    private mutating func checkPublicBranches() {
        let roots = model.categories.filter(\.isPublic).flatMap { $0.totals.compactMap { $0 } }
        guard !roots.isEmpty else { return }
        let reached = model.graph.reached(from: roots)
        for action in model.actions where !action.actor.changesFigures {
            for effect in action.effects {
                for case .input(let input, _) in effect.verb.targets where reached[model.inputs[input].value.index] {
                    diagnostics.error(
                        "effect.public",
                        "'\(model.inputs[input].id)' feeds a branch that only public action changes",
                        at: effect.place.range)
                }
            }
        }
    }
}

extension Action {
    /// A household's conditions and costs are read on what the household answers, before any sharing.
    fileprivate var readsHousehold: Bool { actor == .household }
}
