internal import EmpreinteAnalysis
internal import EmpreinteText

/// Sets out a set of proposals: each in a line, whose power they are within, their order, what a budget pays.
struct ProposalsReport {
    let assembly: Assembly
    let method: RankingMethod
    let draws: Int
    let seed: UInt64

    private var set: ProposalSet { assembly.set }

    var report: Report {
        let comparison = Comparison(assembly)
        let chances = comparison.flatMap { comparison in
            draws > 0 && !comparison.proposals.isEmpty
                ? RankProbabilities(comparison.matrix, draws: draws, seed: seed) : nil
        }
        let order = order(comparison)
        let title = assembly.say("Proposals", "Propositions")
        guard !set.proposals.isEmpty else {
            let note = assembly.say("No proposals are listed.", "Aucune proposition n’est listée.")
            return assembly.report(
                title, [.init(nil, .notes([note]))], records: ProposalRecords(set).table,
                data: [.init("proposals", .array([]))])
        }
        return assembly.report(
            title,
            [
                .init(nil, .headline([headline])), .init(nil, .table(overview(order))),
                .init(nil, .notes(noOrder(order))),
            ]
                + competence + together
                + (comparison.map { ranking($0, order, chances) } ?? []) + budget(order),
            records: ProposalRecords(set).table,
            data: ProposalsData(assembly: assembly, comparison: comparison, chances: chances).members)
    }

    // MARK: The set

    private var headline: Report.Headline {
        let merged = set.proposals.count - set.standing.count
        let authors = Set(set.proposals.flatMap(\.authors)).count
        let assessed = set.standing.count { $0.isAssessed }
        return .init(
            Figure(Double(set.standing.count)), label: assembly.say("proposals", "propositions"),
            remark: assembly.say(
                "\(set.proposals.count) made by \(authors) authors, \(merged) merged into others, \(assessed) assessed",
                "\(set.proposals.count) faites par \(authors) auteurs, \(merged) fusionnées, \(assessed) évaluées"))
    }

    private var notAssessed: String { assembly.say("not assessed", "non évalué") }

    private func figure(_ estimate: Estimate.Combined?, _ unit: String) -> Report.Table.Cell {
        estimate.map { .figure(Figure($0.central, unit)) } ?? .missing(notAssessed)
    }

    /// The standing proposals in the order chosen, those without a place after them.
    private func overview(_ order: Ranking?) -> Report.Table {
        let ghg = Assessment.Measure.ghg
        let places = order?.places ?? []
        let standing = set.standing.enumerated().map { index, proposal in
            (proposal: proposal, place: places.indices.contains(index) ? places[index] : nil, index: index)
        }.sorted { ($0.place ?? .max, $0.index) < ($1.place ?? .max, $1.index) }
        let cost = set.finance.map { finance in
            Report.Table.Column(
                id: "cost", title: assembly.say("net cost, \(finance.years) years", "coût net, \(finance.years) ans"),
                unit: "EUR")
        }
        return Report.Table(
            columns: [
                .init(id: "id", title: "id"), .init(id: "label", title: assembly.say("proposal", "proposition")),
                .init(id: "state", title: assembly.say("state", "état")),
                .init(id: "competence", title: assembly.say("power", "compétence")),
                .init(id: "ghg", title: ghg.words(assembly.language), unit: ghg.unit),
            ] + (cost.map { [$0] } ?? []),
            rows: standing.map { proposal, _, _ in
                [
                    .text(proposal.id), .text(assembly.text(proposal.label)),
                    proposal.state.map { .text($0.words(assembly.language)) } ?? .missing("–"),
                    .text(proposal.competence.part.words(assembly.language)),
                    figure(proposal.estimate(.ghg), ghg.unit),
                ] + (set.finance.map { [figure(proposal.netCost($0), "EUR")] } ?? [])
            })
    }

    /// Whose power the proposals are within: a part each, and the list to send elsewhere.
    private var competence: [Report.Section] {
        let parts = Competence.Part.allCases.map { part in
            let all = set.standing(part)
            let row: [Report.Table.Cell] = [
                .text(part.words(assembly.language)), .figure(Figure(Double(all.count))),
                .text(all.map(\.id).joined(separator: " ")),
            ]
            return row
        }
        let elsewhere = set.standing(.other).map { "\($0.id): \(assembly.text($0.label))" }
        return [
            .init(
                assembly.say("Whose power", "Compétences"),
                .table(
                    Report.Table(
                        columns: [
                            .init(id: "part", title: assembly.say("power", "compétence")),
                            .init(id: "count", title: assembly.say("number", "nombre"), alignment: .trailing),
                            .init(id: "ids", title: assembly.say("proposals", "propositions")),
                        ], rows: parts))),
            .init(
                assembly.say("For others to decide", "À transmettre"),
                .notes(elsewhere.isEmpty ? [assembly.say("None.", "Aucune.")] : elsewhere)),
        ]
    }

    /// What the sheets sum to, which is not what the set as a whole would do.
    private var together: [Report.Section] {
        let adopted = set.standing.filter { [.adopted, .voted, .inProgress, .done].contains($0.state) }
        let chosen = adopted.isEmpty ? set.standing : adopted
        let known = chosen.compactMap { $0.estimate(.ghg) }
        let sum = known.reduce(0) { $0 + $1.central }
        let which =
            adopted.isEmpty
            ? assembly.say("all proposals", "toutes les propositions")
            : assembly.say("the proposals adopted", "les propositions adoptées")
        var notes: [String] = []
        if known.isEmpty {
            notes.append(
                assembly.say(
                    "Emissions of \(which): not assessed.", "Émissions, pour \(which) : non évalué."))
        } else {
            let text = UnitWords(assembly.language).text(Figure(sum, Assessment.Measure.ghg.unit))
            notes.append(
                assembly.say(
                    "The sheets of \(which) sum to \(text), \(known.count) of \(chosen.count) being assessed. Together "
                        + "they would do less where they act on the same thing: this sum is no effect of the set.",
                    "Les fiches, pour \(which), s’additionnent à \(text) ; \(known.count) sur \(chosen.count) sont "
                        + "évaluées. Ensemble, elles feraient moins là où elles agissent sur la même chose : cette "
                        + "somme n’est pas l’effet de l’ensemble."))
        }
        return [.init(assembly.say("Together", "Ensemble"), .notes(notes))]
    }

    // MARK: Order

    /// The places of the standing proposals by the method chosen; nothing where there is nothing to go by.
    private func order(_ comparison: Comparison?) -> Ranking? {
        var scores: [String: Double] = [:]
        if method.usesCriteria {
            guard let comparison, let order = comparison.order(method) else { return nil }
            for (proposal, score) in zip(comparison.proposals, order.scores) {
                scores[proposal.id] = score
            }
        } else {
            guard let poll = assembly.poll else { return nil }
            for (id, place) in zip(poll.votes.proposals, method.ranking(poll.votes).places) {
                scores[id] = place.map { -Double($0) }
            }
        }
        return Ranking(set.standing.map { scores[$0.id] })
    }

    /// Why the proposals stand as they were given, where they do.
    private func noOrder(_ order: Ranking?) -> [String] {
        guard order == nil else { return [] }
        return [
            method.usesCriteria
                ? assembly.say("In no order: no criteria are stated.", "Sans ordre : aucun critère n’est indiqué.")
                : assembly.say("In no order: there are no ballots.", "Sans ordre : il n’y a pas de bulletins.")
        ]
    }

    private func ranking(
        _ comparison: Comparison, _ order: Ranking?, _ chances: RankProbabilities?
    ) -> [Report.Section] {
        let methods = comparison.orders.map(\.method)
        let places = comparison.orders.map(\.ranking.places)
        let chosen = methods.firstIndex(of: method) ?? 0
        let rows = comparison.proposals.indices.sorted {
            (places[chosen][$0] ?? .max, $0) < (places[chosen][$1] ?? .max, $1)
        }
        let probable = chances.map { chances in
            [
                Report.Table.Column(id: "first", title: assembly.say("first", "première"), unit: "%"),
                Report.Table.Column(id: "usual", title: assembly.say("usual places", "places usuelles")),
            ]
        }
        let table = Report.Table(
            columns: [.init(id: "id", title: "id")]
                + methods.map {
                    .init(id: $0.rawValue, title: $0.words(assembly.language), alignment: .trailing)
                } + (probable ?? []),
            rows: rows.map { row in
                [.text(comparison.proposals[row].id)]
                    + places.map { $0[row].map { .figure(Figure(Double($0))) } ?? .empty }
                    + (chances.map { chances in
                        let usual = chances.usualPlaces(row)
                        return [
                            .figure(Figure(chances.chance(row, atLeast: 1) * 100, "%")),
                            .text("\(usual.lowerBound)–\(usual.upperBound)"),
                        ]
                    } ?? [])
            })
        return [
            .init(assembly.say("Places by criteria", "Places selon les critères"), .table(table)),
            .init(nil, .notes(rankingNotes(comparison, chances))),
        ]
    }

    private func rankingNotes(_ comparison: Comparison, _ chances: RankProbabilities?) -> [String] {
        let criteria = zip(comparison.matrix.criteria, comparison.matrix.weights).map { criterion, weight in
            let name = CriterionValue(rawValue: criterion.id)?.words(assembly.language) ?? criterion.id
            let sense = criterion.wantsMore ? assembly.say("more", "plus") : assembly.say("less", "moins")
            return "\(name) \(assembly.percent(weight)) (\(sense))"
        }
        var notes = [
            assembly.say("Criteria: ", "Critères : ") + criteria.joined(separator: ", ") + ".",
            assembly.say("Equal proposals share a place.", "Les ex aequo partagent leur place."),
        ]
        notes += comparison.matrix.flat.map { column in
            let id = comparison.matrix.criteria[column].id
            return assembly.say(
                "\(id): the same for all, so its weight is ignored.",
                "\(id) : le même pour toutes, son poids est donc ignoré.")
        }
        if let chances {
            notes.append(
                assembly.say(
                    "Chances and usual places: \(chances.draws) weights drawn evenly among all there are, seed \(seed); "
                        + "usual is nine times in ten.",
                    "Chances et places usuelles : \(chances.draws) jeux de poids tirés uniformément, graine \(seed) ; "
                        + "usuel veut dire neuf fois sur dix."))
        }
        notes += comparison.unranked.map { proposal, lacking in
            assembly.say(
                "\(proposal.id) has no place: not assessed by \(lacking.joined(separator: ", ")).",
                "\(proposal.id) n’a pas de place : non évaluée sur \(lacking.joined(separator: ", ")).")
        }
        return notes
    }

    // MARK: Budget

    private func budget(_ order: Ranking?) -> [Report.Section] {
        guard let budget = set.budget else { return [] }
        let standing = set.standing
        let costs = standing.map { $0.estimate(.upfront).flatMap { Cents.nearest($0.central) } }
        var choices: [(name: String, ids: [String], left: Int)] = []
        if let order {
            let choice = BudgetedChoice.greedy(order, costs: costs, budget: budget)
            choices.append(
                (
                    assembly.say("in order, by \(method.words(.en))", "dans l’ordre, par \(method.words(.fr))"),
                    choice.chosen.map { standing[$0].id }, choice.left
                ))
        }
        if let votes = assembly.poll?.votes {
            let price = Dictionary(zip(standing.map(\.id), costs), uniquingKeysWith: { first, _ in first })
            let choice = BudgetedChoice.equalShares(
                votes, costs: votes.proposals.map { price[$0] ?? nil }, budget: budget)
            choices.append(
                (
                    assembly.say("equal shares of voters", "parts égales entre votants"),
                    choice.chosen.map { votes.proposals[$0] }, choice.left
                ))
        }
        let unpriced = zip(standing, costs).filter { $1 == nil }.map(\.0.id)
        let table = Report.Table(
            columns: [
                .init(id: "choice", title: assembly.say("choice", "choix")),
                .init(id: "ids", title: assembly.say("proposals", "propositions")),
                .init(id: "left", title: assembly.say("left", "reste"), unit: "EUR"),
            ],
            rows: choices.map { choice in
                [
                    .text(choice.name), .text(choice.ids.joined(separator: " ")),
                    .figure(Figure(Double(choice.left) / 100, "EUR")),
                ]
            })
        let amount = UnitWords(assembly.language).text(Figure(Double(budget) / 100, "EUR"))
        let note = assembly.say(
            "Out of reach of the choice, their cost being not assessed: ",
            "Hors du choix, leur coût n’étant pas évalué : ")
        return [
            .init(assembly.say("What \(amount) pay", "Ce que paient \(amount)"), .table(table)),
            .init(nil, .notes(unpriced.isEmpty ? [] : [note + unpriced.joined(separator: ", ") + "."])),
        ]
    }
}
