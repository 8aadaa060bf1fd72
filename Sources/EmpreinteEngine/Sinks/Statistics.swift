/// Weighted statistics of one output: sums, moments, extremes, and quantiles when asked.
///
/// Each term is rounded once, to 2⁻⁴⁰ of the unit (squares and weights to 2⁻³⁰), and added as an integer: absorbing and
/// merging in any order and any parts gives the same bits. A term that is infinite, NaN, or whose weighted square is
/// 2⁶⁰ square units or more is refused and counted, never wrapped; so is one whose weight is negative.
public struct Statistics: Sendable, Hashable {
    /// How many terms were taken.
    public internal(set) var count = 0
    /// How many terms were refused.
    public internal(set) var refusedCount = 0
    /// The first lane with a term that was refused.
    public internal(set) var firstRefusedLane: Int?
    /// The smallest value taken; infinite when there is none. A zero is +0.
    public internal(set) var minimum = Double.infinity
    /// The largest value taken; minus infinity when there is none. A zero is +0.
    public internal(set) var maximum = -Double.infinity

    fileprivate let valuePoint: FixedPoint
    fileprivate let squarePoint: FixedPoint
    fileprivate let weightPoint: FixedPoint
    var values: Int128 = 0
    var squares: Int128 = 0
    var weights: Int128 = 0
    var bins: Bins?

    /// - Parameters:
    ///   - unit: a magnitude of which the values are a reasonable number; 1 where it is zero or not finite.
    ///   - quantiles: whether to keep what `quantile` needs.
    public init(unit: Double, quantiles: Bool = false) {
        valuePoint = FixedPoint(unit: unit, bits: 40)
        squarePoint = FixedPoint(unit: unit * unit, bits: 30)
        weightPoint = FixedPoint(unit: 1, bits: 30)
        bins = quantiles ? Bins(unit: unit) : nil
    }

    // MARK: - Adding

    /// Adds one term.
    /// - Parameter lane: where it stands, to name the first that is refused.
    public mutating func add(_ value: Double, weight: Double = 1, lane: Int = 0) {
        var batch = Batch()
        if batch.add(value, weight, self) { bins?.add(value, batch.weights) }
        take(batch, ofCount: 1, firstRefused: batch.count == 0 ? lane : nil)
    }

    /// Adds a block of terms of weight 1.
    mutating func add(_ values: Span<Double>, firstLane: Int) {
        var batch = Batch()
        batch.add(values, self)
        let isRefused = batch.count < values.count
        let refused = isRefused ? values.indices.first { !isHeld(values[$0], 1) } : nil
        take(batch, ofCount: values.count, firstRefused: refused.map { firstLane + $0 })
        guard var bins else { return }
        self.bins = nil
        let one = weightPoint.one
        for lane in values.indices where squarePoint.holds(values[lane] * values[lane]) { bins.add(values[lane], one) }
        self.bins = bins
    }

    /// Adds terms, each of weight 1.
    public mutating func add(contentsOf terms: Span<Double>) {
        var first = 0
        while first < terms.count {
            let end = min(first + 4_096, terms.count)
            add(terms.extracting(first..<end), firstLane: first)
            first = end
        }
    }

    /// Adds what another one took.
    /// - Precondition: both were made alike.
    public mutating func merge(_ other: Statistics) {
        count &+= other.count
        values &+= other.values
        squares &+= other.squares
        weights &+= other.weights
        note(other.minimum, other.maximum)
        refuse(other.refusedCount, first: other.firstRefusedLane)
        if let other = other.bins { bins?.merge(other) }
    }

    @inline(__always)
    fileprivate func isHeld(_ value: Double, _ weight: Double) -> Bool {
        weight >= 0 && weightPoint.holds(weight) && valuePoint.holds(value) && valuePoint.holds(weight * value)
            && squarePoint.holds(weight * (value * value))
    }

    private mutating func take(_ batch: Batch, ofCount count: Int, firstRefused: Int?) {
        self.count += batch.count
        values &+= batch.values.multiples
        squares &+= batch.squares.multiples
        weights &+= batch.weights
        note(batch.minimum, batch.maximum)
        refuse(count - batch.count, first: firstRefused)
    }

    /// Adding +0 makes one zero of both, so that which came first does not show.
    private mutating func note(_ low: Double, _ high: Double) {
        minimum = min(minimum, low + 0)
        maximum = max(maximum, high + 0)
    }

    private mutating func refuse(_ count: Int, first: Int?) {
        refusedCount &+= count
        if let first { firstRefusedLane = min(firstRefusedLane ?? first, first) }
    }
}

// MARK: - Reading

extension Statistics {
    /// The sum of the weights.
    public var weight: Double { weightPoint.value(weights) }

    /// The sum of values times weights.
    public var sum: Double { valuePoint.value(values) }

    /// The weighted mean; NaN without weight.
    public var mean: Double { sum / weight }

    /// The weighted mean of squared distances to the mean; NaN without weight.
    public var variance: Double {
        guard weights > 0 else { return .nan }
        return max(0, squarePoint.value(squares) / weight - mean * mean)
    }

    /// The value below which that share of the weight lies, within 0.2 % of itself, or within a millionth of the unit.
    /// Nothing when quantiles were not asked for, when no weight was taken, or for a share outside 0…1.
    /// - Complexity: O(bins in use).
    public func quantile(_ share: Double) -> Double? {
        guard let bins, weights > 0, share >= 0, share <= 1 else { return nil }
        return bins.quantile(share, of: weights).map { Swift.min(Swift.max($0, minimum), maximum) }
    }
}

// MARK: - Batches

/// What at most 4 096 terms add to statistics.
private struct Batch {
    var count = 0
    var values = PartialSum()
    var squares = PartialSum()
    var weights: Int128 = 0
    var minimum = Double.infinity
    var maximum = -Double.infinity

    /// Adds a term.
    /// - Returns: whether it is taken.
    mutating func add(_ value: Double, _ weight: Double, _ statistics: Statistics) -> Bool {
        guard statistics.isHeld(value, weight) else { return false }
        var sum = PartialSum()
        sum.add(weight, statistics.weightPoint)
        count += 1
        values.add(weight * value, statistics.valuePoint)
        squares.add(weight * (value * value), statistics.squarePoint)
        weights &+= sum.multiples
        minimum = min(minimum, value)
        maximum = max(maximum, value)
        return true
    }

    /// Adds terms of weight 1, in two loops without branches.
    mutating func add(_ terms: Span<Double>, _ statistics: Statistics) {
        let (valuePoint, squarePoint) = (statistics.valuePoint, statistics.squarePoint)
        var (values, squares, count) = (PartialSum(), PartialSum(), 0)
        for lane in terms.indices {
            let term = terms[lane]
            // A value is in range when its square is; a NaN never is.
            let isHeld = squarePoint.holds(term * term)
            let taken = isHeld ? term : 0
            count &+= isHeld ? 1 : 0
            values.add(taken, valuePoint)
            squares.add(taken * taken, squarePoint)
        }
        // Four extremes at once, or one wait for the other at each term.
        var (lows, highs) = (SIMD4(repeating: Double.infinity), SIMD4(repeating: -Double.infinity))
        for start in stride(from: 0, to: terms.count & ~3, by: 4) {
            let four = SIMD4(terms[start], terms[start + 1], terms[start + 2], terms[start + 3])
            let isHeld = squarePoint.holds(four * four)
            lows.replace(with: four, where: isHeld .& (four .< lows))
            highs.replace(with: four, where: isHeld .& (four .> highs))
        }
        for lane in terms.count & ~3..<terms.count where squarePoint.holds(terms[lane] * terms[lane]) {
            lows[0] = Swift.min(lows[0], terms[lane])
            highs[0] = Swift.max(highs[0], terms[lane])
        }
        (minimum, maximum) = (lows.min(), highs.max())
        (self.values, self.squares, self.count) = (values, squares, count)
        weights = Int128(count) &* statistics.weightPoint.one
    }
}
