internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

extension TrajectoryReport {
    /// One row a person and year, one column a total or branch; the group's means where nobody is shown alone.
    var records: Report.Table {
        let columns: [Report.Table.Column] =
            [.init(id: "id", title: "id"), .init(id: "year", title: language.say("year", "année"))]
            + outputs.map { .init(id: $0.id, title: $0.label.text(in: language.rawValue), unit: $0.unit) }
        let trajectories = group.people == 0 ? [] : people.isEmpty ? [group.mean] : people
        let rows = trajectories.flatMap { trajectory in
            span.shown.map { year -> [Report.Table.Cell] in
                let position = year - trajectory.years.lowerBound
                return [.text(trajectory.id ?? "group"), .text(String(year))]
                    + outputs.indices.map { .figure(Figure(trajectory[$0][position], outputs[$0].unit)) }
            }
        }
        return Report.Table(columns: columns, rows: rows)
    }

    var data: [JSON.Member] {
        var group: [JSON.Member] = [
            .init("people", .integer(self.group.people)), .init("weight", .number(self.group.weight)),
        ]
        if self.group.people > 0 { group += members(self.group.mean) }
        let people = people.map { JSON.object([.init("id", .string($0.id ?? ""))] + members($0)) }
        return [.init("people", .array(people)), .init("group", .object(group))]
    }

    private func members(_ trajectory: Trajectory) -> [JSON.Member] {
        let targets = indicators.flatMap { indicator in
            self.targets(of: trajectory, indicator).map { json($0, indicator) }
        }
        return [.init("years", .array(span.shown.map(JSON.integer)))]
            + indicators.map { .init($0.indicator.id, json(trajectory, $0)) }
            + (targets.isEmpty ? [] : [.init("targets", .array(targets))])
    }

    private func json(_ trajectory: Trajectory, _ indicator: Branches) -> JSON {
        let sum = cumulative(trajectory, indicator)
        return .object(of: [
            "unit": .string(indicator.indicator.unit.description),
            "total": numbers(shown(trajectory, indicator.total)),
            "categories": .object(
                indicator.branches.map { branch in
                    let id = outputs[branch].id.dropFirst(indicator.indicator.id.count + 1)
                    return .init(String(id), numbers(shown(trajectory, branch)))
                }),
            "cumulative": sum.map { .object(of: ["value": .number($0.value), "unit": .string($0.unit)]) },
        ])
    }

    private func numbers(_ values: [Double]) -> JSON { .array(values.map(JSON.number)) }

    private func json(_ target: TargetTrajectory, _ indicator: Branches) -> JSON {
        let outcome = target.result?.outcome
        func optional(_ values: [Double?]) -> JSON { .array(values.map { $0.map(JSON.number) ?? .null }) }
        return .object(of: [
            "id": .string(target.target.id), "indicator": .string(indicator.indicator.id),
            "value": .number(target.target.value), "unit": .string(indicator.indicator.unit.description),
            "by": .integer(target.target.year),
            "not_computed": target.reason.map(JSON.string),
            "path": target.result.map { optional(span.shown.map($0.path.value)) },
            "gap": outcome.map { optional($0.gaps) },
            "met": outcome.map { $0.isMet.map(JSON.bool) ?? .null },
            "first_year_met": outcome.map { $0.firstYearMet.map(JSON.integer) ?? .null },
            "overshoot": outcome.map { .number($0.overshoot) },
            "rate": outcome.map { $0.requiredRate.map(JSON.number) ?? .null },
        ])
    }
}
