/// A way to put proposals in order.
public enum RankingMethod: String, Sendable, CaseIterable {
    case weightedSum = "weighted_sum"
    case topsis
    case topsisVector = "topsis_vector"
    case promethee, pareto
    case majorityJudgement = "majority_judgement"
    case borda, mean

    /// Whether it compares by criteria rather than by ballots.
    public var usesCriteria: Bool { Self.byCriteria.contains(self) }

    /// Those that compare by criteria.
    public static let byCriteria: [RankingMethod] = [.weightedSum, .topsis, .topsisVector, .promethee, .pareto]
    /// Those that go by ballots.
    public static let byBallots: [RankingMethod] = [.majorityJudgement, .borda, .mean]

    /// The scores of a matrix's rows, more being better; nothing where the method gives none.
    public func scores(_ matrix: DecisionMatrix) -> [Double?] {
        switch self {
        case .weightedSum: matrix.weightedSums
        case .topsis: matrix.closeness(.range)
        case .topsisVector: matrix.closeness(.vector)
        case .promethee: matrix.netFlows
        case .pareto: matrix.paretoLayers.map { -Double($0) }
        case .majorityJudgement, .borda, .mean: matrix.rows.map { _ in nil }
        }
    }

    /// The order of what was voted on; nobody has a place where the method does not go by ballots.
    public func ranking(_ votes: Votes) -> Ranking {
        switch self {
        case .majorityJudgement: MajorityJudgement.ranking(votes.proposals.indices.map(votes.counts))
        case .borda: Ranking(votes.bordaScores)
        case .mean: Ranking(votes.meanScores)
        case .weightedSum, .topsis, .topsisVector, .promethee, .pareto: Ranking(votes.proposals.map { _ in nil })
        }
    }
}
