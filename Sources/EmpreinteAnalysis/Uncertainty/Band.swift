/// Where draws lie: the middle, and the ends of the nine tenths about it.
public struct Band: Sendable, Hashable {
    public let p5: Double
    public let p50: Double
    public let p95: Double

    /// - Parameter values: at least one; on straight lines between the values sorted.
    /// - Complexity: O(n log n).
    public init(_ values: some Sequence<Double>) {
        let sorted = values.sorted()
        func quantile(_ share: Double) -> Double {
            guard let last = sorted.last else { return .nan }
            let place = share * Double(sorted.count - 1)
            let index = Int(place)
            guard index + 1 < sorted.count else { return last }
            let part = place - Double(index)
            return part == 0 ? sorted[index] : sorted[index] * (1 - part) + sorted[index + 1] * part
        }
        (p5, p50, p95) = (quantile(0.05), quantile(0.5), quantile(0.95))
    }

    /// From one end to the other.
    public var range: ClosedRange<Double> { min(p5, p95)...max(p5, p95) }
}
