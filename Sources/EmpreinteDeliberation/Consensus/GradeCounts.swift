/// How many voters gave each grade of a scale, from the lowest grade to the highest.
public struct GradeCounts: Sendable, Hashable {
    /// How many voters gave each grade.
    public let counts: [Int]
    /// How many voters gave any.
    public let total: Int

    /// The most voters there may be, so that numbers of them are exact as doubles too.
    public static let mostVoters = 1_000_000_000_000_000

    /// - Parameter counts: one for each grade; nothing comes of fewer than two grades, of a negative count and of too
    ///   many voters.
    public init?(_ counts: [Int]) {
        guard counts.count >= 2 else { return nil }
        var total = 0
        for count in counts {
            guard count >= 0, count <= Self.mostVoters - total else { return nil }
            total += count
        }
        self.counts = counts
        self.total = total
    }

    /// The counts of at least two grades, which are known to be fit.
    init(of counts: [Int]) {
        self.counts = counts
        total = counts.reduce(0, +)
    }

    /// The same on a scale read from the other end.
    public var reversed: GradeCounts { GradeCounts(of: counts.reversed()) }

    /// The mean grade by position from 0; nothing where nobody voted.
    public var mean: Double? {
        guard total > 0 else { return nil }
        return Double(counts.enumerated().reduce(0) { $0 + $1.offset * $1.element }) / Double(total)
    }

    /// The position of the grade that at least half give or go beneath; the lower one of two.
    public var lowerMedian: Int? {
        guard total > 0 else { return nil }
        var below = 0
        return counts.firstIndex { count in
            below += count
            return 2 * below >= total
        }
    }

    /// How many voters gave a grade of that position or higher.
    public func count(from position: Int) -> Int { counts[min(max(position, 0), counts.count)...].reduce(0, +) }

    /// The share of voters above the middle of the scale less that beneath it, from −1 to 1.
    public var netSupport: Double? {
        guard total > 0 else { return nil }
        let half = counts.count / 2
        return Double(counts.suffix(half).reduce(0, +) - counts.prefix(half).reduce(0, +)) / Double(total)
    }
}
