internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// Sets a room out for those in it, and for programs.
struct WorkshopReport {
    let request: Analysis.Request
    let session: Session
    let paths: RoomPaths
    /// Of the rounds in which something was picked.
    let gains: [RoundGains]
    /// The paths under an event that did not happen.
    let asked: RoomPaths?

    var language: Language { request.language }
    var room: Room { session.room }
    var workshop: Workshop { room.workshop }
    var words: UnitWords { UnitWords(language) }
    var unit: String { request.model.indicators[workshop.goal.indicator].unit.description }
    var assumptions: Assumptions { Assumptions([session.assumption, workshop.assumption], language) }

    var report: Report {
        let name = workshop.label.text(in: language.rawValue)
        return Report(
            title: "\(name) · \(session.id)" + assumptions.mark, about: .init(request),
            sections: assumptions.sections + [headline, chart, people, bars].compactMap { $0 } + rounds + open + [
                notes
            ],
            records: records, data: data)
    }

    /// The position of the goal's year, and of the start, among the years.
    var goal: Int { paths.position(of: workshop.goal.year) ?? paths.years.count - 1 }

    func say(_ english: String, _ french: String) -> String { language.say(english, french) }
    func text(_ label: Label) -> String { label.text(in: language.rawValue) }
    func short(_ value: Double) -> String { words.short(Figure(value, unit)) }
    func action(_ index: Int) -> String { text(request.model.actions[index].label) }

    // MARK: Sections

    private var headline: Report.Section? {
        guard let mean = paths.mean, let median = paths.median else { return nil }
        let gap = mean.total[goal] - workshop.goal.value
        let year = workshop.goal.year
        let distance =
            gap > 0
            ? say(
                "\(short(gap)) above the goal of \(short(workshop.goal.value))",
                "\(short(gap)) au-dessus du but de \(short(workshop.goal.value))")
            : say(
                "the goal of \(short(workshop.goal.value)) is met",
                "le but de \(short(workshop.goal.value)) est atteint")
        return .init(
            nil,
            .headline([
                .init(
                    Figure(mean.total[0], unit),
                    label: say(
                        "a person in \(workshop.start), on average",
                        "par personne en \(String(workshop.start)), en moyenne"),
                    remark: say("median \(short(median[0]))", "médiane \(short(median[0]))")),
                .init(
                    Figure(mean.total[goal], unit), label: say("in \(year)", "en \(year)"),
                    remark: say(
                        "median \(short(median[goal])); \(distance)", "médiane \(short(median[goal])) ; \(distance)")),
                .init(
                    Figure(paths.background.total[goal], unit),
                    label: say("in \(year), people who were not here", "en \(year), les autres habitants"),
                    remark: say(
                        "\(short(paths.background.total[0])) in \(workshop.start)",
                        "\(short(paths.background.total[0])) en \(workshop.start)")),
            ]))
    }

    private var chart: Report.Section? {
        guard let mean = paths.mean, let median = paths.median else { return nil }
        let parts = paths.outputs.indices.filter { paths.outputs[$0].category != nil }
        let lines =
            [
                Report.Series.Line(say("group, mean", "groupe, moyenne"), .total, mean.total),
                .init(say("group, median", "groupe, médiane"), .other, median),
                .init(say("other people", "autres habitants"), .other, paths.background.total),
            ] + parts.map { .init(text(paths.outputs[$0].label), .part, mean.values[$0]) }
            + [.init(say("goal", "but"), .target, paths.years.map { _ in workshop.goal.value })]
        return .init(
            say("The group up to \(workshop.goal.year)", "Le groupe jusqu’en \(workshop.goal.year)"),
            .series(.init(unit: unit, years: paths.years, lines: lines)))
    }

    /// The order of people that was asked for; that in which they came unless one was.
    private var order: [Int] {
        func key(_ person: Int) -> Double {
            let total = paths.people[person].total
            return request["rank"] == "initial" ? total[0] : total[goal] - total[0]
        }
        let all = Array(paths.people.indices)
        return request["rank"] == "none" ? all : all.sorted { (key($0), $0) < (key($1), $1) }
    }

    private var people: Report.Section? {
        guard !paths.people.isEmpty else { return nil }
        let rows = order.map { person -> [Report.Table.Cell] in
            let participant = room.state.participants[person]
            let total = paths.people[person].total
            let marks = [
                participant.isPresent ? nil : say("left", "parti"),
                participant.isDefault ? say("no answers", "sans réponses") : nil,
            ].compactMap { $0 }
            return [
                .text(participant.id + (marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))")),
                .figure(Figure(total[0], unit)), .figure(Figure(total[goal], unit)),
                .figure(Figure(total[goal] - workshop.goal.value, unit)),
                .text(String(room.state.picks.count { $0.person == participant.id })), left(participant.id),
            ]
        }
        return .init(
            say("Everybody", "Chacun"),
            .table(
                .init(
                    columns: [
                        .init(id: "person", title: say("person", "personne")),
                        .init(id: "start", title: String(workshop.start), unit: unit),
                        .init(id: "goal", title: String(workshop.goal.year), unit: unit),
                        .init(id: "gap", title: say("to go", "reste"), unit: unit),
                        .init(id: "picks", title: say("picks", "choix"), alignment: .trailing),
                        .init(id: "left", title: say("left", "restants"), alignment: .trailing),
                    ], rows: rows)))
    }

    /// What a person may still pick in the open round.
    private func left(_ person: String) -> Report.Table.Cell {
        guard let round = room.openRound, !round.isPublic else { return .empty }
        return .text(room.left(of: person).map(remaining) ?? say("free", "libre"))
    }

    private func remaining(_ left: Room.Left) -> String {
        [
            left.picks.map(String.init),
            left.budget.map { "\(JSON.text(of: $0)) \(left.unit)" },
        ].compactMap { $0 }.joined(separator: ", ")
    }

    private var bars: Report.Section? {
        guard let mean = paths.mean else { return nil }
        let rows = paths.outputs.indices.filter { paths.outputs[$0].indicator == workshop.goal.indicator }.map {
            output in
            Report.Bars.Row(
                paths.outputs[output].category == nil ? "Total" : text(paths.outputs[output].label),
                .value(mean.values[output][goal]), level: paths.outputs[output].category == nil ? 0 : 1,
                remark: say("from ", "de ") + short(mean.values[output][0]))
        }
        return .init(
            say("The group in \(workshop.goal.year), by branch", "Le groupe en \(workshop.goal.year), par branche"),
            .bars(
                .init(
                    unit: unit, rows: rows, reference: .init(say("goal", "but"), workshop.goal.value))))
    }
}
