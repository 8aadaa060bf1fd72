internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// Sets footprints out for people and programs.
struct FootprintReport {
    let request: Analysis.Request
    let footprints: [Footprint]
    /// What was not answered, for a report on one person.
    let questions: [UnansweredQuestion]
    /// How local the result is, for a child pack.
    let local: LocalShare?
    /// How low each person can go in the first indicator; none unless asked for.
    let floors: [Floors]
    /// How sure each person's results are; none unless draws are asked for.
    let uncertainties: [[Uncertainty]]
    /// What is said of draws.
    let drawn: UncertaintyWords?

    var language: Language { request.language }
    var model: Model { request.model }
    private var words: UnitWords { UnitWords(language) }

    func text(_ label: Label) -> String { label.text(in: language.rawValue) }

    /// The year, when it is the same for everybody.
    var year: Int? {
        let years = Set(footprints.map(\.year))
        return years.count == 1 ? years.first : nil
    }

    var title: String {
        guard footprints.count == 1, let only = footprints.first else {
            return language.say(
                "Carbon footprints of \(footprints.count) people", "Empreintes carbone de \(footprints.count) personnes"
            )
        }
        let name =
            only.person.id == Analysis.Request.defaultPerson
            ? language.say("default person", "personne par défaut") : only.person.id
        return language.say("Carbon footprint · \(name)", "Empreinte carbone · \(name)")
    }

    // MARK: For people

    var sections: [Report.Section] {
        guard footprints.count == 1, let only = footprints.first else {
            return [.init(nil, .table(summary)), .init(nil, .notes(commonNotes + drawNotes))]
        }
        return only.indicators.flatMap { result in
            [
                .init(nil, .headline([headline(result, only, uncertainty(of: result, person: 0))])),
                .init(nil, .bars(bars(result))),
            ]
        } + [.init(nil, .notes(notes(only)))]
    }

    /// How sure one of a person's results is.
    func uncertainty(of result: Footprint.Result, person: Int) -> Uncertainty? {
        guard uncertainties.indices.contains(person) else { return nil }
        return uncertainties[person].first { model.indicators[$0.indicator].id == result.id }
    }

    private func headline(
        _ result: Footprint.Result, _ footprint: Footprint, _ uncertainty: Uncertainty?
    ) -> Report.Headline {
        let targets = self.targets(of: result).map { target in
            let level = words.short(Figure(target.value, result.unit))
            let gap = words.short(Figure((result.total - target.value).magnitude, result.unit))
            return result.total <= target.value
                ? language.say(
                    "\(target.year) target: \(level), met with \(gap) to spare",
                    "objectif \(target.year) : \(level), atteint, marge \(gap)")
                : language.say(
                    "\(target.year) target: \(level), \(gap) to go",
                    "objectif \(target.year) : \(level), il reste \(gap)")
        }
        let label = model.indicators.first { $0.id == result.id }.map { text($0.label) } ?? result.id
        return Report.Headline(
            Figure(result.total, result.unit), label: label,
            remark: targets.isEmpty ? nil : targets.joined(separator: " · "), range: uncertainty?.band.range)
    }

    private func targets(of result: Footprint.Result) -> [Target] {
        model.targets.filter { model.indicators[$0.indicator].id == result.id }
    }

    /// Branches under 1 % of the total are shown together.
    private func bars(_ result: Footprint.Result) -> Report.Bars {
        var rows: [Report.Bars.Row] = []
        for branch in result.categories { add(branch, level: 0, of: result, to: &rows) }
        return Report.Bars(unit: result.unit, rows: rows)
    }

    private func add(
        _ branch: Footprint.Branch, level: Int, of result: Footprint.Result, to rows: inout [Report.Bars.Row]
    ) {
        let remark = branch.isPublic ? language.say("out of reach alone", "hors de portée seul") : nil
        guard branch.leaves.contains(where: { $0.value != nil }) else {
            rows.append(.init(text(branch.label), .missing(language.say("does not apply", "sans objet")), level: level))
            return
        }
        rows.append(.init(text(branch.label), .value(branch.total), level: level, remark: remark))
        guard level == 0 else { return }
        let parts = branch.members.map(Self.part).filter { $0.value != nil }
        let small = parts.filter { ($0.value ?? 0).magnitude < 0.01 * result.total.magnitude }
        let isGrouped = small.count > 1
        for part in parts where !isGrouped || !small.contains(where: { $0.id == part.id }) {
            rows.append(
                .init(
                    text(part.label), .value(part.value ?? 0), level: 1,
                    remark: part.isPublic ? language.say("out of reach alone", "hors de portée seul") : nil))
        }
        let rest = small.reduce(0) { $0 + ($1.value ?? 0) }
        guard isGrouped, rest != 0 else { return }
        rows.append(.init(language.say("others (\(small.count))", "autres (\(small.count))"), .value(rest), level: 1))
    }

    /// What a row shows of a member.
    private static func part(
        _ member: Footprint.Member
    ) -> (id: String, label: Label, value: Double?, isPublic: Bool) {
        switch member {
        case .branch(let branch): (branch.id, branch.label, branch.total, branch.isPublic)
        case .leaf(let leaf): (leaf.id, leaf.label, leaf.value, false)
        }
    }

    private func notes(_ footprint: Footprint) -> [String] {
        var notes: [String] = []
        let style = NumberStyle(language, digits: 2)
        func percent(_ share: Double) -> String {
            UnitWords(language).text(Figure((share * 100).rounded(), "%"), digits: style.digits)
        }
        if let ghg = footprint.indicators.first {
            let answered = footprint.person.answers.count
            notes.append(
                language.say(
                    "\(percent(ghg.coverage)) of the total rests on answers or on no question, the rest on defaults (\(answered) of \(model.inputs.count) questions answered).",
                    "\(percent(ghg.coverage)) du total repose sur des réponses ou sur aucune question, le reste sur des valeurs par défaut (\(answered) questions sur \(model.inputs.count) répondues)."
                ))
            if ghg.outOfReach != 0 {
                let amount = words.text(Figure(ghg.outOfReach, ghg.unit))
                notes.append(
                    language.say(
                        "\(amount) (\(percent(ghg.outOfReach / ghg.total))) is public services and infrastructure: only public action changes it.",
                        "\(amount) (\(percent(ghg.outOfReach / ghg.total))) relève des services publics et des infrastructures : seule l’action publique le change."
                    ))
            }
            let telling = questions.prefix(3).map { text($0.label) }
            if !telling.isEmpty {
                notes.append(
                    language.say(
                        "Answers that could move the total most: \(telling.joined(separator: ", ")).",
                        "Réponses qui pourraient le plus changer le total : \(telling.joined(separator: ", "))."))
            }
        }
        return notes + floorNotes + coverNotes(footprint) + commonNotes + drawNotes
    }

    /// How low the person can go.
    private var floorNotes: [String] {
        guard let unit = model.indicators.first?.unit.description else { return [] }
        let targets = model.targets.filter { $0.indicator == 0 }
        return floors.flatMap { FloorWords(language: language, unit: unit).notes($0, targets) }
    }

    /// What an indicator leaves out is said: not covered is not zero.
    private func coverNotes(_ footprint: Footprint) -> [String] {
        footprint.indicators.filter { !$0.notCovered.isEmpty }.map { result in
            let all = model.formulas.filter(\.isLeaf).count
            let label = model.indicators.first { $0.id == result.id }.map { text($0.label) } ?? result.id
            return language.say(
                "\(label): \(all - result.notCovered.count) of \(all) items are covered; the others are not counted, which is not zero.",
                "\(label) : \(all - result.notCovered.count) postes sur \(all) sont couverts ; les autres ne sont pas comptés, ce qui n’est pas zéro."
            )
        }
    }

    /// What draws say, and what they leave out.
    private var drawNotes: [String] {
        guard let drawn else { return [] }
        var notes = [drawn.method]
        if uncertainties.count == 1, let first = uncertainties[0].first {
            notes += first.chances.map { drawn.chance(model.targets[$0.target], $0.chance) }
            notes += [drawn.variance(first)].compactMap(\.self)
        }
        return notes + [drawn.exact]
    }

    /// What holds for everybody: that actions taken are left out, and how much of a child pack's result is local.
    private var commonNotes: [String] {
        takenNotes + localNotes
    }

    private var takenNotes: [String] {
        guard request.people.contains(where: { !$0.taken.isEmpty }) else { return [] }
        return [
            language.say(
                "Answers count as given, without the actions taken: actions and trajectory count those.",
                "Les réponses comptent telles quelles, sans les actions engagées : actions et trajectory les comptent.")
        ]
    }

    private var localNotes: [String] {
        guard let local else { return [] }
        let share = words.text(Figure((local.share * 100).rounded(), "%"))
        return [
            language.say(
                "\(local.factors) of \(model.factors.count) factors are local to \(model.identity.id); "
                    + "\(share) of this total rests on them.",
                "Facteurs propres à \(model.identity.id) : \(local.factors) sur \(model.factors.count) ; "
                    + "\(share) de ce total repose sur eux.")
        ]
    }
}
