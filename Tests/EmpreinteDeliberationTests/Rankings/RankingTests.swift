import EmpreinteDeliberation
import TestSupport
import Testing

@Suite struct RankingTests {
    @Test func tiesShareAPlaceAndWhatHasNoScoreIsNotRanked() {
        let ranking = Ranking([0.5, nil, 0.9, 0.5, .nan, 0.1])
        #expect(ranking.groups == [[2], [0, 3], [5]])
        #expect(ranking.places == [2, nil, 1, 2, nil, 4])
    }

    @Test func roundingMakesNoDifference() { #expect(Ranking([0.1 + 0.2, 0.3]).places == [1, 1]) }

    @Test func majorityJudgementByHand() throws {
        let judgement = try #require(GradeCounts([5, 10, 15, 40, 30]).flatMap(MajorityJudgement.init))
        #expect(judgement.median == 3)
        #expect(judgement.above == 30 && judgement.below == 30)
        #expect(!judgement.leansUp)
        // All have the median 1: more above, fewer below, then the way outwards.
        let counts = [[1, 3, 2], [1, 3, 1], [2, 3, 1], [2, 3, 2]].compactMap(GradeCounts.init)
        #expect(MajorityJudgement.ranking(counts).places == [1, 2, 4, 3])
    }

    @Test func nothingIsTakenForALastPlace() throws {
        let counts = [[0, 0], [1, 0], [0, 1]].compactMap(GradeCounts.init)
        #expect(MajorityJudgement.ranking(counts).places == [nil, 2, 1])
    }

    /// Three voters over three proposals: 2, 1, 0 points of two; 2, ½, ½; 1, 1, 1.
    @Test func bordaByHand() {
        let votes = Votes(
            scale: 1...5, proposals: ["a", "b", "c"], voters: ["x", "y", "z"],
            votes: [[5, 4, 1], [5, 2, 2], [3, 3, 3]].map { $0.map { Votes.Vote($0) } })
        let scores = votes.bordaScores
        let expected: [Double] = [2.5 / 3, 1.25 / 3, 0.75 / 3]
        for (score, expected) in zip(scores, expected) { #expect(abs((score ?? -1) - expected) < 1e-15) }
    }

    @Test func blanksAndSingleBallotsCompareNothing() {
        let votes = Votes(
            scale: 1...3, proposals: ["a", "b"], voters: ["x", "y"],
            votes: [[.init(3), .init(nil)], [.init(nil, weight: 4), nil]])
        #expect(votes.bordaScores == [nil, nil])
        #expect(votes.blanks(0) == 4 && votes.blanks(1) == 1)
        #expect(votes.weights == [1, 4])
    }

    // MARK: Laws

    static func drawVotes(_ random: inout SplitMix64) -> Votes {
        let grades = 2 + random.below(5)
        let proposals = 1 + random.below(7)
        let voters = 1 + random.below(12)
        return Votes(
            scale: 1...grades, proposals: (0..<proposals).map { "p\($0)" }, voters: (0..<voters).map { "v\($0)" },
            votes: (0..<voters).map { _ in
                (0..<proposals).map { _ in
                    switch random.below(8) {
                    case 0: nil
                    case 1: Votes.Vote(nil)
                    default: Votes.Vote(1 + random.below(grades), weight: 1 + random.below(3))
                    }
                }
            })
    }

    static func rankings(_ votes: Votes) -> [Ranking] {
        let counts = votes.proposals.indices.map(votes.counts)
        return [MajorityJudgement.ranking(counts), Ranking(votes.bordaScores), Ranking(votes.meanScores)]
    }

    @Test func aDoubledElectorateRanksTheSame() {
        var random = SplitMix64(seed: 11)
        for _ in 0..<1_500 {
            let votes = Self.drawVotes(&random)
            let doubled = Votes(
                scale: votes.scale, proposals: votes.proposals, voters: votes.voters + votes.voters.map { $0 + "b" },
                votes: votes.votes + votes.votes)
            #expect(Self.rankings(votes) == Self.rankings(doubled))
        }
    }

    /// Another order of proposals and voters, which is all that other ids may change.
    @Test func namesDoNotMatter() {
        var random = SplitMix64(seed: 12)
        for _ in 0..<1_500 {
            let votes = Self.drawVotes(&random)
            let order = votes.proposals.indices.shuffled(using: &random)
            let shuffled = Votes(
                scale: votes.scale, proposals: order.map { votes.proposals[$0] }, voters: votes.voters,
                votes: votes.votes.shuffled(using: &random).map { row in order.map { row[$0] } })
            for (before, after) in zip(Self.rankings(votes), Self.rankings(shuffled)) {
                #expect(order.map { before.places[$0] } == after.places)
            }
        }
    }
}
