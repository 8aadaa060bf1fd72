internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

/// Sets out what is published of a territory, and its targets.
struct TerritoryReport {
    let request: Analysis.Request
    let territory: Territory

    var language: Language { request.language }
    private var units: UnitWords { UnitWords(language) }

    func say(_ english: String, _ french: String) -> String { language.say(english, french) }
    func text(_ label: Label) -> String { label.text(in: language.rawValue) }

    var accounts: [TargetAccount] { territory.targets.map { TargetAccount($0, of: territory) } }

    var report: Report {
        let accounts = accounts
        let subjects = Territory.Target.Subject.allCases.flatMap { sections(of: $0, accounts) }
        var notes = accounts.compactMap(uncomputed) + territory.undated.map(undated)
        notes.append(
            say(
                "Emissions of a territory are not the footprint of its people, and are not mixed with it.",
                "Les émissions d’un territoire ne sont pas l’empreinte de ses habitants, et ne s’y mélangent pas."))
        notes += sources
        return Report(
            title: say("Territory · \(text(territory.label))", "Territoire · \(text(territory.label))"),
            about: .init(request),
            sections: populationSections + subjects
                + (accounts.isEmpty ? [] : [.init(say("Targets", "Objectifs"), .table(table(accounts)))])
                + [.init(nil, .notes(notes))],
            records: records(accounts), data: data(accounts))
    }

    // MARK: Amounts

    func name(_ subject: Territory.Target.Subject) -> String {
        switch subject {
        case .ghg: say("Emissions", "Émissions")
        case .energy: say("Final energy", "Énergie finale")
        case .renewablesShare: say("Renewable part of the energy", "Part renouvelable de l’énergie")
        }
    }

    /// The unit amounts are shown in: an index and a share in percent.
    func unit(of subject: Territory.Target.Subject) -> String {
        guard let account = subject.account else { return "%" }
        return territory.isIndex(account) ?? false ? "%" : account.unit
    }

    func figure(_ value: Double, _ subject: Territory.Target.Subject) -> Figure {
        let unit = unit(of: subject)
        return Figure(unit == "%" ? value * 100 : value, unit)
    }

    private func short(_ value: Double, _ subject: Territory.Target.Subject) -> String {
        units.short(figure(value, subject))
    }

    func percent(_ share: Double) -> String { units.text(Figure(share * 100, "%")) }

    // MARK: Sections

    private var populationSections: [Report.Section] {
        guard !territory.population.isEmpty else { return [] }
        let table = Report.Table(
            columns: [
                .init(id: "year", title: say("year", "année")),
                .init(id: "population", title: say("inhabitants", "habitants"), alignment: .trailing),
            ],
            rows: territory.population.map { [.text(String($0.year)), .figure(Figure($0.value))] })
        return [.init(say("Population", "Population"), .table(table))]
    }

    private func sections(of subject: Territory.Target.Subject, _ accounts: [TargetAccount]) -> [Report.Section] {
        guard let series = try? territory.series(of: subject), let last = series.years.last,
            let now = series.values.last
        else { return [] }
        var remark: String?
        if let first = series.years.first, first < last, let base = series.values.first, base != 0 {
            remark = say("\(percent(now / base - 1)) since \(first)", "\(percent(now / base - 1)) depuis \(first)")
        }
        let isIndex = subject.account.flatMap(territory.isIndex) ?? false
        let label =
            isIndex
            ? say("of the first year, in \(last)", "de la première année, en \(last)") : say("in \(last)", "en \(last)")
        var sections: [Report.Section] = [
            .init(name(subject), .headline([.init(figure(now, subject), label: label, remark: remark)]))
        ]
        let own = accounts.filter { $0.target.subject == subject }
        if series.years.count > 1 || own.contains(where: { $0.result != nil }) {
            sections.append(.init(nil, .series(chart(subject, series, own))))
        }
        if let account = subject.account { sections += parts(of: account) }
        return sections
    }

    /// The years known, and the ways to the targets.
    private func chart(
        _ subject: Territory.Target.Subject, _ series: YearSeries, _ accounts: [TargetAccount]
    ) -> Report.Series {
        let paths = accounts.compactMap { each in each.result.map { (each.target, $0.path) } }
        let first = min(series.years.first ?? .max, paths.compactMap(\.1.base?.year).min() ?? .max)
        let last = max(series.years.last ?? .min, paths.map(\.1.goal.year).max() ?? .min)
        guard first <= last else { return .init(unit: unit(of: subject), years: [], lines: []) }
        let years = Array(first...last)
        var lines = [
            Report.Series.Line(
                say("known", "connu"), .total, years.map { series[$0].map { figure($0, subject).value } })
        ]
        for (target, path) in paths {
            lines.append(
                .init(
                    text(target.label), .target,
                    years.map { year in path.value(in: year).map { figure($0, subject).value } }))
        }
        return .init(unit: unit(of: subject), years: years, lines: lines)
    }

    /// The sectors and forms of energy of the last year that states them.
    private func parts(of account: Territory.Account) -> [Report.Section] {
        guard
            let last = territory.inventory.last(where: { entry in
                entry.account == account && entry.cells.contains { $0.sector != nil }
            })
        else { return [] }
        let unit = last.isIndex ? "%" : account.unit
        let subject: Territory.Target.Subject = account == .ghg ? .ghg : .energy
        var carriers: [String] = []
        for carrier in last.cells.compactMap(\.carrier) where !carriers.contains(carrier) { carriers.append(carrier) }
        var sectors: [String] = []
        for sector in last.cells.compactMap(\.sector) where !sectors.contains(sector) { sectors.append(sector) }
        let rows = sectors.map { sector -> [Report.Table.Cell] in
            let cells = last.cells.filter { $0.sector == sector }
            let total = cells.reduce(0) { $0 + $1.amount }
            return [.text(sector), .figure(figure(total, subject))]
                + carriers.map { carrier in
                    cells.first { $0.carrier == carrier }.map { .figure(figure($0.amount, subject)) } ?? .empty
                }
        }
        let columns: [Report.Table.Column] =
            [
                .init(id: "sector", title: say("sector", "secteur")),
                .init(id: "total", title: "total", unit: unit),
            ] + carriers.map { .init(id: $0, title: $0, unit: unit) }
        let title = say("By sector in \(last.year)", "Par secteur en \(last.year)")
        return [.init(title, .table(.init(columns: columns, rows: rows)))]
    }

    // MARK: Targets

    private func table(_ accounts: [TargetAccount]) -> Report.Table {
        let rows = accounts.map { each -> [Report.Table.Cell] in
            let label = Report.Table.Cell.text(text(each.target.label))
            guard let (path, outcome) = each.result else {
                return [
                    label, .text(String(each.target.year)), .empty, .empty, .empty,
                    .missing(say("not computable", "non calculable")),
                ]
            }
            let subject = each.target.subject
            let base = path.base.map { "\(short($0.value, subject)) (\($0.year))" }
            let last = each.last.map { "\(short($0.value, subject)) (\($0.year))" }
            return [
                label, .text(String(path.goal.year)), base.map { .text($0) } ?? .empty,
                .text(short(path.goal.value, subject)), last.map { .text($0) } ?? .missing(say("unknown", "inconnu")),
                .text(standing(each, outcome)),
            ]
        }
        return Report.Table(
            columns: [
                .init(id: "target", title: say("target", "objectif")), .init(id: "by", title: say("by", "pour")),
                .init(id: "base", title: say("from", "départ")), .init(id: "goal", title: say("goal", "but")),
                .init(id: "last", title: say("last known", "dernier connu")),
                .init(id: "standing", title: say("against the way", "face au parcours")),
            ], rows: rows)
    }

    private func standing(_ each: TargetAccount, _ outcome: TargetPath.Outcome) -> String {
        var parts: [String] = []
        if let gap = each.last?.gap {
            let size = difference(gap.magnitude, each.target.subject)
            let isShare = each.target.subject == .renewablesShare
            if gap <= 0 {
                parts.append(say("on the way, by \(size)", "en avance de \(size)"))
            } else {
                parts.append(
                    isShare ? say("\(size) missing", "\(size) manquent") : say("\(size) too much", "\(size) de trop"))
            }
        }
        if let rate = outcome.requiredRate, each.target.subject.account != nil {
            parts.append(
                rate > 0
                    ? say("needs \(percent(rate)) less a year", "demande \(percent(rate)) de moins par an")
                    : say("goal reached", "but atteint"))
        }
        return parts.joined(separator: ", ")
    }

    /// What two parts of a whole differ by is told in points.
    private func difference(_ value: Double, _ subject: Territory.Target.Subject) -> String {
        guard unit(of: subject) == "%" else { return short(value, subject) }
        let points = NumberStyle(language).text(value * 100)
        return "\(points)\u{A0}points"
    }

    private func uncomputed(_ each: TargetAccount) -> String? {
        guard let reason = each.reason else { return nil }
        let label = text(each.target.label)
        return say("\(label): not computable, \(reason).", "\(label) : non calculable, \(reason).")
    }

    private func undated(_ entry: Territory.Inventory) -> String {
        let subject: Territory.Target.Subject = entry.account == .ghg ? .ghg : .energy
        let amount = units.text(Figure(entry.total, entry.account.unit))
        return say(
            "\(name(subject)): \(amount), in a year that is not stated, so on no way.",
            "\(name(subject)) : \(amount), une année non précisée, donc sur aucun parcours.")
    }

    /// The publications, each once.
    private var sources: [String] {
        var ids: [String] = []
        let all =
            (territory.inventory + territory.undated).map(\.evidence.source) + territory.targets.map(\.evidence.source)
            + territory.sources.sorted { $0.key < $1.key }.flatMap(\.value).map { Optional($0) }
        for id in all.compactMap({ $0 }) where !ids.contains(id) { ids.append(id) }
        let titles = ids.compactMap { id in request.model.references.first { $0.id == id }.map { text($0.title) } }
        let assumed = territory.inventory.compactMap { entry in
            entry.evidence.assumption.map { "\(entry.year) : \($0)" }
        }
        var seen: Set<String> = []
        let reasons = assumed.filter { seen.insert($0).inserted }
        var notes: [String] = []
        if !reasons.isEmpty {
            notes.append(say("Derived figures: ", "Chiffres déduits : ") + reasons.joined(separator: "; ") + ".")
        }
        if !titles.isEmpty { notes.append(say("Sources: ", "Sources : ") + titles.joined(separator: "; ") + ".") }
        return notes
    }
}
