extension DecisionMatrix {
    /// The weighted sum of scaled values, from 0 to 1.
    public var weightedSums: [Double] { scaled.map { Self.sum($0, weights) } }

    static func sum(_ row: [Double], _ weights: [Double]) -> Double {
        var sum = 0.0
        for (value, weight) in zip(row, weights) { sum += value * weight }
        return sum
    }

    /// What each criterion adds to a proposal's weighted sum.
    public func contributions(_ row: Int) -> [Double] { zip(scaled[row], weights).map { $0 * $1 } }

    /// The change of one value that brings a proposal level with another of a higher weighted sum, all else left as it
    /// is; nothing where that value alone cannot.
    public func change(of column: Int, toReach other: Int, from row: Int) -> Double? {
        guard weights[column] > 0 else { return nil }
        let sums = (own: Self.sum(scaled[row], weights), other: Self.sum(scaled[other], weights))
        let step = max(sums.other - sums.own, 0) / weights[column]
        guard scaled[row][column] + step <= 1 else { return nil }
        let values = rows.map { $0[column] }
        let range = (values.max() ?? 0) - (values.min() ?? 0)
        return criteria[column].wantsMore ? step * range : -step * range
    }

    /// The layer of each proposal, from 1: those nothing dominates, then those nothing left dominates, and so on.
    ///
    /// - Complexity: O(proposals² × criteria).
    public var paretoLayers: [Int] {
        var layers = [Int](repeating: 0, count: rows.count)
        var dominators = rows.indices.map { row in rows.indices.count { dominates($0, row) } }
        var layer = 0
        while true {
            let free = rows.indices.filter { layers[$0] == 0 && dominators[$0] == 0 }
            guard !free.isEmpty else { return layers }
            layer += 1
            for row in free { layers[row] = layer }
            for row in rows.indices where layers[row] == 0 {
                dominators[row] -= free.count { dominates($0, row) }
            }
        }
    }
}
