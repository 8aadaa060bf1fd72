public import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

extension Analysis {
    /// What became of commitments, and what they save.
    public static let commitments = Analysis(
        "commitments", "What became of commitments, what they save, how habits changed and whom relays reached.",
        documents: ["commitments", "relays", "survey", "workshop", "session", "programme"],
        options: [Option("before", .text, standing: "", "only what was observed before a day counts: 2026-06")]
    ) { request throws(CompilationError) in
        let model = request.model
        var reader = RoomReader(model)
        let commitments = reader.commitments(of: request.documents)
        let relays = reader.relays(of: request.documents)
        for document in request.documents.all(WorkshopKinds.commitments) {
            for node in document["commitments"]?.items.map({ $0 }) ?? [] {
                guard let relay = node["relay"], !relays.isEmpty, !relays.contains(where: { $0.id == relay.text })
                else {
                    continue
                }
                reader.refuse(
                    relay, "commitment.relay", "no relay is called '\(relay.text)'",
                    hint: Spelling.didYouMean(relay.text, among: relays.map(\.id)))
            }
        }
        let changes = reader.changes(of: request.documents)
        var programme: Programme?
        if let document = request.documents.all(WorkshopKinds.programme).last { programme = reader.programme(document) }
        try reader.diagnostics.throwIfErrors(in: request.sources)
        guard !commitments.isEmpty || !relays.isEmpty || !changes.isEmpty else {
            throw CompilationError(
                "document.missing", "no commitments, relays or survey are given",
                hint: "give a file that starts with kind: commitments", in: request.sources)
        }
        guard request["before"].isEmpty || CalendarDate(request["before"]) != nil else {
            throw CompilationError(
                "date.invalid", "'\(request["before"])' is no date", hint: "write 2026-06", in: request.sources)
        }
        let before = CalendarDate(request["before"])
        let counted = commitments.map { commitment in before.map(commitment.seen) ?? commitment }
        let indicator = model.indicator("ghg") ?? 0
        let year = request.year ?? before?.year ?? Self.lastYear(counted) ?? model.years.reference
        let effect =
            model.indicators.isEmpty
            ? nil
            : try CommitmentEffect(
                counted, people: request.people, goal: indicator,
                in: min(max(year, model.years.range.lowerBound), model.years.range.upperBound), model,
                ActedEvaluator(model))
        let illustrations = request.documents.all.filter { document in
            [WorkshopKinds.commitments, WorkshopKinds.relays, WorkshopKinds.survey].contains {
                $0.name == document.kind.name
            }
        }
        return CommitmentsReport(
            request: request, commitments: counted, relays: relays, changes: changes, effect: effect, year: year,
            disclosure: programme?.disclosure ?? Disclosure(), population: programme?.population,
            assumptions: Assumptions(illustrations.map(reader.assumption), request.language)
        ).report
    }

    /// The year of the last thing seen.
    private static func lastYear(_ commitments: [Commitment]) -> Int? {
        commitments.flatMap { [$0.start] + $0.observations.map(\.date) }.map(\.year).max()
    }
}

extension Commitment {
    /// The commitment as it was known before a date.
    func seen(before date: CalendarDate) -> Commitment {
        Commitment(
            id, person: person, actor: actor, action: action, level: level, start: start, until: until,
            session: session, relay: relay, support: support, observations: observations.filter { $0.date < date })
    }

    /// How long it was kept, or seen so far; nothing where it was never seen.
    var spell: Survival.Spell? {
        let known = observations.filter { $0.status != .unknown }
        guard let last = known.last else { return nil }
        let drop = known.first { $0.status == .dropped }
        return .init(months: (drop ?? last).date.months - start.months, isDropped: drop != nil)
    }
}
