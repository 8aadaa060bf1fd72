internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

extension Analysis {
    /// Which figures and which answers move a person's total most.
    public static let sensitivity = Analysis(
        "sensitivity", "Which figures and which answers move a person's total most, each by itself.",
        options: [
            .init("indicator", .text, standing: "", "the total looked at; the first indicator unless said"),
            .init("count", .text, standing: "10", "how many of each a list shows"),
        ]
    ) { request throws(CompilationError) in
        guard request.everyone.count == 1 else {
            throw CompilationError(
                "sensitivity.one", "sensitivity looks at one person, not \(request.everyone.count)",
                in: request.sources)
        }
        guard let count = Int(request["count"]), count > 0 else {
            throw CompilationError(
                "option.count", "count is a whole number above zero, not '\(request["count"])'", in: request.sources)
        }
        let indicator = try AdviceRequest.indicator(request["indicator"], request.model)
        let found = try Evaluator(request.model)
            .sensitivity(of: request.everyone[0], indicator: indicator, year: request.year)
        return SensitivityReport(request: request, indicator: indicator, count: count, found: found).report
    }
}

/// Sets out what moves a total.
struct SensitivityReport {
    let request: Analysis.Request
    let indicator: Int
    let count: Int
    let found: Sensitivity

    private var model: Model { request.model }
    private var unit: String { model.indicators[indicator].unit.description }
    private func say(_ english: String, _ french: String) -> String { request.language.say(english, french) }
    private func text(_ label: Label) -> String { label.text(in: request.language.rawValue) }

    var report: Report {
        let id = found.person.id
        let name = id == Analysis.Request.defaultPerson ? say("default person", "personne par défaut") : id
        var sections: [Report.Section] = [
            .init(
                nil,
                .headline([
                    Report.Headline(Figure(found.total, unit), label: text(model.indicators[indicator].label))
                ]))
        ]
        func add(_ title: String, _ table: Report.Table) {
            var table = table
            table.rows = Array(table.rows.prefix(count))
            if !table.rows.isEmpty { sections.append(.init(title, .table(table))) }
        }
        add(
            say("The total with a figure at the ends of its range", "Le total avec un chiffre au bout de sa marge"),
            figures)
        add(say("The total without an answer", "Le total sans une réponse"), answers)
        add(say("What one per cent more does", "Ce que fait un pour cent de plus"), elasticities)
        return Report(
            title: say("Sensitivity · \(name)", "Sensibilité · \(name)"), about: .init(request, year: found.year),
            sections: sections, records: records, data: data)
    }

    // MARK: Tables

    private func figure(_ value: Double) -> Report.Table.Cell { .figure(Figure(value, unit)) }
    private var elasticity: Report.Table.Column {
        .init(id: "elasticity", title: say("for 1 %", "pour 1 %"), unit: "%")
    }

    private var figures: Report.Table {
        Report.Table(
            columns: [
                .init(id: "figure", title: say("figure", "chiffre")),
                .init(id: "p5", title: say("low", "en bas"), unit: unit),
                .init(id: "p95", title: say("high", "en haut"), unit: unit), elasticity,
            ],
            rows: found.figures.map { effect in
                let option = effect.name.dropFirst(model.factors[effect.factor].id.count)
                let label = text(model.factors[effect.factor].label) + (option.isEmpty ? "" : " \(option)")
                return [.text(label), figure(effect.low), figure(effect.high), .figure(Figure(effect.elasticity, "%"))]
            })
    }

    private var answers: Report.Table {
        Report.Table(
            columns: [
                .init(id: "answer", title: say("answer", "réponse")),
                .init(id: "without", title: say("without it", "sans elle"), unit: unit),
                .init(id: "effect", title: say("what it adds", "ce qu’elle ajoute"), unit: unit),
            ],
            rows: found.answers.map { effect in
                [
                    .text(text(model.inputs[effect.input].label)), figure(effect.withoutIt),
                    figure(found.total - effect.withoutIt),
                ]
            })
    }

    private var elasticities: Report.Table {
        Report.Table(
            columns: [
                .init(id: "question", title: say("number asked for", "nombre demandé")),
                .init(id: "value", title: say("counted", "compté")), elasticity,
            ],
            rows: found.elasticities.map { effect in
                let input = model.inputs[effect.input]
                return [
                    .text(text(input.label)), .figure(Figure(effect.value, input.unit.description)),
                    .figure(Figure(effect.elasticity, "%")),
                ]
            })
    }

    // MARK: For programs

    private var records: Report.Table {
        let columns = ["sort", "id", "low", "high", "without", "elasticity"]
        let rows: [[Report.Table.Cell]] =
            found.figures.map { effect in
                [
                    .text("figure"), .text(effect.name), figure(effect.low), figure(effect.high), .empty,
                    .figure(Figure(effect.elasticity)),
                ]
            }
            + found.answers.map { effect in
                [
                    .text("answer"), .text(model.inputs[effect.input].id), .empty, .empty, figure(effect.withoutIt),
                    .empty,
                ]
            }
            + found.elasticities.map { effect in
                [
                    .text("number"), .text(model.inputs[effect.input].id), .empty, .empty, .empty,
                    .figure(Figure(effect.elasticity)),
                ]
            }
        return Report.Table(columns: columns.map { .init(id: $0, title: $0) }, rows: rows)
    }

    private var data: [JSON.Member] {
        [
            .init("id", .string(found.person.id)), .init("indicator", .string(model.indicators[indicator].id)),
            .init("unit", .string(unit)), .init("total", .number(found.total)),
            .init(
                "figures",
                .array(
                    found.figures.map { effect in
                        .object(of: [
                            "id": .string(effect.name), "p5": .number(effect.low), "p95": .number(effect.high),
                            "elasticity": .number(effect.elasticity),
                        ])
                    })),
            .init(
                "answers",
                .array(
                    found.answers.map { effect in
                        .object(of: [
                            "id": .string(model.inputs[effect.input].id), "without": .number(effect.withoutIt),
                            "effect": .number(found.total - effect.withoutIt),
                        ])
                    })),
            .init(
                "numbers",
                .array(
                    found.elasticities.map { effect in
                        .object(of: [
                            "id": .string(model.inputs[effect.input].id), "value": .number(effect.value),
                            "unit": .string(model.inputs[effect.input].unit.description),
                            "answered": .bool(effect.isAnswered), "elasticity": .number(effect.elasticity),
                        ])
                    })),
        ]
    }
}
