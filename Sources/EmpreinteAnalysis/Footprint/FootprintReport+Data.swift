internal import EmpreinteModel
internal import EmpreinteText

extension FootprintReport {
    // MARK: For programs

    /// One row a person, one column an indicator's total or branch.
    var records: Report.Table {
        var columns: [Report.Table.Column] = [
            .init(id: "id", title: "id"), .init(id: "year", title: language.say("year", "année")),
        ]
        for (result, indicator) in shownIndicators {
            columns.append(.init(id: result.id, title: text(indicator.label), unit: result.unit))
            for branch in result.categories {
                columns.append(.init(id: "\(result.id).\(branch.id)", title: text(branch.label), unit: result.unit))
            }
        }
        let rows = footprints.map { footprint -> [Report.Table.Cell] in
            [.text(footprint.person.id), .text(String(footprint.year))]
                + footprint.indicators.flatMap { result -> [Report.Table.Cell] in
                    [.figure(Figure(result.total, result.unit))]
                        + result.categories.map { .figure(Figure($0.total, result.unit)) }
                }
        }
        return Report.Table(columns: columns, rows: rows)
    }

    private var shownIndicators: [(Footprint.Result, Indicator)] {
        (footprints.first?.indicators ?? []).compactMap { result in
            model.indicators.first { $0.id == result.id }.map { (result, $0) }
        }
    }

    /// The table people read: totals and branches of the first indicator, and the distance to its target.
    var summary: Report.Table {
        guard let (first, _) = shownIndicators.first else { return Report.Table(columns: [], rows: []) }
        let target = model.targets.first { model.indicators[$0.indicator].id == first.id }
        var columns: [Report.Table.Column] = [
            .init(id: "id", title: "id"),
            .init(id: "total", title: language.say("Total", "Total"), unit: first.unit),
        ]
        columns += first.categories.map { .init(id: $0.id, title: text($0.label), unit: first.unit) }
        if let target {
            columns.append(
                .init(id: "gap", title: language.say("To \(target.year)", "D’ici \(target.year)"), unit: first.unit))
        }
        let rows = footprints.compactMap { footprint -> [Report.Table.Cell]? in
            guard let result = footprint[first.id] else { return nil }
            var row: [Report.Table.Cell] = [.text(footprint.person.id), .figure(Figure(result.total, result.unit))]
            row += result.categories.map { .figure(Figure($0.total, result.unit)) }
            if let target { row.append(.figure(Figure(result.total - target.value, result.unit))) }
            return row
        }
        return Report.Table(columns: columns, rows: rows)
    }

    var data: [JSON.Member] {
        let people = JSON.Member("people", .array(footprints.indices.map(json)))
        guard let local else { return [people] }
        return [
            people,
            .init(
                "local",
                .object(of: [
                    "factors": .integer(local.factors), "of": .integer(model.factors.count),
                    "share": .number(local.share),
                ])),
        ]
    }

    private func json(_ person: Int) -> JSON {
        let footprint = footprints[person]
        var members: [JSON.Member] = [.init("id", .string(footprint.person.id))]
        if year == nil { members.append(.init("year", .integer(footprint.year))) }
        members.append(.init("indicators", .object(footprint.indicators.map { .init($0.id, json($0)) })))
        members.append(
            .init(
                "targets",
                .array(
                    model.targets.compactMap { target in
                        guard let result = footprint[model.indicators[target.indicator].id] else { return nil }
                        return .object(of: [
                            "id": .string(target.id), "value": .number(target.value), "unit": .string(result.unit),
                            "by": .integer(target.year), "gap": .number(result.total - target.value),
                        ])
                    })))
        if !questions.isEmpty {
            members.append(
                .init(
                    "unanswered",
                    .array(questions.map { .object(of: ["id": .string($0.id), "effect": .number($0.effect)]) })))
        }
        if floors.indices.contains(person) { members.append(.init("floors", floors[person].json(in: model))) }
        return .object(members)
    }

    private func json(_ result: Footprint.Result) -> JSON {
        .object(of: [
            "unit": .string(result.unit), "total": .number(result.total), "coverage": .number(result.coverage),
            "categories": .object(result.categories.map { .init($0.id, json($0)) }),
            "out_of_reach": .number(result.outOfReach),
            "not_covered": result.notCovered.isEmpty ? nil : .array(result.notCovered.map(JSON.string)),
        ])
    }

    /// Parts are all the leaves that apply; those of inner branches stand beside the branches' own totals.
    private func json(_ branch: Footprint.Branch) -> JSON {
        let leaves = branch.leaves
        let inner = branch.members.compactMap { member -> JSON.Member? in
            if case .branch(let inner) = member { .init(inner.id, .number(inner.total)) } else { nil }
        }
        let absent = leaves.filter { $0.value == nil }
        return .object(of: [
            "total": .number(branch.total),
            "parts": .object(leaves.compactMap { leaf in leaf.value.map { .init(leaf.id, .number($0)) } }),
            "branches": inner.isEmpty ? nil : .object(inner),
            "not_applicable": absent.isEmpty ? nil : .array(absent.map { .string($0.id) }),
        ])
    }
}
