/// What adopts a proposal.
public struct AdoptionRule: Sendable, Hashable {
    /// The least share of the electorate that votes, blank ballots included; nothing where any number will do.
    public var quorum: Double?
    /// The least share of expressed votes that approve.
    public var threshold: Double

    public init(quorum: Double? = nil, threshold: Double) {
        self.quorum = quorum
        self.threshold = threshold
    }

    /// What comes of a vote.
    public enum Outcome: String, Sendable, CaseIterable {
        case adopted, rejected
        case noQuorum = "no_quorum"
    }

    /// What comes of the votes on a proposal.
    ///
    /// - Parameters:
    ///   - approving: how many expressed votes approve.
    ///   - expressed: how many votes have a grade.
    ///   - blank: how many have none on purpose.
    ///   - electorate: how many may vote.
    public func outcome(approving: Int, expressed: Int, blank: Int, electorate: Int) -> Outcome {
        if let quorum, Double(expressed + blank) < quorum * Double(electorate) { return .noQuorum }
        return expressed > 0 && Double(approving) >= threshold * Double(expressed) ? .adopted : .rejected
    }
}
