public import EmpreinteAnalysis
public import EmpreinteModel

/// A territory whose amounts are drawn in their published ranges, beside its targets.
///
/// The amounts of a sector and a form of energy are wrong alike in all years: they were counted in one way, so that what
/// changed since is surer than how much there is.
public struct DrawnTargets: Sendable {
    public let draws: Draws
    /// Where the last known total lies, of the accounts that have ranges.
    public let last: [Territory.Target.Subject: Band]
    /// By id of a target, the part of the draws in which the last known year is on the way.
    public let chances: [String: Double]
    /// How many amounts have no range, of all.
    public let exact: (count: Int, of: Int)

    public init(_ territory: Territory, _ draws: Draws) {
        self.draws = draws
        let cells = territory.inventory.flatMap(\.cells)
        exact = (cells.count { ($0.spread ?? 0) <= 0 }, cells.count)
        var shocks: [[[Double]?]] = []
        for entry in territory.inventory {
            shocks.append(
                entry.cells.map { cell in
                    guard let spread = cell.spread, spread > 0 else { return nil }
                    let name = [territory.id, entry.account.rawValue, cell.sector ?? "", cell.carrier ?? ""]
                    return draws.shocks(of: name.joined(separator: "/"), spread: spread)
                })
        }
        let subjects = Territory.Target.Subject.allCases.filter { subject in
            zip(territory.inventory, shocks).contains { entry, shocks in
                (subject.account ?? .energy) == entry.account && shocks.contains { $0 != nil }
            }
        }
        let targets = territory.targets.filter { subjects.contains($0.subject) }
        var totals: [Territory.Target.Subject: [Double]] = [:]
        var met: [String: Int] = [:]
        var drawn = territory
        for draw in 0..<(subjects.isEmpty ? 0 : draws.count) {
            for (place, shocks) in shocks.enumerated() {
                for (cell, shock) in shocks.enumerated() {
                    guard let shock else { continue }
                    drawn.inventory[place].cells[cell].amount =
                        territory.inventory[place].cells[cell].amount * shock[draw]
                }
            }
            for subject in subjects {
                if let now = try? drawn.series(of: subject).values.last { totals[subject, default: []].append(now) }
            }
            for target in targets {
                guard let gap = TargetAccount(target, of: drawn).last?.gap else { continue }
                met[target.id, default: 0] += gap <= 0 ? 1 : 0
            }
        }
        last = totals.mapValues { Band($0) }
        chances = met.mapValues { Double($0) / Double(draws.count) }
    }
}
