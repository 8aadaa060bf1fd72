internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

/// Sets out what is published of a territory, and its targets.
struct TerritoryReport {
    let request: Analysis.Request
    let territory: Territory
    /// How sure the standing is; nothing unless draws are asked for.
    let drawn: DrawnTargets?

    var language: Language { request.language }
    var units: UnitWords { UnitWords(language) }

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
        notes += drawNotes + sources
        return Report(
            title: say("Territory · \(text(territory.label))", "Territoire · \(text(territory.label))"),
            about: .init(request),
            sections: peopleSections + subjects
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

    func short(_ value: Double, _ subject: Territory.Target.Subject) -> String {
        units.short(figure(value, subject))
    }

    func percent(_ share: Double) -> String { units.text(Figure(share * 100, "%")) }

    // MARK: Sections

    private var peopleSections: [Report.Section] {
        var sections: [Report.Section] = []
        if !territory.population.isEmpty {
            let table = Report.Table(
                columns: [
                    .init(id: "year", title: say("year", "année")),
                    .init(id: "population", title: say("inhabitants", "habitants"), alignment: .trailing),
                ], rows: territory.population.map { [.text(String($0.year)), .figure(Figure($0.value))] })
            sections.append(.init("Population", .table(table)))
        }
        for margin in territory.margins {
            let table = Report.Table(
                columns: [
                    .init(id: "group", title: margin.id), .init(id: "share", title: say("share", "part"), unit: "%"),
                ], rows: margin.shares.map { [.text($0.group), .figure(Figure($0.share * 100, "%"))] })
            sections.append(.init(nil, .table(table)))
        }
        if !territory.competence.isEmpty {
            let powers = territory.competence.joined(separator: ", ")
            sections.append(
                .init(nil, .notes([say("Its authority decides on \(powers).", "Ses compétences : \(powers).")])))
        }
        return sections
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
            .init(
                name(subject),
                .headline([.init(figure(now, subject), label: label, remark: remark, range: range(subject))]))
        ]
        let own = accounts.filter { $0.target.subject == subject }
        if series.years.count > 1 || own.contains(where: { $0.result != nil }) {
            let title = say("\(name(subject)) year by year", "\(name(subject)), année par année")
            sections.append(.init(title, .series(chart(subject, series, own)), rank: .part))
            sections.append(.init(nil, .table(table(subject, series, own)), rank: .part))
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

    /// The years known, and those aimed at, beside the ways.
    private func table(
        _ subject: Territory.Target.Subject, _ series: YearSeries, _ accounts: [TargetAccount]
    ) -> Report.Table {
        let paths = accounts.compactMap { each in each.result.map { (each.target, $0.path) } }
        let unit = unit(of: subject)
        let years = Set(series.years + paths.map(\.1.goal.year)).sorted()
        let rows = years.map { year -> [Report.Table.Cell] in
            let known = series[year].map { Report.Table.Cell.figure(figure($0, subject)) } ?? .empty
            return [.text(String(year)), known]
                + paths.map { _, path in
                    path.value(in: year).map { .figure(figure($0, subject)) } ?? .empty
                }
        }
        let columns: [Report.Table.Column] =
            [
                .init(id: "year", title: say("year", "année")),
                .init(id: "known", title: say("known", "connu"), unit: unit),
            ] + paths.map { target, _ in .init(id: target.id, title: text(target.label), unit: unit) }
        return Report.Table(columns: columns, rows: rows)
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

    // MARK: Notes

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
            notes.append(
                say("Derived figures: ", "Chiffres déduits : ") + reasons.joined(separator: say("; ", " ; ")) + ".")
        }
        if !titles.isEmpty {
            notes.append(say("Sources: ", "Sources : ") + titles.joined(separator: say("; ", " ; ")) + ".")
        }
        return notes
    }
}
