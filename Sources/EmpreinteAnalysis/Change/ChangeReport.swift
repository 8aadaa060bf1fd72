internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// Sets out the changes of people: what did it, then the leaves that change most.
struct ChangeReport {
    let request: Analysis.Request
    let changes: [(person: Person, change: ChangeAnalysis)]

    private var language: Language { request.language }
    private var unit: String { request.model.indicators.first?.unit.description ?? "" }
    /// How many leaves people see; programs get all.
    private static let mostShown = 15

    var report: Report {
        let table = records
        var report = Report(
            title: title, about: .init(request, year: nil), records: table,
            data: [.init("people", .array(changes.map(json))), .init("leaves", .array(table.objects))])
        if changes.count == 1, let only = changes.first?.change, let leaf = leaves(only) {
            report.sections = [
                .init(nil, .headline([headline(only)])),
                .init(language.say("What did it", "Ce qui l’a fait"), .table(causes(only))),
                .init(language.say("Where", "Où"), .table(leaf)),
            ]
        } else if changes.count > 1 {
            report.sections = [.init(nil, .table(people))]
        }
        report.sections.append(.init(nil, .notes(notes)))
        return report
    }

    private var title: String {
        let ends = Set(changes.map { [$0.change.first, $0.change.last] })
        guard ends.count == 1, let years = ends.first else {
            return language.say("What changes", "Ce qui change")
        }
        if years[0] == years[1] {
            return language.say("What changes, in \(years[0])", "Ce qui change, en \(years[0])")
        }
        return language.say(
            "What changes from \(years[0]) to \(years[1])", "Ce qui change de \(years[0]) à \(years[1])")
    }

    private var notes: [String] {
        guard changes.contains(where: { $0.change.lines.contains { $0.before != $0.after } }) else {
            return [
                language.say(
                    "Nothing changes. Between two years, dated figures, series and --scenario change results; between two answers, --now gives the later ones.",
                    "Rien ne change. D’une année à l’autre, les valeurs datées, les séries et --scenario changent les résultats ; d’une réponse à l’autre, --now donne les plus récentes."
                )
            ]
        }
        return [
            language.say(
                "Effects add up to the change. A leaf that is a product is split by logarithmic means, any other by the mean over all orders.",
                "Les effets s’additionnent. Un poste qui est un produit est réparti par moyennes logarithmiques, un autre par la moyenne sur tous les ordres."
            )
        ]
    }

    // MARK: One person

    private func headline(_ change: ChangeAnalysis) -> Report.Headline {
        let words = UnitWords(language)
        let (before, after) = (words.text(Figure(change.before, unit)), words.text(Figure(change.after, unit)))
        return Report.Headline(
            Figure(change.after - change.before, unit), label: language.say("Change", "Écart"),
            remark: language.say("from \(before) to \(after)", "de \(before) à \(after)"))
    }

    private func causes(_ change: ChangeAnalysis) -> Report.Table {
        let names = [
            language.say("Answers, and what actions make of them", "Réponses, et ce qu’en font les actions"),
            language.say(
                "Figures of the pack, and what public action makes of them",
                "Valeurs du pack, et ce qu’en fait l’action publique"),
            language.say("Dated series, such as the population", "Séries datées, comme la population"),
        ]
        return Report.Table(
            columns: [
                .init(id: "cause", title: language.say("cause", "cause")),
                .init(id: "effect", title: language.say("effect", "effet"), unit: unit),
            ],
            rows: zip(names, change.effects).map { [.text($0), .figure(Figure($1, unit))] })
    }

    /// The leaves that change most, and the rest in one row; nothing where none changes.
    private func leaves(_ change: ChangeAnalysis) -> Report.Table? {
        let changed = change.lines.filter { $0.before != $0.after }.sorted {
            ($0.after - $0.before).magnitude > ($1.after - $1.before).magnitude
        }
        guard !changed.isEmpty else { return nil }
        let isLong = changed.count > Self.mostShown + 1
        let shown = isLong ? Array(changed.prefix(Self.mostShown)) : changed
        var rows = shown.map { line in
            row(request.model.formulas[line.formula].label.text(in: language.rawValue), [line])
        }
        if isLong {
            let rest = changed.count - shown.count
            rows.append(row(language.say("others (\(rest))", "autres (\(rest))"), changed.dropFirst(shown.count)))
        }
        return Report.Table(
            columns: [.init(id: "label", title: language.say("item", "poste"))] + amounts, rows: rows)
    }

    private func row(_ label: String, _ lines: some Sequence<ChangeAnalysis.Line>) -> [Report.Table.Cell] {
        let size = lines.reduce(0) { $0 + max($1.before.magnitude, $1.after.magnitude) }
        func sum(_ value: (ChangeAnalysis.Line) -> Double) -> Report.Table.Cell {
            let sum = lines.reduce(0) { $0 + value($1) }
            // What rounding leaves of orders that cancel out is no effect.
            return .figure(Figure(sum.magnitude < 1e-12 * size ? 0 : sum, unit))
        }
        return [.text(label), sum(\.before)]
            + ChangeAnalysis.Group.allCases.map { group in sum { $0.effects[group.rawValue] } } + [sum(\.after)]
    }

    // MARK: Several people

    private var people: Report.Table {
        Report.Table(
            columns: [.init(id: "person", title: language.say("person", "personne"))] + amounts,
            rows: changes.map { row($0.person.id, $0.change.lines) })
    }

    private var amounts: [Report.Table.Column] {
        func number(_ id: String, _ english: String, _ french: String) -> Report.Table.Column {
            .init(id: id, title: language.say(english, french), unit: unit)
        }
        return [
            number("before", "before", "avant"), number("answers", "answers", "réponses"),
            number("figures", "figures", "valeurs"), number("series", "series", "séries"),
            number("after", "after", "après"),
        ]
    }

    // MARK: For programs

    private var records: Report.Table {
        let several = changes.count > 1
        let columns: [Report.Table.Column] =
            (several ? [.init(id: "person", title: language.say("person", "personne"))] : [])
            + [.init(id: "id", title: "id")] + amounts
            + [.init(id: "method", title: language.say("method", "méthode"))]
        let rows = changes.flatMap { person, change in
            change.lines.filter { $0.before != $0.after }.map { line -> [Report.Table.Cell] in
                let cells = row(request.model.formulas[line.formula].id, [line]) + [.text(line.method.rawValue)]
                return several ? [.text(person.id)] + cells : cells
            }
        }
        return Report.Table(columns: columns, rows: rows)
    }

    private func json(_ person: Person, _ change: ChangeAnalysis) -> JSON {
        let effects = zip(ChangeAnalysis.Group.allCases, change.effects).map { group, effect in
            JSON.Member("\(group)", .number(effect))
        }
        return .object(of: [
            "id": .string(person.id), "from": .integer(change.first), "to": .integer(change.last),
            "before": .number(change.before), "after": .number(change.after), "effects": .object(effects),
        ])
    }
}
