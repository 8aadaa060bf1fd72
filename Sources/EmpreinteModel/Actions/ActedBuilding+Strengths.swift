internal import EmpreinteGraph

extension ActedBuilding {
    /// The strength of each action: level × adoption × ramp where it applies, less what supersedes it.
    mutating func buildStrengths() {
        var raw = strengths
        for action in order {
            raw[action] = masked(action) { $0.apply(.mul, $0.reach(action), $0.ramp(action)) }
            if model.actions[action].presence != nil { concerned[action] = masked(action) { $0.number(1) } }
        }
        for action in order { strengths[action] = raw[action].map { lessSuperseding(action, $0, raw) } }
    }

    /// The share of those concerned who switch, and who they are, by the actions that split the people together.
    mutating func buildSplits() {
        var raw = shares
        for action in order where model.actions[action].switches {
            raw[action] = masked(action) { building in
                let reach = building.reach(action)
                let ramp = building.ramp(action)
                // A person switches once: when half of the way is gone.
                let hasBegun = building.apply(.lessEqual, building.number(0.5), ramp)
                return building.apply(.selectNumber, hasBegun, reach, building.number(0))
            }
        }
        for action in order {
            guard let share = raw[action] else { continue }
            let own = lessSuperseding(action, share, raw)
            let adoption = model.actions[action].effects.first { $0.verb.isSwitch }?.adoption ?? 1
            shares[action] = adoption == 1 ? own : apply(.mul, own, number(adoption))
        }
        splits = ActionSplits(model, order).groups
        for group in splits { split(group) }
    }

    /// Shares add up; above 1 they are reduced in proportion. Who switches is settled one action after the other, each among
    /// those who are left, so that the draws of actions are independent.
    private mutating func split(_ group: [Int]) {
        let own = group.compactMap { shares[$0] }
        guard let total = sum(own) else { return }
        let most = apply(.max, number(1), total)
        if own.count > 1 { reductions.append(.init(actions: group, total: total)) }
        var taken: NodeID?
        var before: NodeID?
        for action in group {
            guard let share = shares[action] else { continue }
            let part = apply(.div, share, most)
            shares[action] = part
            let draw = substitution.graph.input(slot: model.actions[action].slots.draw, type: .number)
            let chance = before.map { apply(.div, part, apply(.sub, number(1), $0)) } ?? part
            var chosen = apply(.less, draw, chance)
            if let taken { chosen = apply(.and, apply(.not, taken), chosen) }
            chosen = apply(.or, apply(.less, draw, number(0)), chosen)
            switched[action] = chosen
            taken = taken.map { apply(.or, $0, chosen) } ?? chosen
            before = before.map { apply(.add, $0, part) } ?? part
        }
    }

    /// Level × adoption.
    private mutating func reach(_ action: Int) -> NodeID {
        let slots = model.actions[action].slots
        return apply(
            .mul, substitution.graph.input(slot: slots.level, type: .number),
            substitution.graph.input(slot: slots.adoption, type: .number))
    }

    /// The ramp at the years since the start.
    private mutating func ramp(_ action: Int) -> NodeID {
        let year = substitution.graph.input(slot: Model.yearSlot, type: .number)
        let start = substitution.graph.input(slot: model.actions[action].slots.start, type: .number)
        let elapsed = apply(.sub, year, start)
        return substitution.graph.curve(Ramp.curve(model.actions[action].ramp), at: elapsed)
    }

    /// The value where the action applies, 0 elsewhere.
    private mutating func masked(_ action: Int, _ value: (inout Self) -> NodeID) -> NodeID {
        let value = value(&self)
        guard let presence = model.actions[action].presence else { return value }
        return apply(.selectNumber, presence, value, number(0))
    }

    /// What is left of a strength or a share beside the actions that supersede it.
    private mutating func lessSuperseding(_ action: Int, _ value: NodeID, _ raw: [NodeID?]) -> NodeID {
        order.filter { model.actions[$0].supersedes.contains(action) }.reduce(value) { rest, stronger in
            guard let other = raw[stronger] else { return rest }
            return apply(.mul, rest, apply(.sub, number(1), other))
        }
    }
}

extension Ramp {
    /// The strength by years since the start; whole at once where there is no ramp.
    static func curve(_ ramp: Ramp?) -> Curve {
        var points = [Curve.Point(x: -1, y: 0)]
        for elapsed in 0...(ramp?.span ?? 0) {
            points.append(.init(x: Double(elapsed), y: ramp?.value(after: Double(elapsed)) ?? 1))
        }
        // Years are whole, so what holds between two points is never asked for.
        guard let curve = Curve(points: points, between: .step, before: .hold, after: .hold) else {
            preconditionFailure("strengths are finite and years rise")
        }
        return curve
    }
}

/// The actions that split the people together.
struct ActionSplits {
    /// Each by the ids of the actions.
    private(set) var groups: [[Int]] = []

    /// - Parameter order: the actions with effects, by their ids.
    init(_ model: Model, _ order: [Int]) {
        let switching = order.filter { model.actions[$0].switches }
        var group: [Int: Int] = [:]
        for (position, action) in switching.enumerated() { group[action] = position }
        func join(_ a: Int, _ b: Int) {
            guard let first = group[a], let second = group[b], first != second else { return }
            for (action, own) in group where own == max(first, second) { group[action] = min(first, second) }
        }
        var users: [Effect.Target: Int] = [:]
        for action in switching {
            for effect in model.actions[action].effects where effect.verb.isSwitch {
                for target in effect.verb.targets {
                    if let other = users.updateValue(action, forKey: target) { join(action, other) }
                }
            }
            for other in model.actions[action].excludes { join(action, other) }
        }
        var members: [Int: [Int]] = [:]
        for action in switching { members[group[action] ?? 0, default: []].append(action) }
        groups = members.sorted { $0.key < $1.key }.map(\.value)
    }
}
