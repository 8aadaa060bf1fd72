/// The votes of an assembly, the rules they are counted by, and what comes of them.
public struct Poll: Sendable {
    /// The ballots.
    public let votes: Votes
    /// The grade from which a ballot approves.
    public let approve: Int
    /// How many may vote.
    public let electorate: Int
    /// Whether that was stated; otherwise it is those who voted.
    public let statesElectorate: Bool
    /// What adopts a proposal; nothing where votes adopt none.
    public let adoption: AdoptionRule?
    /// Where one opinion ends and another begins.
    public let cutOffs: Opinion.CutOffs
    /// Whether these are examples nobody cast.
    public let isIllustrative: Bool
    /// What comes of the votes on each proposal, in the order of the votes.
    public let results: [Result]
    private let places: [String: Int]

    /// What voters make of one proposal.
    public struct Result: Sendable {
        /// The id of the proposal.
        public let proposal: String
        /// The expressed votes by grade.
        public let counts: GradeCounts
        /// Ballots without a grade on purpose.
        public let blanks: Int
        /// The mean grade; nothing where nobody gave one.
        public let mean: Double?
        /// The lower median grade.
        public let median: Int?
        /// The share of expressed votes that approve.
        public let approval: Share?
        /// What voters as a whole think of it.
        public let opinion: Opinion?
        /// Nothing where no rule is stated.
        public let outcome: AdoptionRule.Outcome?
    }

    /// - Parameters:
    ///   - approve: the first grade above the middle of the scale unless said.
    ///   - electorate: how many may vote; all who voted unless said.
    public init(
        _ votes: Votes, approve: Int? = nil, electorate: Int? = nil, adoption: AdoptionRule? = nil,
        cutOffs: Opinion.CutOffs = .init(), isIllustrative: Bool = false
    ) {
        let low = votes.scale.lowerBound
        let approve = approve ?? low + (votes.scale.count + 1) / 2
        let all = electorate ?? votes.weights.reduce(0, +)
        self.votes = votes
        self.approve = approve
        self.electorate = all
        statesElectorate = electorate != nil
        self.adoption = adoption
        self.cutOffs = cutOffs
        self.isIllustrative = isIllustrative
        results = votes.proposals.indices.map { place in
            let counts = votes.counts(place)
            let blanks = votes.blanks(place)
            let approving = counts.count(from: approve - low)
            return Result(
                proposal: votes.proposals[place], counts: counts, blanks: blanks,
                mean: counts.mean.map { $0 + Double(low) }, median: counts.lowerMedian.map { $0 + low },
                approval: Share(approving, of: counts.total), opinion: Opinion(counts, cutOffs),
                outcome: adoption?.outcome(
                    approving: approving, expressed: counts.total, blank: blanks, electorate: all))
        }
        places = Dictionary(results.enumerated().map { ($1.proposal, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// What comes of the votes on a proposal; nothing where there are none.
    public func result(_ proposal: String) -> Result? { places[proposal].map { results[$0] } }
}
