internal import Empreinte
internal import EmpreinteAnalysis
internal import EmpreinteEngine
internal import EmpreinteGraph

/// What a stretch of people do, checked, a number a person for each choice.
struct ChosenStretch {
    let choices: LentChoices
    let people: Range<Int>
    /// By choice; nothing where everybody does the same.
    private var levels: [[Double]?] = []
    private var starts: [[Double]?] = []
    private var adoptions: [[Double]?] = []

    /// - Throws: what the first person does that is refused.
    init(_ choices: LentChoices, _ people: Range<Int>) throws(Failure) {
        self.choices = choices
        self.people = people
        var refusal: Failure?
        for choice in choices.choices {
            let levels = choice.levels.map { _ in people.map(choice.level) }
            let starts = choice.starts.map { _ in people.map(choice.start) }
            let adoptions = choice.adoptions.map { _ in people.map { choice.adoption($0) ?? 1 } }
            self.levels.append(levels)
            self.starts.append(starts)
            self.adoptions.append(adoptions)
            let isWrong = people.indices.first { person in
                let lane = person - people.lowerBound
                return !(0...1).contains(levels?[lane] ?? 0) || !(0...1).contains(adoptions?[lane] ?? 0)
                    || !(1900...2200).contains(starts?[lane] ?? 2000)
            }
            guard let person = isWrong, person < refusal?.person ?? .max else { continue }
            refusal = choice.refusal(
                level: choice.level(person), start: choice.start(person), adoption: choice.adoption(person),
                choices.model.actions[choice.action], for: person)
        }
        for rule in choices.rules {
            guard let person = people.first(where: { choices.isBroken(rule, by: $0) }),
                person < refusal?.person ?? .max
            else { continue }
            let message = rule.problem.message(in: choices.model)
            refusal = Failure(
                .input, CompilationError(rule.problem.code, message).naming(person), person: person)
        }
        if let refusal { throw refusal }
    }

    var count: Int { people.count }

    func level(_ choice: Int, _ lane: Int) -> Double { levels[choice]?[lane] ?? choices.choices[choice].common.level }

    /// The columns and values of the actions, without the draws of those that switch options.
    func give(to inputs: inout [Int: Run.Input], years: ClosedRange<Int>) {
        for (position, choice) in choices.choices.enumerated() {
            let slots = choices.model.actions[choice.action].slots
            func give(_ slot: Int, _ values: [Double]?, _ common: Double) {
                inputs[slot] = values.map { .lane(Column(numbers: $0)) } ?? .uniform(common)
            }
            give(slots.level, levels[position], choice.common.level)
            give(slots.start, starts[position], Double(choice.common.start))
            switch choice.common.adoption {
            case .byYear:
                inputs[slots.adoption] = .byYear(years.map { choice.common.adoption.value(in: $0) })
            case .always(let share): give(slots.adoption, adoptions[position], share)
            }
            if choices.model.actions[choice.action].switches { inputs[slots.draw] = .uniform(0) }
        }
    }

    /// What a plan gives the people: by output, then year, then person.
    func values(
        _ plan: Plan, _ inputs: [Int: Run.Input], yearCount: Int, outputCount: Int
    ) throws -> [Double] {
        var results = [Double](repeating: 0, count: outputCount * yearCount * count)
        try unsafe results.withUnsafeMutableBufferPointer { buffer in
            var sink = unsafe BufferSink(buffer, strides: .init(lane: 1, year: count, output: yearCount * count))
            do throws(RunError) {
                try Run(plan, laneCount: count, inputs: inputs).feed(&sink)
            } catch {
                throw CompilationError(error, in: choices.model)
            }
        }
        return results
    }

    /// Whether a person is one of part of the people who switch, by the choices of a group.
    func isPartial(_ choice: Int, in group: [Int], _ lane: Int) -> Bool {
        let level = level(choice, lane)
        guard level > 0 else { return false }
        if level != 1 || group.count(where: { self.level($0, lane) > 0 }) > 1 { return true }
        let lent = choices.choices[choice]
        let adoption = adoptions[choice]?[lane] ?? lent.adoption(people.lowerBound + lane)
        let effects = choices.model.actions[lent.action].effects
        return adoption != 1 || effects.contains { $0.verb.isSwitch && $0.adoption != 1 }
    }
}

extension LentChoices {
    /// Binds the inputs of the actions as stretches give them.
    /// - Parameter drawn: whether who switches options is told person by person.
    func bind(_ binding: inout Binding, drawn: Bool) {
        for choice in choices {
            let action = model.actions[choice.action]
            binding.inputs[action.slots.level] = choice.levels == nil ? .uniform : .lane
            binding.inputs[action.slots.start] = choice.starts == nil ? .uniform : .lane
            switch choice.common.adoption {
            case .byYear: binding.inputs[action.slots.adoption] = .byYear
            case .always: binding.inputs[action.slots.adoption] = choice.adoptions == nil ? .uniform : .lane
            }
            if action.switches { binding.inputs[action.slots.draw] = drawn ? .lane : .uniform }
        }
    }

    /// Whether any person may be one of part of the people who switch.
    var mayBePartial: Bool {
        groups.contains { group in
            group.count > 1
                || group.contains { position in
                    let choice = choices[position]
                    let isPlain = choice.levels?.type != .number && choice.levels?.type != .code
                    return !isPlain || choice.adoptions != nil
                        || !ActionSet(whole: choice).isWhole(choice.action, in: model)
                }
        }
    }
}

extension ActionSet {
    /// One choice as it is where no column says otherwise.
    fileprivate init(whole choice: LentChoice) {
        self.init()
        self[choice.action] = choice.common
    }
}
