internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

/// Sets out a sheet for each proposal, to be printed.
struct ProposalSheets {
    let assembly: Assembly
    /// The one proposal wanted; all that stand where nothing is said.
    let only: String?
    let engine: EngineAssessments

    private var set: ProposalSet { assembly.set }
    private var language: Language { assembly.language }

    var report: Report {
        let comparison = Comparison(assembly)
        let proposals = set.proposals.filter { only.map($0.id.elementsEqual) ?? ($0.mergedInto == nil) }
        return assembly.report(
            assembly.say("Sheets of proposals", "Fiches des propositions"),
            proposals.flatMap { sheet($0, comparison) }, records: ProposalRecords(assembly).table,
            data: ProposalsData(assembly: assembly, engine: engine, comparison: comparison, chances: nil).members)
    }

    private func sheet(_ proposal: Proposal, _ comparison: Comparison?) -> [Report.Section] {
        var sections: [Report.Section] = [
            .init("\(proposal.id) · \(assembly.text(proposal.label))", .notes(identity(proposal)), rank: .sheet)
        ]
        sections += assessments(proposal) + byEngine(proposal)
        if let result = assembly.poll?.result(proposal.id), let poll = assembly.poll {
            sections.append(.init(assembly.say("Ballots", "Bulletins"), .notes(votes(result, poll))))
        }
        if let comparison {
            if let row = comparison.proposals.firstIndex(where: { $0.id == proposal.id }) {
                sections.append(
                    .init(assembly.say("Place", "Place"), .notes([places(row, comparison)])))
                sections.append(.init(nil, .tree(comparison.explanation(row, assembly))))
            } else if let lacking = comparison.unranked.first(where: { $0.proposal.id == proposal.id })?.lacking {
                let list = lacking.joined(separator: ", ")
                sections.append(
                    .init(
                        assembly.say("Place", "Place"),
                        .notes([assembly.say("None: not assessed by \(list).", "Aucune : non évaluée sur \(list).")])))
            }
        }
        for index in sections.indices.dropFirst() { sections[index].rank = .part }
        return sections
    }

    // MARK: What it is

    private func identity(_ proposal: Proposal) -> [String] {
        var notes: [String] = []
        if let text = proposal.text { notes.append(assembly.text(text)) }
        func add(_ english: String, _ french: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            notes.append(assembly.say("\(english): \(value)", "\(french) : \(value)"))
        }
        add("Authors", "Auteurs", proposal.authors.joined(separator: ", "))
        add("Made of", "Issue de", proposal.sources.joined(separator: ", "))
        add("Merged into", "Fusionnée dans", proposal.mergedInto)
        add("Theme", "Thème", proposal.theme)
        let shares = Competence.Part.allCases.compactMap { part in
            proposal.competence.shares[part].map { "\(part.words(language)) \(assembly.percent($0))" }
        }
        add("Power", "Compétence", shares.joined(separator: ", "))
        add(
            "Actions", "Actions",
            proposal.plan.map { assembly.text(assembly.request.model.actions[$0.action].label) }.joined(separator: ", ")
        )
        add(
            "States", "États",
            proposal.states.map { "\($0.date) \($0.state.words(language))" }.joined(separator: ", "))
        for decision in assembly.decisions where decision.proposal == proposal.id {
            let note = decision.note.map { " (\(assembly.text($0)))" } ?? ""
            add("Council", "Conseil", "\(decision.date) \(decision.outcome.words(language))\(note)")
        }
        return notes
    }

    // MARK: What it is worth

    private func assessments(_ proposal: Proposal) -> [Report.Section] {
        let title = assembly.say("Assessments", "Évaluations")
        let measures = Assessment.Measure.allCases.filter { proposal.estimate($0) != nil }
        guard !measures.isEmpty else {
            return [.init(title, .notes([assembly.say("Not assessed.", "Non évaluée.")]))]
        }
        let words = UnitWords(language)
        let rows = measures.flatMap { measure in
            proposal.assessments.enumerated().compactMap { index, assessment -> [Report.Table.Cell]? in
                guard let estimate = assessment.estimates[measure] else { return nil }
                func text(_ value: Double) -> Report.Table.Cell { .text(words.text(Figure(value, measure.unit))) }
                return [
                    .text(measure.words(language)),
                    .text(
                        [assessment.group ?? "\(index + 1)", assessment.date?.description].compactMap { $0 }
                            .joined(separator: " ")),
                    estimate.range.map { text($0.lowerBound) } ?? .empty, text(estimate.central),
                    estimate.range.map { text($0.upperBound) } ?? .empty,
                ]
            }
        }
        let table = Report.Table(
            columns: [
                .init(id: "measure", title: ""), .init(id: "group", title: assembly.say("group", "groupe")),
                .init(id: "low", title: assembly.say("low", "bas"), alignment: .trailing),
                .init(id: "central", title: assembly.say("central", "central"), alignment: .trailing),
                .init(id: "high", title: assembly.say("high", "haut"), alignment: .trailing),
            ], rows: rows)
        return [.init(title, .table(table)), .init(nil, .notes(summary(proposal, measures)))]
    }

    private func byEngine(_ proposal: Proposal) -> [Report.Section] {
        guard let result = engine.result(proposal.id) else { return [] }
        let words = EngineWords(engine: engine, assembly: assembly)
        let table = Report.Table(columns: words.columns, rows: [words.cells(result)])
        return [.init(words.title, .table(table)), .init(nil, .notes(words.remarks(result) + words.method))]
    }

    private func summary(_ proposal: Proposal, _ measures: [Assessment.Measure]) -> [String] {
        let words = UnitWords(language)
        var notes = measures.compactMap { measure -> String? in
            guard let estimate = proposal.estimate(measure), estimate.count > 1 else { return nil }
            let spread = words.text(Figure(estimate.spread, measure.unit))
            let mean = words.text(Figure(estimate.central, measure.unit))
            return assembly.say(
                "\(measure.words(.en)): \(mean) on average of \(estimate.count) groups, which differ by \(spread).",
                "\(measure.words(.fr)) : \(mean) en moyenne de \(estimate.count) groupes, qui diffèrent de \(spread).")
        }
        guard let finance = set.finance else { return notes }
        let rate = NumberStyle(language).text(finance.rate * 100) + assembly.say("%", " %")
        if let cost = proposal.netCost(finance) {
            let amount = words.text(Figure(cost.central, "EUR"))
            notes.append(
                assembly.say(
                    "Net cost over \(finance.years) years at \(rate) a year: \(amount).",
                    "Coût net sur \(finance.years) ans à \(rate) par an : \(amount)."))
        } else {
            notes.append(
                assembly.say(
                    "Net cost: not assessed; it takes what is paid once and every year.",
                    "Coût net : non évalué ; il y faut ce qui est payé une fois et chaque année."))
        }
        let tonne = proposal.costPerTonne(finance).map { words.text(Figure($0, "EUR")) }
        notes.append(
            tonne.map { assembly.say("Cost of a tonne avoided: \($0).", "Coût de la tonne évitée : \($0).") }
                ?? assembly.say(
                    "Cost of a tonne avoided: not computable.", "Coût de la tonne évitée : non calculable."))
        let hasRevenue = proposal.assessments.contains { $0.estimates[.revenue] != nil }
        if !hasRevenue, proposal.netCost(finance) != nil {
            notes.append(
                assembly.say("No revenue is stated, and none counted.", "Aucune recette n’est indiquée ni comptée."))
        }
        return notes
    }

    // MARK: What voters make of it

    private func votes(_ result: Poll.Result, _ poll: Poll) -> [String] {
        let style = NumberStyle(language)
        let grades = zip(poll.votes.scale, result.counts.counts).map { "\($0): \($1)" }.joined(separator: ", ")
        var notes = [
            assembly.say(
                "Grades \(grades); blank: \(result.blanks).", "Notes \(grades) ; blancs : \(result.blanks).")
        ]
        if let mean = result.mean, let consensus = result.counts.consensus, let opinion = result.opinion {
            notes.append(
                assembly.say(
                    "Mean \(style.text(mean)), consensus \(style.text(consensus)): \(opinion.words(.en)).",
                    "Moyenne \(style.text(mean)), consensus \(style.text(consensus)) : \(opinion.words(.fr))."))
        }
        if let outcome = result.outcome {
            notes.append(assembly.say("Vote: ", "Vote : ") + outcome.words(language) + ".")
        }
        return notes
    }

    private func places(_ row: Int, _ comparison: Comparison) -> String {
        comparison.orders.compactMap { order in
            comparison.number(row, order).map { "\(order.method.words(language)) \($0)" }
        }.joined(separator: ", ") + assembly.say(" of ", " sur ") + "\(comparison.proposals.count)."
    }
}
