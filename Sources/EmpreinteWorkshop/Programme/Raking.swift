/// Weights that give a sample the shares of its territory, margin after margin until all of them hold.
public struct Raking: Sendable {
    /// What the people of a sample are weighted to: for each a category, by position.
    public struct Margin: Sendable {
        /// What people are told apart by.
        public let name: String
        /// The groups.
        public let categories: [String]
        /// The share of the territory in each category.
        public let shares: [Double]
        /// The category of each person of the sample.
        public let sample: [Int]

        public init(_ name: String, categories: [String], shares: [Double], sample: [Int]) {
            self.name = name
            self.categories = categories
            self.shares = shares
            self.sample = sample
        }
    }

    /// Why there are no weights.
    public enum Problem: Error, Sendable, Hashable {
        /// The shares of a margin are not those of one population.
        case shares(margin: String, sum: Double)
        /// Nobody of the sample is in a category that has people.
        case empty(margin: String, category: String)
        case negative(margin: String, category: String)
        /// A person belongs to no category of a margin, or there is nobody.
        case sample(margin: String)
        /// The margin that is furthest off after all passes.
        case notConverged(margin: String, category: String, error: Double)
        /// The same, of weights that are bounded.
        case bounds(ClosedRange<Double>, margin: String, category: String, error: Double)
    }

    /// By person, with a mean of 1.
    public let weights: [Double]
    /// How many passes it took.
    public let passes: Int
    /// The worst relative error of a margin.
    public let worstError: Double

    /// How many equally weighted people would tell as much.
    public var effectiveSize: Double {
        let sum = weights.reduce(0, +)
        return sum * sum / weights.reduce(0) { $0 + $1 * $1 }
    }

    /// By how much weighting widens a variance.
    public var designEffect: Double { Double(weights.count) / effectiveSize }

    /// After this many passes, the margins are said not to be met.
    public static let mostPasses = 200
    /// How far from a margin is near enough.
    public static let tolerance = 1e-9

    /// - Parameters:
    ///   - margins: at least one person in each sample, all of one length.
    ///   - start: the weights to begin with; 1 for everybody unless said.
    ///   - bounds: the least and the largest weight, over the mean one.
    /// - Throws: a margin that cannot be met.
    public init(
        _ margins: [Margin], start: [Double]? = nil, bounds: ClosedRange<Double>? = nil
    ) throws(Problem) {
        let count = margins.first?.sample.count ?? 0
        for margin in margins { try Self.check(margin, count) }
        var weights = start ?? [Double](repeating: 1, count: count)
        guard weights.count == count, count > 0 else { throw .sample(margin: margins.first?.name ?? "") }
        var passes = 0
        var worst = Self.worst(margins, weights)
        while worst.error >= Self.tolerance || !Self.fit(weights, bounds) {
            guard passes < Self.mostPasses else {
                guard let bounds else {
                    throw .notConverged(margin: worst.margin, category: worst.category, error: worst.error)
                }
                // How far the margins are once every weight is within its bounds.
                let off = Self.worst(margins, Self.bounded(weights, bounds))
                throw .bounds(bounds, margin: off.margin, category: off.category, error: off.error)
            }
            if let bounds { weights = Self.bounded(weights, bounds) }
            for margin in margins { Self.rake(&weights, margin) }
            passes += 1
            worst = Self.worst(margins, weights)
        }
        self.weights = weights
        self.passes = passes
        worstError = worst.error
    }

    private static func check(_ margin: Margin, _ count: Int) throws(Problem) {
        for (category, share) in margin.shares.enumerated() where !(share >= 0) {
            throw .negative(margin: margin.name, category: margin.categories[category])
        }
        let sum = margin.shares.reduce(0, +)
        guard abs(sum - 1) < 1e-6 else { throw .shares(margin: margin.name, sum: sum) }
        guard margin.sample.count == count, margin.sample.allSatisfy(margin.shares.indices.contains) else {
            throw .sample(margin: margin.name)
        }
        let present = Set(margin.sample)
        for (category, share) in margin.shares.enumerated() where (share > 0) != present.contains(category) {
            // People of a category that has none cannot be weighted either.
            throw .empty(margin: margin.name, category: margin.categories[category])
        }
    }

    private static func sums(_ margin: Margin, _ weights: [Double]) -> [Double] {
        var sums = [Double](repeating: 0, count: margin.shares.count)
        for (person, category) in margin.sample.enumerated() { sums[category] += weights[person] }
        return sums
    }

    private static func rake(_ weights: inout [Double], _ margin: Margin) {
        let total = Double(weights.count)
        let factors = zip(sums(margin, weights), margin.shares).map { $0 > 0 ? $1 * total / $0 : 0 }
        for (person, category) in margin.sample.enumerated() { weights[person] *= factors[category] }
    }

    private static func worst(
        _ margins: [Margin], _ weights: [Double]
    ) -> (error: Double, margin: String, category: String) {
        let total = Double(weights.count)
        var worst = (error: 0.0, margin: "", category: "")
        for margin in margins {
            for (category, sum) in sums(margin, weights).enumerated() where margin.shares[category] > 0 {
                let wanted = margin.shares[category] * total
                let error = abs(sum - wanted) / wanted
                if error > worst.error { worst = (error, margin.name, margin.categories[category]) }
            }
        }
        return worst
    }

    private static func bounded(_ weights: [Double], _ bounds: ClosedRange<Double>) -> [Double] {
        weights.map { min(max($0, bounds.lowerBound), bounds.upperBound) }
    }

    private static func fit(_ weights: [Double], _ bounds: ClosedRange<Double>?) -> Bool {
        guard let bounds else { return true }
        return weights.allSatisfy { $0 >= bounds.lowerBound * (1 - 1e-9) && $0 <= bounds.upperBound * (1 + 1e-9) }
    }
}

extension Raking.Problem {
    /// A stable code: `margin.shares`, `margin.empty`, `margin.negative`, `margin.sample`, `margin.not_converged`,
    /// `margin.bounds`.
    public var code: String {
        switch self {
        case .shares: "margin.shares"
        case .empty: "margin.empty"
        case .negative: "margin.negative"
        case .sample: "margin.sample"
        case .notConverged: "margin.not_converged"
        case .bounds: "margin.bounds"
        }
    }

    /// What to do about it, where that is known.
    public var hint: String? {
        if case .bounds = self { "widen the bounds, or count a small group with another one by collapse" } else { nil }
    }

    /// What is wrong, in a sentence.
    public var message: String {
        switch self {
        case .shares(let margin, let sum): "the shares of '\(margin)' make \(sum * 100) %, not one population"
        case .empty(let margin, let category):
            "'\(category)' of '\(margin)' has people in the sample or in the territory only"
        case .negative(let margin, let category): "the share of '\(category)' of '\(margin)' is no share"
        case .sample(let margin): "nobody, or somebody without a category, in the sample for '\(margin)'"
        case .notConverged(let margin, let category, let error):
            "no weights meet all margins: '\(category)' of '\(margin)' stays \(error * 100) % off"
        case .bounds(let bounds, let margin, let category, let error):
            "no weights from \(bounds.lowerBound) to \(bounds.upperBound) meet all margins: '\(category)' of '\(margin)' stays \(error * 100) % off"
        }
    }
}
