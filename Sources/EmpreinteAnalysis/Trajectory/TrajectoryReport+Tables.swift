internal import EmpreinteModel
internal import EmpreinteUnits

extension TrajectoryReport {
    private var ends: [Int] { Set([span.shown.lowerBound, span.shown.upperBound]).sorted() }

    /// One row a person: an indicator at both ends, and when its first target is reached; of several courses, the last
    /// year of each.
    func table(_ indicator: Branches) -> Report.Table {
        let unit = indicator.indicator.unit.description
        var columns: [Report.Table.Column] = [.init(id: "id", title: "id")]
        guard run.asked.count == 1, let only = run.asked.first else {
            columns += run.asked.map { .init(id: id(of: $0.course), title: name(of: $0.course), unit: unit) }
            let rows = (0..<run.people).map { person -> [Report.Table.Cell] in
                [.text(run.asked.first?.shown[person].id ?? "")]
                    + run.asked.map { .figure(Figure(shown($0.shown[person], indicator.total).last ?? 0, unit)) }
            }
            return Report.Table(columns: columns, rows: rows)
        }
        let target = targets(of: only.group.mean, indicator).first
        columns += ends.map { .init(id: String($0), title: String($0), unit: unit) }
        if let target { columns.append(.init(id: "met", title: text(target.target.label), alignment: .trailing)) }
        let rows = only.shown.map { person -> [Report.Table.Cell] in
            var row: [Report.Table.Cell] = [.text(person.id ?? "")] + figures(person, indicator)
            if target != nil {
                let met = targets(of: person, indicator).first?.result?.outcome.firstYearMet
                row.append(met.map { .text(String($0)) } ?? .missing(language.say("not reached", "non atteint")))
            }
            return row
        }
        return Report.Table(columns: columns, rows: rows)
    }

    private func figures(_ trajectory: Trajectory, _ indicator: Branches) -> [Report.Table.Cell] {
        let values = shown(trajectory, indicator.total)
        return ends.map { .figure(Figure(values[$0 - span.shown.lowerBound], indicator.indicator.unit.description)) }
    }

    /// One row a group and course, by the groups' names.
    func groupTable(_ indicator: Branches) -> Report.Table {
        let unit = indicator.indicator.unit.description
        let isOne = run.asked.count == 1
        var columns: [Report.Table.Column] = [
            .init(id: "group", title: language.say("group", "groupe")),
            .init(id: "people", title: language.say("people", "personnes"), alignment: .trailing),
        ]
        if !isOne { columns.insert(.init(id: "scenario", title: language.say("scenario", "scénario")), at: 1) }
        columns += ends.map { .init(id: String($0), title: String($0), unit: unit) }
        let rows = groupOrder.flatMap { code in
            run.asked.map { followed -> [Report.Table.Cell] in
                let group = followed.group.groups[code]
                let name = isOne ? [] : [Report.Table.Cell.text(name(of: followed.course))]
                return [.text(groupNames[code])] + name + [.text(String(group.people))] + figures(group.mean, indicator)
            }
        }
        return Report.Table(columns: columns, rows: rows)
    }

    /// The codes of the groups by name: the order they were met in is the file's, and says nothing.
    var groupOrder: [Int] {
        let count = run.asked.first?.group.groups.count ?? 0
        return groupNames.indices.filter { $0 < count }.sorted { groupNames[$0] < groupNames[$1] }
    }

    // MARK: What each action brings

    func title(of attribution: Attribution) -> String {
        let label = text(model.indicators[attribution.indicator].label)
        return language.say(
            "What each action brings: \(label), in \(span.shown.upperBound)",
            "Ce qu’apporte chaque action : \(label), en \(span.shown.upperBound)")
    }

    /// One row an action: what it brings in the last year, by each method.
    func table(of attribution: Attribution) -> Report.Table {
        let unit = model.indicators[attribution.indicator].unit.description
        var columns: [Report.Table.Column] = [.init(id: "action", title: language.say("action", "action"))]
        columns += attribution.gains.map { .init(id: $0.method.rawValue, title: title(of: $0.method), unit: unit) }
        if attribution.errors != nil {
            columns.append(
                .init(id: "error", title: language.say("standard error", "erreur type"), unit: unit))
        }
        let rows = attribution.actions.enumerated().map { index, action -> [Report.Table.Cell] in
            var row: [Report.Table.Cell] = [.text(text(model.actions[action].label))]
            row += attribution.gains.map { .figure(Figure($0.values[index].last ?? 0, unit)) }
            if let errors = attribution.errors { row.append(.figure(Figure(errors[index], unit))) }
            return row
        }
        return Report.Table(columns: columns, rows: rows)
    }

    private func title(of method: Attribution.Method) -> String {
        switch method {
        case .alone: language.say("alone", "seule")
        case .last: language.say("last", "en dernier")
        case .inOrder: language.say("in order", "dans l’ordre")
        case .shapley: "Shapley"
        }
    }
}
