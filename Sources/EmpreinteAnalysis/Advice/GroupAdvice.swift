internal import EmpreinteEngine
internal import EmpreinteGraph
public import EmpreinteModel
public import EmpreinteText

/// What actions bring to a group of any size, added person by person; the same for any order and partition.
public struct GroupAdvice: Sendable {
    /// The model it works on.
    public let model: Model
    /// How many people were added.
    public private(set) var people = 0
    private var before = Statistics(unit: 1)
    private var after = Statistics(unit: 1)
    private var nextGains: [Statistics]
    private var takenGains: [TakenGains]

    /// What an action that some have taken brings them.
    private struct TakenGains: Sendable {
        var alone = Statistics(unit: 1)
        var inOrder = Statistics(unit: 1)
        var shapley = Statistics(unit: 1)
    }

    /// One action, seen from the group; means are over everybody, those it brings nothing included.
    public struct Action: Sendable, Hashable {
        /// By position in `Model.actions`.
        public let action: Int
        /// How many it concerns, and how many they stand for.
        public let people: Int
        /// How many people those stand for.
        public let weight: Double
        /// What it brings on average over everybody.
        public let mean: Double
        /// What it brings the whole group.
        public let sum: Double
    }

    /// What a taken action brings on average, by three methods.
    public struct Taken: Sendable, Hashable {
        /// The action, by position in `Model.actions`.
        public let action: Int
        /// How many people have taken it.
        public let people: Int
        /// What it brings by itself, on average.
        public let alone: Double
        /// What it brings after those taken before it, on average.
        public let inOrder: Double
        /// The mean of what it brings over all orders, on average.
        public let shapley: Double
    }

    public init(_ model: Model) {
        self.model = model
        nextGains = model.actions.map { _ in Statistics(unit: 1) }
        takenGains = model.actions.map { _ in TakenGains() }
    }

    /// How many the people stand for.
    public var weight: Double { before.weight }
    /// The mean result without the actions taken, and with them.
    public var meanBefore: Double { before.mean }
    /// The mean result with the actions taken.
    public var meanAfter: Double { after.mean }

    /// What each action that somebody could take next brings, the most first.
    public var next: [Action] {
        nextGains.indices.filter { nextGains[$0].count > 0 }.map { action in
            let gains = nextGains[action]
            return Action(
                action: action, people: gains.count, weight: gains.weight, mean: gains.sum / weight, sum: gains.sum)
        }.sorted { ($1.sum, $0.action) < ($0.sum, $1.action) }
    }

    /// What the actions taken bring, the most first; nothing for those added without their methods.
    public var taken: [Taken] {
        takenGains.indices.filter { takenGains[$0].alone.count > 0 }.map { action in
            let gains = takenGains[action]
            return Taken(
                action: action, people: gains.alone.count, alone: gains.alone.sum / weight,
                inOrder: gains.inOrder.sum / weight, shapley: gains.shapley.sum / weight)
        }.sorted { ($1.shapley, $0.action) < ($0.shapley, $1.action) }
    }

    /// Adds a person.
    public mutating func add(_ advice: PersonalAdvice) {
        let weight = advice.person.weight
        add(weight, before: advice.before, after: advice.after)
        for advised in advice.actions {
            if let gain = advised.after { nextGains[advised.action].add(gain, weight: weight) }
        }
        for (position, action) in advice.gains.actions.enumerated() {
            takenGains[action].alone.add(advice.gains.alone[position], weight: weight)
            takenGains[action].inOrder.add(advice.gains.inOrder[position], weight: weight)
            takenGains[action].shapley.add(advice.gains.shapley[position], weight: weight)
        }
    }

    fileprivate mutating func add(_ weight: Double, before: Double, after: Double) {
        people += 1
        self.before.add(before, weight: weight)
        self.after.add(after, weight: weight)
    }

    fileprivate mutating func add(_ gain: Double, of action: Int, _ weight: Double) {
        nextGains[action].add(gain, weight: weight)
    }
}

// MARK: Crowds

extension Advisor {
    /// How many people are evaluated at once.
    static let crowdHeight = 4_096

    /// Adds any number of people to a group: one run an action, with the people as lanes.
    ///
    /// What each taken action brings is left out: only what could be taken next is told.
    /// - Throws: what `advice` throws.
    public func add(
        _ people: [Person], year: Int? = nil, to group: inout GroupAdvice, seed: UInt64 = 1
    ) throws(CompilationError) {
        for first in stride(from: 0, to: people.count, by: Self.crowdHeight) {
            let block = people[first..<min(first + Self.crowdHeight, people.count)]
            // Who has switched an option may split with others who do: evaluated alone, variant by variant.
            let lone = block.filter { $0.taken.contains { model.actions[$0].switches } }
            for advice in try advice(to: lone, year: year, seed: seed) { group.add(advice) }
            try addLanes(block.filter { !$0.taken.contains { model.actions[$0].switches } }, year, &group)
        }
    }

    private func addLanes(_ people: [Person], _ year: Int?, _ group: inout GroupAdvice) throws(CompilationError) {
        guard !people.isEmpty else { return }
        let years = people.map { self.year(of: $0, asked: year) }
        for year in Set(years).sorted() { try model.checkYear(year) }
        let facts = try facts(of: people, in: years)
        try check(people, facts)
        let takenByAny = Set(people.flatMap(\.taken)).sorted()
        let standings = zip(people, facts).map { self.standings(beside: Set($0.taken), $1) }
        let rows = people.indices.map { ActedEvaluator.Row(person: $0, set: $0, year: years[$0]) }
        let sets = people.map { ActionSet(fully: $0.taken) }
        let nothing = people.map { _ in ActionSet() }
        let inputs = evaluator.offering(rows, .init(people: people, sets: sets), takenByAny)
        let after = try finite(evaluator.lanes(total, inputs, count: people.count), people, sets, years)
        var before = after
        if !takenByAny.isEmpty {
            let inputs = evaluator.offering(rows, .init(people: people, sets: nothing), takenByAny)
            before = try finite(evaluator.lanes(total, inputs, count: people.count), people, nothing, years)
        }
        for (lane, person) in people.enumerated() { group.add(person.weight, before: before[lane], after: after[lane]) }
        for action in evaluator.offered {
            let lanes = people.indices.filter { standings[$0][action] == PersonalAdvice.Standing.open }
            guard !lanes.isEmpty else { continue }
            let values = try evaluator.lanes(
                taking: action, isTaken: takenByAny.contains(action), total, inputs, count: people.count)
            for lane in lanes {
                guard values[lane].isFinite else {
                    try explain(people[lane], ActionSet(fully: people[lane].taken + [action]), years[lane])
                }
                group.add(after[lane] - values[lane], of: action, people[lane].weight)
            }
        }
    }

    private func finite(
        _ values: [Double], _ people: [Person], _ sets: [ActionSet], _ years: [Int]
    ) throws(CompilationError) -> [Double] {
        if let lane = values.firstIndex(where: { !$0.isFinite }) { try explain(people[lane], sets[lane], years[lane]) }
        return values
    }

    private func explain(_ person: Person, _ set: ActionSet, _ year: Int) throws(CompilationError) -> Never {
        try evaluator.explainFailure(
            of: total, ActedEvaluator.Row(person: 0, set: 0, year: year), .init(people: [person], sets: [set]))
    }
}
