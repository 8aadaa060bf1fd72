internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// Sets futures out side by side.
struct VisionsReport {
    let futures: Futures
    let isIllustrative: Bool

    private typealias Future = Futures.Future

    private var model: Model { futures.request.model }
    private var language: Language { futures.request.language }
    private var unit: String { model.indicators[futures.indicator].unit.description }

    var report: Report {
        var sections: [Report.Section] = []
        if isIllustrative {
            sections.append(
                .init(
                    nil,
                    .notes([
                        language.say(
                            "Illustrative: these visions are examples nobody made.",
                            "Illustratif : ces visions sont des exemples, de personne.")
                    ])))
        }
        sections.append(.init(text(model.indicators[futures.indicator].label), .series(series)))
        sections.append(.init(language.say("Totals", "Totaux"), .table(totals)))
        sections += futures.milestones.map { year in
            .init(language.say("In \(year), by branch", "En \(year), par poste"), .table(table(year)))
        }
        sections += distinct.map { .init(name(of: $0), .notes(notes(of: $0))) }
        sections.append(.init(language.say("All of them", "Tous ensemble"), .notes(method)))
        let mark = isIllustrative ? language.say(" · illustrative", " · illustratif") : ""
        return Report(
            title: language.say("Scenarios and visions", "Scénarios et visions") + mark, about: .init(futures.request),
            sections: sections.filter { $0.body != .notes([]) }, records: records, data: data)
    }

    private func text(_ label: Label) -> String { label.text(in: language.rawValue) }

    private func name(of future: Future) -> String {
        switch future.origin {
        case .unchanged: language.say("No new action", "Sans nouvelle action")
        case .scenario(let scenario): text(scenario.label)
        case .vision(let vision): text(vision.label) + (vision.group.map { " (\($0))" } ?? "")
        }
    }

    /// The futures that differ: a scenario of nothing is things as they are, by another name.
    private var distinct: [Future] {
        futures.futures.enumerated().filter { index, future in
            index > 0 || !futures.futures.dropFirst().contains { $0.total == future.total }
        }.map(\.element)
    }

    // MARK: Charts and tables

    private var series: Report.Series {
        let lines = distinct.map { Report.Series.Line(name(of: $0), .other, $0.total) }
        let targets = futures.targets.compactMap { target, path in
            path.map { path in Report.Series.Line(text(target.label), .target, futures.years.map(path.value)) }
        }
        return Report.Series(unit: unit, years: futures.years, lines: lines + targets)
    }

    private func figures(_ values: [Double]) -> [Report.Table.Cell] {
        futures.milestones.map { .figure(Figure(values[$0 - futures.years[0]], unit)) }
    }

    private var totals: Report.Table {
        let targets = futures.targets.compactMap { target, path -> [Report.Table.Cell]? in
            guard let path else { return nil }
            return [.text(text(target.label))]
                + futures.milestones.map { year in path.value(in: year).map { .figure(Figure($0, unit)) } ?? .empty }
        }
        return Report.Table(
            columns: [.init(id: "future", title: "")]
                + futures.milestones.map { .init(id: "\($0)", title: "\($0)", unit: unit) },
            rows: distinct.map { [.text(name(of: $0))] + figures($0.total) } + targets)
    }

    /// A row a future, a column a branch.
    private func table(_ year: Int) -> Report.Table {
        let position = year - futures.years[0]
        return Report.Table(
            columns: [.init(id: "future", title: "")]
                + futures.branches.map { branch in
                    .init(id: model.categories[branch].id, title: text(model.categories[branch].label), unit: unit)
                },
            rows: distinct.map { future in
                [.text(name(of: future))] + future.branches.map { .figure(Figure($0[position], unit)) }
            })
    }

    // MARK: What has to be known

    private func notes(of future: Future) -> [String] {
        var notes: [String] = []
        let words = UnitWords(language)
        for (target, path) in futures.targets {
            guard let path, let last = future.total.last, let year = futures.years.last,
                let gap = path.gap(last, in: year)
            else { continue }
            let amount = words.short(Figure(gap.magnitude, unit))
            let label = text(target.label)
            notes.append(
                gap > 0
                    ? language.say(
                        "\(label): \(amount) too much in \(year).", "\(label) : \(amount) de trop en \(year).")
                    : language.say("\(label): met in \(year).", "\(label) : atteint en \(year)."))
        }
        let moved = future.actions.order.map { model.actions[$0] }
        let unquantified = moved.filter(\.effects.isEmpty).map { text($0.label) }
        if !unquantified.isEmpty {
            let list = unquantified.joined(separator: ", ")
            notes.append(language.say("Not quantified: \(list).", "Non chiffré : \(list)."))
        }
        switch future.origin {
        case .unchanged: break
        case .scenario(let scenario): notes += self.notes(of: scenario)
        case .vision(let vision):
            let list = moved.map { text($0.label) }.joined(separator: ", ")
            notes.append(
                moved.isEmpty
                    ? language.say(
                        "It moves nothing that the model knows.", "Elle ne change rien que le modèle connaisse.")
                    : language.say("It moves: \(list).", "Elle change : \(list)."))
            if !vision.withoutPlan.isEmpty {
                let list = vision.withoutPlan.joined(separator: ", ")
                notes.append(
                    language.say("Without a plan, so not in it: \(list).", "Sans plan, donc pas comptées : \(list)."))
            }
        }
        return notes
    }

    private func notes(of scenario: Scenario) -> [String] {
        var notes = scenario.note.map { [text($0)] } ?? []
        if !scenario.leftAtTrend.isEmpty {
            let left = scenario.leftAtTrend.map(text).joined(separator: language.say("; ", " ; "))
            notes.append(language.say("Left at trend: \(left).", "Laissés à la tendance : \(left)."))
        }
        if scenario.evidence.isRecalled {
            notes.append(language.say("Recalled, to be checked.", "De mémoire, à vérifier."))
        }
        if let reason = scenario.evidence.assumption {
            notes.append(language.say("Assumed: \(reason).", "Supposé : \(reason)."))
        }
        return notes
    }

    private var method: [String] {
        let people = futures.request.people.count
        let whom =
            people == 0
            ? language.say("the default person", "la personne par défaut")
            : language.say("\(people) people by their weights", "\(people) personnes selon leur poids")
        return [
            language.say(
                "Mean footprint of \(whom); actions that state no year start in \(futures.years[0]).",
                "Empreinte moyenne de \(whom) ; les actions sans date commencent en \(futures.years[0])."),
            language.say(
                "A footprint counts what inhabitants consume: it is not the inventory of the territory.",
                "Une empreinte compte ce que consomment les habitants : ce n’est pas l’inventaire du territoire."),
        ]
    }

    // MARK: For programs

    private func id(of future: Future) -> (id: String, kind: String) {
        switch future.origin {
        case .unchanged: ("unchanged", "unchanged")
        case .scenario(let scenario): (scenario.id, "scenario")
        case .vision(let vision): (vision.id, "vision")
        }
    }

    /// A row a future and year.
    private var records: Report.Table {
        let columns = ["kind", "id", "year", "total"] + futures.branches.map { model.categories[$0].id }
        var rows: [[Report.Table.Cell]] = []
        for future in futures.futures {
            let (id, kind) = id(of: future)
            for (position, year) in futures.years.enumerated() {
                let values = [future.total[position]] + future.branches.map { $0[position] }
                let amounts = values.map { Report.Table.Cell.figure(Figure($0, unit)) }
                rows.append([.text(kind), .text(id), .text("\(year)")] + amounts)
            }
        }
        return Report.Table(columns: columns.map { .init(id: $0, title: $0) }, rows: rows)
    }

    private var data: [JSON.Member] {
        let list = futures.futures.map { future -> JSON in
            let (id, kind) = id(of: future)
            let branches = zip(futures.branches, future.branches).map { branch, values in
                JSON.Member(model.categories[branch].id, .array(values.map { .number($0) }))
            }
            return .object(of: [
                "id": .string(id), "kind": .string(kind), "label": .string(name(of: future)),
                "total": .array(future.total.map { .number($0) }), "categories": .object(branches),
            ])
        }
        let targets = futures.targets.map { target, path -> JSON in
            .object(of: [
                "id": .string(target.id), "year": .integer(target.year), "value": .number(target.value),
                "path": path.map { path in
                    .array(futures.years.map { path.value(in: $0).map { .number($0) } ?? .null })
                },
            ])
        }
        return (isIllustrative ? [.init("illustrative", true)] : []) + [
            .init("unit", .string(unit)), .init("years", .array(futures.years.map { .integer($0) })),
            .init("people", .integer(futures.request.everyone.count)), .init("futures", .array(list)),
            .init("targets", .array(targets)),
        ]
    }
}
