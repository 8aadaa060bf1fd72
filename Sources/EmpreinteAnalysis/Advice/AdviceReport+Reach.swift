internal import EmpreinteModel
internal import EmpreinteText

extension AdviceReport {
    // MARK: How low one can go

    func floorSections(_ findings: PersonalFindings) -> [Report.Section] {
        guard let floors = findings.floors else { return [] }
        let targets = model.targets.filter { $0.indicator == asked.indicator }
        let rows: [Report.Bars.Row] = [
            .init(say("without any action", "sans aucune action"), .value(findings.advice.before)),
            .init(say("all you can do yourself", "tout ce que vous pouvez faire"), .value(floors.personal.value)),
            .init(
                say("and all that public action can", "et tout ce que peut l’action publique"), .value(floors.all.value)
            ),
            .init(say("the common part of it", "dont la part commune"), .value(floors.commonAfter), level: 1),
        ]
        let reference = targets.first.map { Report.Bars.Reference(text($0.label), $0.value) }
        return [
            .init(
                say("How low one can go", "Jusqu’où l’on peut descendre"),
                .bars(.init(unit: unit, rows: rows, reference: reference))),
            .init(nil, .notes(FloorWords(language: language, unit: unit).notes(floors, targets))),
        ]
    }

    // MARK: The cheapest way

    func cheapestSections(_ findings: PersonalFindings) -> [Report.Section] {
        guard let cheapest = findings.cheapest else { return [] }
        let level = asked.target?.label.map { "\(text($0)) (\(short(cheapest.target)))" } ?? short(cheapest.target)
        let rows = cheapest.actions.map { action -> [Report.Table.Cell] in
            let cost = findings.advice.actions[action].cost
            return [
                .text(name(action)),
                cheapest.price == .money
                    ? cost?.net.map { .figure(Figure($0, moneyUnit)) } ?? .empty
                    : cheapest.price == .effort
                        ? model.actions[action].effort.map { .figure(Figure($0)) } ?? .empty : .empty,
            ]
        }
        var columns: [Report.Table.Column] = [.init(id: "action", title: "action")]
        if cheapest.price != .actions { columns.append(.init(id: "cost", title: priceWords(cheapest.price))) }
        var sections: [Report.Section] = []
        if !rows.isEmpty {
            sections.append(
                .init(
                    say("The least that leads to \(level)", "Le moins qui mène à \(level)"),
                    .table(.init(columns: columns, rows: rows))))
        }
        return sections + [.init(nil, .notes(notes(cheapest, level)))]
    }

    private func priceWords(_ price: CheapestSet.Price) -> String {
        switch price {
        case .actions: say("number of actions", "nombre d’actions")
        case .effort: say("effort", "effort")
        case .money: say("money each year", "argent par an")
        }
    }

    private func amount(_ value: Double, _ price: CheapestSet.Price) -> String {
        words.text(Figure(value, price == .money ? moneyUnit : ""))
    }

    private func notes(_ cheapest: CheapestSet, _ level: String) -> [String] {
        var notes: [String] = []
        let measure = priceWords(cheapest.price)
        if cheapest.isReached {
            let cost = amount(cheapest.cost, cheapest.price)
            notes.append(
                say(
                    "Measured by \(measure): \(cost), down to \(short(cheapest.value)).",
                    "Mesuré en \(measure) : \(cost), pour arriver à \(short(cheapest.value))."))
            if cheapest.isExact {
                notes.append(
                    say("Every set of actions was looked at.", "Tous les ensembles d’actions ont été examinés."))
            } else if let gap = cheapest.gap {
                notes.append(
                    say(
                        "Found step by step, then swapped: at most \(amount(gap, cheapest.price)) more than the best there is, unless an action makes another stronger.",
                        "Trouvé pas à pas, puis par échanges : au plus \(amount(gap, cheapest.price)) de plus que le mieux possible, sauf si une action en renforce une autre."
                    ))
            }
        } else {
            notes.append(
                say(
                    "\(level) is out of reach with these actions: they lead to \(short(cheapest.value)).",
                    "\(level) est hors d’atteinte avec ces actions : elles mènent à \(short(cheapest.value))."))
        }
        let wanted: CheapestSet.Price? = asked.key == .gain ? .actions : asked.key == .gainPerEffort ? .effort : .money
        if cheapest.price != wanted {
            notes.append(
                say(
                    "No action has its price known in full: actions are counted instead.",
                    "Aucune action n’a de prix entièrement connu : les actions sont comptées à la place."))
        } else if !cheapest.leftOut.isEmpty, cheapest.price != .actions {
            notes.append(
                say(
                    "\(cheapest.leftOut.count) actions are left out, whose price is not known.",
                    "\(cheapest.leftOut.count) actions sont laissées de côté, faute de prix connu."))
        }
        return notes
    }

    // MARK: What each further saving costs

    func curveSections(_ findings: PersonalFindings) -> [Report.Section] {
        guard let curve = findings.curve else { return [] }
        var notes = [
            say(
                "Each action after those above it, so that gains add up. What saves money has no price by the tonne.",
                "Chaque action après celles au-dessus : les gains s’additionnent. Ce qui fait économiser n’a pas de prix à la tonne."
            )
        ]
        if !curve.leftOut.isEmpty {
            notes.append(
                say(
                    "\(curve.leftOut.count) actions are left out, whose cost is not known in full.",
                    "\(curve.leftOut.count) actions sont laissées de côté, faute de coût entièrement connu."))
        }
        guard !curve.steps.isEmpty else { return [.init(nil, .notes(notes.suffix(1)))] }
        let columns: [Report.Table.Column] = [
            .init(id: "action", title: "action"), .init(id: "gain", title: say("gain", "gain"), unit: unit),
            .init(id: "cumulative", title: say("in all", "cumulé"), unit: unit),
            .init(id: "cost", title: say("cost", "coût"), unit: moneyUnit),
            .init(id: "price", title: say("price", "prix"), unit: price(0).unit),
        ]
        let rows = curve.steps.map { step -> [Report.Table.Cell] in
            [
                .text(name(step.action)), .figure(Figure(step.gain, unit)), .figure(Figure(step.cumulative, unit)),
                .figure(Figure(step.cost, moneyUnit)), step.price.map { .figure(price($0)) } ?? .empty,
            ]
        }
        return [
            .init(
                say("What each further saving costs", "Ce que coûte chaque gain de plus"),
                .table(.init(columns: columns, rows: rows))),
            .init(nil, .bars(bars(curve))), .init(nil, .notes(notes)),
        ]
    }

    /// The prices side by side; what has none says why.
    private func bars(_ curve: CostCurve) -> Report.Bars {
        Report.Bars(
            unit: price(0).unit,
            rows: curve.steps.map { step in
                .init(
                    name(step.action),
                    step.price.map { .value(price($0).value) }
                        ?? .missing(
                            step.gain > 0
                                ? say("saves money", "fait économiser")
                                : say("saves nothing more", "n’économise rien de plus")),
                    remark: short(step.gain))
            })
    }
}

/// Says how low one can go.
struct FloorWords {
    let language: Language
    let unit: String

    private func short(_ value: Double) -> String { UnitWords(language).short(Figure(value, unit)) }

    /// Whether each target can be reached alone, and what stays common.
    func notes(_ floors: Floors, _ targets: [Target]) -> [String] {
        var notes = targets.map { answer(floors, $0) }
        if floors.common != 0, floors.common == floors.commonAfter {
            notes.append(
                language.say(
                    "\(short(floors.common)) is common: only public action changes it, and none listed here does.",
                    "\(short(floors.common)) sont communs : seule l’action publique y peut quelque chose, et aucune d’ici ne le fait."
                ))
        } else if floors.common != 0 {
            notes.append(
                language.say(
                    "\(short(floors.common)) is common: only public action changes it, to \(short(floors.commonAfter)) with all of what is listed here.",
                    "\(short(floors.common)) sont communs : seule l’action publique y peut quelque chose, jusqu’à \(short(floors.commonAfter)) avec tout ce qui figure ici."
                ))
        }
        notes.append(
            language.say(
                "\(floors.personal.actions.count) actions of your own, \(floors.all.actions.count) with those of others; those not quantified are not counted.",
                "\(floors.personal.actions.count) actions à soi, \(floors.all.actions.count) avec celles des autres ; celles qui ne sont pas chiffrées ne comptent pas."
            ))
        if !floors.personal.isExact || !floors.all.isExact {
            notes.append(
                language.say(
                    "Too many sets to look at them all: no single action, more or less, goes lower, but another set might.",
                    "Trop d’ensembles pour tous les examiner : aucune action de plus ou de moins ne descend plus bas, mais un autre ensemble le pourrait."
                ))
        }
        return notes
    }

    private func answer(_ floors: Floors, _ target: Target) -> String {
        let label = "\(target.label.text(in: language.rawValue)) (\(short(target.value)))"
        let (own, all) = (short(floors.personal.value), short(floors.all.value))
        if floors.personal.value <= target.value {
            return language.say(
                "\(label): within reach alone, by taking everything, down to \(own).",
                "\(label) : atteignable seul, en faisant tout, jusqu’à \(own).")
        }
        if floors.all.value <= target.value {
            return language.say(
                "\(label): out of reach alone, \(own) at best; public action would lead to \(all).",
                "\(label) : hors d’atteinte seul, \(own) au mieux ; l’action publique mènerait à \(all).")
        }
        return language.say(
            "\(label): out of reach alone, \(own) at best, and with all the public action listed here too, \(all).",
            "\(label) : hors d’atteinte seul, \(own) au mieux, et même avec toute l’action publique d’ici, \(all).")
    }
}
