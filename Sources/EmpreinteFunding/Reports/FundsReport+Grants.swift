internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

extension FundsReport {
    /// What a fund gives: its rules, each file, each year of the envelope.
    func sections(
        _ fund: Fund, _ rules: GrantFund, _ files: [Application], _ account: GrantAccount
    ) -> [Report.Section] {
        let labels = Dictionary(files.map { ($0.entry.id, $0.entry.label) }, uniquingKeysWith: { first, _ in first })
        let rows = account.decisions.map { decision -> [Report.Table.Cell] in
            [
                .text(labels[decision.file].map(text) ?? decision.file), words.cell(decision.asked),
                decision.isRefused ? .missing(words.say("refused", "refusé")) : words.cell(decision.grant),
                .text(self.words(for: decision.binding)), words.cell(decision.gap),
            ]
        }
        let columns: [Report.Table.Column] = [
            .init(id: "file", title: words.say("file", "dossier")), words.column("asked", "asked", "demandé"),
            words.column("granted", "granted", "accordé"), .init(id: "rule", title: words.say("limit", "limite")),
            words.column("gap", "gap", "manque"),
        ]
        let nobody = Report.Body.notes([words.say("Nobody asks for anything.", "Personne ne demande rien.")])
        let years = account.years.map { year -> [Report.Table.Cell] in
            [
                .text(String(year.year)), words.cell(year.available), words.cell(year.granted),
                words.cell(year.lapsed), words.cell(year.left),
            ]
        }
        let granted = words.say("granted", "accordés")
        let left = words.say("\(words.full(account.left)) left", "\(words.full(account.left)) restants")
        return [
            .init(
                text(fund.entry.label),
                .headline([.init(Figure(account.granted.amount, currency), label: granted, remark: left)])),
            .init(nil, .notes([rulesInWords(rules)] + remarks(fund.entry))),
            .init(words.say("Files", "Dossiers"), rows.isEmpty ? nobody : .table(.init(columns: columns, rows: rows))),
            .init(
                words.say("Envelope", "Enveloppe"),
                .table(
                    .init(
                        columns: [
                            .init(id: "year", title: words.say("year", "année")),
                            words.column("available", "available", "disponible"),
                            words.column("granted", "granted", "accordé"),
                            words.column("lapsed", "lapsed", "perdu"), words.column("left", "left", "reste"),
                        ], rows: years))),
        ]
    }

    private func rulesInWords(_ rules: GrantFund) -> String {
        var parts: [String] = []
        if let ceiling = rules.ceiling {
            parts.append(
                words.say("at most \(words.full(ceiling)) a file", "au plus \(words.full(ceiling)) par dossier"))
        }
        if let rate = rules.rate {
            parts.append(
                words.say("at most \(words.percent(rate)) of its plan", "au plus \(words.percent(rate)) de son plan"))
        }
        parts.append(words(for: rules.policy))
        return words.say("Rules: ", "Règles : ") + parts.joined(separator: ", ") + "."
    }

    private func words(for policy: GrantFund.Policy) -> String {
        switch policy {
        case .firstCome: words.say("in order of arrival", "par ordre d’arrivée")
        case .ranked: words.say("by rank, whole grants only", "par rang, aides entières seulement")
        case .rankedPartial: words.say("by rank, the last one in part", "par rang, la dernière en partie")
        case .proRata: words.say("the same proportion for everybody", "la même proportion pour tous")
        case .bestImpact: words.say("the files that do most together", "les dossiers qui font le plus ensemble")
        }
    }

    private func words(for rule: GrantAccount.Rule) -> String {
        switch rule {
        case .asked: words.say("what is asked", "la demande")
        case .ceiling: words.say("ceiling", "plafond")
        case .rate: words.say("rate", "taux")
        case .planGap: words.say("gap in the plan", "besoin du plan")
        case .envelope: words.say("envelope", "enveloppe")
        case .beneficiary: words.say("beneficiary", "bénéficiaire")
        }
    }

    func data(_ rules: GrantFund, _ account: GrantAccount) -> [JSON.Member] {
        let files = account.decisions.map { decision in
            JSON.object(of: [
                "id": .string(decision.file), "year": .integer(decision.year), "asked": decision.asked.json,
                "granted": decision.grant.json, "refused": .bool(decision.isRefused),
                "rule": .string(decision.binding.rawValue), "gap": decision.gap.json,
            ])
        }
        let years = account.years.map { year in
            JSON.object(of: [
                "year": .integer(year.year), "available": year.available.json, "granted": year.granted.json,
                "lapsed": year.lapsed.json, "left": year.left.json,
            ])
        }
        return [
            .init("policy", .string(rules.policy.rawValue)), .init("envelope", rules.envelope.total.json),
            .init("granted", account.granted.json), .init("lapsed", account.lapsed.json),
            .init("left", account.left.json), .init("files", .array(files)), .init("years", .array(years)),
        ]
    }
}
