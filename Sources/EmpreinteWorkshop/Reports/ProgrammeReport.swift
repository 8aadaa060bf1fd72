internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// Sets a programme out: what may be published, with what is suppressed said as such.
struct ProgrammeReport {
    let request: Analysis.Request
    let programme: Programme
    let people: ProgrammePeople
    let tables: ProgrammeTables
    let weights: ProgrammeWeights?
    let territory: FollowedTerritory?
    /// Why sessions are made up, by session.
    let assumed: [String?]
    let promises: [Commitment]

    var language: Language { request.language }
    var model: Model { request.model }
    var unit: String { people.aim.map { model.indicators[$0.indicator].unit.description } ?? "" }
    var isSelfSelected: Bool { !programme.isRandomSample }
    var assumptions: Assumptions {
        Assumptions([programme.assumption] + assumed, language)
    }

    func say(_ english: String, _ french: String) -> String { language.say(english, french) }
    func text(_ label: Label) -> String { label.text(in: language.rawValue) }
    var suppressed: Report.Table.Cell { .missing(say("suppressed", "secret")) }

    func cell(_ count: Int?) -> Report.Table.Cell { count.map { .text(String($0)) } ?? suppressed }
    func cell(_ value: Double?) -> Report.Table.Cell { value.map { .figure(Figure($0, unit)) } ?? suppressed }
    func name(of channel: String) -> String {
        programme.channels.first { $0.id == channel }.map { text($0.label) } ?? channel
    }

    var report: Report {
        Report(
            title: text(programme.label) + assumptions.mark, about: .init(request),
            sections: assumptions.sections + [progress] + footprints
                + [place, picks, promised, supportSection].compactMap { $0 }
                + estimates
                + followed + [notes], records: records, data: data)
    }

    // MARK: People

    private var progress: Report.Section {
        let rows = programme.channels.map { channel -> [Report.Table.Cell] in
            let progress = tables.progress(channel)
            return [
                .text(text(channel.label)), .text(String(progress.sessions)), cell(progress.attended),
                .text(String(channel.goal)),
                progress.share.map { .figure(Figure($0 * 100, "%")) } ?? suppressed,
                progress.needed.map { .text(String($0)) }
                    ?? (progress.attended == nil ? suppressed : .missing(say("unknown", "inconnu"))),
            ]
        }
        return .init(
            say("People by channel", "Personnes par canal"),
            .table(
                .init(
                    columns: [
                        .init(id: "channel", title: say("channel", "canal")),
                        .init(id: "sessions", title: say("sessions", "séances"), alignment: .trailing),
                        .init(id: "people", title: say("people", "personnes"), alignment: .trailing),
                        .init(id: "goal", title: say("goal", "but"), alignment: .trailing),
                        .init(id: "progress", title: say("progress", "avancement"), unit: "%"),
                        .init(id: "needed", title: say("sessions to go", "séances à tenir"), alignment: .trailing),
                    ], rows: rows)))
    }

    private var place: Report.Section? {
        guard !tables.communes.isEmpty else { return nil }
        let counts = tables.counts
        var rows = tables.communes.enumerated().map { row, commune -> [Report.Table.Cell] in
            [.text(commune)] + counts.cells[row].map(cell) + [cell(counts.rowTotals[row])]
        }
        rows.append([.text("total")] + counts.columnTotals.map(cell) + [cell(counts.total)])
        return .init(
            say("People counted, by commune and channel", "Personnes comptées, par commune et canal"),
            .table(
                .init(
                    columns: [.init(id: "commune", title: "commune")]
                        + tables.channels.map { .init(id: $0, title: name(of: $0), alignment: .trailing) }
                        + [.init(id: "total", title: "total", alignment: .trailing)], rows: rows)))
    }

    // MARK: Footprints

    /// The branches shown, after the total.
    var branches: [Model.Branch] {
        guard let aim = people.aim else { return [] }
        return model.categories.filter { $0.isTop && $0.totals[aim.indicator] != nil }.map {
            .init(id: $0.id, label: $0.label)
        }
    }

    private var footprints: [Report.Section] {
        guard let aim = people.aim, !people.members.isEmpty else { return [] }
        func means(_ mean: (ProgrammeFigures.Means) -> Double?) -> [Report.Table.Cell] {
            tables.figures.means.map { cell(mean($0)) }
        }
        var rows: [[Report.Table.Cell]] = [[.text(say("mean", "moyenne"))] + means(\.all)]
        let quantiles = [
            (0.1, say("first decile", "premier décile")), (0.5, say("median", "médiane")),
            (0.9, say("last decile", "dernier décile")),
        ]
        for (share, name) in quantiles {
            rows.append([.text(name)] + ProgrammePeople.Moment.allCases.map { cell(tables.quantile(share, $0)) })
        }
        for (output, branch) in branches.enumerated() {
            rows.append(
                [.text(say("mean, ", "moyenne, ") + text(branch.label).lowercased())] + means { $0.branches[output] })
        }
        for (place, channel) in tables.channels.enumerated() {
            rows.append(
                [.text(say("mean, ", "moyenne, ") + name(of: channel))] + means { $0.channels[place] })
        }
        return [
            .init(
                say("Footprints of participants", "Empreintes des participants"),
                .table(
                    .init(
                        columns: [.init(id: "statistic", title: "")]
                            + zip(["start", "ten_years", "goal"], aim.moments).map {
                                .init(id: $0, title: String($1), unit: unit)
                            }, rows: rows)))
        ]
    }

    private var picks: Report.Section? {
        let popular = tables.popularity
        guard !popular.isEmpty else { return nil }
        return .init(
            say("What people picked for themselves, by round", "Ce que chacun a choisi pour soi, par tour"),
            .table(
                .init(
                    columns: [
                        .init(id: "round", title: say("round", "tour"), alignment: .trailing),
                        .init(id: "action", title: "action"),
                        .init(id: "people", title: say("people", "personnes"), alignment: .trailing),
                    ],
                    rows: popular.map {
                        [.text(String($0.round + 1)), .text(text(model.actions[$0.action].label)), cell($0.count)]
                    })))
    }

    private var promised: Report.Section? {
        guard !promises.isEmpty else { return nil }
        let published = promisesByDomain
        return .init(
            say("Commitments by domain", "Engagements par domaine"),
            .table(
                .init(
                    columns: [
                        .init(id: "domain", title: say("domain", "domaine")),
                        .init(id: "commitments", title: say("commitments", "engagements"), alignment: .trailing),
                    ],
                    rows: published.domains.map { [.text(text(model.categories[$0.category].label)), cell($0.count)] }
                        + [[.text("total"), cell(published.total)]])))
    }
}

extension Model {
    /// A branch by its name.
    struct Branch {
        let id: String
        let label: Label
    }
}
