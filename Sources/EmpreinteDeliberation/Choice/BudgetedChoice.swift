/// What a budget is spent on.
public struct BudgetedChoice: Sendable, Hashable {
    /// The positions of what is chosen, in the order chosen.
    public let chosen: [Int]
    /// What is left, in cents.
    public let left: Int

    /// Takes proposals in the order of a ranking, each one that what is left still pays.
    ///
    /// Of those that share a place, the cheaper one comes first, then the one given first.
    /// - Parameters:
    ///   - costs: in cents; what has none is not chosen.
    ///   - budget: in cents.
    public static func greedy(_ ranking: Ranking, costs: [Int?], budget: Int) -> BudgetedChoice {
        var chosen: [Int] = []
        var left = max(budget, 0)
        for group in ranking.groups {
            let priced = group.compactMap { position -> (cost: Int, position: Int)? in
                guard costs.indices.contains(position), let cost = costs[position] else { return nil }
                return (cost, position)
            }
            for (cost, position) in priced.sorted(by: <) where cost >= 0 && cost <= left {
                chosen.append(position)
                left -= cost
            }
        }
        return BudgetedChoice(chosen: chosen, left: left)
    }

    /// The method of equal shares: everybody has the same part of the budget, and the voters who want a proposal pay
    /// for it together, in proportion to how much they want it and as far as their part goes.
    ///
    /// The next proposal is each time the one that costs its voters the least for what it gives them. What no voters
    /// can pay together is not chosen, and what is left stays.
    /// - Parameters:
    ///   - votes: a grade above the lowest one is how much a voter wants a proposal.
    ///   - costs: in cents; what has none, or costs nothing, is not chosen.
    ///   - budget: in cents.
    /// - Complexity: O(chosen × proposals × voters × log voters).
    public static func equalShares(_ votes: Votes, costs: [Int?], budget: Int) -> BudgetedChoice {
        let costs = votes.proposals.indices.map { costs.indices.contains($0) ? costs[$0] : nil }
        let weights = votes.weights.map { Double($0) }
        let electorate = weights.reduce(0, +)
        var purses = weights.map { electorate > 0 ? Double(max(budget, 0)) * $0 / electorate : 0 }
        var chosen: [Int] = []
        var open = votes.proposals.indices.filter { (costs[$0] ?? 0) > 0 }
        while true {
            var best: (price: Double, proposal: Int)?
            for proposal in open {
                let cost = Double(costs[proposal] ?? 0)
                guard let price = price(of: proposal, cost, votes, purses) else { continue }
                // Prices that differ by their rounding only are equal: the one given first is taken.
                if best.map({ price < $0.price * (1 - 1e-12) }) ?? true { best = (price, proposal) }
            }
            guard let best else { break }
            for voter in purses.indices {
                purses[voter] -= min(purses[voter], best.price * want(votes, voter, best.proposal))
            }
            chosen.append(best.proposal)
            open.removeAll { $0 == best.proposal }
        }
        return BudgetedChoice(chosen: chosen, left: max(budget, 0) - chosen.reduce(0) { $0 + (costs[$1] ?? 0) })
    }

    private static func want(_ votes: Votes, _ voter: Int, _ proposal: Int) -> Double {
        guard let vote = votes.votes[voter][proposal], let grade = vote.grade else { return 0 }
        return Double((grade - votes.scale.lowerBound) * vote.weight)
    }

    /// What one point of wanting pays when the voters of a proposal pay its cost; nothing when they cannot.
    private static func price(of proposal: Int, _ cost: Double, _ votes: Votes, _ purses: [Double]) -> Double? {
        let payers = purses.indices.compactMap { voter -> (purse: Double, want: Double)? in
            let want = want(votes, voter, proposal)
            return want > 0 ? (purses[voter], want) : nil
        }
        var missing = cost
        var wanted = payers.reduce(0) { $0 + $1.want }
        guard payers.reduce(0, { $0 + $1.purse }) >= cost * (1 - 1e-12) else { return nil }
        for payer in payers.sorted(by: { $0.purse / $0.want < $1.purse / $1.want }) {
            // Whoever can pay the price for all its wanting sets it with those who can too.
            if payer.purse * wanted >= missing * payer.want { return missing / wanted }
            missing -= payer.purse
            wanted -= payer.want
        }
        return payers.map { $0.purse / $0.want }.max()
    }
}
