internal import EmpreinteAnalysis
internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText

/// The people of many sessions who agree to be counted, with what their rooms came to for them.
///
/// What several files or machines gathered is put together by `merge`, in any order: the people are kept in the order of
/// their sessions and of their ids there.
struct ProgrammePeople {
    /// One of them.
    struct Member: Hashable {
        /// The session and the person in it; leaves the computer as a pseudonym only.
        let key: Key
        let channel: String
        let commune: String
        /// The year the session was held in, as precise as a publication gets; nothing where it is not known.
        let year: Int?
        let profile: [String: String]
        /// By moment, then by output: the total, then the top branches.
        let values: [[Double]]
        /// The actions the person picked, with the round.
        let picks: [Pick]
    }

    struct Key: Hashable, Comparable {
        let session: String
        let person: String

        static func < (a: Key, b: Key) -> Bool { (a.session, a.person) < (b.session, b.person) }
    }

    struct Pick: Hashable {
        let action: Int
        let round: Int
    }

    /// When people are looked at.
    enum Moment: Int, CaseIterable {
        case start, tenYears, goal
    }

    private(set) var members: [Member] = []
    /// How many took part, those left out of statistics too, by channel.
    private(set) var attendance: [String: Int] = [:]
    private(set) var sessions: [String: [Int]] = [:]
    /// Those left out: who did not answer, left, or did not agree.
    private(set) var leftOut = 0

    init() {}

    mutating func merge(_ other: ProgrammePeople) {
        members = (members + other.members).sorted { $0.key < $1.key }
        attendance.merge(other.attendance, uniquingKeysWith: +)
        sessions.merge(other.sessions) { ($0 + $1).sorted() }
        leftOut += other.leftOut
    }

    /// Evaluates everybody at once.
    ///
    /// - Throws: why a value is no number.
    init(_ held: [Session], _ model: Model, _ acted: ActedEvaluator) throws(CompilationError) {
        guard let goal = held.first?.room.workshop.goal else { return }
        let branches = model.categories.filter(\.isTop).compactMap { $0.totals[goal.indicator] }
        let nodes = [goal.total] + branches
        var chosen: [(session: Session, participant: RoomState.Participant)] = []
        for session in held {
            let channel = session.channel ?? "unknown"
            let participants = session.room.state.participants
            attendance[channel, default: 0] += participants.count
            sessions[channel, default: []].append(participants.count)
            let kept = participants.filter { $0.isPresent && !$0.isDefault && ($0.agrees ?? session.agrees) }
            leftOut += participants.count - kept.count
            chosen += kept.map { (session, $0) }
        }
        // One batch a set of years, which is one for all sessions of one workshop.
        var batches: [[Int]: [Int]] = [:]
        for (index, each) in chosen.enumerated() {
            batches[Self.years(of: each.session.room.workshop), default: []].append(index)
        }
        var values = [[[Double]]](repeating: [], count: chosen.count)
        for (years, indices) in batches.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            let people = indices.map { Person(id: chosen[$0].participant.id, answers: chosen[$0].participant.answers) }
            let sets = indices.map { index in
                chosen[index].session.room.set(of: chosen[index].participant.id, chosen[index].session.room.standing)
            }
            let offered = sets.reduce(into: Set<Int>()) { $0.formUnion($1.order) }
            let results = try acted.offering(Array(offered)).values(
                of: nodes, people: people, under: sets, paired: true, in: years)
            for (place, index) in indices.enumerated() {
                values[index] = years.indices.map { year in
                    nodes.indices.map { results[$0, person: place, set: 0, year: year] }
                }
            }
        }
        members = chosen.enumerated().map { index, each in
            Member(
                key: Key(session: each.session.id, person: each.participant.id),
                channel: each.session.channel ?? "unknown", commune: each.session.commune ?? "unknown",
                year: each.session.date?.year, profile: each.participant.profile, values: values[index],
                picks: each.session.room.state.picks.filter { $0.person == each.participant.id }
                    .map { Pick(action: $0.action, round: $0.round) })
        }.sorted { $0.key < $1.key }
    }

    /// The start, ten years later at most, and the goal.
    static func years(of workshop: Workshop) -> [Int] {
        [workshop.start, min(workshop.start + 10, workshop.goal.year), workshop.goal.year]
    }

    func values(_ moment: Moment, _ output: Int = 0) -> [Double] { members.map { $0.values[moment.rawValue][output] } }
}

extension ProgrammePeople.Key {
    /// A name that nobody can join back to the person without the key.
    func pseudonym(_ key: String) -> String {
        var inner = Fingerprint()
        inner.update(Array("\(key)\u{0}\(session)\u{0}\(person)".utf8))
        var outer = Fingerprint()
        outer.update(Array("\(key)\u{1}\(inner.hex)".utf8))
        return String(outer.hex.prefix(20))
    }
}
