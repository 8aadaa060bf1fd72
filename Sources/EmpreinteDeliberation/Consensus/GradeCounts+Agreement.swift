#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

extension GradeCounts {
    /// Consensus as Tastle and Wierman measure it: 1 where all agree, 0 where half are at each end.
    ///
    /// `1 + Σ pᵢ log₂(1 − |i − mean| ∕ (K − 1))`; nothing where nobody voted.
    public var consensus: Double? {
        guard let mean, counts.count > 1 else { return nil }
        let width = Double(counts.count - 1)
        var sum = 1.0
        for (position, count) in counts.enumerated() where count > 0 {
            sum += Double(count) / Double(total) * log2(1 - abs(Double(position) - mean) / width)
        }
        return min(max(sum, 0), 1)
    }

    /// Agreement as van der Eijk measures it: 1 where all agree, 0 for as many of each grade, −1 for two ends.
    ///
    /// Nothing on a scale of fewer than three grades, and where nobody voted.
    /// - Complexity: O(K³) for K grades.
    public var agreement: Double? {
        let grades = counts.count
        guard grades >= 3, total > 0 else { return nil }
        var left = counts
        var sum = 0.0
        // Layer by layer: each as high as the least of the grades that are left.
        while let height = left.filter({ $0 > 0 }).min() {
            let isGiven = left.map { $0 > 0 }
            let given = isGiven.count { $0 }
            let spread = 1 - Double(given - 1) / Double(grades - 1)
            sum += Double(height * given) / Double(total) * Self.unimodality(of: isGiven) * spread
            left = left.map { $0 > 0 ? $0 - height : 0 }
        }
        return min(max(sum, -1), 1)
    }

    /// How far the grades given stand together: 1 for one stretch, less with every gap between them.
    private static func unimodality(of isGiven: [Bool]) -> Double {
        let grades = isGiven.count
        var (together, apart) = (0, 0)
        for first in 0..<grades {
            for second in first + 1..<grades {
                for third in second + 1..<grades {
                    switch (isGiven[first], isGiven[second], isGiven[third]) {
                    case (true, true, false), (false, true, true): together += 1
                    case (true, false, true): apart += 1
                    default: break
                    }
                }
            }
        }
        guard together + apart > 0 else { return 1 }
        return Double((grades - 2) * together - (grades - 1) * apart) / Double((grades - 2) * (together + apart))
    }
}
