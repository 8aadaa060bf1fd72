public import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

extension ModelDifference {
    /// Sets the difference out: each change with both sources, and each golden person before and after.
    public func report(from old: Model, to new: Model, _ language: Language) -> Report {
        let request = Analysis.Request(new, language: language)
        var report = Report(
            title: language.say(
                "From \(old.identity.id) to \(new.identity.id)", "De \(old.identity.id) à \(new.identity.id)"),
            about: .init(request, year: nil))
        for sort in Change.Sort.allCases {
            let own = changes.filter { $0.sort == sort }
            guard !own.isEmpty else { continue }
            report.sections.append(.init(sort.title(language), .table(table(own, language))))
        }
        if let indicator = old.indicators.first, !effects.isEmpty {
            report.sections.append(
                .init(
                    language.say("Effect on the people of its tests", "Effet sur les personnes de ses tests"),
                    .table(people(indicator, language))))
        }
        if changes.isEmpty {
            report.sections.insert(.init(nil, .notes([language.say("Nothing differs.", "Rien ne diffère.")])), at: 0)
        }
        report.records = table(changes, language)
        report.data = [
            .init("from", .string("\(old.identity.id)@\(old.identity.version)")),
            .init("to", .string("\(new.identity.id)@\(new.identity.version)")),
            .init("changes", .array(changes.map(\.json))),
            .init(
                "people",
                .array(
                    effects.map {
                        .object(of: [
                            "person": .string($0.person), "old": .number($0.old), "new": .number($0.new),
                            "change": .number($0.new - $0.old),
                        ])
                    })),
        ]
        return report
    }

    private func table(_ changes: [Change], _ language: Language) -> Report.Table {
        let columns: [Report.Table.Column] = [
            .init(id: "id", title: "id"), .init(id: "old", title: language.say("old", "ancien")),
            .init(id: "new", title: language.say("new", "nouveau")),
            .init(id: "change", title: language.say("change", "écart"), alignment: .trailing),
            .init(id: "old_source", title: language.say("old source", "ancienne source")),
            .init(id: "new_source", title: language.say("new source", "nouvelle source")),
        ]
        let rows = changes.map { change -> [Report.Table.Cell] in
            [
                .text(change.part.map { "\(change.id) \($0)" } ?? change.id),
                change.old.map { .text($0) } ?? .missing(language.say("new", "nouveau")),
                change.new.map { .text($0) } ?? .missing(language.say("removed", "retiré")),
                change.relative.map { .figure(Figure($0 * 100, "%")) } ?? .empty,
                change.oldSource.map { .text($0) } ?? .empty, change.newSource.map { .text($0) } ?? .empty,
            ]
        }
        return Report.Table(columns: columns, rows: rows)
    }

    private func people(_ indicator: Indicator, _ language: Language) -> Report.Table {
        let unit = indicator.unit.description
        let columns: [Report.Table.Column] = [
            .init(id: "person", title: language.say("person", "personne")),
            .init(id: "old", title: language.say("old", "ancien"), unit: unit),
            .init(id: "new", title: language.say("new", "nouveau"), unit: unit),
            .init(id: "change", title: language.say("change", "écart"), unit: unit),
        ]
        return Report.Table(
            columns: columns,
            rows: effects.map { effect in
                [
                    .text(effect.person), .figure(Figure(effect.old, unit)), .figure(Figure(effect.new, unit)),
                    .figure(Figure(effect.new - effect.old, unit)),
                ]
            })
    }
}

extension ModelDifference.Change.Sort {
    fileprivate func title(_ language: Language) -> String {
        switch self {
        case .factor: language.say("Figures", "Valeurs")
        case .question: language.say("Defaults", "Valeurs par défaut")
        case .formula: language.say("Formulas", "Formules")
        case .action: language.say("Actions", "Actions")
        case .scenario: language.say("Scenarios", "Scénarios")
        case .shadowed:
            language.say("Changed above, and overridden here", "Changé au-dessus, et redéfini ici")
        }
    }
}

extension ModelDifference.Change {
    fileprivate var json: JSON {
        .object(of: [
            "sort": .string(sort.rawValue), "id": .string(id), "part": part.map(JSON.string),
            "old": old.map(JSON.string),
            "new": new.map(JSON.string), "relative": relative.map(JSON.number),
            "old_source": oldSource.map(JSON.string),
            "new_source": newSource.map(JSON.string),
        ])
    }
}
