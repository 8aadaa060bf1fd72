internal import EmpreinteEngine
internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText

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
        let taken = Set(cast.sets.flatMap(\.order))
        let zeros = Run.Input.lane(Column(numbers: Array(repeating: 0, count: rows.count)))
        // At their full strength all lanes have the same start and adoption, and one ramp serves them all.
        let isFull = cast.sets.allSatisfy(\.isFull)
        for action in offered {
            let slots = model.actions[action].slots
            if isFull {
                give(slots.start, .uniform(Double(ActionSet.longAgo)))
                give(slots.adoption, .uniform(1))
            }
            guard taken.contains(action) else {
                // Offered is as good as taken for the plan, which then serves other choices too.
                give(slots.level, zeros)
                if !isFull { for slot in [slots.start, slots.adoption] { give(slot, zeros) } }
                if model.actions[action].switches { give(slots.draw, zeros) }
                continue
            }
            let takings = cast.sets.map { $0[action] }
            give(slots.level, numbers { takings[$0.set]?.level ?? 0 })
            if !isFull {
                give(slots.start, numbers { Double(takings[$0.set]?.start ?? 0) })
                give(slots.adoption, numbers { takings[$0.set]?.adoption.value(in: $0.year) ?? 0 })
            }
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

// MARK: People as lanes

extension LaneInputs {
    /// An action that nobody has taken, and that everybody may be given.
    mutating func offer(_ action: Int) { give(action, level: 0, draw: 0, laneCount: nil) }

    /// Gives an action to everybody, at its full strength.
    ///
    /// - Parameters:
    ///   - draw: see `Action.Slots.draw`.
    ///   - laneCount: of an action that some have taken already; nothing for one that is offered.
    mutating func take(_ action: Int, draw: Double, laneCount: Int?) {
        give(action, level: 1, draw: draw, laneCount: laneCount)
    }

    private mutating func give(_ action: Int, level: Double, draw: Double, laneCount: Int?) {
        func same(_ value: Double) -> Run.Input {
            laneCount.map { .lane(Column(numbers: Array(repeating: value, count: $0))) } ?? .uniform(value)
        }
        let slots = model.actions[action].slots
        give(slots.level, same(level))
        give(slots.start, .uniform(Double(ActionSet.longAgo)))
        give(slots.adoption, .uniform(1))
        if model.actions[action].switches { give(slots.draw, same(draw)) }
    }
}

extension ActedEvaluator {
    /// The inputs of people, each with the actions of a set, to whom every other action may be given.
    ///
    /// - Parameter taken: the actions of the sets; none of them switches an option.
    func offering(_ rows: [Row], _ cast: Cast, _ taken: [Int]) -> LaneInputs {
        var inputs = LaneInputs(model)
        inputs.give(rows, cast, taken)
        for action in offered where !taken.contains(action) { inputs.offer(action) }
        return inputs
    }

    /// The values of a node of the model's graph, a lane a person.
    func lanes(_ node: NodeID, _ inputs: LaneInputs, count: Int) throws(CompilationError) -> [Double] {
        try run([acted[node]], inputs, laneCount: count)[0]
    }

    /// The values when everybody is given an action at its full strength, beside what they have taken.
    func lanes(
        taking action: Int, isTaken: Bool, _ node: NodeID, _ inputs: LaneInputs, count: Int
    ) throws(CompilationError) -> [Double] {
        var inputs = inputs
        let laneCount = isTaken ? count : nil
        guard !ActionSet(fully: [action]).isWhole(action, in: model), let share = acted.shares[action] else {
            inputs.take(action, draw: 0, laneCount: laneCount)
            return try lanes(node, inputs, count: count)
        }
        // Some switch and the others do not: the mean of both.
        inputs.take(action, draw: -1, laneCount: laneCount)
        let switched = try run([acted[node], share], inputs, laneCount: count)
        inputs.take(action, draw: 2, laneCount: laneCount)
        let kept = try lanes(node, inputs, count: count)
        return kept.indices.map { lane in
            let (value, share) = (switched[0][lane], switched[1][lane])
            return value == kept[lane] ? value : value * share + kept[lane] * (1 - share)
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
