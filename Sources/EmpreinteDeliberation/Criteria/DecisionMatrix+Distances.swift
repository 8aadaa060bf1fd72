extension DecisionMatrix {
    /// How values of several criteria are brought to one measure.
    public enum Normalisation: String, Sendable, CaseIterable {
        /// From the worst value to the best.
        case range = "min_max"
        /// By the length of the column as a vector.
        case vector
    }

    /// TOPSIS: how close each proposal is to the best of everything and how far from the worst, from 0 to 1.
    ///
    /// Nothing where all proposals are the same.
    public func closeness(_ normalisation: Normalisation) -> [Double?] {
        let columns = criteria.indices.filter { weights[$0] > 0 }
        let measured = columns.map { column in measure(column, normalisation).map { $0 * weights[column] } }
        let best = measured.map { $0.max() ?? 0 }
        let worst = measured.map { $0.min() ?? 0 }
        return rows.indices.map { row in
            var (toBest, toWorst) = (0.0, 0.0)
            for (column, values) in measured.enumerated() {
                toBest += (best[column] - values[row]) * (best[column] - values[row])
                toWorst += (values[row] - worst[column]) * (values[row] - worst[column])
            }
            let (far, near) = (toWorst.squareRoot(), toBest.squareRoot())
            return far + near > 0 ? far / (far + near) : nil
        }
    }

    /// The values of a column, more being better.
    private func measure(_ column: Int, _ normalisation: Normalisation) -> [Double] {
        switch normalisation {
        case .range: return scaled.map { $0[column] }
        case .vector:
            let values = rows.map { $0[column] }
            let length = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
            let sign = criteria[column].wantsMore ? 1.0 : -1.0
            return values.map { length > 0 ? sign * $0 / length : 0 }
        }
    }

    /// PROMETHEE II: how much more each proposal is preferred to the others than they to it, from −1 to 1.
    ///
    /// A difference counts whole beyond the criterion's preference, in proportion between it and the indifference, and
    /// not at all up to that; without either, every difference counts whole.
    /// - Complexity: O(proposals² × criteria).
    public var netFlows: [Double] {
        guard rows.count > 1 else { return rows.map { _ in 0 } }
        var flows = [Double](repeating: 0, count: rows.count)
        for first in rows.indices {
            for second in rows.indices where second > first {
                var net = 0.0
                for (column, criterion) in criteria.enumerated() where weights[column] > 0 {
                    let difference = rows[first][column] - rows[second][column]
                    let strength = Self.preference(difference.magnitude, criterion) * weights[column]
                    net += (difference > 0) == criterion.wantsMore ? strength : -strength
                }
                flows[first] += net
                flows[second] -= net
            }
        }
        return flows.map { $0 / Double(rows.count - 1) }
    }

    private static func preference(_ difference: Double, _ criterion: Criterion) -> Double {
        guard difference > criterion.indifference else { return 0 }
        guard difference < criterion.preference else { return 1 }
        return (difference - criterion.indifference) / (criterion.preference - criterion.indifference)
    }
}
