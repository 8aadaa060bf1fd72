/// What voters as a whole think of a proposal, from declared cut-offs.
public enum Opinion: String, Sendable, Hashable, CaseIterable {
    case agreedFor = "agreed_for"
    case agreedAgainst = "agreed_against"
    /// They differ.
    case divided
    /// They agree, and on nothing decided.
    case lukewarm

    /// Where one opinion ends and another begins.
    public struct CutOffs: Sendable, Hashable {
        /// The consensus from which voters agree.
        public var consensus = 0.5
        /// Where on the scale, from 0 to 1, the mean is for the proposal, and up to where it is against it.
        public var inFavour = 0.6
        /// Up to where on the scale, from 0 to 1, the mean is against the proposal.
        public var against = 0.4

        public init() {}
    }

    /// Nothing where nobody voted.
    public init?(_ counts: GradeCounts, _ cutOffs: CutOffs = CutOffs()) {
        guard let consensus = counts.consensus, let mean = counts.mean else { return nil }
        let level = mean / Double(counts.counts.count - 1)
        if consensus < cutOffs.consensus {
            self = .divided
        } else if level >= cutOffs.inFavour {
            self = .agreedFor
        } else {
            self = level <= cutOffs.against ? .agreedAgainst : .lukewarm
        }
    }
}
