internal import EmpreinteAnalysis
public import EmpreinteModel
internal import EmpreinteText

/// A workshop being held: events are accepted one by one, and what is refused changes nothing.
///
/// Accepting touches no engine; what the state comes to is for `RoomPaths` to say.
public struct Room: Sendable {
    /// The workshop that is held.
    public let workshop: Workshop
    let rules: RoomRules
    /// What has happened so far.
    public private(set) var state = RoomState()
    /// The states before each event since a round was last closed.
    private var before: [RoomState] = []

    public init(_ workshop: Workshop, _ rules: RoomRules) {
        self.workshop = workshop
        self.rules = rules
    }

    /// The model it works on.
    public var model: Model { rules.model }

    /// The open round; nothing when all are closed.
    public var openRound: Round? { workshop.rounds.indices.contains(state.open) ? workshop.rounds[state.open] : nil }

    /// Takes an event.
    ///
    /// - Throws: why it cannot be; nothing has changed then.
    public mutating func accept(_ event: Event) throws(Refusal) {
        if case .undo = event.deed {
            guard let last = before.popLast() else {
                throw state.open > 0
                    ? Refusal("session.undo_published", "the round before is closed, and its results were shown")
                    : Refusal("session.undo_nothing", "nothing has happened yet")
            }
            state = last
            return
        }
        let next = try following(event)
        if case .close = event.deed { before = [] } else { before.append(state) }
        state = next
    }

    /// The state after an event, which is not taken.
    private func following(_ event: Event) throws(Refusal) -> RoomState {
        var next = state
        switch event.deed {
        case .join(let arrival):
            guard state.position(of: arrival.person) == nil else {
                throw Refusal("session.joined_twice", "'\(arrival.person)' is here already")
            }
            next.participants.append(
                .init(
                    id: arrival.person, answers: arrival.answers, profile: arrival.profile, agrees: arrival.agrees))
        case .answer(let person, let answers):
            next.participants[try position(of: person)].answers.merge(answers) { $1 }
        case .leave(let person):
            next.participants[try position(of: person)].isPresent = false
        case .pick(let action, let person, let level):
            let round = try openRound(event)
            try check(action, in: round)
            if let person { _ = try position(of: person) }
            let pick = RoomState.Pick(action: action, person: person, round: state.open, level: level)
            try checkPick(pick, in: round)
            next.picks.append(pick)
        case .unpick(let action, let person):
            _ = try openRound(event)
            if let person { _ = try position(of: person) }
            guard let place = state.picks.lastIndex(where: { $0.action == action && $0.person == person }) else {
                throw Refusal("session.not_picked", "'\(id(action))' was not picked by \(person ?? "the group")")
            }
            guard state.picks[place].round == state.open else {
                throw Refusal(
                    "session.round_closed", "'\(id(action))' was picked in a round that is closed, and stands")
            }
            next.picks.remove(at: place)
            try checkRest(next, without: action)
        case .vote(let action, let person, let vote):
            let round = try openRound(event)
            try check(action, in: round)
            _ = try position(of: person)
            guard round.isPublic, round.decision != .facilitator else {
                throw Refusal("session.no_vote", "round '\(round.id)' does not decide by votes")
            }
            guard
                !state.ballots.contains(where: { $0.round == state.open && $0.action == action && $0.person == person })
            else { throw Refusal("session.voted_twice", "'\(person)' has voted on '\(id(action))'", hint: "undo") }
            next.ballots.append(.init(action: action, person: person, round: state.open, vote: vote))
        case .close:
            _ = try openRound(event)
            next.picks += carried
            next.open += 1
        case .undo: break
        }
        return next
    }

    // MARK: Checks

    func id(_ action: Int) -> String { model.actions[action].id }

    private func position(of person: String) throws(Refusal) -> Int {
        guard let position = state.position(of: person) else {
            throw Refusal("session.unknown_participant", "nobody here is called '\(person)'", hint: "join: \(person)")
        }
        guard state.participants[position].isPresent else {
            throw Refusal("session.left", "'\(person)' has left")
        }
        return position
    }

    /// The open round, which the event must be meant for.
    private func openRound(_ event: Event) throws(Refusal) -> Round {
        if let named = event.round {
            guard let index = workshop.rounds.firstIndex(where: { $0.id == named }) else {
                throw Refusal(
                    "session.round_unknown", "no round is called '\(named)'",
                    hint: "rounds: \(workshop.rounds.map(\.id).joined(separator: ", "))")
            }
            if index < state.open { throw Refusal("session.round_closed", "round '\(named)' is closed") }
            if index > state.open, let round = openRound {
                throw Refusal("session.round_early", "round '\(round.id)' is open, and '\(named)' comes after it")
            }
        }
        guard let round = openRound else { throw Refusal("session.over", "all rounds are closed") }
        return round
    }

    private func check(_ action: Int, in round: Round) throws(Refusal) {
        guard !round.allowed.contains(action) else { return }
        let actor = model.actions[action].actor
        guard round.isPublic == actor.changesFigures else {
            throw Refusal(
                "session.actor",
                round.isPublic
                    ? "'\(id(action))' is for people to do, and round '\(round.id)' for everybody"
                    : "'\(id(action))' is for everybody, and round '\(round.id)' for oneself")
        }
        throw Refusal("session.not_offered", "'\(id(action))' is not among the actions of round '\(round.id)'")
    }

    private func checkPick(_ pick: RoomState.Pick, in round: Round) throws(Refusal) {
        let who = pick.person ?? "the group"
        if round.isPublic {
            guard pick.person == nil else {
                throw Refusal(
                    "session.person", "round '\(round.id)' chooses for everybody",
                    hint: round.decision == .facilitator ? "leave person out" : "vote")
            }
            guard round.decision == .facilitator else {
                throw Refusal("session.no_vote", "round '\(round.id)' decides by votes", hint: "vote")
            }
        } else if pick.person == nil {
            throw Refusal(
                "session.person", "in round '\(round.id)' each chooses for oneself", hint: "say whose pick it is")
        }
        let own = state.picks.filter { $0.person == pick.person }
        if own.contains(where: { $0.action == pick.action }) {
            throw Refusal("session.picked_twice", "\(who) has picked '\(id(pick.action))'")
        }
        try checkLimits(own.filter { $0.round == state.open } + [pick], of: who, in: round)
        for person in pick.person.flatMap({ state.position(of: $0) }).map({ [$0] }) ?? Array(state.participants.indices)
        {
            try checkSet(standing + [pick], of: state.participants[person], new: pick)
        }
        if pick.person == nil, state.participants.isEmpty {
            try checkSet(standing + [pick], of: nil, new: pick)
        }
    }

    /// Refuses more than a round allows.
    func checkLimits(_ picks: [RoomState.Pick], of who: String, in round: Round) throws(Refusal) {
        if let most = round.mostPicks, picks.count > most {
            throw Refusal("session.too_many_picks", "\(who) has made the \(most) picks of round '\(round.id)'")
        }
        guard let budget = round.budget else { return }
        var spent = 0.0
        for pick in picks { spent += try price(of: pick.action, in: budget.unit) }
        guard spent <= budget.amount * (1 + 1e-12) else {
            throw Refusal(
                "session.budget",
                "that takes \(text(spent)) \(budget.unit) of the \(text(budget.amount)) of round '\(round.id)'")
        }
    }

    /// What an action takes of a budget: its price in the workshop, or its effort.
    func price(of action: Int, in unit: String) throws(Refusal) -> Double {
        if let price = workshop.prices[action], price.unit == unit { return price.amount }
        if unit == "effort", let effort = model.actions[action].effort { return effort }
        throw Refusal(
            "session.unpriced", "'\(id(action))' has no price in \(unit.isEmpty ? "plain numbers" : unit)",
            hint: "add it to prices: in the workshop")
    }

    private func text(_ amount: Double) -> String { JSON.text(of: amount) }

    /// Refuses actions that do not go together or do not apply.
    private func checkSet(
        _ picks: [RoomState.Pick], of person: RoomState.Participant?, new: RoomState.Pick
    ) throws(Refusal) {
        let problems = rules.problems(of: picks, for: person, from: workshop.start)
        for problem in problems {
            throw Refusal(problem.code, problem.message(in: model))
        }
        guard new.person != nil, let person, !rules.applies(new.action, to: person, in: workshop.start) else { return }
        let problem = ChoiceCheck.Problem.notApplicable(new.action)
        throw Refusal(problem.code, problem.message(in: model))
    }

    /// Refuses to give up what other picks need.
    private func checkRest(_ next: RoomState, without action: Int) throws(Refusal) {
        for person in next.participants {
            for problem in rules.problems(of: next.picks, for: person, from: workshop.start) {
                throw Refusal(problem.code, problem.message(in: model))
            }
        }
    }
}
