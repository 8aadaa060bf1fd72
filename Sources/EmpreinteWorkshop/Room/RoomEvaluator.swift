internal import EmpreinteAnalysis
internal import EmpreinteGraph
public import EmpreinteModel
public import EmpreinteText

/// Evaluates rooms of one model.
///
/// Immutable, and worth keeping: what picks come to is planned once for all the rooms and events that follow.
public struct RoomEvaluator: Sendable {
    /// The model it works on.
    public let model: Model
    let acted: ActedEvaluator

    public init(_ model: Model) {
        self.model = model
        acted = ActedEvaluator(model)
    }

    /// Everybody's path under the picks that stand.
    ///
    /// - Parameters:
    ///   - years: the workshop's unless said.
    ///   - countsEverybody: whether those who answered nothing count too.
    /// - Throws: why a value is no number.
    public func paths(
        of room: Room, in years: [Int]? = nil, countsEverybody: Bool = false
    ) throws(CompilationError) -> RoomPaths {
        let years = years ?? Array(room.workshop.years)
        let (outputs, nodes) = outputs(of: room.workshop)
        let picks = room.standing
        let people = room.people + [Person(id: Self.background)]
        let sets = room.state.participants.map { room.set(of: $0.id, picks) } + [room.backgroundSet(picks)]
        let values = try acted.offering(sets.flatMap(\.order)).values(
            of: nodes, people: people, under: sets, paired: true, in: years)
        let paths = people.indices.map { person in
            RoomPaths.Path(
                values: outputs.indices.map { output in
                    years.indices.map { values[output, person: person, set: 0, year: $0] }
                })
        }
        let counted = room.state.participants.indices.filter { position in
            let participant = room.state.participants[position]
            return participant.isPresent && (countsEverybody || !participant.isDefault)
        }
        return RoomPaths(
            years: years, outputs: outputs, people: Array(paths.dropLast()), background: paths[paths.count - 1],
            counted: counted)
    }

    /// The id of the person who was not there, which decides who switches what in the territory.
    static let background = "background"

    private func outputs(of workshop: Workshop) -> (outputs: [RoomPaths.Output], nodes: [NodeID]) {
        var outputs: [RoomPaths.Output] = []
        var nodes: [NodeID] = []
        func add(_ indicator: Int, _ category: Int?, _ label: Label, _ node: NodeID?) {
            guard let node else { return }
            outputs.append(.init(label: label, indicator: indicator, category: category))
            nodes.append(node)
        }
        let goal = workshop.goal.indicator
        add(goal, nil, model.indicators[goal].label, model.indicators[goal].total)
        for (position, category) in model.categories.enumerated() where category.isTop {
            add(goal, position, category.label, category.totals[goal])
        }
        for gauge in workshop.gauges where gauge.indicator != goal {
            add(gauge.indicator, nil, model.indicators[gauge.indicator].label, model.indicators[gauge.indicator].total)
        }
        return (outputs, nodes)
    }
}

extension Room {
    /// The participants, with their answers.
    var people: [Person] { state.participants.map { Person(id: $0.id, answers: $0.answers) } }

    /// What a person takes: the person's own picks, and those for everybody.
    func set(of person: String?, _ picks: [RoomState.Pick]) -> ActionSet {
        var set = ActionSet()
        for pick in picks where pick.person == nil || pick.person == person {
            set[pick.action] = .init(level: pick.level, start: workshop.firstYear(of: pick.round))
        }
        return set
    }

    /// What those who were not there take: what is for everybody, and what participants bring them to.
    func backgroundSet(_ picks: [RoomState.Pick]) -> ActionSet {
        var set = set(of: nil, picks)
        for influence in workshop.influences where set[influence.raised] == nil {
            let takers = picks.filter { $0.action == influence.action && $0.person != nil }
            guard let first = takers.map(\.round).min(), let population = workshop.population else { continue }
            let raised = workshop.influences.filter { $0.raised == influence.raised }
            let share = raised.reduce(0.0) { sum, influence in
                let count = picks.count { $0.action == influence.action && $0.person != nil }
                return sum + influence.gain * Double(count) / Double(population)
            }
            set[influence.raised] = .init(start: workshop.firstYear(of: first), adoption: .always(min(share, 1)))
        }
        return set
    }
}

extension RoomEvaluator {
    /// What each action a participant takes brings in the year of the goal, the person's own and those for everybody.
    func gains(of participant: Int, in room: Room) throws(CompilationError) -> Gains {
        let person = room.people[participant]
        let set = room.set(of: person.id, room.standing)
        let able = set.keeping(set.order.filter { !model.actions[$0].effects.isEmpty })
        let goal = room.workshop.goal
        return try acted.offering(able.order).gains(of: person, taking: able, on: goal.total, in: goal.year)
    }
}
