internal import EmpreinteEngine

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// How often each proposal takes each place in the weighted sum, when all weights are equally likely.
///
/// Weights of the criteria that count are drawn evenly among all that sum to one; the same seed gives the same draws.
public struct RankProbabilities: Sendable {
    /// How many weightings were drawn.
    public let draws: Int
    /// How often each proposal took each place, by place from 0.
    private let times: [[Int32]]

    /// - Parameter draws: how many weights are drawn, from 1 to a million.
    public init(_ matrix: DecisionMatrix, draws: Int, seed: UInt64) {
        let draws = min(max(draws, 1), 1_000_000)
        let counting = matrix.weights.indices.filter { matrix.weights[$0] > 0 }
        let random = Philox(key: seed ^ Philox.stream("deliberation.weights"))
        var times = [[Int32]](repeating: [Int32](repeating: 0, count: matrix.rows.count), count: matrix.rows.count)
        for draw in 0..<draws {
            var weights = [Double](repeating: 0, count: matrix.weights.count)
            var sum = 0.0
            for column in counting {
                weights[column] = -log(random.uniform(UInt64(draw), UInt64(column)))
                sum += weights[column]
            }
            if sum > 0 { weights = weights.map { $0 / sum } }
            let places = Ranking(matrix.scaled.map { DecisionMatrix.sum($0, weights) }).places
            for (row, place) in places.enumerated() {
                if let place { times[row][place - 1] += 1 }
            }
        }
        self.draws = draws
        self.times = times
    }

    /// The chance that a proposal takes a place, from 1, or a better one.
    public func chance(_ row: Int, atLeast place: Int) -> Double {
        Double(times[row].prefix(max(place, 0)).reduce(0) { $0 + Int($1) }) / Double(draws)
    }

    /// The mean place of a proposal.
    public func meanPlace(_ row: Int) -> Double {
        Double(times[row].enumerated().reduce(0) { $0 + ($1.offset + 1) * Int($1.element) }) / Double(draws)
    }

    /// The best and the worst place a proposal takes in the middle nine tenths of the draws.
    public func usualPlaces(_ row: Int) -> ClosedRange<Int> {
        let lower = place(row, at: Double(draws) * 0.05)
        return lower...max(lower, place(row, at: Double(draws) * 0.95))
    }

    private func place(_ row: Int, at count: Double) -> Int {
        var sum = 0
        for (index, times) in times[row].enumerated() {
            sum += Int(times)
            if Double(sum) >= count, sum > 0 { return index + 1 }
        }
        return max(times.count, 1)
    }
}
