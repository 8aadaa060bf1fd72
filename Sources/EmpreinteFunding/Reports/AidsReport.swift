internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

/// Sets out which aids fit which projects, and the best of them together.
struct AidsReport {
    typealias Stack = (application: Application, matches: [AidMatch], stack: AidStack)

    let request: Analysis.Request
    let aids: [Aid]
    let limits: AidStack.Limits
    let stacks: [Stack]
    let currency: String
    let illustrations: [FundingEntry]

    private var language: Language { request.language }
    private var words: MoneyWords { MoneyWords(language: language, currency: currency) }

    var report: Report {
        let illustration = Illustration(illustrations, language)
        return Report(
            title: words.say("Aids", "Aides") + illustration.mark, about: .init(request),
            sections: illustration.sections + stacks.flatMap(sections), records: records,
            data: illustration.data + [.init("projects", .array(stacks.map(data)))])
    }

    private func label(_ aid: Int) -> String { aids[aid].label.text(in: language.rawValue) }

    private func sections(_ each: Stack) -> [Report.Section] {
        let cost = each.application.request.cost
        let parts = Dictionary(uniqueKeysWithValues: each.stack.parts.map { ($0.aid, $0.amount) })
        let rows = each.matches.map { match -> [Report.Table.Cell] in
            let alone = aids[match.aid].amount(for: cost)
            let none = Report.Table.Cell.missing(words.say("no amount", "sans montant"))
            return [
                .text(label(match.aid)), .text(state(match)),
                match.isMatch ? alone > .zero ? words.cell(alone) : none : .empty,
                parts[match.aid].map(words.cell) ?? .empty,
            ]
        }
        var notes = each.stack.blocking.map { rule in
            switch rule {
            case .publicShare:
                words.say(
                    "Public money stops at \(words.percent(limits.publicShare)) of the cost.",
                    "L’argent public s’arrête à \(words.percent(limits.publicShare)) du coût.")
            case .ownShare:
                words.say(
                    "The project pays at least \(words.percent(limits.ownShare)) itself.",
                    "Le projet paie lui-même au moins \(words.percent(limits.ownShare)).")
            }
        }
        for exclusion in each.stack.excluded {
            guard let other = exclusion.by else { continue }
            notes.append(
                words.say(
                    "\(label(exclusion.aid)) cannot be had with \(label(other)).",
                    "\(label(exclusion.aid)) ne se cumule pas avec \(label(other))."))
        }
        let left = cost - each.stack.total
        return [
            .init(
                each.application.entry.label.text(in: language.rawValue),
                .headline([
                    .init(
                        Figure(each.stack.total.amount, currency), label: words.say("of aids", "d’aides"),
                        remark: words.say("\(words.full(left)) left to pay", "\(words.full(left)) à payer"))
                ])),
            .init(
                nil,
                .table(
                    .init(
                        columns: [
                            .init(id: "aid", title: words.say("aid", "aide")),
                            .init(id: "state", title: words.say("fits", "convient")),
                            words.column("alone", "alone", "seule"), words.column("stack", "together", "ensemble"),
                        ], rows: rows))),
        ] + (notes.isEmpty ? [] : [.init(nil, .notes(notes))])
    }

    private func state(_ match: AidMatch) -> String {
        func list(_ criteria: [AidMatch.Criterion]) -> String { criteria.map(name).joined(separator: ", ") }
        if match.isMatch {
            guard !match.unknown.isEmpty else { return words.say("yes", "oui") }
            return words.say("if \(list(match.unknown)) does", "à vérifier : \(list(match.unknown))")
        }
        let failing = list(match.failing)
        return match.isNearMiss
            ? words.say("nearly: not the \(failing)", "presque : pas \(failing)")
            : words.say("no: \(failing)", "non : \(failing)")
    }

    private func name(_ criterion: AidMatch.Criterion) -> String {
        switch criterion {
        case .beneficiary: words.say("beneficiary", "bénéficiaire")
        case .theme: words.say("theme", "thème")
        case .area: words.say("area", "territoire")
        case .action: "action"
        case .date: "date"
        case .cost: words.say("cost", "coût")
        }
    }

    private var records: Report.Table {
        let columns = ["project", "aid", "fits", "failing", "unknown"].map { Report.Table.Column(id: $0, title: $0) }
        let rows = stacks.flatMap { each in
            each.matches.map { match -> [Report.Table.Cell] in
                let part = each.stack.parts.first { $0.aid == match.aid }
                return [
                    .text(each.application.entry.id), .text(aids[match.aid].id), .text(match.isMatch ? "yes" : "no"),
                    .text(match.failing.map(\.rawValue).joined(separator: " ")),
                    .text(match.unknown.map(\.rawValue).joined(separator: " ")),
                    part.map { words.figure($0.amount) } ?? .empty,
                ]
            }
        }
        return Report.Table(columns: columns + [.init(id: "stack", title: "stack", unit: currency)], rows: rows)
    }

    private func data(_ each: Stack) -> JSON {
        let matches = each.matches.map { match in
            JSON.object(of: [
                "aid": .string(aids[match.aid].id), "fits": .bool(match.isMatch),
                "failing": .array(match.failing.map { .string($0.rawValue) }),
                "unknown": .array(match.unknown.map { .string($0.rawValue) }),
            ])
        }
        let parts = each.stack.parts.map { part in
            JSON.object(of: ["aid": .string(aids[part.aid].id), "amount": part.amount.json])
        }
        return .object(of: [
            "id": .string(each.application.entry.id), "cost": each.application.request.cost.json,
            "currency": .string(currency), "aids": .array(matches), "stack": .array(parts),
            "total": each.stack.total.json, "blocking": .array(each.stack.blocking.map { .string($0.rawValue) }),
        ])
    }
}
