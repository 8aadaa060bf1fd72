public import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

extension Analysis {
    /// What many sessions come to, published so that nothing tells of one person.
    public static let programme = Analysis(
        "programme", "What the sessions of a programme come to, with what may be published of them only.",
        documents: ["workshop", "session", "programme", "programme_part", "commitments", "relays", "survey"],
        options: [
            Option(
                "errors", .word(["linearised", "bootstrap"]), standing: "linearised", "how standard errors are made"),
            Option("published", .text, standing: "", "the sessions of an earlier publication, by id, between commas"),
            Option(
                "key", .text, standing: "",
                "the key of pseudonyms, of a part and of --format csv, which then lists people"),
            Option(
                "give", .word(["whole", "part"]), standing: "whole",
                "what is given: the whole, or a part for another machine to put together"),
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
        let parts = request.documents.all(WorkshopKinds.programmePart).compactMap { reader.part($0) }
        let promises = reader.commitments(of: request.documents)
        try reader.diagnostics.throwIfErrors(in: request.sources)
        guard let programme else {
            throw CompilationError("document.missing", "no programme can be read", in: request.sources)
        }
        let people = try gather(held, parts.map(\.people), request)
        let assumed = held.map(\.assumption) + parts.map(\.assumption)
        if request["give"] == "part" { return ProgrammeReport.part(of: people, assumed, request) }
        try checkDifference(request, programme, people)
        let weights = try ProgrammeWeights(
            programme, people, isBootstrap: request["errors"] == "bootstrap", request.sources)
        let tables = ProgrammeTables(programme, people, weights)
        var territory: FollowedTerritory?
        if let followed = programme.followed, let population = programme.population,
            tables.figures.means.allSatisfy({ $0.all != nil })
        {
            territory = FollowedTerritory(people, population: population, followed)
        }
        return ProgrammeReport(
            request: request, programme: programme, people: people, tables: tables, weights: weights,
            territory: territory, assumed: assumed, promises: promises
        ).report
    }

    /// The people of sessions and of parts together: under pseudonyms where there are parts, or one is asked for.
    private static func gather(
        _ held: [Session], _ parts: [ProgrammePeople], _ request: Request
    ) throws(CompilationError) -> ProgrammePeople {
        let aims = Dictionary(grouping: held) { ProgrammePeople.Aim($0.room.workshop) }
            .sorted { ($0.key.start, $0.key.goal) < ($1.key.start, $1.key.goal) }
        if Set(aims.map(\.key.indicator) + parts.compactMap { $0.aim?.indicator }).count > 1 {
            throw CompilationError(
                "programme.goal", "the sessions do not all aim at one indicator", in: request.sources)
        }
        let evaluator = RoomEvaluator(request.model)
        var people = ProgrammePeople()
        // Piece by piece, as several machines would.
        for (aim, sessions) in aims {
            for start in stride(from: 0, to: sessions.count, by: Self.mostSessionsAtOnce) {
                let piece = Array(sessions[start..<min(start + Self.mostSessionsAtOnce, sessions.count)])
                people.merge(try ProgrammePeople(piece, aim, request.model, evaluator.acted))
            }
        }
        let isPart = request["give"] == "part"
        guard isPart || !parts.isEmpty else { return people }
        if request["key"].isEmpty, isPart || !held.isEmpty {
            throw CompilationError(
                "option.key", "sessions stand in parts under pseudonyms, which take a key",
                hint: "give all parts the same key, known to nobody else", in: request.sources)
        }
        people = people.pseudonymous(request["key"])
        for part in parts { people.merge(part) }
        let ids = people.rooms.map(\.id).sorted()
        if let twice = zip(ids, ids.dropFirst()).first(where: { $0 == $1 })?.0 {
            throw CompilationError(
                "session.duplicate", "the session under the pseudonym \(twice) is in two parts", in: request.sources)
        }
        return people
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
        let names = earlier.union(earlier.map { ProgrammePeople.pseudonym(request["key"], [$0]) })
        guard programme.disclosure.isTooClose(all, all.filter { names.contains($0.session) }) else { return }
        throw CompilationError(
            "programme.difference",
            "this publication and the earlier one differ by fewer than \(programme.disclosure.threshold) people",
            hint: "wait for another session", in: request.sources)
    }
}
