internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

extension Analysis {
    /// Why results change between two years: what answers, figures and dated series each did, leaf by leaf.
    public static let change = Analysis(
        "change", "Why results change between two years: answers, figures and series, leaf by leaf.",
        options: [
            Option("from", .text, standing: "reference", "the first year: a year, or reference"),
            Option("to", .text, standing: "end", "the last year: a year, or end"),
            Option("scenario", .text, standing: "", "what is done by the last year: the id of a scenario"),
        ]
    ) { request throws(CompilationError) in
        let span = try TrajectorySpan(request)
        let model = request.model
        var taken = ActionSet()
        if !request["scenario"].isEmpty {
            guard let index = model.scenario(request["scenario"]) else {
                let names = model.scenarios.map(\.id)
                throw CompilationError(
                    "scenario.unknown", "no scenario is called '\(request["scenario"])'",
                    hint: Spelling.didYouMean(request["scenario"], among: names), in: model.sources)
            }
            taken = ActionSet(model.scenarios[index].choices, for: nil, in: model, from: span.shown.lowerBound)
        }
        let evaluator = ActedEvaluator(model, offered: taken.order)
        var changes: [(Person, ChangeAnalysis)] = []
        for person in request.everyone {
            changes.append(
                (
                    person,
                    try ChangeAnalysis(
                        of: person, in: evaluator, from: .init(year: span.shown.lowerBound, taken: taken),
                        to: .init(year: span.shown.upperBound, taken: taken))
                ))
        }
        return ChangeReport(request: request, years: span.shown, changes: changes).report
    }
}

/// Sets out the changes of people.
private struct ChangeReport {
    let request: Analysis.Request
    let years: ClosedRange<Int>
    let changes: [(person: Person, change: ChangeAnalysis)]

    var report: Report {
        let language = request.language
        let table = records
        return Report(
            title: language.say(
                "What changes from \(years.lowerBound) to \(years.upperBound)",
                "Ce qui change de \(years.lowerBound) à \(years.upperBound)"),
            about: .init(request, year: nil),
            sections: [
                .init(nil, .table(table)),
                .init(
                    nil,
                    .notes([
                        language.say(
                            "lmdi: logarithmic mean of a product. shapley: mean over all orders. Effects add up to the change.",
                            "lmdi : moyenne logarithmique d’un produit. shapley : moyenne sur tous les ordres. Les effets "
                                + "s’additionnent.")
                    ])),
            ], records: table, data: [.init("leaves", .array(table.objects))])
    }

    private var records: Report.Table {
        let language = request.language
        let unit = request.model.indicators.first?.unit.description ?? ""
        func number(_ id: String, _ english: String, _ french: String) -> Report.Table.Column {
            .init(id: id, title: language.say(english, french), unit: unit)
        }
        let several = changes.count > 1
        let columns: [Report.Table.Column] =
            (several ? [.init(id: "person", title: language.say("person", "personne"))] : []) + [
                .init(id: "id", title: "id"), number("before", "before", "avant"),
                number("answers", "answers", "réponses"), number("figures", "figures", "valeurs"),
                number("series", "series", "séries"), number("after", "after", "après"),
                .init(id: "method", title: language.say("method", "méthode")),
            ]
        let rows = changes.flatMap { person, change in
            change.lines.filter { $0.before != $0.after }.map { line -> [Report.Table.Cell] in
                (several ? [.text(person.id)] : []) + [.text(request.model.formulas[line.formula].id)]
                    + ([line.before] + line.effects + [line.after]).map { .figure(Figure($0, unit)) }
                    + [.text(line.method.rawValue)]
            }
        }
        return Report.Table(columns: columns, rows: rows)
    }
}
