internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// Sets out what actions bring, for people and programs.
struct AdviceReport {
    let asked: AdviceRequest
    let group: GroupAdvice
    /// Those shown one by one; none for a crowd.
    let people: [PersonalFindings]
    private let tonne: (factor: Double, unit: String)

    init(_ asked: AdviceRequest, group: GroupAdvice, people: [PersonalFindings]) {
        self.asked = asked
        self.group = group
        self.people = people
        tonne = Self.priceUnit(asked.request.model, asked.indicator)
    }

    var language: Language { asked.request.language }
    var model: Model { asked.request.model }
    var words: UnitWords { UnitWords(language) }
    var unit: String { model.indicators[asked.indicator].unit.description }
    /// The unit of what is paid each year.
    var moneyUnit: String { model.indicators.first { $0.id == "money" }?.unit.description ?? "" }

    func text(_ label: Label) -> String { label.text(in: language.rawValue) }
    func name(_ action: Int) -> String { text(model.actions[action].label) }
    func names(_ actions: [Int]) -> String { actions.map(name).joined(separator: ", ") }
    func say(_ english: String, _ french: String) -> String { language.say(english, french) }
    func short(_ value: Double) -> String { words.short(Figure(value, unit)) }

    /// The price of what is saved, by the tonne where gases are saved.
    func price(_ value: Double) -> Figure { Figure(value * tonne.factor, tonne.unit) }

    /// What turns money for one unit of the indicator into money for a tonne.
    private static func priceUnit(_ model: Model, _ indicator: Int) -> (Double, String) {
        let unit = model.indicators[indicator].unit
        guard let money = model.indicators.first(where: { $0.id == "money" })?.unit,
            let own = try? money.divided(by: unit)
        else { return (1, "") }
        guard let tonnes = try? model.units.unit("tCO2e/year").unit, let price = try? money.divided(by: tonnes),
            let convert = own.conversion(to: price)
        else { return (1, own.description) }
        return (convert(1), price.description)
    }

    var report: Report {
        Report(
            title: title, about: .init(asked.request, year: year),
            sections: group.people == 0
                ? [.init(nil, .notes([say("The file holds nobody.", "Le fichier ne contient personne.")]))] : sections,
            records: records, data: data)
    }

    /// The year, when it is the same for everybody.
    private var year: Int? {
        let years = Set(people.map(\.advice.year))
        if people.isEmpty { return asked.request.year ?? model.years.reference }
        return years.count == 1 ? years.first : nil
    }

    private var title: String {
        guard group.people == 1, let only = people.first?.advice.person.id else {
            return say("Actions · \(group.people) people", "Actions · \(group.people) personnes")
        }
        let name = only == Analysis.Request.defaultPerson ? say("default person", "personne par défaut") : only
        return say("Actions · \(name)", "Actions · \(name)")
    }

    private var sections: [Report.Section] {
        guard people.count == 1, let only = people.first else { return groupSections }
        let headline = headline(before: only.advice.before, after: only.advice.after, only.drawn)
        let chance = asked.draws.map { UncertaintyWords(asked.request, $0) }
        return [.init(nil, .headline([headline]))]
            + takenSections(only) + nextSections(only) + othersSections(only) + floorSections(only)
            + cheapestSections(only) + curveSections(only) + typicalSections(only.advice)
            + [.init(nil, .notes([method] + (chance.map { [$0.method, $0.exact] } ?? [])))]
    }

    private func headline(before: Double, after: Double, _ drawn: DrawnAdvice?) -> Report.Headline {
        let label = text(model.indicators[asked.indicator].label)
        let range = drawn?.after.range
        guard before != after else { return Report.Headline(Figure(after, unit), label: label, range: range) }
        return Report.Headline(
            Figure(after, unit), label: label,
            remark: say(
                "\(short(before)) without the actions taken, \(short(before - after)) less",
                "\(short(before)) sans les actions choisies, \(short(before - after)) de moins"), range: range)
    }

    private var method: String {
        say(
            "Gains are what the whole footprint loses, each action at its full strength, whatever time it takes to come to it.",
            "Un gain est ce que perd l’empreinte entière, chaque action à sa pleine force, quel que soit le temps qu’il lui faut."
        )
    }

    // MARK: A group

    private var groupSections: [Report.Section] {
        var sections: [Report.Section] = [
            .init(
                nil,
                .headline([
                    Report.Headline(
                        Figure(group.meanAfter, unit), label: say("on average", "en moyenne"),
                        remark: group.meanBefore == group.meanAfter
                            ? nil
                            : say(
                                "\(short(group.meanBefore)) without the actions taken",
                                "\(short(group.meanBefore)) sans les actions choisies"))
                ]))
        ]
        if !people.isEmpty { sections.append(.init(nil, .table(peopleTable))) }
        if !group.taken.isEmpty {
            sections.append(
                .init(
                    say("What the actions taken bring, on average", "Ce qu’apportent les actions choisies, en moyenne"),
                    .table(takenTable)))
        }
        for own in [true, false] {
            let next = group.next.filter { model.actions[$0.action].actor.changesFigures != own && $0.sum > 0 }
            guard !next.isEmpty else { continue }
            let title =
                own
                ? say("Next, by what the group gains", "Ensuite, selon le gain du groupe")
                : say("What is out of their hands", "Ce qui n’est pas entre leurs mains")
            sections.append(.init(title, .table(nextTable(Array(next.prefix(asked.count))))))
        }
        let unquantified = model.actions.count { $0.effects.isEmpty }
        let notes =
            unquantified == 0
            ? []
            : [
                say(
                    "\(unquantified) actions are not quantified: no effect is known, which is not zero.",
                    "\(unquantified) actions ne sont pas chiffrées : aucun effet n’est connu, ce qui n’est pas zéro.")
            ]
        return sections + [.init(nil, .notes(notes + [method]))]
    }

    private var peopleTable: Report.Table {
        let columns: [Report.Table.Column] = [
            .init(id: "id", title: "id"), .init(id: "before", title: say("before", "avant"), unit: unit),
            .init(id: "after", title: say("after", "après"), unit: unit),
            .init(id: "overlap", title: say("overlap", "double compte"), unit: unit),
            .init(id: "next", title: say("next", "ensuite")),
        ]
        let rows = people.map { findings -> [Report.Table.Cell] in
            let advice = findings.advice
            let ranking = AdviceRanking(advice.open(own: true, in: model), by: asked.key, in: model)
            return [
                .text(advice.person.id), .figure(Figure(advice.before, unit)), .figure(Figure(advice.after, unit)),
                advice.person.taken.isEmpty ? .empty : .figure(Figure(advice.gains.overlap, unit)),
                (ranking.paying + ranking.ranked).first.map { .text(name($0.action)) } ?? .empty,
            ]
        }
        return Report.Table(columns: columns, rows: rows)
    }

    private var takenTable: Report.Table {
        let columns: [Report.Table.Column] = [
            .init(id: "action", title: "action"),
            .init(id: "people", title: say("people", "personnes"), alignment: .trailing),
            .init(id: "alone", title: say("alone", "seule"), unit: unit),
            .init(id: "in_order", title: say("in order", "dans l’ordre"), unit: unit),
            .init(id: "shapley", title: "Shapley", unit: unit),
        ]
        let rows = group.taken.map { taken -> [Report.Table.Cell] in
            if model.actions[taken.action].unquantified != nil {
                let words = Report.Table.Cell.missing(say("not quantified", "non chiffrée"))
                return [.text(name(taken.action)), .text(String(taken.people)), words, .empty, .empty]
            }
            return [.text(name(taken.action)), .text(String(taken.people))]
                + [taken.alone, taken.inOrder, taken.shapley].map { .figure(Figure($0, unit)) }
        }
        func sum(_ value: (GroupAdvice.Taken) -> Double) -> Report.Table.Cell {
            .figure(Figure(group.taken.reduce(0) { $0 + value($1) }, unit))
        }
        let total: [Report.Table.Cell] = [
            .text(say("sum", "somme")), .empty, sum(\.alone), sum(\.inOrder), sum(\.shapley),
        ]
        return Report.Table(columns: columns, rows: rows + [total])
    }

    private func nextTable(_ actions: [GroupAdvice.Action]) -> Report.Table {
        let columns: [Report.Table.Column] = [
            .init(id: "action", title: "action"),
            .init(id: "people", title: say("people", "personnes"), alignment: .trailing),
            .init(id: "mean", title: say("mean gain", "gain moyen"), unit: unit),
            .init(id: "sum", title: say("in all", "en tout"), unit: unit),
        ]
        return Report.Table(
            columns: columns,
            rows: actions.map { action in
                [
                    .text(name(action.action)), .text(String(action.people)), .figure(Figure(action.mean, unit)),
                    .figure(Figure(action.sum, unit)),
                ]
            })
    }
}
