/// What voters gave to proposals on one scale.
public struct Votes: Sendable {
    /// The lowest and the highest grade.
    public let scale: ClosedRange<Int>
    /// The ids of the proposals voted on.
    public let proposals: [String]
    /// The ids of the voters.
    public let voters: [String]
    /// What each voter gave each proposal; nothing where there is no ballot.
    public let votes: [[Vote?]]

    /// - Parameter votes: a row for each voter, a cell for each proposal; what is missing is no ballot.
    public init(scale: ClosedRange<Int>, proposals: [String], voters: [String], votes: [[Vote?]]) {
        self.scale = scale
        self.proposals = proposals
        self.voters = voters
        self.votes = voters.indices.map { voter in
            let row = votes.indices.contains(voter) ? votes[voter] : []
            return proposals.indices.map { row.indices.contains($0) ? row[$0] : nil }
        }
    }

    /// One ballot: a grade, or none on purpose, by one voter or a group of them.
    public struct Vote: Sendable, Hashable {
        /// The grade; nothing for a blank ballot.
        public let grade: Int?
        /// How many voters it is of, from none to a million.
        public let weight: Int

        /// The most voters a group has.
        public static let largestGroup = 1_000_000

        public init(_ grade: Int?, weight: Int = 1) {
            self.grade = grade
            self.weight = min(max(weight, 0), Self.largestGroup)
        }
    }

    /// How many voters gave a proposal each grade; a grade off the scale is none.
    public func counts(_ proposal: Int) -> GradeCounts {
        var counts = [Int](repeating: 0, count: scale.count)
        for row in votes {
            guard let vote = row[proposal], let grade = vote.grade, scale.contains(grade) else { continue }
            counts[grade - scale.lowerBound] += vote.weight
        }
        return GradeCounts(of: counts)
    }

    /// How many voters handed in a blank ballot on a proposal.
    public func blanks(_ proposal: Int) -> Int {
        votes.reduce(0) { sum, row in
            guard let vote = row[proposal], vote.grade == nil else { return sum }
            return sum + vote.weight
        }
    }

    /// How many there are of each voter: the most any of its ballots says.
    public var weights: [Int] { votes.map { row in row.compactMap { $0?.weight }.max() ?? 0 } }
}
