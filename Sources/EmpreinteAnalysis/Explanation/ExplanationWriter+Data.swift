internal import EmpreinteModel
internal import EmpreinteText

extension ExplanationWriter {
    /// One row a step, in the order shown.
    func records(_ people: [(id: String, explanations: [Explanation])]) -> Report.Table {
        let columns = ["person", "level", "id", "label", "value", "unit", "source", "place"].map {
            Report.Table.Column(id: $0, title: $0)
        }
        var rows: [[Report.Table.Cell]] = []
        for (person, explanations) in people {
            var waiting = explanations.reversed().map { (level: 0, step: $0) }
            while let (level, step) = waiting.popLast() {
                rows.append([
                    .text(person), .text(String(level)), .text(name(of: step)),
                    .text(step.label.text(in: language.rawValue)), step.value.map { .figure(Figure($0)) } ?? .empty,
                    .text(step.unit), step.evidence?.source.map { .text($0) } ?? .empty,
                    step.place.map { .text(place($0)) } ?? .empty,
                ])
                waiting += step.steps.reversed().map { (level: level + 1, step: $0) }
            }
        }
        return Report.Table(columns: columns, rows: rows)
    }

    func json(_ explanation: Explanation) -> JSON {
        var members: [JSON.Member] = [
            .init("id", .string(explanation.id)),
            .init("label", .string(explanation.label.text(in: language.rawValue))),
            .init("value", explanation.value.map(JSON.number) ?? .null), .init("unit", .string(explanation.unit)),
        ]
        switch explanation.kind {
        case .indicator: members.append(.init("kind", "indicator"))
        case .category: members.append(.init("kind", "category"))
        case .trend: members.append(.init("kind", "trend"))
        case .formula(let text):
            members += [.init("kind", "formula"), .init("expression", .string(Self.oneLine(text)))]
        case .input(let isAnswered, let answer):
            members += [
                .init("kind", "question"), .init("answered", .bool(isAnswered)), .init("answer", .string(answer)),
            ]
        case .factor(let option, let year, let spread):
            members.append(.init("kind", "factor"))
            if let option { members.append(.init("option", .string(option))) }
            if let year { members.append(.init("year", .integer(year))) }
            if let spread { members.append(.init("spread", .number(spread))) }
        case .action(let effects, let before, let after):
            members += [
                .init("kind", "action"), .init("effects", .string(Self.oneLine(effects))),
                .init("before", .number(before)), .init("after", .number(after)),
            ]
        case .idleAction(_, let reason):
            members.append(.init("kind", "action"))
            switch reason {
            case .notApplicable(let condition): members.append(.init("not_applicable", .string(condition)))
            case .notQuantified(let reason): members.append(.init("not_quantified", .string(reason)))
            }
        case .change(let before, let after):
            members += [
                .init("kind", "change"), .init("before", .number(before)), .init("after", .number(after)),
            ]
        case .target(let aim):
            members += [.init("kind", "target"), .init("by", .integer(aim.year))]
            if let goal = aim.goal { members.append(.init("goal", .number(goal))) }
            if let known = aim.known {
                members += [.init("known", .number(known.value)), .init("known_year", .integer(known.year))]
            }
            if let way = aim.way { members.append(.init("way", .number(way))) }
            if let reason = aim.reason { members.append(.init("not_computable", .string(reason))) }
        }
        if let evidence = explanation.evidence {
            if let source = evidence.source { members.append(.init("source", .string(source))) }
            if evidence.isRecalled { members.append(.init("confidence", "recalled")) }
            if let reason = evidence.assumption { members.append(.init("assumption", .string(reason))) }
        }
        if let acted = explanation.acted {
            let changes = acted.changes.map { change in
                JSON.object(of: [
                    "actions": .array(change.actions.map(JSON.string)), "verb": .string(change.verb),
                    "after": .number(change.after),
                ])
            }
            members.append(
                .init("acted", .object(of: ["before": .number(acted.before), "changes": .array(changes)])))
        }
        if !explanation.overrides.isEmpty {
            let overrides = explanation.overrides.map { override in
                JSON.object(of: [
                    "field": .string(override.field), "pack": .string(model.layers[override.layer].id),
                    "text": .string(override.text), "above": .string(model.layers[override.layerAbove].id),
                    "text_above": .string(override.above),
                ])
            }
            members.append(.init("overrides", .array(overrides)))
        }
        if let layer = explanation.layer { members.append(.init("pack", .string(model.layers[layer].id))) }
        if let place = explanation.place { members.append(.init("place", .string(self.place(place)))) }
        if !explanation.steps.isEmpty { members.append(.init("steps", .array(explanation.steps.map(json)))) }
        return .object(members)
    }
}
