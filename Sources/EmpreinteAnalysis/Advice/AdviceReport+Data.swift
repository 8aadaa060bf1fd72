internal import EmpreinteModel
internal import EmpreinteText

extension AdviceReport {
    // MARK: Records

    /// One row a person and action, or an action of a crowd.
    var records: Report.Table {
        if people.isEmpty { return groupRecords }
        let gains = ["alone", "after", "last", "in_order", "shapley", "standard_error"]
        let columns: [Report.Table.Column] =
            ["id", "action", "standing"].map { .init(id: $0, title: $0) }
            + gains.map { .init(id: $0, title: $0, unit: unit) }
            + [
                .init(id: "upfront", title: "upfront", unit: model.currency),
                .init(id: "yearly", title: "yearly", unit: moneyUnit),
                .init(id: "net_cost", title: "net_cost", unit: moneyUnit),
            ] + (asked.draws == nil ? [] : Band.columns("after", "after", unit))
        func cell(_ value: Double?, _ unit: String) -> Report.Table.Cell {
            value.map { .figure(Figure($0, unit)) } ?? .empty
        }
        let rows = people.flatMap { findings in
            findings.advice.actions.map { advised -> [Report.Table.Cell] in
                let gains = findings.advice.gains
                let isQuantified = model.actions[advised.action].unquantified == nil
                let place = isQuantified ? gains.actions.firstIndex(of: advised.action) : nil
                let taken = place.map { [gains.last[$0], gains.inOrder[$0], gains.shapley[$0]] }
                return [
                    .text(findings.advice.person.id), .text(model.actions[advised.action].id),
                    .text(advised.standing.word),
                    cell(place.map { gains.alone[$0] } ?? advised.alone, unit), cell(advised.after, unit),
                    cell(taken?[0], unit), cell(taken?[1], unit), cell(taken?[2], unit),
                    cell(place.flatMap { gains.standardErrors?[$0] }, unit),
                    cell(advised.cost?.upfront, model.currency), cell(advised.cost?.yearly, moneyUnit),
                    cell(advised.cost?.net, moneyUnit),
                ] + (findings.drawn?.gains[advised.action]?.cells(unit) ?? [])
            }
        }
        return Report.Table(columns: columns, rows: rows)
    }

    private var groupRecords: Report.Table {
        Report.Table(
            columns: [
                .init(id: "action", title: "action"), .init(id: "people", title: "people"),
                .init(id: "weight", title: "weight"), .init(id: "mean", title: "mean", unit: unit),
                .init(id: "sum", title: "sum", unit: unit),
            ],
            rows: group.next.map { action in
                [
                    .text(model.actions[action.action].id), .figure(Figure(Double(action.people))),
                    .figure(Figure(action.weight)), .figure(Figure(action.mean, unit)),
                    .figure(Figure(action.sum, unit)),
                ]
            })
    }

    // MARK: JSON

    var data: [JSON.Member] {
        [
            .init("indicator", .string(model.indicators[asked.indicator].id)), .init("unit", .string(unit)),
            .init("by", .string(asked.key.rawValue)), .init("people", .array(people.map(json))),
            .init("group", groupJSON),
        ] + (asked.draws.map { [.init("uncertainty", UncertaintyWords(asked.request, $0).about)] } ?? [])
    }

    private func id(_ action: Int) -> JSON { .string(model.actions[action].id) }
    private func ids(_ actions: [Int]) -> JSON { .array(actions.map(id)) }

    private var groupJSON: JSON {
        var members: [JSON.Member] = [
            .init("people", .integer(group.people)), .init("weight", .number(group.weight)),
        ]
        guard group.people > 0 else { return .object(members) }
        members += [.init("before", .number(group.meanBefore)), .init("after", .number(group.meanAfter))]
        if !people.isEmpty {
            members.append(
                .init(
                    "taken",
                    .array(
                        group.taken.map { taken in
                            if let reason = model.actions[taken.action].unquantified {
                                return .object(of: [
                                    "id": id(taken.action), "people": .integer(taken.people),
                                    "not_quantified": .string(reason),
                                ])
                            }
                            return .object(of: [
                                "id": id(taken.action), "people": .integer(taken.people),
                                "alone": .number(taken.alone), "in_order": .number(taken.inOrder),
                                "shapley": .number(taken.shapley),
                            ])
                        })))
        }
        members.append(
            .init(
                "next",
                .array(
                    group.next.map { action in
                        .object(of: [
                            "id": id(action.action), "people": .integer(action.people),
                            "weight": .number(action.weight), "mean": .number(action.mean),
                            "sum": .number(action.sum),
                        ])
                    })))
        return .object(members)
    }

    private func json(_ findings: PersonalFindings) -> JSON {
        let advice = findings.advice
        let own = AdviceRanking(advice.open(own: true, in: model), by: asked.key, in: model)
        let others = AdviceRanking(advice.open(own: false, in: model), by: .gain, in: model)
        func list(_ actions: [PersonalAdvice.Advised]) -> JSON {
            .array(actions.map { json($0, findings.drawn?.gains[$0.action]) })
        }
        let rest = advice.actions.filter { ![.open, .taken, .notApplicable, .notQuantified].contains($0.standing) }
        return .object(of: [
            "id": .string(advice.person.id), "year": .integer(advice.year), "before": .number(advice.before),
            "after": .number(advice.after), "reduction": .number(advice.gains.reduction),
            "taken": taken(advice.gains), "overlap": .number(advice.gains.overlap), "sums": sums(advice.gains),
            "next": .object(of: [
                "paying": list(own.paying), "ranked": list(own.ranked), "unknown": list(own.unknown),
                "no_gain": list(own.idle),
            ]),
            "out_of_hands": list(others.all), "cannot": list(rest),
            "not_quantified": .array(
                advice.actions.filter { $0.standing == .notQuantified }.map { advised in
                    .object(of: [
                        "id": id(advised.action), "who": .string(model.actions[advised.action].actor.rawValue),
                        "reason": model.actions[advised.action].unquantified.map(JSON.string),
                    ])
                }),
            "not_applicable": ids(advice.actions.filter { $0.standing == .notApplicable }.map(\.action)),
            "floors": findings.floors.map(json), "cheapest": findings.cheapest.map(json),
            "curve": findings.curve.map(json), "respending": asked.respend.map { respending(findings, $0) },
            "uncertainty": findings.drawn.map { drawn in
                .object(of: [
                    "before": drawn.before.json, "after": drawn.after.json, "reduction": drawn.reduction.json,
                ])
            },
        ])
    }

    private func taken(_ gains: Gains) -> JSON {
        .array(
            gains.actions.indices.map { position in
                if let reason = model.actions[gains.actions[position]].unquantified {
                    return .object(of: ["id": id(gains.actions[position]), "not_quantified": .string(reason)])
                }
                return .object(of: [
                    "id": id(gains.actions[position]), "alone": .number(gains.alone[position]),
                    "last": .number(gains.last[position]), "in_order": .number(gains.inOrder[position]),
                    "shapley": .number(gains.shapley[position]),
                    "standard_error": gains.standardErrors.map { .number($0[position]) },
                ])
            })
    }

    private func sums(_ gains: Gains) -> JSON {
        func sum(_ values: [Double]) -> JSON { .number(values.reduce(0, +)) }
        return .object(of: [
            "alone": sum(gains.alone), "last": sum(gains.last), "in_order": sum(gains.inOrder),
            "shapley": sum(gains.shapley),
        ])
    }

    private func json(_ advised: PersonalAdvice.Advised, _ drawn: Band?) -> JSON {
        let action = model.actions[advised.action]
        let price = advised.cost?.net.flatMap { net in
            net > 0 && advised.gain > 0 ? self.price(net / advised.gain) : nil
        }
        func optional(_ actions: [Int]) -> JSON? { actions.isEmpty ? nil : ids(actions) }
        let supports = model.supports(of: advised.action).map { JSON.string($0.id) }
        let typical = asked.indicator == 0 ? action.typicalSaving : nil
        var because: JSON?
        switch advised.standing {
        case .excluded(let others), .locked(let others): because = ids(others)
        case .superseded(let other): because = ids([other])
        default: break
        }
        return .object(of: [
            "id": .string(action.id), "who": .string(action.actor.rawValue),
            "standing": advised.standing == .open ? nil : .string(advised.standing.word), "because_of": because,
            "alone": advised.alone.map(JSON.number), "after": advised.after.map(JSON.number),
            "uncertainty": drawn?.json,
            "cost": advised.cost.map { cost in
                .object(of: [
                    "unit": .string(model.currency), "upfront": cost.upfront.map(JSON.number),
                    "yearly": cost.yearly.map(JSON.number), "lifetime": cost.lifetime.map(JSON.number),
                    "net": cost.net.map(JSON.number),
                ])
            },
            "price": price.map { .object(of: ["value": .number($0.value), "unit": .string($0.unit)]) },
            "effort": action.effort.map(JSON.number), "typical_saving": typical.map(JSON.number),
            "unlocks": optional(advised.unlocks), "supersedes": optional(action.supersedes),
            "supports": supports.isEmpty ? nil : .array(supports),
        ])
    }

    private func json(_ floors: Floors) -> JSON { floors.json(in: model) }

    private func json(_ cheapest: CheapestSet) -> JSON {
        .object(of: [
            "target": .number(cheapest.target), "reached": .bool(cheapest.isReached),
            "price": .string(cheapest.price.rawValue), "actions": ids(cheapest.actions),
            "cost": .number(cheapest.cost), "value": .number(cheapest.value), "exact": .bool(cheapest.isExact),
            "gap": cheapest.gap.map(JSON.number), "left_out": ids(cheapest.leftOut),
        ])
    }

    private func json(_ curve: CostCurve) -> JSON {
        .object(of: [
            "steps": .array(
                curve.steps.map { step in
                    .object(of: [
                        "id": id(step.action), "gain": .number(step.gain), "cumulative": .number(step.cumulative),
                        "cost": .number(step.cost),
                        "price": step.price.map {
                            .object(of: ["value": .number(price($0).value), "unit": .string(price($0).unit)])
                        },
                    ])
                }),
            "left_out": ids(curve.leftOut),
        ])
    }

    private func respending(_ findings: PersonalFindings, _ factor: Int) -> JSON {
        .object(of: [
            "factor": .string(model.factors[factor].id), "covered": .bool(findings.respending != nil),
            "saved": findings.respending.map { .number($0.saved) },
            "emitted": findings.respending.map { .number($0.emitted) },
        ])
    }
}

extension Floors {
    func json(in model: Model) -> JSON {
        func json(_ floor: Floor) -> JSON {
            .object(of: [
                "value": .number(floor.value), "exact": .bool(floor.isExact),
                "actions": .array(floor.actions.map { .string(model.actions[$0].id) }),
            ])
        }
        return .object(of: [
            "min_personal": json(personal), "min_all": json(all), "common": .number(common),
            "common_after": .number(commonAfter),
        ])
    }
}

extension PersonalAdvice.Standing {
    /// The standing in a word, for programs.
    var word: String {
        switch self {
        case .open: "open"
        case .taken: "taken"
        case .notApplicable: "not_applicable"
        case .notQuantified: "not_quantified"
        case .excluded: "excluded"
        case .superseded: "superseded"
        case .locked: "needs"
        }
    }
}
