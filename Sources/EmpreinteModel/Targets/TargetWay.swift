internal import EmpreinteGraph

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The course of a target made ready between its two ends.
enum TargetWay: Sendable, Hashable {
    case linear, exponential
    case table(Curve)
    /// `goal + (base − goal)·(1 − x)^exponent`, with `x` the part of the time gone.
    case bent(exponent: Double)

    init(_ course: TargetPath.Course, _ base: TargetPath.Point?, _ goal: TargetPath.Point) throws(TargetProblem) {
        guard let base else {
            guard course == .linear else { throw .baseMissing }
            self = .linear
            return
        }
        switch course {
        case .linear: self = .linear
        case .exponential:
            guard base.value > 0, goal.value > 0 else { throw .sign }
            self = .exponential
        case .table(let points):
            guard points.allSatisfy({ $0.year > base.year && $0.year < goal.year }) else { throw .table }
            let all = ([base] + points + [goal]).map { Curve.Point(x: Double($0.year), y: $0.value) }
            guard let curve = Curve(points: all, between: .linear, before: .hold, after: .hold) else { throw .series }
            self = .table(curve)
        case .budget(let budget):
            self = .bent(exponent: try Self.exponent(spending: budget, from: base, to: goal))
        }
    }

    func value(in year: Int, from base: TargetPath.Point, to goal: TargetPath.Point) -> Double {
        let x = (Double(year) - Double(base.year)) / (Double(goal.year) - Double(base.year))
        switch self {
        case .linear: return base.value * (1 - x) + goal.value * x
        case .exponential: return base.value * pow(goal.value / base.value, x)
        case .table(let curve): return curve.value(at: Double(year))
        case .bent(let exponent): return goal.value + (base.value - goal.value) * pow(1 - x, exponent)
        }
    }

    /// The exponent with which the way spends a budget, by halving: the sum falls as the exponent grows.
    private static func exponent(
        spending budget: Double, from base: TargetPath.Point, to goal: TargetPath.Point
    ) throws(TargetProblem) -> Double {
        let count = goal.year.subtractingReportingOverflow(base.year)
        guard !count.overflow, count.partialValue <= 10_000 else { throw .budget }
        let years = Double(count.partialValue)
        // The part of the way still ahead, summed over the years.
        let wanted = (budget - goal.value * years) / (base.value - goal.value)
        guard wanted > 0.5, wanted < years - 0.5 else { throw .budget }
        var (low, high) = (0.0, 1.0)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            let exponent = middle / (1 - middle)
            let sum = (1..<count.partialValue).reduce(0.5) { $0 + pow(1 - Double($1) / years, exponent) }
            if sum > wanted { low = middle } else { high = middle }
        }
        let middle = (low + high) / 2
        return middle / (1 - middle)
    }
}
