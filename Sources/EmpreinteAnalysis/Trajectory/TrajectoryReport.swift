internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// Sets trajectories out for people and programs.
struct TrajectoryReport {
    let request: Analysis.Request
    let span: TrajectorySpan
    let outputs: [PopulationEvaluator.Output]
    let group: GroupTrajectory
    /// The trajectories shown one by one.
    let people: [Trajectory]

    var language: Language { request.language }
    private var model: Model { request.model }
    private var words: UnitWords { UnitWords(language) }

    var report: Report {
        let isEmpty = group.people == 0
        return Report(
            title: title, about: .init(request, year: nil),
            sections: isEmpty
                ? [.init(nil, .notes([language.say("The file holds nobody.", "Le fichier ne contient personne.")]))]
                : sections,
            records: records, data: data)
    }

    private var title: String {
        guard group.people == 1 else {
            return language.say(
                "Trajectory · mean of \(group.people) people", "Trajectoire · moyenne de \(group.people) personnes")
        }
        let id = people.first?.id ?? Analysis.Request.defaultPerson
        let name = id == Analysis.Request.defaultPerson ? language.say("default person", "personne par défaut") : id
        return language.say("Trajectory · \(name)", "Trajectoire · \(name)")
    }

    // MARK: What is shown

    /// An indicator's total among the outputs, and its branches.
    struct Branches {
        let indicator: Indicator
        let position: Int
        let total: Int
        let branches: [Int]
    }

    var indicators: [Branches] {
        model.indicators.enumerated().compactMap { position, indicator in
            guard let total = outputs.firstIndex(where: { $0.id == indicator.id }) else { return nil }
            let branches = outputs.indices.filter { outputs[$0].id.hasPrefix(indicator.id + ".") }
            return Branches(indicator: indicator, position: position, total: total, branches: branches)
        }
    }

    /// The values of an output in the years shown.
    func shown(_ trajectory: Trajectory, _ output: Int) -> [Double] {
        span.shown.map { trajectory[output][$0 - trajectory.years.lowerBound] }
    }

    /// The year the rates needed count from: the reference year, or the first year shown after it.
    private var lastObserved: Int { max(model.years.reference, span.shown.lowerBound) }

    func targets(of trajectory: Trajectory, _ indicator: Branches) -> [TargetTrajectory] {
        model.targets.filter { $0.indicator == indicator.position }.map { target in
            TargetTrajectory(
                target, trajectory, output: indicator.total, in: span.shown,
                lastObserved: lastObserved)
        }
    }

    /// What the total adds up to over the years shown, and its unit.
    func cumulative(_ trajectory: Trajectory, _ indicator: Branches) -> Figure? {
        guard let years = try? model.units.unit("year").unit,
            let unit = try? indicator.indicator.unit.multiplied(by: years),
            let series = try? trajectory.series(of: indicator.total, in: span.shown)
        else { return nil }
        return Figure(series.cumulative, unit.description)
    }

    private func percent(_ share: Double) -> String { words.text(Figure(share * 100, "%"), digits: 2) }

    private func text(_ label: Label) -> String { label.text(in: language.rawValue) }

    // MARK: For people

    private var sections: [Report.Section] {
        let mean = group.people == 1 ? people.first ?? group.mean : group.mean
        var sections = indicators.flatMap { indicator -> [Report.Section] in
            [
                .init(nil, .headline([headline(mean, indicator)])),
                .init(text(indicator.indicator.label), .series(series(mean, indicator))),
            ]
        }
        if people.count > 1, let first = indicators.first { sections.append(.init(nil, .table(table(first)))) }
        let notes = indicators.flatMap { indicator in
            targets(of: mean, indicator).map { note($0, indicator) }
        }
        return sections + [.init(nil, .notes(notes + [method]))]
    }

    private var method: String {
        language.say(
            "The same answers every year: only dated factors and trends move this path.",
            "Les mêmes réponses chaque année : seuls les facteurs datés et les tendances changent ce parcours.")
    }

    private func headline(_ trajectory: Trajectory, _ indicator: Branches) -> Report.Headline {
        let values = shown(trajectory, indicator.total)
        let unit = indicator.indicator.unit.description
        let (first, last) = (values.first ?? 0, values.last ?? 0)
        var remarks: [String] = []
        if values.count > 1, first != 0 {
            let change = percent(last / first - 1)
            let since = span.shown.lowerBound
            remarks.append(
                first == last
                    ? language.say("unchanged since \(since)", "inchangé depuis \(since)")
                    : language.say("\(change) since \(since)", "\(change) depuis \(since)"))
        }
        if values.count > 1, let sum = cumulative(trajectory, indicator) {
            remarks.append(language.say("\(words.short(sum)) in all", "\(words.short(sum)) en tout"))
        }
        return Report.Headline(
            Figure(last, unit), label: language.say("in \(span.shown.upperBound)", "en \(span.shown.upperBound)"),
            remark: remarks.isEmpty ? nil : remarks.joined(separator: " · "))
    }

    private func series(_ trajectory: Trajectory, _ indicator: Branches) -> Report.Series {
        var lines = [Report.Series.Line("Total", .total, shown(trajectory, indicator.total))]
        lines += indicator.branches.map { .init(text(outputs[$0].label), .part, shown(trajectory, $0)) }
        for target in targets(of: trajectory, indicator) {
            guard let path = target.result?.path else { continue }
            lines.append(.init(text(target.target.label), .target, span.shown.map(path.value)))
        }
        return .init(unit: indicator.indicator.unit.description, years: Array(span.shown), lines: lines)
    }

    private func note(_ target: TargetTrajectory, _ indicator: Branches) -> String {
        let label = text(target.target.label)
        guard let (path, outcome) = target.result else {
            let reason = target.reason ?? ""
            return language.say("\(label): not computed, \(reason).", "\(label) : non calculé, \(reason).")
        }
        let year = path.goal.year
        var parts: [String] = []
        if let met = outcome.firstYearMet {
            parts.append(language.say("first reached in \(met)", "atteint dès \(met)"))
        } else {
            let last = span.shown.upperBound
            parts.append(language.say("not reached by \(last)", "non atteint en \(last)"))
        }
        if span.shown.contains(year), let gap = outcome.gaps[year - span.shown.lowerBound], gap > 0 {
            let gap = words.short(Figure(gap, indicator.indicator.unit.description))
            parts.append(language.say("\(gap) too much in \(year)", "\(gap) de trop en \(year)"))
        }
        if let rate = outcome.requiredRate, rate > 0 {
            let rate = percent(rate)
            parts.append(
                language.say(
                    "takes \(rate) less every year from \(lastObserved)",
                    "demande \(rate) de moins chaque année dès \(lastObserved)"))
        }
        return label + language.say(": ", " : ") + parts.joined(separator: ", ") + "."
    }

    /// One row a person: the first indicator at both ends, and when its first target is reached.
    private func table(_ indicator: Branches) -> Report.Table {
        let unit = indicator.indicator.unit.description
        let ends = Set([span.shown.lowerBound, span.shown.upperBound]).sorted()
        let target = targets(of: group.mean, indicator).first
        var columns: [Report.Table.Column] = [.init(id: "id", title: "id")]
        columns += ends.map { .init(id: String($0), title: String($0), unit: unit) }
        if let target { columns.append(.init(id: "met", title: text(target.target.label), alignment: .trailing)) }
        let rows = people.map { person -> [Report.Table.Cell] in
            let values = shown(person, indicator.total)
            let figures = ends.map { Report.Table.Cell.figure(Figure(values[$0 - span.shown.lowerBound], unit)) }
            var row: [Report.Table.Cell] = [.text(person.id ?? "")] + figures
            if target != nil {
                let met = targets(of: person, indicator).first?.result?.outcome.firstYearMet
                row.append(met.map { .text(String($0)) } ?? .missing(language.say("not reached", "non atteint")))
            }
            return row
        }
        return Report.Table(columns: columns, rows: rows)
    }
}
