internal import EmpreinteAnalysis
internal import EmpreinteText

/// The set of proposals for programs.
struct ProposalsData {
    let assembly: Assembly
    let engine: EngineAssessments
    let comparison: Comparison?
    let chances: RankProbabilities?

    var members: [JSON.Member] {
        var members: [JSON.Member] = [.init("proposals", .array(assembly.set.proposals.map(json)))]
        if let comparison { members.append(.init("ranking", ranking(comparison))) }
        return members
    }

    private func json(_ proposal: Proposal) -> JSON {
        let set = assembly.set
        let measures = Assessment.Measure.allCases.compactMap { measure in
            proposal.estimate(measure).map { JSON.Member(measure.rawValue, Self.json($0, measure.unit)) }
        }
        let shares = Competence.Part.allCases.compactMap { part in
            proposal.competence.shares[part].map { JSON.Member(part.rawValue, .number($0)) }
        }
        return .object(of: [
            "id": .string(proposal.id),
            "label": .string(assembly.text(proposal.label)),
            "authors": .array(proposal.authors.map { .string($0) }),
            "sources": .array(proposal.sources.map { .string($0) }),
            "merged_into": proposal.mergedInto.map { .string($0) },
            "theme": proposal.theme.map { .string($0) },
            "state": proposal.state.map { .string($0.rawValue) },
            "part": .string(proposal.competence.part.rawValue),
            "competence": .object(shares),
            "assessments": .integer(proposal.assessments.count),
            "estimates": measures.isEmpty ? nil : .object(measures),
            "net_cost": set.finance.flatMap(proposal.netCost).map { Self.json($0, "EUR") },
            "cost_per_tonne": set.finance.flatMap(proposal.costPerTonne).map { .number($0) },
            "engine": engine.result(proposal.id).map {
                EngineWords(engine: engine, assembly: assembly).json($0.perPerson)
            },
            "decision": assembly.decision(proposal.id).map { .string($0.outcome.rawValue) },
        ])
    }

    private static func json(_ estimate: Estimate.Combined, _ unit: String) -> JSON {
        .object(of: [
            "unit": unit.isEmpty ? nil : .string(unit), "central": .number(estimate.central),
            "low": .number(estimate.range.lowerBound), "high": .number(estimate.range.upperBound),
            "spread": .number(estimate.spread), "count": .integer(estimate.count),
        ])
    }

    private func ranking(_ comparison: Comparison) -> JSON {
        return .object(of: [
            "criteria": .array(
                zip(comparison.matrix.criteria, comparison.matrix.weights).map { criterion, weight in
                    .object(of: ["id": .string(criterion.id), "weight": .number(weight)])
                }),
            "ranked": .array(
                comparison.proposals.indices.map { row in
                    let chance = chances.map { JSON.Member("first", .number($0.chance(row, atLeast: 1))) }
                    let mean = chances.map { JSON.Member("mean_place", .number($0.meanPlace(row))) }
                    return .object(
                        [.init("id", .string(comparison.proposals[row].id))]
                            + comparison.orders.map { method, scores, ranking in
                                .init(
                                    method.rawValue,
                                    .object(of: [
                                        "score": scores[row].map { .number($0) },
                                        "place": ranking.places[row].map { .integer($0) },
                                    ]))
                            } + [chance, mean].compactMap { $0 })
                }),
            "not_ranked": .array(
                comparison.unranked.map { proposal, lacking in
                    .object(of: [
                        "id": .string(proposal.id), "not_assessed": .array(lacking.map { .string($0) }),
                    ])
                }),
        ])
    }
}
