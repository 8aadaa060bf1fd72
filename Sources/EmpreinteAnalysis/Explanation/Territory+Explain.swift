internal import EmpreinteModel

extension Territory {
    /// How far the last year known is from the way to a target.
    func explain(_ target: Target) -> Explanation {
        // A share is told in percent, and so are the years of an inventory that are parts of another year.
        let unit = target.subject.account.flatMap { account in
            isIndex(account) == true ? nil : account.unit
        }
        let scale = unit == nil ? 100.0 : 1
        var aim = Explanation.Aim(year: target.year, reason: target.reason)
        var gap: Double?
        do throws(TargetProblem) {
            let path = try self.path(to: target)
            aim.goal = path.goal.value * scale
            let series = try self.series(of: target.subject)
            if let year = series.years.last, let value = series.values.last {
                aim.known = .init(year: year, value: value * scale)
                aim.way = path.value(in: year).map { $0 * scale }
                gap = path.gap(value, in: year).map { $0 * scale }
            }
        } catch {
            if case .unknown(let reason)? = target.base { aim.reason = reason }
            aim.reason = aim.reason ?? error.message
        }
        return Explanation(
            id: target.id, label: target.label, kind: .target(aim), value: gap,
            unit: unit ?? "%", place: target.place, evidence: target.evidence)
    }
}
