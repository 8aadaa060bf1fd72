internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// Sets trajectories out for people and programs.
struct TrajectoryReport {
    let run: TrajectoryRun
    let attributions: [Attribution]
    /// The names of the groups, by their codes.
    let groupNames: [String]

    var request: Analysis.Request { run.request }
    var span: TrajectorySpan { run.span }
    var outputs: [PopulationEvaluator.Output] { run.outputs }
    var language: Language { request.language }
    var model: Model { request.model }
    var words: UnitWords { UnitWords(language) }

    var report: Report {
        Report(
            title: title, about: .init(request, year: nil),
            sections: run.people == 0
                ? [.init(nil, .notes([language.say("The file holds nobody.", "Le fichier ne contient personne.")]))]
                : sections,
            records: records, data: data)
    }

    private var title: String {
        var title = language.say(
            "Trajectory · mean of \(run.people) people", "Trajectoire · moyenne de \(run.people) personnes")
        if run.people == 1 {
            let id = run.asked.first?.shown.first?.id ?? Analysis.Request.defaultPerson
            let name =
                id == Analysis.Request.defaultPerson ? language.say("default person", "personne par défaut") : id
            title = language.say("Trajectory · \(name)", "Trajectoire · \(name)")
        }
        guard run.asked.count == 1, let only = run.asked.first, run.baseline != nil else { return title }
        return "\(title) · \(name(of: only.course))"
    }

    /// The people shown one by one: all of them, when they are few.
    var isShownOneByOne: Bool { run.people <= Analysis.mostShown }

    /// What a course is called.
    func name(of course: Course) -> String {
        let plan = language.say("the plan", "le plan")
        guard let scenario = course.scenario else {
            return course.hasPlan
                ? language.say("The plan", "Le plan") : language.say("No new action", "Sans nouvelle action")
        }
        let label = text(model.scenarios[scenario].label)
        return course.hasPlan ? language.say("\(label), and \(plan)", "\(label), et \(plan)") : label
    }

    // MARK: What is shown

    /// An indicator's total among the outputs, and its branches.
    struct Branches {
        let indicator: Indicator
        let position: Int
        let total: Int
        let branches: [Int]
        /// The total among those drawn.
        let drawn: Int
    }

    var indicators: [Branches] {
        let totals = outputs.filter { !$0.id.contains(".") }
        return model.indicators.enumerated().compactMap { position, indicator in
            guard let total = outputs.firstIndex(where: { $0.id == indicator.id }) else { return nil }
            let branches = outputs.indices.filter { outputs[$0].id.hasPrefix(indicator.id + ".") }
            return Branches(
                indicator: indicator, position: position, total: total, branches: branches,
                drawn: totals.firstIndex { $0.id == indicator.id } ?? 0)
        }
    }

    /// The values of an output in the years shown.
    func shown(_ trajectory: Trajectory, _ output: Int) -> [Double] {
        span.shown.map { trajectory[output][$0 - trajectory.years.lowerBound] }
    }

    /// The year the rates needed count from: the reference year, or the first year shown after it.
    var lastObserved: Int { max(model.years.reference, span.shown.lowerBound) }

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

    func percent(_ share: Double) -> String { words.text(Figure(share * 100, "%"), digits: 2) }

    func text(_ label: Label) -> String { label.text(in: language.rawValue) }

    // MARK: For people

    private var sections: [Report.Section] {
        var sections = indicators.flatMap { indicator -> [Report.Section] in
            [
                .init(nil, .headline(run.asked.map { headline($0, indicator) })),
                .init(text(indicator.indicator.label), .series(series(indicator))),
            ]
        }
        if isShownOneByOne, run.people > 1, let first = indicators.first {
            sections.append(.init(nil, .table(table(first))))
        }
        if !groupNames.isEmpty, let first = indicators.first {
            sections.append(.init(nil, .table(groupTable(first))))
        }
        sections += attributions.map { .init(title(of: $0), .table(table(of: $0))) }
        let drawNotes = drawn.map { [$0.method, $0.exact] } ?? []
        guard run.asked.count > 1 else {
            let ownNotes = run.asked.flatMap { targetNotes($0) + notes(of: $0) }
            return sections + [.init(nil, .notes(ownNotes + choiceNotes + drawNotes))]
        }
        sections += run.asked.map { .init(name(of: $0.course), .notes(targetNotes($0) + notes(of: $0))) }
        let all = language.say("All of them", "Tous ensemble")
        return sections + [.init(all, .notes(choiceNotes + drawNotes))]
    }

    private func targetNotes(_ followed: TrajectoryRun.Followed) -> [String] {
        indicators.flatMap { indicator in
            targets(of: followed.group.mean, indicator).map { target in
                note(target, indicator) + chanceNote(target, followed, indicator)
            } + reductionNotes(followed, indicator)
        }
    }

    private func headline(_ followed: TrajectoryRun.Followed, _ indicator: Branches) -> Report.Headline {
        let trajectory = followed.group.mean
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
        let year = span.shown.upperBound
        let label = language.say("in \(year)", "en \(year)")
        return Report.Headline(
            Figure(last, unit), label: run.asked.count == 1 ? label : "\(label) · \(name(of: followed.course))",
            remark: remarks.isEmpty ? nil : remarks.joined(separator: " · "),
            range: bands(followed, indicator).last?.range)
    }

    /// One course with its branches, beside the baseline; or the totals of several.
    private func series(_ indicator: Branches) -> Report.Series {
        var lines: [Report.Series.Line] = []
        func total(_ followed: TrajectoryRun.Followed) -> Report.Series.Line {
            .init(
                name(of: followed.course), .other, shown(followed.group.mean, indicator.total),
                band: bands(followed, indicator).map(\.range))
        }
        if run.asked.count == 1, let only = run.asked.first {
            let mean = only.group.mean
            lines.append(
                .init("Total", .total, shown(mean, indicator.total), band: bands(only, indicator).map(\.range)))
            lines += indicator.branches.map { .init(text(outputs[$0].label), .part, shown(mean, $0)) }
            lines += run.baseline.map { [total($0)] } ?? []
        } else {
            let totals = ([run.baseline].compactMap(\.self) + run.asked).map(total)
            // A scenario of nothing is the baseline by another name.
            lines = totals.enumerated().filter { index, line in
                index > 0 || !totals.dropFirst().contains { $0.values == line.values }
            }.map(\.element)
        }
        guard let reference = run.asked.first?.group.mean else { return .init(unit: "", years: [], lines: []) }
        for target in targets(of: reference, indicator) {
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
}
