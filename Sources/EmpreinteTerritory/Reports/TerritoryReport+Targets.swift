internal import EmpreinteAnalysis
internal import EmpreinteModel

extension TerritoryReport {
    /// One row a target: where it starts, what it aims at, what is known.
    func table(_ accounts: [TargetAccount]) -> Report.Table {
        let rows = accounts.map { each -> [Report.Table.Cell] in
            let label = Report.Table.Cell.text(text(each.target.label))
            guard let (path, outcome) = each.result else {
                return [
                    label, .text(String(each.target.year)), .empty, .empty, .empty,
                    .missing(say("not computable", "non calculable")),
                ]
            }
            let subject = each.target.subject
            let base = path.base.map { "\(short($0.value, subject)) (\($0.year))" }
            let last = each.last.map { "\(short($0.value, subject)) (\($0.year))" }
            return [
                label, .text(String(path.goal.year)), base.map { .text($0) } ?? .empty,
                .text(short(path.goal.value, subject)), last.map { .text($0) } ?? .missing(say("unknown", "inconnu")),
                .text(standing(each, outcome)),
            ]
        }
        return Report.Table(
            columns: [
                .init(id: "target", title: say("target", "objectif")), .init(id: "by", title: say("by", "pour")),
                .init(id: "base", title: say("from", "départ")), .init(id: "goal", title: say("goal", "but")),
                .init(id: "last", title: say("last known", "dernier connu")),
                .init(id: "standing", title: say("against the way", "face au parcours")),
            ], rows: rows)
    }

    private func standing(_ each: TargetAccount, _ outcome: TargetPath.Outcome) -> String {
        var parts: [String] = []
        if let gap = each.last?.gap {
            let size = difference(gap.magnitude, each.target.subject)
            let isShare = each.target.subject == .renewablesShare
            if gap <= 0 {
                parts.append(say("on the way, by \(size)", "en avance de \(size)"))
            } else {
                parts.append(
                    isShare ? say("\(size) missing", "\(size) manquent") : say("\(size) too much", "\(size) de trop"))
            }
        }
        if let chance = drawn?.chances[each.target.id] {
            parts.append(
                say(
                    "on the way in \(percent(chance)) of the draws", "en avance dans \(percent(chance)) des tirages"))
        }
        if let rate = outcome.requiredRate, each.target.subject.account != nil {
            parts.append(
                rate > 0
                    ? say("needs \(percent(rate)) less a year", "demande \(percent(rate)) de moins par an")
                    : say("goal reached", "but atteint"))
        }
        return parts.joined(separator: ", ")
    }

    /// What two parts of a whole differ by is told in points.
    private func difference(_ value: Double, _ subject: Territory.Target.Subject) -> String {
        guard unit(of: subject) == "%" else { return short(value, subject) }
        let points = NumberStyle(language).text(value * 100)
        return "\(points)\u{A0}points"
    }

    /// Why a target is not computed, or nothing.
    func uncomputed(_ each: TargetAccount) -> String? {
        guard let reason = each.reason else { return nil }
        let label = text(each.target.label)
        return say("\(label): not computable, \(reason).", "\(label) : non calculable, \(reason).")
    }
}
