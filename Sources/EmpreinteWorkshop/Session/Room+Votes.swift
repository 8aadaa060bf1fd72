extension Room {
    /// All picks, with what the votes of the open round carry so far.
    public var standing: [RoomState.Pick] { state.picks + carried }

    /// How the votes of a round on an action went.
    public struct Count: Sendable, Hashable {
        /// The action voted on, by position in `Model.actions`.
        public let action: Int
        /// How many are for it.
        public var votesFor = 0
        /// How many are against it.
        public var against = 0
        /// How many are for neither.
        public var blank = 0
    }

    /// The votes of a round by action, in the order they were first voted on.
    public func counts(of round: Int) -> [Count] {
        var counts: [Count] = []
        for ballot in state.ballots where ballot.round == round {
            let place = counts.firstIndex { $0.action == ballot.action } ?? counts.count
            if place == counts.count { counts.append(Count(action: ballot.action)) }
            switch ballot.vote {
            case .for: counts[place].votesFor += 1
            case .against: counts[place].against += 1
            case .blank: counts[place].blank += 1
            }
        }
        return counts
    }

    /// What the votes of the open round carry: those with most votes for first, as far as the limits of the round and
    /// what goes together allow.
    var carried: [RoomState.Pick] {
        guard let round = openRound, round.isPublic, round.decision != .facilitator else { return [] }
        let counts = counts(of: state.open).enumerated()
            .filter { round.decision.carries(for: $0.element.votesFor, against: $0.element.against) }
            .sorted { (-$0.element.votesFor, $0.offset) < (-$1.element.votesFor, $1.offset) }
        var carried: [RoomState.Pick] = []
        for (_, count) in counts {
            let pick = RoomState.Pick(action: count.action, person: nil, round: state.open, level: 1)
            let isChosen = state.picks.contains { $0.person == nil && $0.action == pick.action }
            if !isChosen, fits(pick, after: carried, in: round) { carried.append(pick) }
        }
        return carried
    }

    private func fits(_ pick: RoomState.Pick, after carried: [RoomState.Pick], in round: Round) -> Bool {
        guard (try? checkLimits(carried + [pick], of: "the group", in: round)) != nil else { return false }
        let picks = state.picks + carried + [pick]
        let people: [RoomState.Participant?] = state.participants.isEmpty ? [nil] : state.participants
        return people.allSatisfy { rules.problems(of: picks, for: $0, from: workshop.start).isEmpty }
    }
}
