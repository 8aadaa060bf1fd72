internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

extension FundsReport {
    /// Up to this many works have their yearly table shown.
    private static let mostSchedules = 5

    /// What a fund lends: its terms, each works, how they repay, and what a revolving fund pays for.
    func sections(
        _ fund: Fund, _ terms: AdvanceTerms, _ works: [FundAccount.WorksAccount], _ revolving: RevolvingAccount?,
        _ projects: [RevolvingFund.Project]
    ) -> [Report.Section] {
        var sections: [Report.Section] = [
            .init(text(fund.entry.label), .notes([termsInWords(terms)] + remarks(fund.entry))),
            .init(words.say("Works", "Travaux"), .table(table(works))),
        ]
        if works.contains(where: { $0.netPresentValue == nil }) {
            sections.append(
                .init(
                    nil,
                    .notes([
                        words.say(
                            "No present value without a discount rate of the fund and a lifetime of the works.",
                            "Pas de valeur actuelle sans taux d’actualisation du fonds et durée de vie des travaux.")
                    ])))
        }
        let shown = works.filter { $0.schedule != nil }
        if shown.count <= Self.mostSchedules { sections += shown.flatMap(schedule) }
        if let revolving { sections += self.sections(revolving, projects) }
        return sections
    }

    private func termsInWords(_ terms: AdvanceTerms) -> String {
        var parts = [
            words.say(
                "interest \(words.percent(terms.interest)) a year", "intérêt \(words.percent(terms.interest)) par an")
        ]
        switch terms.repayment {
        case .savings(let share):
            parts.append(
                words.say(
                    "repaid by \(words.percent(share)) of the savings",
                    "remboursé par \(words.percent(share)) des économies"))
        case .annuity(let years):
            parts.append(words.say("constant annuity over \(years) years", "annuité constante sur \(years) ans"))
        }
        if let longest = terms.longestPayback {
            parts.append(
                words.say("payback within \(words.years(longest))", "retour en \(words.years(longest)) au plus"))
        }
        return words.say("Terms: ", "Conditions : ") + parts.joined(separator: ", ") + "."
    }

    private func table(_ works: [FundAccount.WorksAccount]) -> Report.Table {
        let unknown = Report.Table.Cell.missing("–")
        let rows = works.map { each -> [Report.Table.Cell] in
            let last = each.schedule.map { each.works.start + $0.count }
            return [
                .text(text(each.works.entry.label) + (each.works.count > 1 ? " × \(each.works.count)" : "")),
                words.cell(each.works.cost), words.cell(each.savings[1]), .text(words.years(each.simplePayback)),
                each.discountedPayback.map { .text(words.years($0)) } ?? unknown,
                each.netPresentValue.map(words.cell) ?? unknown,
                last.map { .text(String($0)) } ?? .missing(words.say("payback too long", "retour trop long")),
            ]
        }
        return Report.Table(
            columns: [
                .init(id: "works", title: words.say("works", "travaux")), words.column("cost", "cost", "coût"),
                words.column("saving", "first saving", "1re économie"),
                .init(id: "payback", title: words.say("simple payback", "retour simple"), alignment: .trailing),
                .init(id: "discounted", title: words.say("discounted", "actualisé"), alignment: .trailing),
                words.column("npv", "present value", "valeur actuelle"),
                .init(id: "repaid", title: words.say("repaid in", "remboursé en"), alignment: .trailing),
            ], rows: rows)
    }

    private func schedule(_ each: FundAccount.WorksAccount) -> [Report.Section] {
        guard let years = each.schedule else { return [] }
        let rows = years.map { year -> [Report.Table.Cell] in
            [
                .text(String(each.works.start + year.number)), words.cell(year.saving), words.cell(year.interest),
                words.cell(year.principal), words.cell(year.payment), words.cell(year.balance),
            ]
        }
        let title = text(each.works.entry.label)
        var notes = [
            words.say(
                "\(years.count) payments, of which \(words.full(years.map(\.interest).total)) of interest.",
                "\(years.count) versements, dont \(words.full(years.map(\.interest).total)) d’intérêts.")
        ]
        if let saved = saved(each) { notes.append(saved) }
        return [
            .init(
                words.say("Repayment · \(title)", "Remboursement · \(title)"),
                .table(
                    .init(
                        columns: [
                            .init(id: "year", title: words.say("year", "année")),
                            words.column("saving", "saving", "économie"),
                            words.column("interest", "interest", "intérêts"),
                            words.column("principal", "principal", "capital"),
                            words.column("payment", "payment", "versement"),
                            words.column("balance", "owed", "reste dû"),
                        ], rows: rows))),
            .init(nil, .notes(notes)),
        ]
    }

    /// Energy and gases saved over the lifetime, or until all is repaid.
    private func saved(_ each: FundAccount.WorksAccount) -> String? {
        let figures = savings(each)
        guard !figures.isEmpty else { return nil }
        let years = savingYears(each)
        let amounts = figures.map { UnitWords(language).text($0) }.joined(separator: ", ")
        return words.say("Saved over \(years) years: \(amounts).", "Économisé en \(years) ans : \(amounts).")
    }

    private func savingYears(_ each: FundAccount.WorksAccount) -> Int {
        each.works.lifetime ?? each.schedule?.count ?? 0
    }

    private func savings(_ each: FundAccount.WorksAccount) -> [Figure] {
        let years = Double(savingYears(each)) * each.works.performance.value
        return [
            each.works.energy.map { Figure($0 * years, "kWh") }, each.works.ghg.map { Figure($0 * years, "kgCO2e") },
        ]
        .compactMap { $0 }
    }

    // MARK: Programs

    func data(
        _ works: [FundAccount.WorksAccount], _ revolving: RevolvingAccount?, _ projects: [RevolvingFund.Project]
    ) -> [JSON.Member] {
        [
            .init("works", .array(works.map(data))),
            .init("revolving", revolving.map { data($0, projects) } ?? .null),
        ]
    }

    private func data(_ each: FundAccount.WorksAccount) -> JSON {
        let schedule = each.schedule?.map { year in
            JSON.object(of: [
                "year": .integer(each.works.start + year.number), "saving": year.saving.json,
                "interest": year.interest.json, "principal": year.principal.json, "payment": year.payment.json,
                "balance": year.balance.json,
            ])
        }
        return .object(of: [
            "id": .string(each.works.entry.id), "cost": each.works.cost.json, "count": .integer(each.works.count),
            "simple_payback": .number(each.simplePayback),
            "discounted_payback": each.discountedPayback.map(JSON.number) ?? .null,
            "net_present_value": each.netPresentValue.map(\.json) ?? .null,
            "eligible": .bool(each.schedule != nil),
            "interest": each.schedule.map { $0.map(\.interest).total.json },
            "schedule": schedule.map(JSON.array),
            "saved": .array(
                savings(each).map { .object(of: ["value": .number($0.value), "unit": .string($0.unit)]) }),
        ])
    }
}
