internal import EmpreinteEngine
internal import EmpreinteModel

/// The columns of lanes under choices, and how they are bound.
struct LaneInputs {
    let model: Model
    private(set) var sources: [Binding.Source]
    private(set) var given: [Int: Run.Input] = [:]

    init(_ model: Model) {
        self.model = model
        sources = model.unboundSlots.map { .literal($0) }
    }

    private mutating func give(_ slot: Int, _ input: Run.Input) {
        switch input {
        case .uniform: sources[slot] = .uniform
        case .byYear: sources[slot] = .byYear
        case .lane: sources[slot] = .lane
        }
        given[slot] = input
    }

    // MARK: Parts of one set

    /// One person in one year under parts of a set of actions.
    mutating func give(
        _ person: Person, _ set: ActionSet, _ year: Int, laneCount: Int, _ contains: (Int, Int) -> Bool
    ) {
        give(Model.yearSlot, .uniform(Double(year)))
        give(answersOf: person)
        for (position, action) in set.order.enumerated() {
            guard let taking = set[action] else { continue }
            let slots = model.actions[action].slots
            let levels = (0..<laneCount).map { contains($0, position) ? taking.level : 0 }
            give(slots.level, .lane(Column(numbers: levels)))
            give(slots.start, .uniform(Double(taking.start)))
            give(slots.adoption, .uniform(taking.adoption.value(in: year)))
        }
    }

    /// One person's answers; what is not answered is given too, so that one plan serves everybody alone.
    private mutating func give(answersOf person: Person) {
        for (index, input) in model.inputs.enumerated() {
            give(input.valueSlot, .uniform(person.answers[index] ?? 0))
            give(input.answeredSlot, .uniform(person.answers[index] == nil ? 0 : 1))
        }
    }

    // MARK: Rows

    /// Rows of any people, years and sets; at least one.
    mutating func give(_ rows: [ActedEvaluator.Row], _ cast: ActedEvaluator.Cast, _ offered: [Int]) {
        func numbers(_ value: (ActedEvaluator.Row) -> Double) -> Run.Input { .lane(Column(numbers: rows.map(value))) }
        let isOneYear = rows.allSatisfy { $0.year == rows[0].year }
        give(Model.yearSlot, isOneYear ? .uniform(Double(rows[0].year)) : numbers { Double($0.year) })
        if rows.allSatisfy({ $0.person == rows[0].person }) {
            give(answersOf: cast.people[rows[0].person])
        } else {
            give(answersOf: cast.people, rows)
        }
        for action in offered {
            let slots = model.actions[action].slots
            let takings = cast.sets.map { $0[action] }
            give(slots.level, numbers { takings[$0.set]?.level ?? 0 })
            give(slots.start, numbers { Double(takings[$0.set]?.start ?? 0) })
            give(slots.adoption, numbers { takings[$0.set]?.adoption.value(in: $0.year) ?? 0 })
            guard model.actions[action].switches else { continue }
            give(slots.draw, numbers { $0.number(of: action, in: model, for: cast.people[$0.person]) })
        }
    }

    private mutating func give(answersOf people: [Person], _ rows: [ActedEvaluator.Row]) {
        for (index, input) in model.inputs.enumerated() {
            let answers = people.map { $0.answers[index] }
            guard rows.contains(where: { answers[$0.person] != nil }) else { continue }
            let values = rows.map { answers[$0.person] ?? 0 }
            switch input.kind {
            case .number: give(input.valueSlot, .lane(Column(numbers: values)))
            case .option: give(input.valueSlot, .lane(Column(codes: values.map { Int32($0) })))
            case .flag: give(input.valueSlot, .lane(Column(flags: values.map { $0 != 0 })))
            }
            let answered = rows.map { answers[$0.person] != nil }
            if answered.allSatisfy(\.self) {
                sources[input.answeredSlot] = .literal(1)
            } else {
                give(input.answeredSlot, .lane(Column(flags: answered)))
            }
        }
    }
}

extension ActedEvaluator.Row {
    /// What decides whether the person switches: see `Action.Slots.draw`.
    func number(of action: Int, in model: Model, for person: Person) -> Double {
        switch draw {
        case .whole: 0
        case .variant(let taken): taken.contains(action) ? -1 : 2
        case .random(let random):
            random.uniform(Philox.stream(person.id), Philox.stream(model.actions[action].id))
        }
    }
}
