internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

extension WorkshopReport {
    /// An action picked in a round, by how many, and what that brings the mean of the group.
    struct Picked {
        let action: Int
        let people: [String]
        let alone: Double
        let shapley: Double
    }

    /// The actions of a round, in the order first picked.
    func picked(_ round: RoundGains) -> [Picked] {
        var order: [Int] = []
        for gain in round.gains where !order.contains(gain.pick.action) { order.append(gain.pick.action) }
        return order.map { action in
            let own = round.gains.filter { $0.pick.action == action }
            return Picked(
                action: action, people: own.compactMap(\.pick.person), alone: own.reduce(0) { $0 + $1.alone },
                shapley: own.reduce(0) { $0 + $1.shapley })
        }
    }

    /// Whether no effect of an action is known.
    func isUnquantified(_ action: Int) -> Bool { request.model.actions[action].effects.isEmpty }

    /// What each round brings, the first first: the parts add up to the whole way of the group.
    var rounds: [Report.Section] {
        guard !gains.isEmpty else { return [] }
        let columns: [Report.Table.Column] = [
            .init(id: "action", title: say("action", "action")),
            .init(id: "people", title: say("picked", "choisie"), alignment: .trailing),
            .init(id: "gain", title: say("brings", "apporte"), unit: unit),
        ]
        return gains.map { round in
            let own = workshop.rounds[round.round]
            let years = "\(workshop.firstYear(of: round.round))–\(own.until)"
            let who = own.isPublic ? say("for everybody", "pour tous") : say("each for oneself", "chacun pour soi")
            let rows = picked(round).sorted { $0.shapley > $1.shapley }.map { picked -> [Report.Table.Cell] in
                [
                    .text(action(picked.action)),
                    own.isPublic ? .text(say("all", "tous")) : .text("\(picked.people.count)"),
                    isUnquantified(picked.action)
                        ? .missing(say("not quantified", "non chiffré")) : .figure(Figure(picked.shapley, unit)),
                ]
            }
            let total: [Report.Table.Cell] = [
                .text(say("the round", "le tour")), .empty, .figure(Figure(round.before - round.after, unit)),
            ]
            let state = round.round == room.state.open ? say(", open", ", en cours") : ""
            return .init(
                say("Round ", "Tour ") + "\(own.id) · \(years) · \(who)\(state)",
                .table(.init(columns: columns, rows: rows + [total])))
        }
    }

    /// What is asked in the round that is open.
    var open: [Report.Section] {
        guard let round = room.openRound else { return [] }
        var lines = [
            say(
                "Round \(round.id) is open, up to \(round.until): \(round.isPublic ? "actions for everybody" : "each for oneself").",
                "Le tour \(round.id) est ouvert, jusqu’en \(round.until) : \(round.isPublic ? "actions pour tous" : "chacun pour soi")."
            )
        ]
        if round.isPublic, let left = room.left(of: nil) {
            let picks = left.picks.map { say("\($0) picks", "\($0) choix") }
            let budget = left.budget.map { "\(JSON.text(of: $0)) \(left.unit)" }
            lines.append(
                say("Left to the group: ", "Reste au groupe : ")
                    + [picks, budget].compactMap { $0 }.joined(separator: ", ")
                    + ".")
        }
        for count in room.counts(of: room.state.open) {
            let isCarried = room.carried.contains { $0.action == count.action }
            lines.append(
                say(
                    "\(action(count.action)): \(count.votesFor) for, \(count.against) against, \(count.blank) blank\(isCarried ? ", carried" : "").",
                    "\(action(count.action)) : \(count.votesFor) pour, \(count.against) contre, \(count.blank) blanc\(isCarried ? ", adoptée" : "")."
                ))
        }
        return [.init(say("The open round", "Le tour ouvert"), .notes(lines))]
    }

    // MARK: Notes

    var notes: Report.Section {
        var lines: [String] = []
        if let asked, let before = paths.mean, let after = asked.mean {
            lines.append(
                say(
                    "What if: the mean of the group in \(workshop.goal.year) would be \(short(after.total[goal])), not \(short(before.total[goal])).",
                    "Et si : la moyenne du groupe en \(workshop.goal.year) serait de \(short(after.total[goal])), au lieu de \(short(before.total[goal]))."
                ))
        }
        lines += gauges + flags.map(words)
        lines.append(
            say(
                "What an action brings is its mean part over all the orders of its round (Shapley), after the rounds before; the parts add up.",
                "Ce qu’apporte une action est sa part moyenne sur tous les ordres de son tour (Shapley), après les tours précédents ; les parts s’ajoutent."
            ))
        if gains.contains(where: \.isDrawn) {
            lines.append(
                say(
                    "Of rounds with many picks, 128 orders are drawn.",
                    "Des tours aux choix nombreux, 128 ordres sont tirés."))
        }
        return .init(nil, .notes(lines))
    }

    private var gauges: [String] {
        guard let mean = paths.mean else { return [] }
        return workshop.gauges.compactMap { gauge in
            guard
                let output = paths.outputs.firstIndex(where: { $0.indicator == gauge.indicator && $0.category == nil })
            else { return nil }
            let indicator = request.model.indicators[gauge.indicator]
            let value = mean.values[output][goal]
            let figure = words.text(Figure(value, indicator.unit.description))
            return gauge.wanted.contains(value)
                ? say(
                    "\(text(indicator.label)): \(figure), in the range wanted.",
                    "\(text(indicator.label)) : \(figure), dans la plage voulue.")
                : say(
                    "\(text(indicator.label)): \(figure), out of the range wanted.",
                    "\(text(indicator.label)) : \(figure), hors de la plage voulue.")
        }
    }

    /// What makes the figures of this room less telling.
    enum Flag: String {
        /// A workshop is for 2 to 30 people.
        case peopleCount = "people_count"
        /// Some who left or did not answer are left out.
        case leftOut = "left_out"
    }

    var flags: [Flag] {
        let isCrowd = !(2...30).contains(room.state.participants.count)
        return (isCrowd ? [.peopleCount] : []) + (paths.counted.count < paths.people.count ? [.leftOut] : [])
    }

    private func words(_ flag: Flag) -> String {
        let count = paths.counted.count
        let left = paths.people.count - count
        let all = room.state.participants.count
        return switch flag {
        case .peopleCount:
            say(
                "\(all) in the room: a workshop is for 2 to 30 people.",
                "\(all) dans la salle : un atelier se tient à 2 à 30 personnes.")
        case .leftOut:
            say(
                "The group counts \(count) people; \(left) who left or did not answer are left out.",
                "Le groupe compte \(count) personnes ; \(left), partis ou sans réponses, n’y sont pas.")
        }
    }
}
