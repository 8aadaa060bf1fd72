import EmpreinteDeliberation
import TestSupport
import Testing

@Suite struct BudgetedChoiceTests {
    @Test func greedyTakesWhatItCanPayInOrder() {
        let ranking = Ranking([5, 4, 4, 3, nil])
        let choice = BudgetedChoice.greedy(ranking, costs: [60, 30, 20, 15, 1], budget: 100)
        #expect(choice.chosen == [0, 2, 3])
        #expect(choice.left == 5)
        #expect(BudgetedChoice.greedy(ranking, costs: [nil, nil, nil, nil, nil], budget: 100).chosen == [])
        #expect(BudgetedChoice.greedy(ranking, costs: [60, 30, 20, 15, 1], budget: -5).left == 0)
    }

    /// Six of ten want a and b, four want c; each has 10. a costs 60: the six pay all they have, b is out of reach.
    @Test func equalSharesGiveEachPartOfTheElectorateItsOwn() {
        let many = (0..<6).map { _ in [2, 2, 1].map { Votes.Vote($0) } }
        let few = (0..<4).map { _ in [1, 1, 2].map { Votes.Vote($0) } }
        let votes = Votes(
            scale: 1...2, proposals: ["a", "b", "c"], voters: (0..<10).map { "v\($0)" }, votes: many + few)
        let choice = BudgetedChoice.equalShares(votes, costs: [60, 60, 40], budget: 100)
        #expect(choice.chosen.sorted() == [0, 2])
        #expect(choice.left == 0)
        #expect(BudgetedChoice.greedy(Ranking([3, 2, 1]), costs: [60, 60, 40], budget: 120).chosen == [0, 1])
    }

    @Test func nothingIsSpentThatIsNotThere() {
        var random = SplitMix64(seed: 31)
        for _ in 0..<1_000 {
            let votes = RankingTests.drawVotes(&random)
            let costs: [Int?] = votes.proposals.map { _ in random.below(6) == 0 ? nil : random.below(5_000) }
            let budget = random.below(12_000)
            let choices = [
                BudgetedChoice.equalShares(votes, costs: costs, budget: budget),
                BudgetedChoice.greedy(Ranking(votes.meanScores), costs: costs, budget: budget),
            ]
            for choice in choices {
                #expect(choice.left >= 0)
                #expect(choice.chosen.reduce(choice.left) { $0 + (costs[$1] ?? 0) } == budget)
                #expect(Set(choice.chosen).count == choice.chosen.count)
            }
        }
    }
}
