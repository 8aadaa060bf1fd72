internal import EmpreinteAnalysis

/// The standing proposals compared by the assembly's criteria.
struct Comparison {
    /// Those that have a value by every criterion that counts.
    let proposals: [Proposal]
    let matrix: DecisionMatrix
    /// The scores and the order by every method that goes by criteria, in the order of the methods.
    let orders: [(method: RankingMethod, scores: [Double?], ranking: Ranking)]
    /// Those that have not, with the criteria they lack.
    let unranked: [(proposal: Proposal, lacking: [String])]

    /// Nothing where the assembly states no criteria.
    init?(_ assembly: Assembly) {
        let set = assembly.set
        let criteria = set.criteria.filter { $0.weight > 0 }
        var (proposals, rows): ([Proposal], [[Double]]) = ([], [])
        var unranked: [(proposal: Proposal, lacking: [String])] = []
        for proposal in set.standing {
            let values = criteria.map { set.value(of: proposal, by: $0.id, assembly.poll, assembly.engine) }
            let known = values.compactMap { $0 }
            if known.count == criteria.count {
                proposals.append(proposal)
                rows.append(known)
            } else {
                unranked.append((proposal, zip(criteria, values).filter { $1 == nil }.map(\.0.id)))
            }
        }
        guard !criteria.isEmpty, let matrix = try? DecisionMatrix(criteria, rows) else { return nil }
        self.proposals = proposals
        self.matrix = matrix
        orders = RankingMethod.byCriteria.map { method in
            let scores = method.scores(matrix)
            return (method, scores, Ranking(scores))
        }
        self.unranked = unranked
    }

    /// What a method says of a proposal in one number: its place, or its layer.
    func number(_ row: Int, _ order: (method: RankingMethod, scores: [Double?], ranking: Ranking)) -> Int? {
        order.method == .pareto ? order.scores[row].map { Int(-$0) } : order.ranking.places[row]
    }

    /// The scores and the order by a method; nothing for one that does not go by criteria.
    func order(_ method: RankingMethod) -> (method: RankingMethod, scores: [Double?], ranking: Ranking)? {
        orders.first { $0.method == method }
    }

    /// Why a proposal has its place: what each criterion adds, and what would lift it by one place.
    func explanation(_ row: Int, _ assembly: Assembly) -> Report.TreeItem {
        let language = assembly.language
        let style = NumberStyle(language)
        let parts = zip(matrix.criteria.indices, matrix.contributions(row)).map { column, points in
            let criterion = matrix.criteria[column]
            let known = CriterionValue(rawValue: criterion.id)
            let share = assembly.percent(matrix.scaled[row][column])
            return Report.TreeItem(
                known?.words(language) ?? criterion.id,
                figure: Figure(matrix.rows[row][column], known?.unit ?? ""),
                remarks: [
                    matrix.flat.contains(column)
                        ? assembly.say("the same for all: not counted", "le même pour tous : non compté")
                        : assembly.say(
                            "\(share) of the way from worst to best, weight \(assembly.percent(matrix.weights[column])): "
                                + "\(style.text(points, decimals: 3))",
                            "\(share) du chemin du pire au meilleur, poids \(assembly.percent(matrix.weights[column])) : "
                                + style.text(points, decimals: 3))
                ])
        }
        return Report.TreeItem(
            assembly.say("Weighted sum", "Somme pondérée"), figure: Figure(matrix.contributions(row).reduce(0, +)),
            remarks: lifts(row, assembly), children: parts)
    }

    /// The changes of one value that each would bring it level with the next better.
    private func lifts(_ row: Int, _ assembly: Assembly) -> [String] {
        guard let ranking = order(.weightedSum)?.ranking,
            let group = ranking.groups.firstIndex(where: { $0.contains(row) }), group > 0,
            let next = ranking.groups[group - 1].first
        else { return [assembly.say("nobody stands before it", "aucune ne la précède")] }
        let words = UnitWords(assembly.language)
        let changes = matrix.criteria.indices.compactMap { column -> String? in
            guard let change = matrix.change(of: column, toReach: next, from: row) else { return nil }
            let known = CriterionValue(rawValue: matrix.criteria[column].id)
            let amount = words.text(Figure(change, known?.unit ?? ""))
            return
                "\(change > 0 ? "+" : "")\(amount) (\(known?.words(assembly.language) ?? matrix.criteria[column].id))"
        }
        let name = proposals[next].id
        guard !changes.isEmpty else {
            return [
                assembly.say(
                    "no single change brings it level with \(name)", "aucun changement seul ne l’amène à \(name)")
            ]
        }
        let list = changes.joined(separator: assembly.say(" or ", " ou "))
        return [assembly.say("level with \(name) by \(list)", "à égalité avec \(name) par \(list)")]
    }
}
