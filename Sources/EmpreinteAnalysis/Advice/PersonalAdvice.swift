internal import EmpreinteGraph
public import EmpreinteModel
public import EmpreinteText

/// What the actions taken bring one person, and what every other action would.
public struct PersonalAdvice: Sendable {
    /// The person.
    public let person: Person
    /// The year.
    public let year: Int
    /// What the actions taken bring, by every method; of no actions when none are taken.
    public let gains: Gains
    /// Every action of the model, in its order.
    public let actions: [Advised]
    /// The money spent each year before and after; nothing where the model does not cover money.
    public let money: (before: Double, after: Double)?

    /// The result without any action.
    public var before: Double { gains.before }
    /// The result with the actions taken.
    public var after: Double { gains.after }

    /// One action, seen from the person.
    public struct Advised: Sendable {
        /// By position in `Model.actions`.
        public let action: Int
        /// Whether it can be taken now.
        public let standing: Standing
        /// What it would bring by itself, on the base case; nothing where it cannot be taken or is not known.
        public let alone: Double?
        /// What it would bring after the actions taken.
        public let after: Double?
        /// What it costs; nothing where no source says.
        public let cost: ActionCost?
        /// The actions that need it, apply, and are not taken.
        public let unlocks: [Int]
    }

    /// Why an action can or cannot be taken now.
    public enum Standing: Sendable, Hashable {
        case open
        case taken
        /// Its condition does not hold.
        case notApplicable
        /// No effect is known.
        case notQuantified
        /// It does not go with these, which are taken.
        case excluded(by: [Int])
        /// One that is taken turns it off.
        case superseded(by: Int)
        /// It needs these first.
        case locked(needs: [Int])
    }
}

extension Advisor {
    /// What actions are to people.
    ///
    /// - Parameter year: of people who state none; the reference year where nothing is said.
    /// - Throws: `choice.excluded`, `choice.conflict`, `choice.requires`, `choice.not_applicable` for all the people, and
    ///   why a value is no number.
    public func advice(to people: [Person], year: Int? = nil, seed: UInt64 = 1) throws(CompilationError)
        -> [PersonalAdvice]
    {
        let years = people.map { self.year(of: $0, asked: year) }
        for year in Set(years).sorted() { try model.checkYear(year) }
        let facts = try facts(of: people, in: years)
        try check(people, facts)
        var advice: [PersonalAdvice] = []
        for index in people.indices {
            advice.append(try self.advice(to: people[index], facts[index], years[index], seed))
        }
        return advice
    }

    /// Refuses actions that cannot be taken, or not together.
    func check(_ people: [Person], _ facts: [PersonalFacts]) throws(CompilationError) {
        let check = ChoiceCheck(model)
        var diagnostics = Diagnostics()
        for (person, facts) in zip(people, facts) where !person.taken.isEmpty {
            let problems =
                check.problems(of: ActionSet(fully: person.taken))
                + person.taken.filter { !facts.applies[$0] }.map { .notApplicable($0) }
            for problem in problems {
                let message = "\(person.id): \(problem.message(in: model))"
                diagnostics.report(.error(problem.code, message, at: nil))
            }
        }
        try diagnostics.throwIfErrors(in: model.sources)
    }

    private func advice(
        to person: Person, _ facts: PersonalFacts, _ year: Int, _ seed: UInt64
    ) throws(CompilationError) -> PersonalAdvice {
        let taken = ActionSet(fully: person.taken)
        let standings = self.standings(beside: Set(person.taken), facts)
        let open = standings.indices.filter { standings[$0] == .open }
        // Nothing, what is taken, then each action by itself, then each after what is taken.
        var sets = [ActionSet(), taken] + open.map { ActionSet(fully: [$0]) }
        if !person.taken.isEmpty { sets += open.map { ActionSet(fully: person.taken + [$0]) } }
        let money = model.indicators.first { $0.id == "money" }?.total
        let values = try evaluator.values(
            of: [total] + [money].compactMap(\.self), people: [person], under: sets, in: [year],
            splitting: .exact(seed: seed))
        let gains = try evaluator.gains(of: person, taking: taken, on: total, in: year, seed: seed)
        var alone = [Double?](repeating: nil, count: model.actions.count)
        var after = alone
        for (position, action) in open.enumerated() {
            alone[action] = values[0, person: 0, set: 0] - values[0, person: 0, set: 2 + position]
            let last = person.taken.isEmpty ? 2 + position : 2 + open.count + position
            after[action] = values[0, person: 0, set: 1] - values[0, person: 0, set: last]
        }
        return PersonalAdvice(
            person: person, year: year, gains: gains,
            actions: model.actions.indices.map { action in
                .init(
                    action: action, standing: standings[action], alone: alone[action], after: after[action],
                    cost: facts.costs[action],
                    unlocks: compatibility.dependents[action].filter {
                        facts.applies[$0] && standings[$0] != .taken
                    })
            },
            money: money.map { _ in (values[1, person: 0, set: 0], values[1, person: 0, set: 1]) })
    }

    /// Whether each action can be taken beside others.
    func standings(beside taken: Set<Int>, _ facts: PersonalFacts) -> [PersonalAdvice.Standing] {
        model.actions.indices.map { action in
            if taken.contains(action) { return .taken }
            if !facts.applies[action] { return .notApplicable }
            if model.actions[action].effects.isEmpty { return .notQuantified }
            let clashes = compatibility.clashes(of: action, with: taken)
            if !clashes.isEmpty { return .excluded(by: clashes) }
            if let stronger = taken.sorted().first(where: { model.actions[$0].supersedes.contains(action) }) {
                return .superseded(by: stronger)
            }
            let needs = compatibility.needs(of: action, beside: taken)
            return needs.isEmpty ? .open : .locked(needs: needs)
        }
    }
}
