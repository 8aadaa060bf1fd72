internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

extension ProposalsReport {
    /// Some proposals taken together, by a name.
    struct Together {
        let id: String
        let name: String
        let portfolio: EngineAssessments.Portfolio
    }

    private var words: EngineWords { EngineWords(engine: engine, assembly: assembly) }

    /// The sets of proposals that are looked at as wholes: what was asked for, what was adopted or else all of them, what
    /// the budget pays.
    func together(_ choices: [Choice]) throws(CompilationError) -> [Together] {
        var asked = [(id: "adopted", name: adopted.words, proposals: adopted.proposals.map(\.id))]
        if !chosen.isEmpty {
            let name = assembly.say("the proposals chosen", "les propositions choisies")
            asked.insert(("chosen", name, chosen), at: 0)
        }
        asked += choices.map { choice in
            let name = assembly.say("what the budget pays, ", "ce que paie le budget, ") + choice.name
            return (choice.id, name, choice.proposals)
        }
        var sets: [Together] = []
        for (id, name, proposals) in asked {
            guard let portfolio = try engine.portfolio(proposals) else { continue }
            sets.append(Together(id: id, name: name, portfolio: portfolio))
        }
        return sets
    }

    /// What the model finds of each proposal that has a plan.
    var byEngine: [Report.Section] {
        let planned = set.standing.compactMap { proposal in
            engine.result(proposal.id).map { (proposal: proposal, result: $0) }
        }
        guard !planned.isEmpty else { return [.init(words.title, .notes(words.method))] }
        let table = Report.Table(
            columns: [
                .init(id: "id", title: "id"), .init(id: "label", title: assembly.say("proposal", "proposition")),
            ] + words.columns,
            rows: planned.map { proposal, result in
                [.text(proposal.id), .text(assembly.text(proposal.label))] + words.cells(result)
            })
        let remarks = planned.flatMap { proposal, result in
            words.remarks(result).map { "\(proposal.id) · \($0)" }
        }
        return [.init(words.title, .table(table)), .init(nil, .notes(words.method + remarks))]
    }

    /// What each set brings as a whole, beside what its sheets add up to.
    func engineTogether(_ sets: [Together]) -> [Report.Section] {
        sets.flatMap { together -> [Report.Section] in
            let title = assembly.say("Together, by the engine: ", "Ensemble, par le moteur : ") + together.name
            let portfolio = together.portfolio
            var notes: [String] = []
            if !portfolio.others.isEmpty {
                let list = portfolio.others.joined(separator: ", ")
                notes.append(
                    assembly.say(
                        "Not counted, without a plan whose effect is found: \(list).",
                        "Non comptées, faute de plan dont l’effet soit trouvé : \(list)."))
            }
            switch portfolio.outcome {
            case .impossible(let problems):
                let reasons = problems.map { $0.message(in: assembly.request.model) }.joined(separator: "; ")
                let note = assembly.say(
                    "Not computed: these plans do not go together: \(reasons).",
                    "Non calculé : ces plans ne vont pas ensemble : \(reasons).")
                return [.init(title, .notes([note] + notes))]
            case .gains(let gains):
                if gains.standardErrors != nil {
                    notes.append(
                        assembly.say(
                            "Parts are means over \(Gains.drawnOrders) orders drawn, seed \(seed).",
                            "Les parts sont des moyennes sur \(Gains.drawnOrders) ordres tirés, graine \(seed)."))
                }
                return [.init(title, .table(table(portfolio, gains))), .init(nil, .notes(notes))]
            }
        }
    }

    private func table(_ portfolio: EngineAssessments.Portfolio, _ gains: Gains) -> Report.Table {
        let wholes: [(String, Double)] = [
            (assembly.say("together", "ensemble"), -gains.reduction),
            (assembly.say("sum of the sheets", "somme des fiches"), -gains.alone.reduce(0, +)),
            (assembly.say("counted twice in the sum", "compté deux fois dans la somme"), -gains.overlap),
        ]
        let parts = portfolio.counted.enumerated().map { position, id in
            let name = assembly.say("part of ", "part de ") + id
            return (name, -gains.shapley[position])
        }
        return Report.Table(
            columns: [.init(id: "what", title: assembly.say("change", "changement"))] + words.columns,
            rows: (wholes + parts).map { [.text($0)] + words.cells($1) })
    }

    // MARK: For programs

    func engineData(_ sets: [Together]) -> [JSON.Member] {
        guard let basis = engine.basis else { return [] }
        let method: JSON = .object(of: [
            "unit": .string(basis.unit), "year": .integer(basis.year), "people": .integer(basis.people.count),
            "inhabitants": basis.inhabitants.map { .number($0.value) },
            "inhabitants_year": basis.inhabitants.map { .integer($0.year) },
        ])
        return [
            .init("engine", method), .init("together", .object(sets.map { .init($0.id, data($0.portfolio)) })),
        ]
    }

    private func data(_ portfolio: EngineAssessments.Portfolio) -> JSON {
        let model = assembly.request.model
        var (gains, reasons): (Gains?, [JSON]?) = (nil, nil)
        switch portfolio.outcome {
        case .gains(let found): gains = found
        case .impossible(let problems): reasons = problems.map { .string($0.message(in: model)) }
        }
        return .object(of: [
            "proposals": .array(portfolio.counted.map { .string($0) }),
            "not_counted": .array(portfolio.others.map { .string($0) }),
            "impossible": reasons.map { .array($0) },
            "change": gains.map { words.json(-$0.reduction) },
            "sum_of_sheets": gains.map { words.json(-$0.alone.reduce(0, +)) },
            "overlap": gains.map { words.json(-$0.overlap) },
            "shapley": gains.map { gains in
                .object(portfolio.counted.enumerated().map { .init($1, words.json(-gains.shapley[$0])) })
            },
        ])
    }
}
