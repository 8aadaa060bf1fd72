internal import EmpreinteModel

extension AdviceReport {
    func nextSections(_ findings: PersonalFindings) -> [Report.Section] {
        let advice = findings.advice
        let ranking = AdviceRanking(advice.open(own: true, in: model), by: asked.key, in: model)
        var sections: [Report.Section] = []
        func add(_ title: String, _ actions: [PersonalAdvice.Advised]) {
            guard !actions.isEmpty else { return }
            sections.append(.init(title, .table(table(Array(actions.prefix(asked.count)), findings))))
        }
        add(
            say("Next: these save money as well", "Ensuite : celles-ci font aussi économiser de l’argent"),
            ranking.paying)
        switch asked.key {
        case .gain: add(say("Next, by gain", "Ensuite, selon le gain"), ranking.ranked)
        case .gainPerEffort:
            add(say("Next, by gain for the effort", "Ensuite, selon le gain pour l’effort"), ranking.ranked)
            add(say("Effort not published", "Effort non publié"), ranking.unknown)
        case .gainPerEuro:
            add(say("Next, by gain for the money", "Ensuite, selon le gain pour l’argent"), ranking.ranked)
            add(say("Cost not published in full", "Coût non publié en entier"), ranking.unknown)
        }
        if ranking.all.isEmpty {
            sections.append(
                .init(nil, .notes([say("No further action applies.", "Aucune autre action ne s’applique.")])))
        }
        return sections
    }

    /// One row an action: what it brings now and by itself, what it costs, what goes with it.
    private func table(_ actions: [PersonalAdvice.Advised], _ findings: PersonalFindings) -> Report.Table {
        let hasTaken = !findings.advice.person.taken.isEmpty
        let hasCosts = actions.contains { $0.cost != nil }
        var columns: [Report.Table.Column] = [
            .init(id: "action", title: "action"), .init(id: "gain", title: say("gain", "gain"), unit: unit),
        ]
        if findings.drawn != nil {
            columns.append(.init(id: "range", title: say("range", "marge"), alignment: .trailing))
        }
        if hasTaken { columns.append(.init(id: "alone", title: say("alone", "seule"), unit: unit)) }
        if hasCosts { columns.append(.init(id: "cost", title: say("cost", "coût"))) }
        let remarks = actions.map { remark($0) }
        let hasRemarks = remarks.contains { !$0.isEmpty }
        if hasRemarks { columns.append(.init(id: "remark", title: "")) }
        let rows = zip(actions, remarks).map { advised, remark -> [Report.Table.Cell] in
            var row: [Report.Table.Cell] = [
                .text(name(advised.action)), .figure(Figure(advised.gain, unit)),
            ]
            if let drawn = findings.drawn {
                let measure = words.measure(of: unit, upTo: actions.map(\.gain.magnitude).max() ?? 0)
                row.append(
                    drawn.gains[advised.action].map { .text(words.between($0.range, measure)) } ?? .empty)
            }
            if hasTaken { row.append(advised.alone.map { .figure(Figure($0, unit)) } ?? .empty) }
            if hasCosts { row.append(advised.cost.map { .text(cost($0, gain: advised.gain)) } ?? .empty) }
            if hasRemarks { row.append(remark.isEmpty ? .empty : .text(remark)) }
            return row
        }
        return Report.Table(columns: columns, rows: rows)
    }

    /// A net cost each year and the price of what it saves, or the parts that are known.
    private func cost(_ cost: ActionCost, gain: Double) -> String {
        if let net = cost.net {
            let yearly = words.text(Figure(net, moneyUnit))
            return net > 0 && gain > 0 ? "\(yearly), \(words.text(price(net / gain)))" : yearly
        }
        var parts: [String] = []
        if let upfront = cost.upfront {
            let once = words.text(Figure(upfront, model.currency))
            parts.append(say("\(once) once", "\(once) au départ"))
        }
        if let yearly = cost.yearly { parts.append(words.text(Figure(yearly, moneyUnit))) }
        if cost.upfront == nil { parts.append(say("purchase not published", "achat non publié")) }
        if cost.yearly == nil { parts.append(say("running cost not published", "coût annuel non publié")) }
        return parts.joined(separator: ", ")
    }

    /// What an action opens and replaces, and who helps.
    private func remark(_ advised: PersonalAdvice.Advised) -> String {
        let action = model.actions[advised.action]
        var parts: [String] = []
        if !advised.unlocks.isEmpty { parts.append(say("opens ", "ouvre ") + few(advised.unlocks)) }
        if !action.supersedes.isEmpty { parts.append(say("replaces ", "remplace ") + few(action.supersedes)) }
        let supports = model.supports(of: advised.action)
        if !supports.isEmpty {
            parts.append(say("help: ", "aide : ") + supports.map { text($0.label) }.joined(separator: ", "))
        }
        return parts.joined(separator: " ; ")
    }

    /// Two names, and how many more.
    private func few(_ actions: [Int]) -> String {
        let shown = names(Array(actions.prefix(2)))
        return actions.count > 2
            ? shown + say(" and \(actions.count - 2) more", " et \(actions.count - 2) autres") : shown
    }

    // MARK: Everything else

    /// The actions of others, and those without a number.
    func othersSections(_ findings: PersonalFindings) -> [Report.Section] {
        let advice = findings.advice
        let others = AdviceRanking(advice.open(own: false, in: model), by: .gain, in: model)
        var sections: [Report.Section] = []
        if !others.ranked.isEmpty {
            sections.append(
                .init(
                    say("What is out of your hands", "Ce qui n’est pas entre vos mains"),
                    .table(table(Array(others.ranked.prefix(asked.count)), findings))))
        }
        var notes: [String] = []
        for advised in advice.actions {
            switch advised.standing {
            case .excluded(let others) where isOwn(advised):
                notes.append(
                    say(
                        "“\(name(advised.action))” does not go with “\(names(others))”.",
                        "« \(name(advised.action)) » ne va pas avec « \(names(others)) »."))
            case .locked(let needs) where isOwn(advised):
                notes.append(
                    say(
                        "“\(name(advised.action))” needs “\(names(needs))” first.",
                        "« \(name(advised.action)) » demande d’abord « \(names(needs)) »."))
            default: break
            }
        }
        let idle = AdviceRanking(advice.open(own: true, in: model), by: .gain, in: model).idle
        if !idle.isEmpty {
            notes.append(
                say(
                    "Would save nothing here (\(idle.count)): \(few(idle.map(\.action))).",
                    "N’économiseraient rien ici (\(idle.count)) : \(few(idle.map(\.action)))."))
        }
        let unquantified = advice.actions.filter { $0.standing == .notQuantified && isOwn($0) }.map(\.action)
        if !unquantified.isEmpty {
            notes.append(
                say(
                    "Not quantified, which is not zero (\(unquantified.count)): \(few(unquantified)).",
                    "Non chiffrées, ce qui n’est pas zéro (\(unquantified.count)) : \(few(unquantified))."))
        }
        return sections + (notes.isEmpty ? [] : [.init(nil, .notes(notes))])
    }

    private func isOwn(_ advised: PersonalAdvice.Advised) -> Bool {
        !model.actions[advised.action].actor.changesFigures
    }

    /// Published savings beside the computed ones.
    func typicalSections(_ advice: PersonalAdvice) -> [Report.Section] {
        guard asked.showsTypical, asked.indicator == 0 else { return [] }
        let columns: [Report.Table.Column] = [
            .init(id: "action", title: "action"),
            .init(id: "alone", title: say("alone, here", "seule, ici"), unit: unit),
            .init(id: "typical", title: say("published", "publié"), unit: unit),
            .init(id: "difference", title: say("difference", "écart"), unit: unit),
        ]
        let rows = advice.actions.compactMap { advised -> [Report.Table.Cell]? in
            guard let alone = advised.alone, let typical = model.actions[advised.action].typicalSaving else {
                return nil
            }
            return [.text(name(advised.action))] + [alone, typical, alone - typical].map { .figure(Figure($0, unit)) }
        }
        guard !rows.isEmpty else { return [] }
        return [
            .init(
                say("Published savings of a typical person, a check", "Gains publiés d’une personne type, un contrôle"),
                .table(.init(columns: columns, rows: rows)))
        ]
    }
}
