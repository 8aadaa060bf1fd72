internal import EmpreinteAnalysis
internal import EmpreinteText

/// Sets out a set of proposals: each in a line, whose power they are within, their order, what a budget pays.
struct ProposalsReport {
    let assembly: Assembly
    let method: RankingMethod
    let draws: Int
    let seed: UInt64
    let engine: EngineAssessments
    /// The proposals to look at as a whole.
    let chosen: [String]

    var set: ProposalSet { assembly.set }

    /// - Throws: why the model gives no number.
    func report() throws(CompilationError) -> Report {
        let comparison = Comparison(assembly)
        let chances = comparison.flatMap { comparison in
            draws > 0 && !comparison.proposals.isEmpty
                ? RankProbabilities(comparison.matrix, draws: draws, seed: seed) : nil
        }
        let order = order(comparison)
        let choices = choices(order)
        let wholes = try together(choices)
        let title = assembly.say("Proposals", "Propositions")
        guard !set.proposals.isEmpty else {
            let note = assembly.say("No proposals are listed.", "Aucune proposition n’est listée.")
            return assembly.report(
                title, [.init(nil, .notes([note]))], records: ProposalRecords(assembly).table,
                data: [.init("proposals", .array([]))])
        }
        return assembly.report(
            title,
            [
                .init(nil, .headline([headline])), .init(nil, .table(overview(order))),
                .init(nil, .notes(noOrder(order))),
            ]
                + competence + byEngine + together + engineTogether(wholes)
                + (comparison.map { ranking($0, order, chances) } ?? []) + budget(choices),
            records: ProposalRecords(assembly).table,
            data: ProposalsData(assembly: assembly, engine: engine, comparison: comparison, chances: chances).members
                + data(choices) + engineData(wholes))
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
        let elsewhere = set.standing(.other).map { proposal in
            assembly.say("\(proposal.id): ", "\(proposal.id) : ") + assembly.text(proposal.label)
        }
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

    /// The proposals adopted, or all of them where none is yet; and how they are called.
    var adopted: (proposals: [Proposal], words: String) {
        let adopted = set.standing.filter { [.adopted, .voted, .inProgress, .done].contains($0.state) }
        return adopted.isEmpty
            ? (set.standing, assembly.say("all proposals", "toutes les propositions"))
            : (adopted, assembly.say("the proposals adopted", "les propositions adoptées"))
    }

    /// What the sheets sum to, which is not what the set as a whole would do.
    private var together: [Report.Section] {
        let (chosen, which) = adopted
        let known = chosen.compactMap { $0.estimate(.ghg) }
        let sum = known.reduce(0) { $0 + $1.central }
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
}
