/// What proposals are worth by several criteria.
public struct DecisionMatrix: Sendable {
    /// What proposals are compared by.
    public struct Criterion: Sendable, Hashable {
        /// The id.
        public var id: String
        /// How much it counts, beside the others.
        public var weight: Double
        /// Whether more of it is better.
        public var wantsMore: Bool
        /// The difference up to which values count as equal, and that from which one counts as fully preferred.
        public var indifference = 0.0
        /// The difference from which one counts as fully preferred.
        public var preference = 0.0

        public init(_ id: String, weight: Double, wantsMore: Bool) {
            self.id = id
            self.weight = weight
            self.wantsMore = wantsMore
        }
    }

    /// Why values cannot be compared.
    public enum Problem: Error, Hashable {
        /// The weight of that criterion is negative or no number.
        case weight(Int)
        case noWeight
        /// A row has another number of values than there are criteria, or one that is no finite number.
        case row(Int)
    }

    /// What the options are judged by, in the order of the columns.
    public let criteria: [Criterion]
    /// A row for each proposal, a value for each criterion.
    public let rows: [[Double]]
    /// Values from 0 for the worst to 1 for the best of each criterion; 0 where all are the same.
    public let scaled: [[Double]]
    /// The criteria by which all proposals are the same, whose weight is ignored.
    public let flat: [Int]
    /// The weights that count, which sum to one; all zero where every criterion is flat.
    public let weights: [Double]

    /// - Throws: `Problem`.
    public init(_ criteria: [Criterion], _ rows: [[Double]]) throws(Problem) {
        for (index, criterion) in criteria.enumerated() where !(criterion.weight >= 0 && criterion.weight.isFinite) {
            throw .weight(index)
        }
        guard criteria.contains(where: { $0.weight > 0 }) else { throw .noWeight }
        for (index, row) in rows.enumerated()
        where row.count != criteria.count || !row.allSatisfy({ $0.magnitude <= Self.largest }) {
            throw .row(index)
        }
        self.criteria = criteria
        self.rows = rows
        let ranges = criteria.indices.map { column in
            rows.dropFirst().reduce((low: rows.first?[column] ?? 0, high: rows.first?[column] ?? 0)) {
                (min($0.low, $1[column]), max($0.high, $1[column]))
            }
        }
        let flat = criteria.indices.filter { ranges[$0].low == ranges[$0].high }
        self.flat = flat
        scaled = rows.map { row in
            criteria.indices.map { column in
                let (low, high) = ranges[column]
                guard high > low else { return 0 }
                return (criteria[column].wantsMore ? row[column] - low : high - row[column]) / (high - low)
            }
        }
        let heaviest = criteria.map(\.weight).max() ?? 1
        let counting = criteria.indices.map { flat.contains($0) ? 0 : criteria[$0].weight / heaviest }
        let sum = counting.reduce(0, +)
        weights = counting.map { sum > 0 ? $0 / sum : 0 }
    }

    /// Beyond this, differences and squares would not be finite.
    private static let largest = 1e150

    /// Whether one proposal is nowhere worse than another, and better somewhere.
    public func dominates(_ first: Int, _ second: Int) -> Bool {
        var isBetter = false
        for column in criteria.indices {
            let difference = rows[first][column] - rows[second][column]
            if difference != 0 {
                guard (difference > 0) == criteria[column].wantsMore else { return false }
                isBetter = true
            }
        }
        return isBetter
    }
}
