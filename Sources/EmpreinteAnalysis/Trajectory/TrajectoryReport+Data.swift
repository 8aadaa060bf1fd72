internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

extension TrajectoryReport {
    /// One row a person, course and year, one column a total or branch; the group's means where nobody is shown alone.
    var records: Report.Table {
        let hasCourses = run.baseline != nil
        let columns: [Report.Table.Column] =
            [.init(id: "id", title: "id")]
            + (hasCourses ? [.init(id: "scenario", title: language.say("scenario", "scénario"))] : [])
            + [.init(id: "year", title: language.say("year", "année"))]
            + outputs.map { .init(id: $0.id, title: $0.label.text(in: language.rawValue), unit: $0.unit) }
            + (isOneDrawn
                ? indicators.flatMap { indicator in
                    let total = outputs[indicator.total]
                    return Band.columns(total.id, total.label.text(in: language.rawValue), total.unit)
                } : [])
        guard run.people > 0 else { return Report.Table(columns: columns, rows: []) }
        let rows = run.asked.flatMap { followed in
            let drawn = isOneDrawn ? indicators.map { (bands(followed, $0), outputs[$0.total].unit) } : []
            return (isShownOneByOne ? followed.shown : [followed.group.mean]).flatMap { trajectory in
                span.shown.map { year -> [Report.Table.Cell] in
                    let position = year - trajectory.years.lowerBound
                    return [.text(trajectory.id ?? "group")]
                        + (hasCourses ? [.text(id(of: followed.course))] : []) + [.text(String(year))]
                        + outputs.indices.map { .figure(Figure(trajectory[$0][position], outputs[$0].unit)) }
                        + drawn.flatMap { $0[year - span.shown.lowerBound].cells($1) }
                }
            }
        }
        return Report.Table(columns: columns, rows: rows)
    }

    /// Whether the rows are those of the group that was drawn: one person, or many.
    private var isOneDrawn: Bool { run.draws != nil && (run.people == 1 || !isShownOneByOne) }

    /// What programs know a course by.
    func id(of course: Course) -> String {
        course.scenario.map { model.scenarios[$0].id } ?? (course.hasPlan ? "plan" : "baseline")
    }

    // MARK: JSON

    var data: [JSON.Member] {
        var group: [JSON.Member] = [
            .init("people", .integer(run.people)), .init("weight", .number(run.asked.first?.group.weight ?? 0)),
        ]
        if run.people > 0 { group += members(drawn: \.self) { $0.group.mean } }
        group += attributions.isEmpty ? [] : [.init("attribution", attribution)]
        let count = isShownOneByOne ? run.people : 0
        let people = (0..<count).map { person in
            JSON.object(
                [.init("id", .string(run.asked.first?.shown[person].id ?? ""))] + members { $0.shown[person] })
        }
        var data: [JSON.Member] = [.init("people", .array(people)), .init("group", .object(group))]
        if let drawn { data.append(.init("uncertainty", drawn.about)) }
        if !groupNames.isEmpty {
            let groups = groupOrder.map { code in
                let group = run.asked.first?.group.groups[code]
                return JSON.object(
                    [
                        .init("id", .string(groupNames[code])), .init("people", .integer(group?.people ?? 0)),
                        .init("weight", .number(group?.weight ?? 0)),
                    ] + members { $0.group.groups[code].mean })
            }
            data.append(.init("groups", .array(groups)))
        }
        if run.asked.contains(where: { $0.course.scenario != nil }) {
            data.append(.init("scenarios", .array(run.asked.compactMap { json($0.course) })))
        }
        if run.baseline != nil {
            let notes = run.asked.flatMap(notes(of:)) + choiceNotes
            data.append(.init("notes", .array(notes.map(JSON.string))))
        }
        return data
    }

    private func json(_ course: Course) -> JSON? {
        guard let scenario = course.scenario.map({ model.scenarios[$0] }) else { return nil }
        return .object(of: [
            "id": .string(scenario.id), "label": .string(text(scenario.label)),
            "actions": .array(
                course.set(in: model, from: span.shown.lowerBound).order.map { .string(model.actions[$0].id) }),
            "left_at_trend": .array(scenario.leftAtTrend.map { .string(text($0)) }),
            "recalled": .bool(scenario.evidence.isRecalled),
            "assumption": scenario.evidence.assumption.map(JSON.string),
        ])
    }

    /// The first course asked for; beside it the baseline, and all scenarios where there are several.
    ///
    /// - Parameter drawn: the course whose draws are those of its trajectory, if there is one.
    private func members(
        drawn: (TrajectoryRun.Followed) -> TrajectoryRun.Followed? = { _ in nil },
        _ trajectory: (TrajectoryRun.Followed) -> Trajectory
    ) -> [JSON.Member] {
        guard let first = run.asked.first else { return [] }
        func own(_ followed: TrajectoryRun.Followed) -> [JSON.Member] {
            self.members(of: trajectory(followed), drawn(followed))
        }
        var members: [JSON.Member] = [.init("years", .array(span.shown.map(JSON.integer)))]
        members += own(first)
        if let baseline = run.baseline { members.append(.init("baseline", .object(own(baseline)))) }
        if run.asked.count > 1 {
            members.append(
                .init("scenarios", .object(run.asked.map { .init(id(of: $0.course), .object(own($0))) })))
        }
        return members
    }

    private func members(of trajectory: Trajectory, _ drawn: TrajectoryRun.Followed?) -> [JSON.Member] {
        let targets = indicators.flatMap { indicator in
            self.targets(of: trajectory, indicator).map { target in
                json(target, indicator, drawn.flatMap { chance(of: target, $0, indicator) })
            }
        }
        return indicators.map { .init($0.indicator.id, json(trajectory, $0, drawn)) }
            + (targets.isEmpty ? [] : [.init("targets", .array(targets))])
    }

    private func json(_ trajectory: Trajectory, _ indicator: Branches, _ drawn: TrajectoryRun.Followed?) -> JSON {
        let sum = cumulative(trajectory, indicator)
        let bands = drawn.map { self.bands($0, indicator) } ?? []
        return .object(of: [
            "unit": .string(indicator.indicator.unit.description),
            "total": numbers(shown(trajectory, indicator.total)),
            "categories": .object(
                indicator.branches.map { branch in
                    let id = outputs[branch].id.dropFirst(indicator.indicator.id.count + 1)
                    return .init(String(id), numbers(shown(trajectory, branch)))
                }),
            "cumulative": sum.map { .object(of: ["value": .number($0.value), "unit": .string($0.unit)]) },
            "uncertainty": bands.isEmpty
                ? nil
                : .object(of: [
                    "p5": numbers(bands.map(\.p5)), "p50": numbers(bands.map(\.p50)),
                    "p95": numbers(bands.map(\.p95)),
                ]),
        ])
    }

    private func numbers(_ values: [Double]) -> JSON { .array(values.map(JSON.number)) }

    private func json(_ target: TargetTrajectory, _ indicator: Branches, _ chance: Double?) -> JSON {
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
            "chance": chance.map(JSON.number),
        ])
    }

    /// By indicator, then method, then action, by year.
    private var attribution: JSON {
        .object(
            attributions.map { attribution in
                var methods = attribution.gains.map { method, values in
                    JSON.Member(
                        method.rawValue,
                        .object(zip(attribution.actions, values).map { .init(model.actions[$0].id, numbers($1)) }))
                }
                if let errors = attribution.errors {
                    methods.append(
                        .init(
                            "standard_error",
                            .object(
                                zip(attribution.actions, errors).map { .init(model.actions[$0].id, .number($1)) })))
                }
                return .init(model.indicators[attribution.indicator].id, .object(methods))
            })
    }
}
