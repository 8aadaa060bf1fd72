/// The best set of aids a project may have together, and the rules that keep it from being larger.
public struct AidStack: Sendable, Hashable {
    /// The aids had, by position, with what each gives.
    public let parts: [Part]
    /// The rules that cut the sum of the aids that may be had together.
    public let blocking: [Rule]
    /// The aids that fit and are left out, with the aid each cannot be had with; nothing when no room is left.
    public let excluded: [Exclusion]

    /// What one aid gives.
    public struct Part: Sendable, Hashable {
        /// The aid, by position.
        public let aid: Int
        /// What it gives.
        public let amount: Money
    }

    /// An aid that is left out.
    public struct Exclusion: Sendable, Hashable {
        /// The aid, by position.
        public let aid: Int
        /// The aid it cannot go with, by position; nothing for another rule.
        public let by: Int?
    }

    /// What the law says of aids together.
    public struct Limits: Sendable, Hashable {
        /// The largest part of the cost public money may pay.
        public var publicShare: Rate
        /// The smallest part of the cost the project pays itself.
        public var ownShare: Rate

        public init(publicShare: Rate = .all, ownShare: Rate = .zero) {
            self.publicShare = publicShare
            self.ownShare = ownShare
        }
    }

    /// What keeps an aid from giving more.
    public enum Rule: String, Sendable, CaseIterable {
        case publicShare = "public_share"
        case ownShare = "own_share"
    }

    /// What all of them give.
    public var total: Money { parts.map(\.amount).total }
}

extension AidStack {
    /// The stack that pays most for a cost, then the one of fewest aids, then the one of the first aids.
    ///
    /// The last aids are reduced where the sum would pass a limit.
    ///
    /// - Parameter fitting: the positions of the aids whose criteria are met.
    /// - Throws: `aids` for more than 20 of them.
    public init(
        _ aids: [Aid], fitting: [Int], cost: Money, _ limits: Limits = .init()
    ) throws(FundingProblem) {
        let fitting = fitting.filter { aids.indices.contains($0) && aids[$0].amount(for: cost) > .zero }
        guard fitting.count <= 20 else { throw .aids(fitting.count) }
        let publicRoom = cost.share(limits.publicShare)
        let room = cost.share(Rate(billionths: Rate.whole - min(limits.ownShare, .all).billionths))
        let amounts = fitting.map { aids[$0].amount(for: cost) }
        /// The aids each cannot be had with, as bits.
        let conflicts = fitting.map { first in
            fitting.enumerated().reduce(0) { bits, other in
                let isConflict =
                    aids[first].excludes.contains(aids[other.element].id)
                    || aids[other.element].excludes.contains(aids[first].id)
                return isConflict ? bits | 1 << other.offset : bits
            }
        }
        func isMember(_ index: Int, of set: Int) -> Bool { set >> index & 1 == 1 }
        func sums(_ set: Int) -> (publicly: Money, privately: Money) {
            var sums = (publicly: Money.zero, privately: Money.zero)
            for index in fitting.indices where isMember(index, of: set) {
                if aids[fitting[index]].isPublic {
                    sums.publicly += amounts[index]
                } else {
                    sums.privately += amounts[index]
                }
            }
            return sums
        }
        func total(_ set: Int) -> Money {
            let sums = sums(set)
            return min(min(sums.publicly, publicRoom) + sums.privately, room)
        }
        /// Whether an earlier aid is in the first set of two.
        func comesFirst(_ first: Int, _ second: Int) -> Bool { (first ^ second) & -(first ^ second) & first != 0 }
        var best = 0
        var bestTotal = Money.zero
        for set in 1..<(1 << fitting.count) {
            guard fitting.indices.allSatisfy({ !isMember($0, of: set) || conflicts[$0] & set == 0 }) else { continue }
            let sum = total(set)
            guard sum >= bestTotal, sum > .zero else { continue }
            let isBetter =
                sum > bestTotal || set.nonzeroBitCount < best.nonzeroBitCount
                || (set.nonzeroBitCount == best.nonzeroBitCount && comesFirst(set, best))
            if isBetter { (best, bestTotal) = (set, sum) }
        }
        var (publicLeft, left) = (publicRoom, room)
        var parts: [Part] = []
        for index in fitting.indices where isMember(index, of: best) {
            let isPublic = aids[fitting[index]].isPublic
            let amount = min(amounts[index], left, isPublic ? publicLeft : left)
            if isPublic { publicLeft -= amount }
            left -= amount
            parts.append(.init(aid: fitting[index], amount: amount))
        }
        self.parts = parts.filter { $0.amount > .zero }
        let had = self.parts.map(\.aid)
        excluded = fitting.indices.filter { !had.contains(fitting[$0]) }.map { index in
            let other = fitting.indices.first { isMember($0, of: best) && isMember($0, of: conflicts[index]) }
            return .init(aid: fitting[index], by: other.map { fitting[$0] })
        }
        // A limit blocks when the aids that could still be had, or those cut, would pay more without it.
        let wished = fitting.indices.filter { conflicts[$0] & best == 0 }.reduce(0) { $0 | 1 << $1 }
        let wish = sums(wished)
        var blocking: [Rule] = []
        if wish.publicly > publicRoom { blocking.append(.publicShare) }
        if min(wish.publicly, publicRoom) + wish.privately > room { blocking.append(.ownShare) }
        self.blocking = blocking
    }
}
