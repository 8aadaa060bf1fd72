internal import EmpreinteGraph

extension ActedBuilding {
    /// Makes the value moves start from: the definition read on what is changed, then `set`.
    mutating func buildStart(of target: Effect.Target) {
        guard let node = model.node(of: target) else { return }
        var value = substitution.definition(of: node)
        if case .input(let index, _) = target { value = startingFromZero(value, model.inputs[index]) }
        let changes = changes[target] ?? []
        value = note(switched(value, changes), on: target, after: changes) { $0.isSwitch }
        value = note(set(value, changes), on: target, after: changes) { if case .set = $0 { true } else { false } }
        starts[target] = value
    }

    /// Remembers what a target is worth after the changes of some verb, where there are any.
    private mutating func note(
        _ value: NodeID, on target: Effect.Target, after changes: [Change], of isVerb: (Effect.Verb) -> Bool
    ) -> NodeID {
        let own = changes.filter { isVerb($0.effect.verb) }
        if let first = own.first {
            trails[target, default: []].append(
                .init(actions: own.map(\.action), verb: first.effect.verb.name, node: value))
        }
        return value
    }

    /// 0 where the question does not apply, for the verbs that make it apply.
    private mutating func startingFromZero(_ value: NodeID, _ input: Input) -> NodeID {
        guard input.applicableSlot != nil, let presence = input.presence,
            substitution.graph.type(of: value) == .number,
            let condition = substitution.graph.operands(of: presence).first
        else { return value }
        return apply(.selectNumber, substitution.image(of: condition), value, number(0))
    }

    /// The option or flag of the first action that switches it.
    private mutating func switched(_ value: NodeID, _ changes: [Change]) -> NodeID {
        changes.reversed().reduce(value) { value, change in
            guard case .switching(_, let other) = change.effect.verb, let flag = switched[change.action] else {
                return value
            }
            let isCode = substitution.graph.type(of: value) == .code
            return apply(isCode ? .selectCode : .selectFlag, flag, other, value)
        }
    }

    /// `(1 − Σa)·v + Σ a·t`; strengths that come to more than 1 are reduced in proportion.
    private mutating func set(_ value: NodeID, _ changes: [Change]) -> NodeID {
        var parts: [(strength: NodeID, to: NodeID)] = []
        var active: [Change] = []
        for change in changes {
            guard case .set(_, let to) = change.effect.verb else { continue }
            active.append(change)
            parts.append((lessRebound(change, from: value, to: to), to))
        }
        guard let total = sum(parts.map(\.strength)) else { return value }
        var shares = parts.map(\.strength)
        if parts.count > 1 {
            let most = apply(.max, number(1), total)
            reductions.append(.init(actions: active.map(\.action), total: total))
            shares = shares.map { apply(.div, $0, most) }
        }
        guard let taken = sum(shares) else { return value }
        var result = apply(.mul, apply(.sub, number(1), taken), value)
        for (share, part) in zip(shares, parts) { result = apply(.add, result, apply(.mul, share, part.to)) }
        return apply(.selectNumber, anyActive(active), result, value)
    }

    /// Everything after `set`.
    mutating func changed(_ target: Effect.Target) -> NodeID {
        guard let start = starts[target] else { preconditionFailure("the start of a target is built before") }
        let changes = changes[target] ?? []
        guard substitution.graph.type(of: start) == .number else { return start }
        var value = moved(start, target, changes)
        _ = note(value, on: target, after: changes) { if case .move = $0 { true } else { false } }
        for change in changes {
            guard case .add(_, let by) = change.effect.verb else { continue }
            value = note(added(value, by, change), on: target, after: [change]) { _ in true }
        }
        for change in changes {
            guard case .scale(_, let to) = change.effect.verb else { continue }
            value = note(blend(value, apply(.mul, to, value), change), on: target, after: [change]) { _ in true }
        }
        value = note(bounded(value, changes, by: .min), on: target, after: changes) {
            if case .cap = $0 { true } else { false }
        }
        return note(bounded(value, changes, by: .max), on: target, after: changes) {
            if case .floor = $0 { true } else { false }
        }
    }

    // MARK: Verbs

    /// What is left after the moves away, and what the moves here bring, all of it measured before any move.
    private mutating func moved(_ start: NodeID, _ target: Effect.Target, _ changes: [Change]) -> NodeID {
        var gone: [NodeID] = []
        var active: [Change] = []
        for change in changes {
            guard case .move(let from, let to, let share, _) = change.effect.verb, from != to else { continue }
            active.append(change)
            guard from == target else { continue }
            let rebound = model.actions[change.action].rebound
            let part = moving(change, share)
            gone.append(rebound == 0 ? part : apply(.mul, part, number(1 - rebound)))
        }
        guard !active.isEmpty else { return start }
        var value = start
        if let total = sum(gone) {
            noteReduction(of: target, active)
            value = apply(.mul, apply(.sub, number(1), shared(total, from: target)), start)
        }
        for change in active {
            guard case .move(let from, let to, let share, let rate) = change.effect.verb, to == target,
                let source = starts[from]
            else { continue }
            let part = shared(moving(change, share), from: from)
            value = apply(.add, value, apply(.mul, apply(.mul, part, source), rate))
        }
        return apply(.selectNumber, anyActive(active), value, start)
    }

    private mutating func noteReduction(of source: Effect.Target, _ changes: [Change]) {
        let leaving = changes.filter { if case .move(source, _, _, _) = $0.effect.verb { true } else { false } }
        guard let total = totalMoved(from: source), leaving.count > 1 else { return }
        reductions.append(.init(actions: leaving.map(\.action), total: total))
    }

    private mutating func moving(_ change: Change, _ share: NodeID) -> NodeID { apply(.mul, change.strength, share) }

    /// A share moved away from a source: reduced in proportion where all of them come to more than there is.
    private mutating func shared(_ share: NodeID, from source: Effect.Target) -> NodeID {
        guard let total = totalMoved(from: source) else { return share }
        return apply(.div, share, apply(.max, number(1), total))
    }

    /// What moves take from a source, all together.
    private mutating func totalMoved(from source: Effect.Target) -> NodeID? {
        var parts: [NodeID] = []
        for change in changes[source] ?? [] {
            if case .move(source, _, let share, _) = change.effect.verb { parts.append(moving(change, share)) }
        }
        return sum(parts)
    }

    /// `v + a·d`; of what it takes away, the rebound comes back.
    private mutating func added(_ value: NodeID, _ by: NodeID, _ change: Change) -> NodeID {
        let strength = rebounding(change, if: { $0.apply(.less, by, $0.number(0)) })
        let sum = apply(.add, value, apply(.mul, strength, by))
        return apply(.selectNumber, isActive(change), sum, value)
    }

    /// `(1 − a)·v + a·t`, exact at both ends.
    private mutating func blend(_ value: NodeID, _ other: NodeID, _ change: Change) -> NodeID {
        let strength = lessRebound(change, from: value, to: other)
        let kept = apply(.mul, apply(.sub, number(1), strength), value)
        let sum = apply(.add, kept, apply(.mul, strength, other))
        return apply(.selectNumber, isActive(change), sum, value)
    }

    /// The smallest of what each cap leaves, or the largest of what each floor does; all work from the same value.
    private mutating func bounded(_ value: NodeID, _ changes: [Change], by operation: Operation) -> NodeID {
        var result: NodeID?
        for change in changes {
            let bound: NodeID
            switch (operation, change.effect.verb) {
            case (.min, .cap(_, let at)), (.max, .floor(_, let at)): bound = at
            default: continue
            }
            let one = blend(value, apply(operation, value, bound), change)
            result = result.map { apply(operation, $0, one) } ?? one
        }
        return result ?? value
    }

    // MARK: Rebound

    /// The strength of a change less what the rebound brings back of a reduction.
    private mutating func lessRebound(_ change: Change, from value: NodeID, to other: NodeID) -> NodeID {
        rebounding(change) { $0.apply(.less, other, value) }
    }

    private mutating func rebounding(_ change: Change, if isReduction: (inout Self) -> NodeID) -> NodeID {
        let rebound = model.actions[change.action].rebound
        guard rebound != 0 else { return change.strength }
        let left = apply(.mul, change.strength, number(1 - rebound))
        return apply(.selectNumber, isReduction(&self), left, change.strength)
    }

    private mutating func anyActive(_ changes: [Change]) -> NodeID {
        let flags = changes.map { isActive($0) }
        return flags.dropFirst().reduce(flags[0]) { apply(.or, $0, $1) }
    }
}
