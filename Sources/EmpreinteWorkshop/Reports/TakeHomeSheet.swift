internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// The page a participant takes home: the start, the path, the end, the person's own picks, and who helps with them.
struct TakeHomeSheet {
    private let request: Analysis.Request
    private let session: Session
    private let paths: RoomPaths
    private let position: Int
    private let gains: Gains

    /// - Throws: `session.unknown_participant`, and why a gain is no number.
    init(
        _ request: Analysis.Request, _ session: Session, _ paths: RoomPaths, _ evaluator: RoomEvaluator, of id: String
    ) throws(CompilationError) {
        guard let position = session.room.state.position(of: id) else {
            throw CompilationError(
                "session.unknown_participant", "nobody in this session is called '\(id)'",
                hint: Spelling.didYouMean(id, among: session.room.state.participants.map(\.id)), in: request.sources)
        }
        self.request = request
        self.session = session
        self.paths = paths
        self.position = position
        gains = try evaluator.gains(of: position, in: session.room)
    }

    private var language: Language { request.language }
    private var workshop: Workshop { session.room.workshop }
    private var unit: String { request.model.indicators[workshop.goal.indicator].unit.description }
    private var path: RoomPaths.Path { paths.people[position] }
    private var id: String { session.room.state.participants[position].id }
    private var own: [RoomState.Pick] { session.room.state.picks.filter { $0.person == id } }
    private func say(_ english: String, _ french: String) -> String { language.say(english, french) }
    private func text(_ label: Label) -> String { label.text(in: language.rawValue) }

    var report: Report {
        let assumptions = Assumptions([session.assumption, workshop.assumption], language)
        let goal = paths.position(of: workshop.goal.year) ?? paths.years.count - 1
        let parts = paths.outputs.indices.filter { paths.outputs[$0].category != nil }
        let chart = Report.Series(
            unit: unit, years: paths.years,
            lines: [.init("Total", .total, path.total)]
                + parts.map { .init(text(paths.outputs[$0].label), .part, path.values[$0]) }
                + [.init(say("goal", "but"), .target, paths.years.map { _ in workshop.goal.value })])
        let year = workshop.goal.year
        let headline: [Report.Headline] = [
            .init(Figure(path.total[0], unit), label: say("in \(workshop.start)", "en \(workshop.start)")),
            .init(
                Figure(path.total[goal], unit), label: say("in \(year)", "en \(year)"),
                remark: say("goal ", "but ") + UnitWords(language).short(Figure(workshop.goal.value, unit))),
        ]
        return Report(
            title: "\(text(workshop.label)) · \(id)" + assumptions.mark, about: .init(request),
            sections: assumptions.sections + [
                .init(nil, .headline(headline)), .init(say("The way", "Le chemin"), .series(chart)),
            ] + picks + [.init(nil, .notes(notes))], records: nil,
            data: [
                .init("session", .string(session.id)), .init("person", .string(id)), assumptions.data,
                .init("years", .array(paths.years.map(JSON.integer))),
                .init("total", .array(path.total.map(JSON.number))),
                .init("picks", .array(own.map(json))),
            ])
    }

    private var picks: [Report.Section] {
        guard !own.isEmpty else { return [] }
        let rows = own.map { pick -> [Report.Table.Cell] in
            [
                .text(text(request.model.actions[pick.action].label)),
                .text(String(workshop.firstYear(of: pick.round))),
                gain(pick).map { .figure(Figure($0, unit)) } ?? .missing(say("not quantified", "non chiffré")),
                .text(supports(pick).map { text($0.label) }.joined(separator: ", ")),
            ]
        }
        return [
            .init(
                say("What I chose", "Ce que j’ai choisi"),
                .table(
                    .init(
                        columns: [
                            .init(id: "action", title: "action"),
                            .init(id: "start", title: say("from", "dès"), alignment: .trailing),
                            .init(id: "gain", title: say("brings", "apporte"), unit: unit),
                            .init(id: "support", title: say("helped by", "aidé par")),
                        ], rows: rows)))
        ]
    }

    private func gain(_ pick: RoomState.Pick) -> Double? {
        guard !request.model.actions[pick.action].effects.isEmpty else { return nil }
        return gains.actions.firstIndex(of: pick.action).map { gains.shapley[$0] }
    }

    private func supports(_ pick: RoomState.Pick) -> [Support] {
        request.model.supports.filter { $0.actions.contains(pick.action) }
    }

    private var notes: [String] {
        let promise = workshop.promise
        return [
            promise.isOnePerDomain
                ? say(
                    "To pledge: one action a domain for the next \(JSON.text(of: promise.horizon)) years.",
                    "À s’engager : une action par domaine pour les \(JSON.text(of: promise.horizon)) prochaines années."
                )
                : say(
                    "To pledge: what you will do in the next \(JSON.text(of: promise.horizon)) years.",
                    "À s’engager : ce que vous ferez dans les \(JSON.text(of: promise.horizon)) prochaines années."),
            say(
                "What an action brings is its mean part over all orders (Shapley) in \(workshop.goal.year); the rest of the way is what is chosen for everybody and the trend.",
                "Ce qu’apporte une action est sa part moyenne sur tous les ordres (Shapley) en \(workshop.goal.year) ; le reste du chemin vient des choix communs et de la tendance."
            ),
        ]
    }

    private func json(_ pick: RoomState.Pick) -> JSON {
        .object(of: [
            "action": .string(request.model.actions[pick.action].id),
            "start": .integer(workshop.firstYear(of: pick.round)), "level": .number(pick.level),
            "shapley": gain(pick).map(JSON.number) ?? .null,
            "supports": .array(supports(pick).map { .string($0.id) }),
        ])
    }
}
