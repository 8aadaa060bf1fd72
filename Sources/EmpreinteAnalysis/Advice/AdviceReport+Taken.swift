internal import EmpreinteModel

extension AdviceReport {
    func takenSections(_ findings: PersonalFindings) -> [Report.Section] {
        let gains = findings.advice.gains
        guard !gains.actions.isEmpty else { return [] }
        var notes = [
            gains.overlap == 0
                ? say(
                    "In order and Shapley add up to the \(short(gains.reduction)) that all bring together.",
                    "Dans l’ordre et Shapley s’additionnent : \(short(gains.reduction)) en tout.")
                : say(
                    "Alone and last do not add up: added alone, \(short(gains.overlap)) would be counted twice. In order and Shapley add up to the \(short(gains.reduction)) that all bring together.",
                    "Seule et en dernier ne s’additionnent pas : sommées seules, \(short(gains.overlap)) seraient comptés deux fois. Dans l’ordre et Shapley s’additionnent : \(short(gains.reduction)) en tout."
                )
        ]
        if gains.standardErrors != nil {
            notes.append(
                say(
                    "Shapley: mean over \(Gains.drawnOrders) orders drawn, ± its standard error.",
                    "Shapley : moyenne de \(Gains.drawnOrders) ordres tirés au sort, ± son erreur type."))
        }
        notes += superseded(gains.actions)
        if asked.respend != nil { notes.append(respendingNote(findings)) }
        return [
            .init(say("What the actions taken bring", "Ce qu’apportent les actions choisies"), .table(table(gains))),
            .init(nil, .notes(notes)),
        ]
    }

    private func table(_ gains: Gains) -> Report.Table {
        var columns: [Report.Table.Column] = [
            .init(id: "action", title: "action"), .init(id: "alone", title: say("alone", "seule"), unit: unit),
            .init(id: "last", title: say("last", "en dernier"), unit: unit),
            .init(id: "in_order", title: say("in order", "dans l’ordre"), unit: unit),
            .init(id: "shapley", title: "Shapley", unit: unit),
        ]
        if gains.standardErrors != nil { columns.append(.init(id: "standard_error", title: "±", unit: unit)) }
        func figure(_ value: Double) -> Report.Table.Cell { .figure(Figure(value, unit)) }
        let rows = gains.actions.indices.map { position -> [Report.Table.Cell] in
            guard model.actions[gains.actions[position]].unquantified == nil else {
                let blanks = Array(repeating: Report.Table.Cell.empty, count: columns.count - 2)
                return [.text(name(gains.actions[position])), .missing(say("not quantified", "non chiffrée"))] + blanks
            }
            return [.text(name(gains.actions[position]))]
                + [gains.alone, gains.last, gains.inOrder, gains.shapley].map { figure($0[position]) }
                + (gains.standardErrors.map { [figure($0[position])] } ?? [])
        }
        let sums = [gains.alone, gains.last, gains.inOrder, gains.shapley].map { figure($0.reduce(0, +)) }
        return Report.Table(columns: columns, rows: rows + [[.text(say("sum", "somme"))] + sums])
    }

    private func superseded(_ taken: [Int]) -> [String] {
        taken.compactMap { weaker in
            taken.first { model.actions[$0].supersedes.contains(weaker) }.map { stronger in
                say(
                    "“\(name(stronger))” takes the place of “\(name(weaker))”.",
                    "« \(name(stronger)) » prend la place de « \(name(weaker)) ».")
            }
        }
    }

    private func respendingNote(_ findings: PersonalFindings) -> String {
        guard let respending = findings.respending else {
            return say(
                "Re-spending: not covered, the pack does not follow money.",
                "Argent redépensé : non couvert, le modèle ne suit pas l’argent.")
        }
        let saved = words.text(Figure(respending.saved, moneyUnit))
        return say(
            "Re-spending, beside these gains: \(saved) saved and spent elsewhere would emit \(short(respending.emitted)).",
            "Argent redépensé, à côté de ces gains : \(saved) économisés et dépensés ailleurs émettraient \(short(respending.emitted))."
        )
    }
}
