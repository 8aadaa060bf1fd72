public import EmpreinteModel

/// A target beside the values of a person or a group.
public struct TargetTrajectory: Sendable {
    /// The target looked at.
    public let target: Target
    /// The way to it and how the values do; nothing where it cannot be computed.
    public let result: (path: TargetPath, outcome: TargetPath.Outcome)?
    /// Why nothing is computed.
    public let reason: String?

    /// - Parameters:
    ///   - output: the total of the indicator aimed at, among the trajectory's outputs.
    ///   - shown: the years of the outcome.
    ///   - lastObserved: the year the rate needed counts from.
    init(_ target: Target, _ trajectory: Trajectory, output: Int, in shown: ClosedRange<Int>, lastObserved: Int) {
        self.target = target
        if case .unknown(let reason)? = target.base {
            (result, self.reason) = (nil, reason)
            return
        }
        do throws(TargetProblem) {
            var base: TargetPath.Point?
            if case .year(let year)? = target.base {
                let value = try trajectory.series(of: output, in: trajectory.years)[year]
                base = value.map { .init(year: year, value: $0) }
            }
            let path = try TargetPath(
                .perPerson(target.value), by: target.year, base: base, course: target.course)
            let series = try trajectory.series(of: output, in: shown)
            (result, reason) = ((path, path.outcome(of: series, lastObserved: lastObserved)), nil)
        } catch {
            (result, reason) = (nil, error.message)
        }
    }
}
