internal import EmpreinteAnalysis
internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText

/// The people of many sessions who agree to be counted, with what their rooms came to for them.
///
/// What several files or machines gathered is put together by `merge`, in any order: people and rooms are kept in an
/// order that their names, and where they were counted, have no part in, and every statistic is taken in that order once
/// all are there. The whole is the same, to the last bit, however it was spread.
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
        /// The total by year.
        let path: Path
        /// The actions the person picked, with the round.
        let picks: [Pick]
    }

    struct Key: Hashable {
        let session: String
        let person: String
    }

    struct Pick: Hashable {
        let action: Int
        let round: Int
    }

    /// A session, as far as it is counted.
    struct Held: Hashable {
        let id: String
        let channel: String
        let attended: Int
        /// Of those, who left, did not answer or did not agree.
        let leftOut: Int
        /// How many people there was room for.
        let places: Int
        /// The path of those who were not there.
        let background: Path
    }

    /// A total by year.
    struct Path: Hashable {
        let from: Int
        let values: [Double]

        var to: Int { from + values.count - 1 }

        /// The value of a year, which is one of its own.
        subscript(year: Int) -> Double { values.indices.contains(year - from) ? values[year - from] : .nan }
    }

    /// When people are looked at.
    enum Moment: Int, CaseIterable {
        case start, tenYears, goal
    }

    /// What sessions have in common that are evaluated together.
    struct Aim: Hashable {
        let start: Int
        let goal: Int
        /// By position in `Model.indicators`.
        let indicator: Int

        /// The start, ten years later at most, and the goal.
        var moments: [Int] { [start, min(start + 10, goal), goal] }
        var years: [Int] { Array(start...max(start, goal)) }
    }

    /// The earliest of those there are; nothing before the first session.
    private(set) var aim: Aim?
    private(set) var members: [Member] = []
    private(set) var rooms: [Held] = []

    /// How many took part, those left out of statistics too.
    func attendance(_ channel: String) -> Int {
        rooms.reduce(0) { $1.channel == channel ? $0 + $1.attended : $0 }
    }

    var leftOut: Int { rooms.reduce(0) { $0 + $1.leftOut } }

    init() {}

    init(_ aim: Aim, members: [Member], rooms: [Held]) {
        self.aim = aim
        self.members = members.sorted()
        self.rooms = rooms.sorted()
    }

    mutating func merge(_ other: ProgrammePeople) {
        aim = [aim, other.aim].compactMap { $0 }.min { ($0.start, $0.goal) < ($1.start, $1.goal) }
        members = (members + other.members).sorted()
        rooms = (rooms + other.rooms).sorted()
    }

    /// Evaluates everybody at once.
    ///
    /// - Parameter held: sessions of one aim.
    /// - Throws: why a value is no number.
    init(_ held: [Session], _ aim: Aim, _ model: Model, _ acted: ActedEvaluator) throws(CompilationError) {
        guard let total = model.indicators[aim.indicator].total else {
            self.init()
            return
        }
        let nodes = [total] + model.categories.filter(\.isTop).compactMap { $0.totals[aim.indicator] }
        let years = aim.years
        var people: [Person] = []
        var sets: [ActionSet] = []
        var chosen: [[RoomState.Participant]] = []
        for session in held {
            let picks = session.room.standing
            let kept = session.room.state.participants.filter {
                $0.isPresent && !$0.isDefault && ($0.agrees ?? session.agrees)
            }
            chosen.append(kept)
            people += kept.map { Person(id: $0.id, answers: $0.answers) }
            people.append(Person(id: RoomEvaluator.background))
            sets += kept.map { session.room.set(of: $0.id, picks) } + [session.room.backgroundSet(picks)]
        }
        let offered = sets.reduce(into: Set<Int>()) { $0.formUnion($1.order) }
        let results = try acted.offering(offered.sorted()).values(
            of: nodes, people: people, under: sets, paired: true, in: years)
        func path(_ person: Int) -> Path {
            Path(from: aim.start, values: years.indices.map { results[0, person: person, set: 0, year: $0] })
        }
        let moments = aim.moments.map { $0 - aim.start }
        var members: [Member] = []
        var rooms: [Held] = []
        var person = 0
        for (session, kept) in zip(held, chosen) {
            for participant in kept {
                members.append(
                    Member(
                        key: Key(session: session.id, person: participant.id), channel: session.channel ?? "unknown",
                        commune: session.commune ?? "unknown", year: session.date?.year, profile: participant.profile,
                        values: moments.map { year in
                            nodes.indices.map { results[$0, person: person, set: 0, year: year] }
                        }, path: path(person),
                        picks: session.room.state.picks.filter { $0.person == participant.id }
                            .map { Pick(action: $0.action, round: $0.round) }))
                person += 1
            }
            let attended = session.room.state.participants.count
            rooms.append(
                Held(
                    id: session.id, channel: session.channel ?? "unknown", attended: attended,
                    leftOut: attended - kept.count, places: session.room.workshop.size.upperBound,
                    background: path(person)))
            person += 1
        }
        self.init(aim, members: members, rooms: rooms)
    }

    func values(_ moment: Moment, _ output: Int = 0) -> [Double] { members.map { $0.values[moment.rawValue][output] } }
}

extension ProgrammePeople.Aim {
    init(_ workshop: Workshop) {
        self.init(start: workshop.start, goal: workshop.goal.year, indicator: workshop.goal.indicator)
    }
}

// MARK: - Order

extension ProgrammePeople.Member: Comparable {
    /// By all that is counted of them.
    static func < (a: Self, b: Self) -> Bool {
        for (one, other) in zip(a.values, b.values) where one != other { return one.lexicographicallyPrecedes(other) }
        if a.path.values != b.path.values { return a.path.values.lexicographicallyPrecedes(b.path.values) }
        if (a.channel, a.commune) != (b.channel, b.commune) { return (a.channel, a.commune) < (b.channel, b.commune) }
        return a.profile.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
            .lexicographicallyPrecedes(b.profile.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
    }
}

extension ProgrammePeople.Held: Comparable {
    static func < (a: Self, b: Self) -> Bool {
        a.background.values != b.background.values
            ? a.background.values.lexicographicallyPrecedes(b.background.values)
            : (a.channel, a.background.from) < (b.channel, b.background.from)
    }
}

// MARK: - Pseudonyms

extension ProgrammePeople {
    /// The same under names that nobody can join back to people and sessions without the key.
    func pseudonymous(_ key: String) -> ProgrammePeople {
        guard let aim else { return self }
        return ProgrammePeople(
            aim,
            members: members.map { member in
                Member(
                    key: Key(
                        session: Self.pseudonym(key, [member.key.session]),
                        person: Self.pseudonym(key, [member.key.session, member.key.person])),
                    channel: member.channel, commune: member.commune, year: member.year, profile: member.profile,
                    values: member.values, path: member.path, picks: member.picks)
            },
            rooms: rooms.map { room in
                Held(
                    id: Self.pseudonym(key, [room.id]), channel: room.channel, attended: room.attended,
                    leftOut: room.leftOut, places: room.places, background: room.background)
            })
    }

    static func pseudonym(_ key: String, _ names: [String]) -> String {
        var inner = Fingerprint()
        inner.update(Array(([key] + names).joined(separator: "\u{0}").utf8))
        var outer = Fingerprint()
        outer.update(Array("\(key)\u{1}\(inner.hex)".utf8))
        return String(outer.hex.prefix(20))
    }
}
