internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

extension WorkshopReport {
    /// A row a person and year, then the group's; a column the total or a branch.
    var records: Report.Table {
        let outputs = paths.outputs
        let columns: [Report.Table.Column] =
            [.init(id: "id", title: "id"), .init(id: "year", title: say("year", "année"))]
            + outputs.map { output in
                .init(id: id(output), title: text(output.label), unit: self.unit(of: output))
            }
        var lines: [(id: String, path: RoomPaths.Path)] = zip(room.state.participants, paths.people).map { ($0.id, $1) }
        if let mean = paths.mean { lines.append(("group", mean)) }
        lines.append(("background", paths.background))
        let rows = lines.flatMap { line in
            paths.years.indices.map { year -> [Report.Table.Cell] in
                [.text(line.id), .text(String(paths.years[year]))]
                    + outputs.indices.map { .figure(Figure(line.path.values[$0][year], self.unit(of: outputs[$0]))) }
            }
        }
        return .init(columns: columns, rows: rows)
    }

    private func unit(of output: RoomPaths.Output) -> String {
        request.model.indicators[output.indicator].unit.description
    }

    private func id(_ output: RoomPaths.Output) -> String {
        let indicator = request.model.indicators[output.indicator].id
        return output.category.map { "\(indicator).\(request.model.categories[$0].id)" } ?? indicator
    }

    var data: [JSON.Member] {
        let model = request.model
        var members: [JSON.Member] = [
            .init("session", .string(session.id)), .init("workshop", .string(workshop.id)), assumptions.data,
            .init(
                "goal",
                .object(of: [
                    "indicator": .string(model.indicators[workshop.goal.indicator].id), "unit": .string(unit),
                    "value": .number(workshop.goal.value), "by": .integer(workshop.goal.year),
                ])),
            .init("flags", .array(flags.map { .string($0.rawValue) })),
            .init("open", room.openRound.map { .string($0.id) } ?? .null),
            .init("rounds", .array(workshop.rounds.indices.map(round))),
            .init("years", .array(paths.years.map(JSON.integer))),
            .init("people", .array(room.state.participants.indices.map(person))),
            .init(
                "group",
                .object(
                    [.init("people", .integer(paths.counted.count))]
                        + (paths.mean.map(members) ?? [])
                        + (paths.median.map { [.init("median", numbers($0))] } ?? [])
                        + (paths.mean.map { [.init("gap", .number($0.total[goal] - workshop.goal.value))] } ?? []))),
            .init("background", .object(self.members(paths.background))),
            .init("gauges", .array(workshop.gauges.compactMap(gauge))),
        ]
        if let asked {
            members.append(
                .init(
                    "what_if",
                    .object(of: [
                        "group": asked.mean.map { .object(self.members($0)) },
                        "background": .object(self.members(asked.background)),
                    ])))
        }
        return members
    }

    private func numbers(_ values: [Double]) -> JSON { .array(values.map(JSON.number)) }

    private func members(_ path: RoomPaths.Path) -> [JSON.Member] {
        let branches = paths.outputs.indices.filter { paths.outputs[$0].category != nil }
        return [
            .init("total", numbers(path.total)),
            .init(
                "categories",
                .object(
                    branches.compactMap { branch in
                        paths.outputs[branch].category.map {
                            .init(request.model.categories[$0].id, numbers(path.values[branch]))
                        }
                    })),
        ]
    }

    private func person(_ position: Int) -> JSON {
        let participant = room.state.participants[position]
        let left = room.left(of: participant.id)
        let picks = room.state.picks.filter { $0.person == participant.id }
        return .object(
            [
                .init("id", .string(participant.id)), .init("present", .bool(participant.isPresent)),
                .init("default", .bool(participant.isDefault)),
                .init("counted", .bool(paths.counted.contains(position))),
                .init("gap", .number(paths.people[position].total[goal] - workshop.goal.value)),
                .init("picks", .array(picks.map(pick))),
                .init("picks_left", left?.picks.map(JSON.integer) ?? .null),
                .init("budget_left", left?.budget.map(JSON.number) ?? .null),
            ] + members(paths.people[position]))
    }

    private func pick(_ pick: RoomState.Pick) -> JSON {
        .object(of: [
            "action": .string(request.model.actions[pick.action].id),
            "round": .string(workshop.rounds[pick.round].id), "level": .number(pick.level),
        ])
    }

    private func round(_ index: Int) -> JSON {
        let round = workshop.rounds[index]
        let gains = self.gains.first { $0.round == index }
        let picks = gains.map(picked) ?? []
        return .object(of: [
            "id": .string(round.id), "who": .string(round.isPublic ? "public" : "person"),
            "from": .integer(workshop.firstYear(of: index)), "until": .integer(round.until),
            "closed": .bool(index < room.state.open),
            "reduction": gains.map { .number($0.before - $0.after) },
            "method": gains.map { .string($0.isDrawn ? "shapley_drawn" : "shapley") },
            "picks": .array(gains == nil ? plainPicks(index) : picks.map(json)),
            "votes": .array(
                room.counts(of: index).map { count in
                    .object(of: [
                        "action": .string(request.model.actions[count.action].id), "for": .integer(count.votesFor),
                        "against": .integer(count.against), "blank": .integer(count.blank),
                    ])
                }),
        ])
    }

    private func json(_ picked: Picked) -> JSON {
        let isKnown = !isUnquantified(picked.action)
        return .object(of: [
            "action": .string(request.model.actions[picked.action].id),
            "people": .array(picked.people.map(JSON.string)), "alone": isKnown ? .number(picked.alone) : .null,
            "shapley": isKnown ? .number(picked.shapley) : .null,
        ])
    }

    /// The actions of a round without what they bring.
    private func plainPicks(_ round: Int) -> [JSON] {
        let picks = room.standing.filter { $0.round == round }
        var order: [Int] = []
        for pick in picks where !order.contains(pick.action) { order.append(pick.action) }
        return order.map { action in
            .object(of: [
                "action": .string(request.model.actions[action].id),
                "people": .array(picks.filter { $0.action == action }.compactMap(\.person).map(JSON.string)),
            ])
        }
    }

    private func gauge(_ gauge: Workshop.Gauge) -> JSON? {
        guard let mean = paths.mean,
            let output = paths.outputs.firstIndex(where: { $0.indicator == gauge.indicator && $0.category == nil })
        else { return nil }
        let indicator = request.model.indicators[gauge.indicator]
        let value = mean.values[output][goal]
        return .object(of: [
            "indicator": .string(indicator.id), "unit": .string(indicator.unit.description), "value": .number(value),
            "in_range": .bool(gauge.wanted.contains(value)),
        ])
    }
}
