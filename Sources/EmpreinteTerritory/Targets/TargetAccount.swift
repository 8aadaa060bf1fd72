public import EmpreinteModel

/// A target of a territory beside the years that are known.
public struct TargetAccount: Sendable {
    /// The target looked at.
    public let target: Territory.Target
    /// The years known; nothing where they make no series.
    public let series: YearSeries?
    /// The way and how the years known do on it; nothing where that cannot be computed.
    public let result: (path: TargetPath, outcome: TargetPath.Outcome)?
    /// Why it cannot.
    public let reason: String?

    /// Measures a territory against one of its targets.
    public init(_ target: Territory.Target, of territory: Territory) {
        self.target = target
        series = try? territory.series(of: target.subject)
        if case .unknown(let reason)? = target.base {
            (result, self.reason) = (nil, reason)
            return
        }
        if let reason = target.reason {
            (result, self.reason) = (nil, reason)
            return
        }
        do throws(TargetProblem) {
            let path = try territory.path(to: target)
            let known = try territory.series(of: target.subject)
            let outcome = path.outcome(of: known, lastObserved: known.years.last ?? target.year)
            (result, reason) = ((path, outcome), nil)
        } catch {
            (result, reason) = (nil, error.message)
        }
    }

    /// The last year known, and how far it is from the way; zero or less is met.
    public var last: (year: Int, value: Double, gap: Double?)? {
        guard let year = series?.years.last, let value = series?.values.last else { return nil }
        return (year, value, result?.outcome.gaps.last ?? nil)
    }
}
