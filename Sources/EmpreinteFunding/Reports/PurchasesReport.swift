internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

/// Sets out the shares of public purchases.
struct PurchasesReport {
    let request: Analysis.Request
    let purchases: [Purchase]
    let currency: String
    let isIllustrative: Bool

    private var language: Language { request.language }
    private var words: MoneyWords { MoneyWords(language: language, currency: currency) }

    /// Some of the purchases under a name.
    private struct Group {
        let year: Int?
        let family: String?
        let shares: PurchaseShares
    }

    var report: Report {
        let mark = isIllustrative ? words.say(" · illustrative figures", " · chiffres illustratifs") : ""
        let groups = groups
        return Report(
            title: words.say("Public purchases", "Achats publics") + mark, about: .init(request),
            sections: [
                .init(words.say("By amount", "En montant"), .table(table(groups, \.byAmount))),
                .init(words.say("By contract", "En nombre de marchés"), .table(table(groups, \.byContract))),
                .init(nil, .notes(notes)),
            ], records: records(groups),
            data: [.init("illustrative", .bool(isIllustrative)), .init("groups", .array(groups.map(data)))])
    }

    /// All of them, then by year, then by year and family.
    private var groups: [Group] {
        var groups = [Group(year: nil, family: nil, shares: PurchaseShares(purchases))]
        for year in Set(purchases.map(\.year)).sorted() {
            let inYear = purchases.filter { $0.year == year }
            groups.append(Group(year: year, family: nil, shares: PurchaseShares(inYear)))
            for family in Set(inYear.map(\.family)).sorted() {
                groups.append(
                    Group(year: year, family: family, shares: PurchaseShares(inYear.filter { $0.family == family })))
            }
        }
        return groups
    }

    private func table(_ groups: [Group], _ share: (PurchaseShares.Share) -> Double?) -> Report.Table {
        func cell(_ value: Double?) -> Report.Table.Cell {
            value.map { .figure(Figure($0 * 100, "%")) } ?? .missing(words.say("unknown", "inconnu"))
        }
        let rows = groups.map { group -> [Report.Table.Cell] in
            [
                .text(name(group)), words.cell(group.shares.amount),
                .text(String(group.shares.contracts)), cell(share(group.shares.local)), cell(share(group.shares.small)),
                cell(share(group.shares.environmental)), cell(share(group.shares.social)),
            ]
        }
        return Report.Table(
            columns: [
                .init(id: "group", title: words.say("purchases", "achats")),
                words.column("amount", "amount", "montant"),
                .init(id: "contracts", title: words.say("contracts", "marchés"), alignment: .trailing),
                .init(id: "local", title: "local", unit: "%"),
                .init(id: "small", title: words.say("small", "petites"), unit: "%"),
                .init(id: "environmental", title: words.say("green", "environ."), unit: "%"),
                .init(id: "social", title: "social", unit: "%"),
            ], rows: rows)
    }

    private func name(_ group: Group) -> String {
        switch (group.year, group.family) {
        case (let year?, let family?): "\(year) · \(family)"
        case (let year?, nil): String(year)
        default: words.say("all", "tous")
        }
    }

    private var notes: [String] {
        let all = PurchaseShares(purchases)
        let concentration = all.concentration.map { NumberStyle(language).text($0) }
        return [
            words.say(
                "Shares are of what is known; what is not said is not counted as no.",
                "Les parts portent sur ce qui est connu ; ce qui n’est pas dit ne compte pas pour non."),
            concentration.map {
                words.say(
                    "Concentration of suppliers: \($0) (1: a single one).",
                    "Concentration des fournisseurs : \($0) (1 : un seul).")
            }
                ?? words.say(
                    "Concentration not computable: some suppliers have no id.",
                    "Concentration non calculable : des fournisseurs n’ont pas d’identifiant."),
        ]
    }

    private func records(_ groups: [Group]) -> Report.Table {
        let shares = ["local", "small", "environmental", "social"]
        let columns: [Report.Table.Column] =
            [
                .init(id: "year", title: "year"), .init(id: "family", title: "family"),
                .init(id: "amount", title: "amount"),
                .init(id: "contracts", title: "contracts"),
            ]
            + shares.flatMap {
                [
                    .init(id: $0, title: $0), .init(id: "\($0)_contracts", title: $0),
                    .init(id: "\($0)_unknown", title: $0),
                ]
            }
            + [.init(id: "concentration", title: "concentration")]
        func cell(_ value: Double?) -> Report.Table.Cell { value.map { .figure(Figure($0)) } ?? .empty }
        let rows = groups.map { group -> [Report.Table.Cell] in
            let each = [group.shares.local, group.shares.small, group.shares.environmental, group.shares.social]
            return [
                group.year.map { .text(String($0)) } ?? .empty, group.family.map { .text($0) } ?? .empty,
                words.figure(group.shares.amount), .figure(Figure(Double(group.shares.contracts))),
            ] + each.flatMap { [cell($0.byAmount), cell($0.byContract), cell($0.unknown)] }
                + [cell(group.shares.concentration)]
        }
        return Report.Table(columns: columns, rows: rows)
    }

    private func data(_ group: Group) -> JSON {
        func json(_ share: PurchaseShares.Share) -> JSON {
            .object(of: [
                "by_amount": share.byAmount.map(JSON.number) ?? .null,
                "by_contract": share.byContract.map(JSON.number) ?? .null, "unknown": .number(share.unknown),
            ])
        }
        let shares = group.shares
        return .object(of: [
            "year": group.year.map(JSON.integer) ?? .null, "family": group.family.map(JSON.string) ?? .null,
            "amount": shares.amount.json, "contracts": .integer(shares.contracts), "local": json(shares.local),
            "small": json(shares.small), "environmental": json(shares.environmental), "social": json(shares.social),
            "concentration": shares.concentration.map(JSON.number) ?? .null,
        ])
    }
}
