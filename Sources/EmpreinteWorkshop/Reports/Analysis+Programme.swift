public import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

extension Analysis {
    /// What many sessions come to, published so that nothing tells of one person.
    public static let programme = Analysis(
        "programme", "What the sessions of a programme come to, with what may be published of them only.",
        documents: ["workshop", "session", "programme", "commitments", "relays", "survey"],
        options: [
            Option(
                "errors", .word(["linearised", "bootstrap"]), standing: "linearised", "how standard errors are made"),
            Option("published", .text, standing: "", "the sessions of an earlier publication, by id, between commas"),
            Option("key", .text, standing: "", "the key of the pseudonyms of --format csv, which then lists people"),
        ]
    ) { request throws(CompilationError) in
        let model = request.model
        guard let document = request.documents.all(WorkshopKinds.programme).last else {
            throw CompilationError(
                "document.missing", "no document of kind programme is given, and the pack holds none",
                hint: "give a file that starts with kind: programme", in: request.sources)
        }
        var reader = RoomReader(model)
        let programme = reader.programme(document)
        let workshops = reader.workshops(of: request.documents)
        try reader.diagnostics.throwIfErrors(in: request.sources)
        let rules = RoomRules(model)
        var held: [Session] = []
        var ids: Set<String> = []
        for document in request.documents.all(WorkshopKinds.session) {
            guard let session = reader.session(document, workshops, rules) else { continue }
            if !ids.insert(session.id).inserted {
                reader.refuse(
                    document.root, "session.duplicate", "two sessions are called '\(session.id)'", hint: "id:")
            }
            held.append(session)
        }
        let promises = reader.commitments(of: request.documents)
        try reader.diagnostics.throwIfErrors(in: request.sources)
        guard let programme else {
            throw CompilationError("document.missing", "no programme can be read", in: request.sources)
        }
        let evaluator = RoomEvaluator(model)
        if let goal = held.first?.room.workshop.goal.indicator,
            let other = held.first(where: { $0.room.workshop.goal.indicator != goal })
        {
            throw CompilationError(
                "programme.goal", "the sessions '\(held[0].id)' and '\(other.id)' do not aim at one indicator",
                in: request.sources)
        }
        // Piece by piece, as several machines would.
        var people = ProgrammePeople()
        for start in stride(from: 0, to: held.count, by: Self.mostSessionsAtOnce) {
            let piece = held[start..<min(start + Self.mostSessionsAtOnce, held.count)]
            people.merge(try ProgrammePeople(Array(piece), model, evaluator.acted))
        }
        try checkDifference(request, programme, people)
        let weights = try ProgrammeWeights(
            programme, people, isBootstrap: request["errors"] == "bootstrap", request.sources)
        var territory: FollowedTerritory?
        if let followed = programme.followed, let population = programme.population, !held.isEmpty {
            territory = try evaluator.territory(held, population, followed)
        }
        return ProgrammeReport(
            request: request, programme: programme, people: people,
            tables: ProgrammeTables(programme: programme, people: people), weights: weights, territory: territory,
            sessions: held, promises: promises
        ).report
    }

    /// How many sessions are evaluated together.
    private static let mostSessionsAtOnce = 32

    /// Refuses to publish what an earlier publication lets tell by difference.
    private static func checkDifference(
        _ request: Request, _ programme: Programme, _ people: ProgrammePeople
    ) throws(CompilationError) {
        let earlier = Set(request["published"].split(separator: ",").map(String.init))
        guard !earlier.isEmpty else { return }
        let all = Set(people.members.map(\.key))
        guard programme.disclosure.isTooClose(all, all.filter { earlier.contains($0.session) }) else { return }
        throw CompilationError(
            "programme.difference",
            "this publication and the earlier one differ by fewer than \(programme.disclosure.threshold) people",
            hint: "wait for another session", in: request.sources)
    }
}

extension RoomEvaluator {
    /// The territory as it goes, and if it followed the participants: means over those who answered and are there.
    func territory(
        _ held: [Session], _ population: Int, _ followed: Programme.Followed
    ) throws(CompilationError) -> FollowedTerritory {
        let years = Array(
            (held.map { $0.room.workshop.start }.min() ?? 0)...(held.map { $0.room.workshop.goal.year }.max() ?? 0))
        var sum = [Double](repeating: 0, count: years.count)
        var background = sum
        var count = 0
        for session in held {
            let paths = try paths(of: session.room, in: years)
            for person in paths.counted {
                for year in years.indices { sum[year] += paths.people[person].total[year] }
            }
            for year in years.indices { background[year] += paths.background.total[year] }
            count += paths.counted.count
        }
        return FollowedTerritory(
            years, population: population, followed,
            participants: sum.map { count > 0 ? $0 / Double(count) : .nan },
            background: background.map { $0 / Double(held.count) })
    }
}
