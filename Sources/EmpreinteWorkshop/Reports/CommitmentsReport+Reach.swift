internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

extension CommitmentsReport {
    // MARK: Habits

    var survey: Report.Section? {
        guard !changes.isEmpty else { return nil }
        let rows = changes.map { each -> [Report.Table.Cell] in
            let change = each.change
            let label: Report.Table.Cell = .text("\(each.question) · \(each.months) " + say("months", "mois"))
            guard disclosure.shows(change.paired) else { return [label] + Array(repeating: suppressed, count: 4) }
            func percent(_ count: Int) -> Report.Table.Cell {
                change.paired == 0 ? .empty : .figure(Figure(Double(count) / Double(change.paired) * 100, "%"))
            }
            let test: Report.Table.Cell =
                change.mcNemar.map { statistic in
                    .text(
                        NumberStyle(language).text(statistic)
                            + (change.isSignificant ? say(", beyond chance", ", au-delà du hasard") : ""))
                } ?? .missing(say("no change", "pas de changement"))
            return [label, .text(String(change.paired)), percent(change.won), percent(change.lost), test]
        }
        return .init(
            say("Habits before and after", "Habitudes avant et après"),
            .table(
                .init(
                    columns: [
                        .init(id: "question", title: say("question", "question")),
                        .init(id: "paired", title: say("people", "personnes"), alignment: .trailing),
                        .init(id: "won", title: say("no to yes", "non puis oui"), unit: "%"),
                        .init(id: "lost", title: say("yes to no", "oui puis non"), unit: "%"),
                        .init(id: "mcnemar", title: "McNemar", alignment: .trailing),
                    ], rows: rows)))
    }

    // MARK: Reach

    /// What relays of one sort reached.
    struct Reach {
        let sort: String
        let id: String
        var contacts = 0
        /// Nothing where one of them did not count people.
        var distinct: Int? = 0
        /// Nothing where one of them does not know, or in several currencies.
        var cost: Workshop.Price?
        var isCostKnown = true
        var kept = 0.0

        mutating func add(_ report: RelayReport) {
            contacts += report.contacts
            distinct = distinct.flatMap { sum in report.distinct.map { sum + $0 } }
            guard let price = report.cost, isCostKnown, cost == nil || cost?.unit == price.unit else {
                (cost, isCostKnown) = (nil, false)
                return
            }
            cost = .init(amount: (cost?.amount ?? 0) + price.amount, unit: price.unit)
        }

        /// The cost of each of a number, where both are known.
        func cost(per count: Double?) -> Workshop.Price? {
            guard let cost, let count, count > 0 else { return nil }
            return .init(amount: cost.amount / count, unit: cost.unit)
        }
    }

    /// By relay, audience and commune, then of all.
    var reached: [Reach] {
        func reach(_ sort: String, _ key: (Relay) -> String?) -> [Reach] {
            var order: [String] = []
            var all: [String: Reach] = [:]
            for relay in relays {
                guard let id = key(relay) else { continue }
                if all[id] == nil { order.append(id) }
                var own = all[id] ?? Reach(sort: sort, id: id)
                for report in relay.reports { own.add(report) }
                var rate = KeptRate()
                for commitment in commitments where commitment.relay == relay.id { rate.add(commitment) }
                own.kept += rate.kept
                all[id] = own
            }
            return order.compactMap { all[$0] }
        }
        return reach("relay") { $0.id } + reach("audience") { $0.audience } + reach("commune") { $0.commune }
            + reach("all") { _ in "all" }
    }

    var reach: Report.Section? {
        guard !relays.isEmpty else { return nil }
        func money(_ price: Workshop.Price?) -> Report.Table.Cell {
            price.map { .figure(Figure($0.amount, $0.unit)) } ?? .missing("–")
        }
        let rows = reached.map { reach -> [Report.Table.Cell] in
            let name = relays.first { $0.id == reach.id && reach.sort == "relay" }.map { text($0.label) } ?? reach.id
            return [
                .text(reach.sort == "all" ? say("all", "tous") : name), .text(String(reach.contacts)),
                reach.distinct.map { .text(String($0)) } ?? .missing("–"), coverage(reach.distinct),
                money(reach.cost(per: reach.distinct.map(Double.init))), money(reach.cost(per: reach.kept)),
            ]
        }
        return .init(
            say("Whom relays reached", "Qui les relais ont touché"),
            .table(
                .init(
                    columns: [
                        .init(id: "relay", title: say("relay", "relais")),
                        .init(id: "contacts", title: "contacts", alignment: .trailing),
                        .init(id: "distinct", title: say("people", "personnes"), alignment: .trailing),
                        .init(id: "coverage", title: say("in 1 000", "pour 1 000"), alignment: .trailing),
                        .init(id: "cost", title: say("each", "chacune"), alignment: .trailing),
                        .init(id: "cost_kept", title: say("per kept", "par tenu"), alignment: .trailing),
                    ], rows: rows)))
    }

    /// The people reached in a thousand inhabitants.
    func coverage(_ distinct: Int?) -> Report.Table.Cell {
        guard let distinct, let population else { return .missing("–") }
        return .text(NumberStyle(language).text(Double(distinct) / Double(population) * 1000))
    }

    var notes: Report.Section? {
        var lines: [String] = []
        if effect != nil, !commitments.isEmpty {
            lines.append(
                say(
                    "What is saved counts all commitments of a person together; who gave no answers counts as the default person.",
                    "L’évité compte ensemble tous les engagements d’une personne ; qui n’a pas donné de réponses compte comme la personne par défaut."
                ))
            lines.append(
                say(
                    "\(all.rate.unknown) of \(commitments.count) have not been followed up.",
                    "\(all.rate.unknown) sur \(commitments.count) n’ont pas été suivis."))
        }
        return lines.isEmpty ? nil : .init(nil, .notes(lines))
    }

    // MARK: Data

    var records: Report.Table {
        let columns = ["sort", "id", "commitments", "rate", "low", "high"].map {
            Report.Table.Column(id: $0, title: $0)
        }
        let rows = (disclosed.shown + [(all, disclosed.isTotalShown)]).map { group, isShown -> [Report.Table.Cell] in
            guard isShown else { return [.text(group.sort), .text(group.id), suppressed] }
            let rate = group.rate
            let numbers = [rate.rate, rate.bounds?.lowerBound, rate.bounds?.upperBound]
            return [.text(group.sort), .text(group.id), .text(String(rate.all))]
                + numbers.map { $0.map { .figure(Figure($0)) } ?? .empty }
        }
        return .init(columns: columns, rows: rows)
    }

    private func json(_ rate: KeptRate?) -> JSON {
        guard let rate else { return "suppressed" }
        return .object(of: [
            "commitments": .integer(rate.all), "known": .integer(rate.all - rate.unknown), "kept": .number(rate.kept),
            "partial": .integer(rate.partial), "dropped": .integer(rate.dropped), "unknown": .integer(rate.unknown),
            "rate": rate.rate.map(JSON.number) ?? .null, "low": rate.bounds.map { .number($0.lowerBound) } ?? .null,
            "high": rate.bounds.map { .number($0.upperBound) } ?? .null,
        ])
    }

    var data: [JSON.Member] {
        let isShown = disclosed.isTotalShown
        return [
            assumptions.data, .init("all", json(isShown ? all.rate : nil)),
            .init(
                "groups",
                .array(
                    disclosed.shown.map { group, isShown in
                        .object(of: [
                            "by": .string(group.sort), "id": .string(group.id),
                            "result": json(isShown ? group.rate : nil),
                        ])
                    })),
            .init(
                "survival",
                !isShown
                    ? "suppressed"
                    : .array(
                        curve.steps.map {
                            .object(of: [
                                "month": .integer($0.month), "at_risk": .integer($0.atRisk),
                                "dropped": .integer($0.dropped), "share": .number($0.share),
                            ])
                        })),
            .init(
                "saved",
                effect.map { effect in
                    .object(
                        [.init("unit", .string(unit)), .init("year", .integer(year))]
                            + CommitmentEffect.Unknown.allCases.compactMap { unknown in
                                effect.saved[unknown].map { .init(unknown.rawValue, .number($0)) }
                            } + [.init("promised", .number(effect.promised))])
                } ?? .null),
            .init(
                "reasons",
                .array(
                    reasons.map {
                        .object(of: [
                            "reason": .string($0.reason), "commitments": $0.count.map(JSON.integer) ?? "suppressed",
                        ])
                    })),
            .init(
                "supports",
                .array(supportRows.map { .object(of: ["id": .string($0.support.id), "result": json($0.rate)]) })),
            .init("survey", .array(changes.map(json))),
            .init("reach", .array(reached.map(json))),
        ]
    }

    private func json(_ each: SurveyChange) -> JSON {
        let change = each.change
        let isShown = disclosure.shows(change.paired)
        func count(_ count: Int) -> JSON { isShown ? .integer(count) : "suppressed" }
        return .object(of: [
            "question": .string(each.question), "wave": .string(each.wave), "months": .integer(each.months),
            "paired": count(change.paired), "kept": count(change.kept), "lost": count(change.lost),
            "won": count(change.won), "never": count(change.never),
            "mcnemar": isShown ? change.mcNemar.map(JSON.number) ?? "no change" : "suppressed",
            "attrition": change.attrition.map(JSON.number) ?? .null,
        ])
    }

    private func json(_ reach: Reach) -> JSON {
        func money(_ price: Workshop.Price?) -> JSON {
            price.map { .object(of: ["value": .number($0.amount), "unit": .string($0.unit)]) } ?? .null
        }
        return .object(of: [
            "by": .string(reach.sort), "id": .string(reach.id), "contacts": .integer(reach.contacts),
            "distinct": reach.distinct.map(JSON.integer) ?? .null,
            "per_thousand": reach.distinct.flatMap { count in
                population.map { .number(Double(count) / Double($0) * 1000) }
            } ?? .null,
            "cost": money(reach.cost), "cost_per_person": money(reach.cost(per: reach.distinct.map(Double.init))),
            "cost_per_kept": money(reach.cost(per: reach.kept)),
        ])
    }
}
