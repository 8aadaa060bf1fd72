import EmpreinteDeliberation
import TestSupport
import Testing

@Suite struct DecisionMatrixTests {
    private func matrix(
        _ rows: [[Double]], more: [Bool], weights: [Double]
    ) throws(DecisionMatrix.Problem) -> DecisionMatrix {
        try DecisionMatrix(
            zip(more, weights).enumerated().map { .init("c\($0)", weight: $1.1, wantsMore: $1.0) }, rows)
    }

    private static let worked: [[Double]] = [[4, 4], [1, 5], [3, 2], [4, 2]]

    @Test func topsisByHand() throws {
        let closeness = try matrix(Self.worked, more: [true, false], weights: [1, 1]).closeness(.range)
        for (value, expected) in zip(closeness, [0.6126, 0, 0.7829, 1]) {
            #expect(abs(try #require(value) - expected) < 5e-5)
        }
    }

    /// Wins less losses over three others by two criteria of equal weight: 2 − 1, −3 − 3, −1 + 2, 2 + 2.
    @Test func prometheeByHand() throws {
        let flows = try matrix(Self.worked, more: [true, false], weights: [1, 1]).netFlows
        let expected: [Double] = [1.0 / 6, -1, 1.0 / 6, 4.0 / 6]
        #expect(zip(flows, expected).allSatisfy { abs($0 - $1) < 1e-15 })
    }

    @Test func prometheeCountsSmallDifferencesInPart() throws {
        var criterion = DecisionMatrix.Criterion("c", weight: 1, wantsMore: true)
        (criterion.indifference, criterion.preference) = (1, 3)
        #expect(try DecisionMatrix([criterion], [[0], [1]]).netFlows == [0, 0])
        #expect(try DecisionMatrix([criterion], [[0], [2]]).netFlows == [-0.5, 0.5])
        #expect(try DecisionMatrix([criterion], [[0], [5]]).netFlows == [-1, 1])
    }

    @Test func weightedSumAndWhatItIsMadeOf() throws {
        let matrix = try matrix(Self.worked, more: [true, false], weights: [3, 1])
        #expect(matrix.weights == [0.75, 0.25])
        #expect(matrix.weightedSums == [0.75 + 0.25 / 3, 0, 0.75 * (2.0 / 3) + 0.25, 1])
        #expect(matrix.contributions(3) == [0.75, 0.25])
        // From 0.75 to 0.8333: a third of a third of the range of the first criterion.
        let change = try #require(matrix.change(of: 0, toReach: 0, from: 2))
        #expect(abs(change - 1.0 / 3) < 1e-12)
        #expect(matrix.change(of: 1, toReach: 0, from: 2) == nil)
    }

    @Test func paretoByHand() throws {
        #expect(try matrix(Self.worked, more: [true, false], weights: [1, 1]).paretoLayers == [2, 3, 2, 1])
    }

    @Test func aCriterionByWhichAllAreTheSameDoesNotCount() throws {
        let matrix = try matrix([[1, 5], [2, 5]], more: [true, true], weights: [1, 9])
        #expect(matrix.flat == [1])
        #expect(matrix.weights == [1, 0])
        #expect(matrix.weightedSums == [0, 1])
        let level = try self.matrix([[1], [1]], more: [true], weights: [1])
        #expect(level.closeness(.range) == [nil, nil] && Ranking(level.weightedSums).places == [1, 1])
    }

    @Test(arguments: [
        ([-1.0, 1], [[1.0, 1]], DecisionMatrix.Problem.weight(0)), ([.nan, 1], [[1, 1]], .weight(0)),
        ([0, 0], [[1, 1]], .noWeight), ([1, 1], [[1, 1], [1]], .row(1)), ([1, 1], [[.infinity, 1]], .row(0)),
    ])
    func refuses(weights: [Double], rows: [[Double]], problem: DecisionMatrix.Problem) {
        #expect(throws: problem) { try matrix(rows, more: [true, true], weights: weights) }
    }

    // MARK: Laws

    private func draw(_ random: inout SplitMix64) throws -> DecisionMatrix {
        let columns = 1 + random.below(4)
        let more = (0..<columns).map { _ in random.below(2) == 0 }
        let weights = (0..<columns).map { _ in Double(1 + random.below(9)) / 7 }
        let rows = (0..<(1 + random.below(8))).map { _ in
            (0..<columns).map { _ in Double(random.below(12)) / 3 - 2 }
        }
        return try matrix(rows, more: more, weights: weights)
    }

    private func rankings(_ matrix: DecisionMatrix) -> [Ranking] {
        [
            Ranking(matrix.weightedSums), Ranking(matrix.closeness(.range)), Ranking(matrix.closeness(.vector)),
            Ranking(matrix.netFlows), Ranking(matrix.paretoLayers.map { -Double($0) }),
        ]
    }

    @Test func whatIsBetterByAllIsNeverBehind() throws {
        var random = SplitMix64(seed: 21)
        for _ in 0..<1_500 {
            let matrix = try draw(&random)
            let rankings = rankings(matrix)
            for first in matrix.rows.indices {
                for second in matrix.rows.indices where matrix.dominates(first, second) {
                    for ranking in rankings {
                        guard let ahead = ranking.places[first], let behind = ranking.places[second] else { continue }
                        #expect(ahead <= behind)
                    }
                }
            }
        }
    }

    @Test func theOrderOfRowsDoesNotMatter() throws {
        var random = SplitMix64(seed: 22)
        for _ in 0..<1_500 {
            let matrix = try draw(&random)
            let order = matrix.rows.indices.shuffled(using: &random)
            let shuffled = try DecisionMatrix(matrix.criteria, order.map { matrix.rows[$0] })
            for (before, after) in zip(rankings(matrix), rankings(shuffled)) {
                #expect(order.map { before.places[$0] } == after.places)
            }
        }
    }

    @Test func flowsSumToNothing() throws {
        var random = SplitMix64(seed: 23)
        for _ in 0..<1_000 {
            let flows = try draw(&random).netFlows
            #expect(abs(flows.reduce(0, +)) < 1e-9 && flows.allSatisfy { abs($0) <= 1 + 1e-12 })
        }
    }

    @Test func placesUnderAnyWeights() throws {
        let matrix = try matrix([[1, 0], [0, 1], [0, 0]], more: [true, true], weights: [1, 1])
        let chances = RankProbabilities(matrix, draws: 4_000, seed: 5)
        #expect(abs(chances.chance(0, atLeast: 1) - 0.5) < 0.03)
        #expect(chances.chance(2, atLeast: 2) == 0 && chances.chance(2, atLeast: 3) == 1)
        #expect(chances.chance(0, atLeast: 1) + chances.chance(1, atLeast: 1) == 1)
        #expect(chances.meanPlace(2) == 3 && chances.usualPlaces(2) == 3...3 && chances.usualPlaces(0) == 1...2)
        let again = RankProbabilities(matrix, draws: 4_000, seed: 5)
        #expect(again.meanPlace(0) == chances.meanPlace(0))
        #expect(RankProbabilities(matrix, draws: 4_000, seed: 6).meanPlace(0) != chances.meanPlace(0))
    }
}
