internal import EmpreinteAnalysis
internal import EmpreinteText

extension FundsReport {
    /// What a revolving fund pays for, year by year.
    func sections(_ account: RevolvingAccount, _ projects: [RevolvingFund.Project]) -> [Report.Section] {
        let rows = account.years.map { year -> [Report.Table.Cell] in
            [
                .text(String(year.year)), words.cell(year.repaid), words.cell(year.advanced),
                words.cell(year.cash), .figure(Figure(Double(year.projects))),
            ]
        }
        let leverage = NumberStyle(language).text(account.leverage)
        var notes = [
            words.say(
                "Works come to \(leverage) times the seed; the least cash is \(words.full(account.leastCash)).",
                "Les travaux font \(leverage) fois la mise ; la trésorerie la plus basse est de \(words.full(account.leastCash))."
            )
        ]
        let refused = zip(projects, account.refusals).filter { $0.1 != nil }.map(\.0.id)
        let waiting = account.starts.indices.filter { account.starts[$0] == nil && account.refusals[$0] == nil }.count
        if waiting > 0 {
            notes.append(
                words.say(
                    "\(waiting) projects still wait; the next in line is never overtaken by a cheaper one.",
                    "\(waiting) projets attendent encore ; le premier de la file n’est jamais doublé par un moins cher."
                ))
        }
        if !refused.isEmpty {
            notes.append(words.say("Refused: ", "Refusés : ") + refused.joined(separator: ", ") + ".")
        }
        return [
            .init(
                words.say("Revolving fund", "Fonds renouvelable"),
                .headline([
                    .init(
                        Figure(account.works.amount, currency), label: words.say("of works", "de travaux"),
                        remark: words.say(
                            "\(words.full(account.seed)) to start with", "\(words.full(account.seed)) au départ"))
                ])),
            .init(
                nil,
                .table(
                    .init(
                        columns: [
                            .init(id: "year", title: words.say("year", "année")),
                            words.column("repaid", "repaid", "remboursé"), words.column("advanced", "lent", "avancé"),
                            words.column("cash", "cash", "trésorerie"),
                            .init(id: "projects", title: words.say("projects", "projets"), alignment: .trailing),
                        ], rows: rows))),
            .init(nil, .notes(notes)),
        ]
    }

    func data(_ account: RevolvingAccount, _ projects: [RevolvingFund.Project]) -> JSON {
        let years = account.years.map { year in
            JSON.object(of: [
                "year": .integer(year.year), "repaid": year.repaid.json, "advanced": year.advanced.json,
                "cash": year.cash.json, "projects": .integer(year.projects),
            ])
        }
        let starts = zip(projects, account.starts).map { project, start in
            JSON.object(of: ["id": .string(project.id), "start": start.map(JSON.integer) ?? .null])
        }
        return .object(of: [
            "seed": account.seed.json, "works": account.works.json, "leverage": .number(account.leverage),
            "least_cash": account.leastCash.json, "years": .array(years), "projects": .array(starts),
        ])
    }
}
