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
            if drawn != nil { columns += Band.columns(result.id, text(indicator.label), result.unit) }
            for branch in result.categories {
                columns.append(.init(id: "\(result.id).\(branch.id)", title: text(branch.label), unit: result.unit))
            }
        }
        let rows = footprints.enumerated().map { person, footprint -> [Report.Table.Cell] in
            [.text(footprint.person.id), .text(String(footprint.year))]
                + footprint.indicators.flatMap { result -> [Report.Table.Cell] in
                    [.figure(Figure(result.total, result.unit))]
                        + (uncertainty(of: result, person: person)?.band.cells(result.unit) ?? [])
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
        if drawn != nil {
            columns += [
                .init(id: "p5", title: language.say("1 in 20 below", "1 sur 20 sous"), unit: first.unit),
                .init(id: "p95", title: language.say("1 in 20 above", "1 sur 20 au-dessus"), unit: first.unit),
            ]
        }
        columns += first.categories.map { .init(id: $0.id, title: text($0.label), unit: first.unit) }
        if let target {
            columns.append(
                .init(id: "gap", title: language.say("To \(target.year)", "D’ici \(target.year)"), unit: first.unit))
        }
        let rows = footprints.enumerated().compactMap { person, footprint -> [Report.Table.Cell]? in
            guard let result = footprint[first.id] else { return nil }
            var row: [Report.Table.Cell] = [.text(footprint.person.id), .figure(Figure(result.total, result.unit))]
            if let band = uncertainty(of: result, person: person)?.band {
                row += [band.p5, band.p95].map { .figure(Figure($0, result.unit)) }
            }
            row += result.categories.map { .figure(Figure($0.total, result.unit)) }
            if let target { row.append(.figure(Figure(result.total - target.value, result.unit))) }
            return row
        }
        return Report.Table(columns: columns, rows: rows)
    }

    var data: [JSON.Member] {
        let people = JSON.Member("people", .array(footprints.indices.map(json)))
        let drawn = self.drawn.map { [JSON.Member("uncertainty", $0.about)] } ?? []
        guard let local else { return [people] + drawn }
        return [people] + drawn + [
            .init(
                "local",
                .object(of: [
                    "factors": .integer(local.factors), "of": .integer(model.factors.count),
                    "share": .number(local.share),
                ]))
        ]
    }

    private func json(_ person: Int) -> JSON {
        let footprint = footprints[person]
        var members: [JSON.Member] = [.init("id", .string(footprint.person.id))]
        if year == nil { members.append(.init("year", .integer(footprint.year))) }
        members.append(
            .init(
                "indicators",
                .object(footprint.indicators.map { .init($0.id, json($0, uncertainty(of: $0, person: person))) })))
        members.append(
            .init(
                "targets",
                .array(
                    model.targets.compactMap { target in
                        guard let result = footprint[model.indicators[target.indicator].id] else { return nil }
                        let chance = uncertainty(of: result, person: person)?.chances
                            .first { model.targets[$0.target].id == target.id }?.chance
                        return .object(of: [
                            "id": .string(target.id), "value": .number(target.value), "unit": .string(result.unit),
                            "by": .integer(target.year), "gap": .number(result.total - target.value),
                            "chance": chance.map(JSON.number),
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

    private func json(_ result: Footprint.Result, _ uncertainty: Uncertainty?) -> JSON {
        .object(of: [
            "unit": .string(result.unit), "total": .number(result.total), "coverage": .number(result.coverage),
            "uncertainty": uncertainty.flatMap { drawn?.json($0) },
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
