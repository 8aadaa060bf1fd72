extension Votes {
    /// The mean grade of each proposal; nothing where nobody gave one.
    public var meanScores: [Double?] {
        proposals.indices.map { proposal in
            counts(proposal).mean.map { $0 + Double(scale.lowerBound) }
        }
    }

    /// The Borda score of each proposal, from 0 to 1: the share of the other proposals a voter puts beneath it, half of
    /// those put level, on average over the voters who compared it with others.
    ///
    /// - Complexity: O(voters × proposals × log proposals).
    public var bordaScores: [Double?] {
        var sums = [Double](repeating: 0, count: proposals.count)
        var weights = [Int](repeating: 0, count: proposals.count)
        for row in votes {
            let graded = proposals.indices.filter { row[$0]?.grade != nil }
            guard graded.count > 1 else { continue }
            let counts = graded.reduce(into: [Int](repeating: 0, count: scale.count)) { counts, proposal in
                if let grade = row[proposal]?.grade, scale.contains(grade) { counts[grade - scale.lowerBound] += 1 }
            }
            var below = 0
            let points = counts.map { count -> Double in
                defer { below += count }
                return (Double(below) + Double(count - 1) / 2) / Double(graded.count - 1)
            }
            for proposal in graded {
                guard let vote = row[proposal], let grade = vote.grade, scale.contains(grade) else { continue }
                sums[proposal] += points[grade - scale.lowerBound] * Double(vote.weight)
                weights[proposal] += vote.weight
            }
        }
        return proposals.indices.map { weights[$0] > 0 ? sums[$0] / Double(weights[$0]) : nil }
    }
}
