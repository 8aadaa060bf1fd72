internal import EmpreinteEngine
internal import EmpreinteGraph
public import EmpreinteModel

/// What people do in a population evaluated.
struct Acting: Sendable {
    let graph: ActedGraph
    var set = ActionSet()
    var splitting = Splitting.exact(seed: 1)
    /// The actions that other sets may hold: one plan serves them all. Nothing where the set is compiled in.
    var offered: [Int]?
}

extension PopulationEvaluator {
    /// The same people doing something else; plans are shared.
    func under(_ set: ActionSet) -> PopulationEvaluator {
        var other = self
        other.acting?.set = set
        return other
    }

    /// The same people, of whom something else is computed.
    func computing(_ nodes: [NodeID]) -> PopulationEvaluator {
        var other = self
        other.nodes = nodes
        return other
    }

    /// The actions that split the people, by the options they share.
    var partialGroups: [[Int]] {
        guard let acting else { return [] }
        return acting.graph.splits.map { $0.filter(isPartial) }.filter { !$0.isEmpty }
    }

    /// Whether an action is switched to by part of the people, or by one of several groups of them.
    private func isPartial(_ action: Int) -> Bool {
        guard let acting, acting.set[action] != nil else { return false }
        let group = acting.graph.splits.first { $0.contains(action) } ?? []
        return group.count { acting.set[$0] != nil } > 1 || !acting.set.isWhole(action, in: model)
    }

    /// Whether everybody has the options that the actions give them.
    var isWhole: Bool { partialGroups.isEmpty }

    /// How the people switch options when each counts as one.
    var draw: ActedEvaluator.Row.Draw {
        guard let acting, !isWhole else { return .whole }
        return .random(acting.splitting.random)
    }

    /// Binds what the people do.
    func bindActions(
        _ draw: ActedEvaluator.Row.Draw, _ people: borrowing PeopleColumns, _ binding: inout Binding,
        _ given: inout [Int: Run.Input], _ columns: inout [(slot: Int, column: BorrowedColumn)]
    ) {
        guard let acting else { return }
        let years = years.map(Array.init) ?? [year]
        func give(_ slot: Int, _ value: Double, isLiteral: Bool) {
            binding.inputs[slot] = isLiteral ? .literal(value) : .uniform
            if !isLiteral { given[slot] = .uniform(value) }
        }
        for action in acting.offered ?? acting.set.takings.keys.sorted() {
            let slots = model.actions[action].slots
            let taking = acting.set[action]
            let isLiteral = acting.offered == nil
            give(slots.level, taking?.level ?? 0, isLiteral: isLiteral)
            give(slots.start, Double(taking?.start ?? 0), isLiteral: isLiteral)
            let adoption = taking?.adoption ?? .always(0)
            if self.years != nil, !isLiteral || !adoption.isSteady {
                binding.inputs[slots.adoption] = .byYear
                given[slots.adoption] = .byYear(years.map { adoption.value(in: $0) })
            } else {
                give(slots.adoption, adoption.value(in: year), isLiteral: isLiteral)
            }
            guard model.actions[action].switches else { continue }
            switch draw {
            case .whole: give(slots.draw, 0, isLiteral: isLiteral)
            case .variant(let taken):
                give(slots.draw, isPartial(action) ? taken.contains(action) ? -1 : 2 : 0, isLiteral: false)
            case .random(let random):
                guard !isLiteral || isPartial(action) else {
                    give(slots.draw, 0, isLiteral: true)
                    continue
                }
                let stream = Philox.stream(model.actions[action].id)
                if case .lanes = chance {
                    let id = String(decoding: people.id(of: 0), as: UTF8.self)
                    give(slots.draw, random.uniform(Philox.stream(id), stream), isLiteral: true)
                    continue
                }
                binding.inputs[slots.draw] = .lane
                columns.append(
                    (
                        slots.draw,
                        .numbers(
                            (0..<people.count).map { person in
                                random.uniform(
                                    Philox.stream(String(decoding: people.id(of: person), as: UTF8.self)), stream)
                            })
                    ))
            }
        }
    }
}

extension ActionSet {
    /// Whether everybody concerned takes an action, all of its effects, at its full level.
    public func isWhole(_ action: Int, in model: Model) -> Bool {
        guard let taking = self[action] else { return true }
        return taking.level == 1 && taking.adoption == .whole
            && model.actions[action].effects.allSatisfy { !$0.verb.isSwitch || $0.adoption == 1 }
    }
}

extension Choice.Adoption {
    /// Whether it is the same in every year.
    fileprivate var isSteady: Bool { if case .always = self { true } else { false } }
}
