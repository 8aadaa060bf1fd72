/// A mean of a territory, guessed from a weighted sample.
public struct Estimate: Sendable, Hashable {
    /// The mean.
    public let mean: Double
    /// The standard error of the mean.
    public let standardError: Double
    /// How many equally weighted people would tell as much.
    public let effectiveSize: Double

    /// Fewer than this tell too little to be published.
    public static let leastEffectiveSize = 30.0

    /// Whether it rests on enough people to be shown.
    public var isPublishable: Bool { effectiveSize >= Self.leastEffectiveSize }

    /// The mean with its linearised standard error.
    ///
    /// - Parameter weights: above zero, as many as values; at least one.
    public init(_ values: [Double], weights: [Double]) {
        let (mean, size) = Self.moments(values, weights)
        self.mean = mean
        effectiveSize = size
        let sum = weights.reduce(0, +)
        let squares = zip(values, weights).reduce(0.0) { total, pair in
            let part = pair.1 * (pair.0 - mean)
            return total + part * part
        }
        let count = Double(values.count)
        standardError = count > 1 ? (count / (count - 1) * squares).squareRoot() / sum : .nan
    }

    /// The mean with the standard error of people drawn again, and weighted anew each time.
    ///
    /// - Parameter reweigh: the weights of people drawn, by position; nothing where they cannot be weighted.
    public init(
        _ values: [Double], weights: [Double], replicates: Int, seed: UInt64, reweigh: ([Int]) -> [Double]?
    ) {
        let (mean, size) = Self.moments(values, weights)
        self.mean = mean
        effectiveSize = size
        var random = ShuffleStream(seed: seed)
        var means: [Double] = []
        for _ in 0..<replicates {
            let drawn = values.indices.map { _ in Int.random(in: values.indices, using: &random) }
            guard let weights = reweigh(drawn) else { continue }
            means.append(Self.moments(drawn.map { values[$0] }, weights).mean)
        }
        let center = means.mean
        let squares = means.reduce(0) { $0 + ($1 - center) * ($1 - center) }
        standardError = means.count > 1 ? (squares / Double(means.count - 1)).squareRoot() : .nan
    }

    private static func moments(_ values: [Double], _ weights: [Double]) -> (mean: Double, size: Double) {
        let sum = weights.reduce(0, +)
        let squares = weights.reduce(0) { $0 + $1 * $1 }
        // A constant is given back as it is.
        if let first = values.first, values.allSatisfy({ $0 == first }) { return (first, sum * sum / squares) }
        return (zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / sum, sum * sum / squares)
    }
}
