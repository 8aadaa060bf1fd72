/// Places of things known by position, the best first; those that are equal share a place.
public struct Ranking: Sendable, Hashable {
    /// The positions place by place; those that share one are in the order given.
    public let groups: [[Int]]
    /// The place of each position, from 1, as in 1, 2, 2, 4; nothing for what is not ranked.
    public let places: [Int?]

    /// Ranks things from the highest score to the lowest.
    ///
    /// Scores that differ by less than their rounding are equal.
    /// - Parameter scores: one for each thing; nothing for what cannot be ranked, which is not last.
    public init(_ scores: [Double?]) {
        let known = scores.indices.filter { scores[$0]?.isFinite ?? false }
        let tolerance = 1e-12 * known.reduce(1) { max($0, scores[$1]?.magnitude ?? 0) }
        let order = known.sorted { left, right in
            let (first, second) = (scores[left] ?? 0, scores[right] ?? 0)
            return first == second ? left < right : first > second
        }
        self.init(order: order, count: scores.count) { left, right in
            (scores[left] ?? 0) - (scores[right] ?? 0) <= tolerance
        }
    }

    /// Ranks things by comparing them.
    ///
    /// - Parameter isBetter: a strict weak order.
    public init(_ positions: some Sequence<Int>, of count: Int, isBetter: (Int, Int) -> Bool) {
        let order = positions.sorted { isBetter($0, $1) || !isBetter($1, $0) && $0 < $1 }
        self.init(order: order, count: count) { !isBetter($0, $1) }
    }

    /// - Parameter areEqual: whether the first of a group and one that follows it share a place.
    private init(order: [Int], count: Int, areEqual: (Int, Int) -> Bool) {
        var groups: [[Int]] = []
        var places = [Int?](repeating: nil, count: count)
        for (index, position) in order.enumerated() {
            if let first = groups.last?.first, areEqual(first, position) {
                groups[groups.count - 1].append(position)
                places[position] = places[first]
            } else {
                groups.append([position])
                places[position] = index + 1
            }
        }
        self.groups = groups.map { $0.sorted() }
        self.places = places
    }
}
