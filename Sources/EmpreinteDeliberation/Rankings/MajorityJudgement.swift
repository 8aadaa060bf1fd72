/// How a proposal stands in a majority judgement: its median grade, then where grades leave it on the way outwards.
///
/// Taking one median ballot away after another is walking from the middle of the ballots to both ends, the lower side
/// first. Walked as shares rather than ballots, the result is the same however often everybody votes.
public struct MajorityJudgement: Sendable, Hashable {
    /// The lower median, by position on the scale.
    public let median: Int
    /// How many voters are above it and beneath it.
    public let above: Int
    /// How many voters are beneath it.
    public let below: Int
    /// How many voters there are.
    public let total: Int
    private let steps: [Step]

    /// Where one grade gives way to the next.
    private struct Step: Hashable {
        /// Twice the distance from the middle, in ballots; over the total, a share.
        let distance: Int
        let isUpper: Bool
        let grade: Int
    }

    /// Nothing where nobody voted.
    public init?(_ counts: GradeCounts) {
        guard let median = counts.lowerMedian else { return nil }
        self.median = median
        total = counts.total
        above = counts.count(from: median + 1)
        below = counts.total - counts.count(from: median)
        let given = counts.counts.indices.filter { counts.counts[$0] > 0 }
        var steps: [Step] = []
        for (lower, upper) in zip(given, given.dropFirst()) {
            let beneath = counts.total - counts.count(from: upper)
            let isUpper = upper > median
            steps.append(
                Step(
                    distance: isUpper ? 2 * beneath - counts.total : counts.total - 2 * beneath, isUpper: isUpper,
                    grade: isUpper ? upper : lower))
        }
        self.steps = steps.sorted { ($0.distance, $0.isUpper ? 1 : 0) < ($1.distance, $1.isUpper ? 1 : 0) }
    }

    /// Whether the share above is the larger one, which counts for the proposal.
    public var leansUp: Bool { above > below }

    /// Whether it stands before another.
    public func isBetter(than other: MajorityJudgement) -> Bool {
        guard median == other.median else { return median > other.median }
        for (own, others) in zip(steps, other.steps) {
            // The shares are compared crosswise, as whole numbers.
            let first = Int128(own.distance) * Int128(other.total)
            let second = Int128(others.distance) * Int128(total)
            guard first == second, own.isUpper == others.isUpper else {
                let ownIsFirst = first < second || first == second && !own.isUpper
                return ownIsFirst ? own.isUpper : !others.isUpper
            }
            guard own.grade == others.grade else { return own.grade > others.grade }
        }
        if steps.count > other.steps.count { return steps[other.steps.count].isUpper }
        return other.steps.count > steps.count && !other.steps[steps.count].isUpper
    }

    /// Ranks proposals by their counts; those nobody voted on are not ranked.
    public static func ranking(_ counts: [GradeCounts]) -> Ranking {
        let all = counts.map(MajorityJudgement.init)
        return Ranking(all.indices.filter { all[$0] != nil }, of: all.count) { left, right in
            guard let first = all[left], let second = all[right] else { return false }
            return first.isBetter(than: second)
        }
    }
}
