internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

/// Sets out what coalitions claim: the roll-up, the roadmap, coverage, changes, a sheet each.
struct CoalitionsReport {
    let request: Analysis.Request
    let book: CoalitionBook
    let credit: RollUp.Credit
    let dates: ForumDates
    let effects: FootprintEffects

    var language: Language { request.language }
    var units: UnitWords { UnitWords(language) }
    func say(_ english: String, _ french: String) -> String { language.say(english, french) }
    func text(_ label: Label) -> String { label.text(in: language.rawValue) }

    /// The claims that were not dropped by the date of the report.
    var standing: [Claim] { book.claims.filter { $0.status(at: dates.at) != .dropped } }

    /// Rolls up the claims that hold in a year, or ever.
    func rollUp(_ claims: [Claim]) -> RollUp {
        RollUp(claims, count: book.coalitions.count, credit: credit, limits: limits, joint: effects.joint)
    }

    /// The last inventory of each account, in all and by sector.
    var limits: [RollUp.Limit] {
        guard let territory = request.model.territory else { return [] }
        return Territory.Account.allCases.flatMap { account -> [RollUp.Limit] in
            guard let last = territory.inventory.last(where: { $0.account == account && !$0.isIndex }) else {
                return []
            }
            var sectors: [String] = []
            for sector in last.cells.compactMap(\.sector) where !sectors.contains(sector) { sectors.append(sector) }
            return sectors.map { .init(unit: account.unit, sector: $0, amount: last.total(of: $0) ?? 0) }
                + [.init(unit: account.unit, sector: nil, amount: last.total)]
        }
    }

    /// - Throws: `option.sheets`.
    func report() throws(CompilationError) -> Report {
        let shown = try sheets()
        let all = rollUp(standing)
        let illustration = Illustration(book.coalitions.compactMap(\.assumption), language)
        let name = request.model.territory.map { text($0.label) } ?? text(request.model.identity.label)
        var sections: [Report.Section] = illustration.sections
        sections += all.totals.flatMap(totalSections) + roadmapSections + coverageSections + forumSections
        sections += incompleteSections + severalSections + shown.flatMap { sheet($0, all, illustration) }
        sections.append(.init(nil, .notes(methods(all))))
        return Report(
            title: say("Coalitions · \(name)", "Coalitions · \(name)") + illustration.mark, about: .init(request),
            sections: sections, records: records, data: illustration.data + data(all))
    }

    private func sheets() throws(CompilationError) -> [Int] {
        switch request["sheets"] {
        case "all": return Array(book.coalitions.indices)
        case "none": return []
        case let id:
            guard let position = book.coalitions.firstIndex(where: { $0.id == id }) else {
                throw CompilationError(
                    "option.sheets", "no coalition is called '\(id)'",
                    hint: Spelling.didYouMean(id, among: book.coalitions.map(\.id)), in: request.sources)
            }
            return [position]
        }
    }

    // MARK: Roll-up

    private func totalSections(_ total: RollUp.Total) -> [Report.Section] {
        let gross = units.short(Figure(total.gross, total.unit))
        var remark = say("\(gross) claimed", "\(gross) déclarés")
        if total.overlap > 1e-9 * total.gross.magnitude {
            let overlap = units.short(Figure(total.overlap, total.unit))
            remark += say(", of which \(overlap) twice", ", dont \(overlap) en double")
        }
        let rows = zip(book.coalitions, total.shares).compactMap { coalition, share -> Report.Bars.Row? in
            share == 0 ? nil : .init(text(coalition.label), .value(share))
        }
        return [
            .init(
                name(of: total.measure),
                .headline([
                    .init(
                        Figure(total.net, total.unit), label: say("less, net", "de moins, net"),
                        remark: remark)
                ])),
            .init(say("Credited to", "Attribué à"), .bars(.init(unit: total.unit, rows: rows))),
        ]
    }

    func name(of measure: Claim.Measure) -> String {
        if measure.isFootprint { return say("Footprints of people", "Empreintes des habitants") }
        switch measure.unit {
        case Territory.Account.ghg.unit: return say("Emissions", "Émissions")
        case Territory.Account.energy.unit: return say("Energy", "Énergie")
        default: return measure.unit
        }
    }

    private func methods(_ all: RollUp) -> [String] {
        var notes: [String] = []
        for total in all.totals {
            for sector in total.capped {
                let place = sector ?? say("the territory", "le territoire")
                notes.append(
                    say(
                        "More is claimed than the inventory of \(place) holds; the net is cut to it.",
                        "Il est déclaré plus que l’inventaire de \(place) ne contient ; le net y est ramené."))
            }
        }
        notes.append(
            say(
                "Each action counts once an account, at the highest level claimed; actions on one account go together as declared.",
                "Chaque action compte une fois par compte, au plus haut niveau déclaré ; les actions d’un même compte se combinent comme déclaré."
            ))
        if let basis = effects.basis {
            let whom =
                basis.isDefaultPerson
                ? say("the default person", "la personne par défaut")
                : say("\(basis.people) people by their weights", "\(basis.people) personnes selon leur poids")
            notes.append(
                say(
                    "What people's actions bring is computed by the engine for \(whom) in \(basis.year), those of one account together; footprints are not added to the inventory's emissions.",
                    "Ce qu’apportent les actions des habitants est calculé par le moteur pour \(whom) en \(basis.year), celles d’un même compte ensemble ; les empreintes ne s’ajoutent pas aux émissions de l’inventaire."
                ))
        }
        switch credit {
        case .shapley:
            notes.append(
                say(
                    "Credit is each coalition's mean gain over all orders (Shapley); it adds up to the net.",
                    "Le crédit est le gain moyen de chaque coalition sur tous les ordres (Shapley) ; sa somme est le net."
                ))
            if all.accounts.contains(where: { $0.shares.count > 12 }) {
                notes.append(
                    say(
                        "Where more than 12 coalitions claim one account, the mean is over 2,000 orders drawn alike.",
                        "Au-delà de 12 coalitions sur un même compte, la moyenne porte sur 2 000 ordres tirés au sort.")
                )
            }
        case .equal:
            notes.append(
                say(
                    "Credit is the same for all who claim an account.",
                    "Le crédit est égal entre ceux qui déclarent un compte."))
        case .declared: notes.append(say("Credit is as declared.", "Le crédit est celui déclaré."))
        }
        return notes
    }

    // MARK: Roadmap

    /// The years in which something starts, ends or is aimed at.
    var years: [Int] {
        var years = Set(standing.map(\.start))
        years.formUnion(standing.compactMap { $0.end.map { $0 + 1 } })
        years.formUnion((request.model.territory?.targets ?? []).map(\.year))
        return years.sorted()
    }

    /// The issue a claim counts for; nothing when its coalition works on several and does not say.
    func issue(of claim: Claim) -> String? {
        if let issue = claim.issue { return issue }
        let issues = book.coalitions[claim.coalition].issues
        return issues.count == 1 ? issues[0] : nil
    }

    /// The issues of the plan, then those only coalitions name.
    var issues: [String] {
        var issues = (request.model.territory?.issues ?? []).map(\.id)
        for issue in book.coalitions.flatMap(\.issues) where !issues.contains(issue) { issues.append(issue) }
        return issues
    }

    func label(ofIssue id: String) -> String {
        (request.model.territory?.issues ?? []).first { $0.id == id }.map { text($0.label) } ?? id
    }

    /// What holds in a year by unit: the net, of it what has begun, and the net by issue.
    func roadmap(_ year: Int) -> [(measure: Claim.Measure, net: Double, begun: Double, byIssue: [Double])] {
        let holding = standing.filter { $0.holds(in: year) }
        let issues = issues
        let all = RollUp(holding, count: issues.count + 1, limits: limits, joint: effects.joint) { claim in
            issue(of: claim).flatMap(issues.firstIndex) ?? issues.count
        }
        let begun = rollUp(holding.filter { [.started, .done].contains($0.status(at: dates.at)) })
        return all.totals.map { total in
            let part = begun.totals.first { $0.measure == total.measure }?.net ?? 0
            return (total.measure, total.net, part, total.shares)
        }
    }

    private var roadmapSections: [Report.Section] {
        let rows = years.flatMap { year in roadmap(year).map { (year, $0) } }
        guard !rows.isEmpty else { return [] }
        let measures = rows.map(\.1.measure).reduce(into: [Claim.Measure]()) { if !$0.contains($1) { $0.append($1) } }
        return measures.flatMap { measure -> [Report.Section] in
            let unit = measure.unit
            let own = rows.filter { $0.1.measure == measure }
            let used = issues.indices.filter { index in own.contains { $0.1.byIssue[index] != 0 } }
            let isSpread = own.contains { ($0.1.byIssue.last ?? 0) != 0 }
            var columns: [Report.Table.Column] = [
                .init(id: "year", title: say("year", "année")), .init(id: "net", title: "net", unit: unit),
                // A column of nothing has no multiple of its own.
                .init(
                    id: "begun", title: say("begun", "engagé"), unit: own.contains { $0.1.begun != 0 } ? unit : nil,
                    alignment: .trailing),
            ]
            columns += used.map { .init(id: issues[$0], title: label(ofIssue: issues[$0]), unit: unit) }
            if isSpread { columns.append(.init(id: "several", title: say("several", "plusieurs"), unit: unit)) }
            let cells = own.map { year, each -> [Report.Table.Cell] in
                [
                    .text(String(year)), .figure(Figure(each.net, unit)),
                    each.begun == 0 ? .text("0") : .figure(Figure(each.begun, unit)),
                ]
                    + used.map { .figure(Figure(each.byIssue[$0], unit)) }
                    + (isSpread ? [.figure(Figure(each.byIssue.last ?? 0, unit))] : [])
            }
            return [
                .init(
                    say("Roadmap · \(name(of: measure))", "Feuille de route · \(name(of: measure))"),
                    .table(.init(columns: columns, rows: cells)))
            ]
        }
    }
}
