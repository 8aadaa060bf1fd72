internal import EmpreinteAnalysis
internal import EmpreinteText

extension ProposalsReport {
    /// The places of the standing proposals by the method chosen; nothing where there is nothing to go by.
    func order(_ comparison: Comparison?) -> Ranking? {
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
    func noOrder(_ order: Ranking?) -> [String] {
        guard order == nil else { return [] }
        return [
            method.usesCriteria
                ? assembly.say("In no order: no criteria are stated.", "Sans ordre : aucun critère n’est indiqué.")
                : assembly.say("In no order: there are no ballots.", "Sans ordre : il n’y a pas de bulletins.")
        ]
    }

    func ranking(
        _ comparison: Comparison, _ order: Ranking?, _ chances: RankProbabilities?
    ) -> [Report.Section] {
        let places = (comparison.order(method) ?? comparison.orders.first)?.ranking.places ?? []
        let rows = comparison.proposals.indices.sorted {
            (places[$0] ?? .max, $0) < (places[$1] ?? .max, $1)
        }
        let probable = chances.map { chances in
            [
                Report.Table.Column(id: "first", title: assembly.say("first", "première"), unit: "%"),
                Report.Table.Column(id: "usual", title: assembly.say("usual places", "places usuelles")),
            ]
        }
        let table = Report.Table(
            columns: [.init(id: "id", title: "id")]
                + comparison.orders.map {
                    .init(id: $0.method.rawValue, title: $0.method.words(assembly.language), alignment: .trailing)
                } + (probable ?? []),
            rows: rows.map { row in
                [.text(comparison.proposals[row].id)]
                    + comparison.orders.map { order in
                        comparison.number(row, order).map { .figure(Figure(Double($0))) } ?? .empty
                    }
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
}
