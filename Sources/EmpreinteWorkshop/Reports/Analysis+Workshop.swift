public import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

extension Analysis {
    /// Where a room stands after the events of its log.
    public static let workshop = Analysis(
        "workshop", "A room after the events of its log: everybody's path, the group's, and what its picks bring.",
        documents: ["workshop", "session"],
        options: [
            Option("rank", .word(["none", "initial", "reduction"]), standing: "none", "the order of people"),
            Option("what_if", .text, standing: "", "an event to look at without recording it, as p03 pick ACTION"),
            Option("sheet", .text, standing: "", "the participant whose page to take home is asked"),
            Option(
                "gains", .word(["rounds", "open", "none"]), standing: "rounds",
                "of which rounds to say what each pick brings: all, the open one for a quick screen, or none"),
            Option("count", .word(["answered", "everybody"]), standing: "answered", "whom statistics count"),
        ]
    ) { request throws(CompilationError) in
        let session = try Session.only(of: request)
        let evaluator = RoomEvaluator(request.model)
        let countsEverybody = request["count"] == "everybody"
        let paths = try evaluator.paths(of: session.room, countsEverybody: countsEverybody)
        guard request["sheet"].isEmpty else {
            return try TakeHomeSheet(request, session, paths, evaluator, of: request["sheet"]).report
        }
        var gains: [RoundGains] = []
        let open = session.room.state.open
        for round in session.room.workshop.rounds.indices
        where session.room.standing.contains(where: { $0.round == round }) {
            guard request["gains"] == "rounds" || request["gains"] == "open" && round == open else { continue }
            gains.append(try evaluator.gains(of: round, in: session.room, counted: paths.counted))
        }
        var asked: RoomPaths?
        if !request["what_if"].isEmpty {
            let room = try session.room.asking(request["what_if"])
            asked = try evaluator.paths(of: room, countsEverybody: countsEverybody)
        }
        return WorkshopReport(request: request, session: session, paths: paths, gains: gains, asked: asked).report
    }
}

extension Session {
    /// The one session a caller gives.
    ///
    /// - Throws: `document.missing`, `session.count`, and what is wrong with it.
    static func only(of request: Analysis.Request) throws(CompilationError) -> Session {
        let documents = request.documents.all(WorkshopKinds.session)
        guard let document = documents.first else {
            throw CompilationError(
                "document.missing", "no document of kind session is given",
                hint: "give a file that starts with kind: session", in: request.sources)
        }
        var reader = RoomReader(request.model)
        if documents.count > 1 {
            reader.refuse(
                documents[1].root, "session.count", "one session is looked at, and \(documents.count) are given",
                hint: "programme takes them together")
        }
        let workshops = reader.workshops(of: request.documents)
        try reader.diagnostics.throwIfErrors(in: request.sources)
        let session = reader.session(document, workshops, RoomRules(request.model))
        try reader.diagnostics.throwIfErrors(in: request.sources)
        guard let session else {
            throw CompilationError("document.missing", "no session can be read", in: request.sources)
        }
        return session
    }
}
