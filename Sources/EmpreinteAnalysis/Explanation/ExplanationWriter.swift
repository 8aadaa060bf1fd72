internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// Sets an explanation out as a tree for people and as JSON.
struct ExplanationWriter {
    let model: Model
    let language: Language

    init(_ request: Analysis.Request) {
        model = request.model
        language = request.language
    }

    // MARK: For people

    func item(_ explanation: Explanation) -> Report.TreeItem {
        let label = explanation.label.text(in: language.rawValue)
        let (state, remarks) = remarks(on: explanation)
        return Report.TreeItem(
            name(of: explanation), title: label == explanation.id ? nil : label, figure: figure(of: explanation),
            state: state.isEmpty ? nil : state.joined(separator: " · "), remarks: remarks,
            place: explanation.place.map(place), children: explanation.steps.map(item))
    }

    func name(of explanation: Explanation) -> String {
        if case .factor(let option?, _, _) = explanation.kind { return "\(explanation.id)[\(option)]" }
        return explanation.id
    }

    /// Conditions and options have no figure: their answer is a remark.
    private func figure(of explanation: Explanation) -> Figure? {
        guard let value = explanation.value else { return nil }
        if case .input = explanation.kind, case .input(let index)? = model.element(explanation.id) {
            guard case .number = model.inputs[index].kind else { return nil }
        }
        return Figure(value, explanation.unit)
    }

    /// How it was answered; the expression; where the figure comes from.
    private func remarks(on explanation: Explanation) -> (state: [String], remarks: [String]) {
        var about: [String] = []
        var origin: [String] = []
        var expression: [String] = []
        if explanation.value == nil, explanation.canBeAbsent {
            about.append(language.say("does not apply", "sans objet"))
        }
        switch explanation.kind {
        case .formula(let text): expression.append("= \(Self.oneLine(text))")
        case .input(let isAnswered, let answer): about.append(answerRemark(explanation, isAnswered, answer))
        case .factor(_, let year, let spread): about += figureRemarks(year, spread)
        case .action, .idleAction: (about, expression) = actionRemarks(explanation, about)
        case .change(let before, let after): about.append(gain(before, after, explanation.unit))
        case .target(let aim): expression = aimRemarks(aim, explanation)
        case .indicator, .category, .trend: break
        }
        if explanation.isShownAbove { about.append(language.say("explained above", "expliqué plus haut")) }
        if let evidence = explanation.evidence { origin = evidenceRemarks(evidence) }
        if let layer = explanation.layer, model.layers.count > 1 {
            origin.append(language.say("from \(model.layers[layer].id)", "de \(model.layers[layer].id)"))
        }
        let acted = explanation.acted.map { actedRemarks($0, explanation) } ?? []
        let overridden = explanation.overrides.filter {
            !Self.fieldsOfEvidence.contains($0.field) && $0.text != $0.above
        }
        .map(overrideRemark)
        let remarks = acted + expression + [origin.joined(separator: " · ")] + overridden
        return (about, remarks.filter { !$0.isEmpty })
    }

    /// Said already by what is shown of the entry itself.
    private static let fieldsOfEvidence: Set = [
        "source", "year", "label", "note", "confidence", "assumption", "reason",
    ]

    /// Which pack gives it anew, and what stands above.
    private func overrideRemark(_ override: Override) -> String {
        let (pack, above) = (model.layers[override.layer].id, model.layers[override.layerAbove].id)
        func short(_ text: String) -> String { text.count > 90 ? text.prefix(90) + "…" : text }
        return language.say(
            "\(override.field) given anew by \(pack): \(short(override.text)); \(above) has \(short(override.above))",
            "\(override.field) redéfini par \(pack) : \(short(override.text)) ; \(above) a \(short(override.above))")
    }

    /// What the gain beside it takes the amount from, and to.
    private func gain(_ before: Double, _ after: Double, _ unit: String) -> String {
        let words = UnitWords(language)
        return language.say("gain: ", "gain : ") + words.text(Figure(before, unit)) + " → "
            + words.text(Figure(after, unit))
    }

    private func actionRemarks(
        _ explanation: Explanation, _ about: [String]
    ) -> (about: [String], effects: [String]) {
        var about = about
        var written = ""
        switch explanation.kind {
        case .action(let effects, let before, let after):
            about.append(gain(before, after, explanation.unit))
            written = effects
        case .idleAction(let effects, .notApplicable(let condition)):
            about.append(language.say("does not apply, unless \(condition)", "sans objet, sauf si \(condition)"))
            written = effects
        case .idleAction(_, .notQuantified(let reason)):
            about.append(language.say("not quantified: \(reason)", "non chiffrée : \(reason)"))
        default: break
        }
        return (about, written.isEmpty ? [] : [Self.oneLine(written)])
    }

    private func aimRemarks(_ aim: Explanation.Aim, _ explanation: Explanation) -> [String] {
        func text(_ value: Double) -> String { UnitWords(language).text(Figure(value, explanation.unit)) }
        guard let goal = aim.goal, let known = aim.known else {
            let reason = aim.reason ?? ""
            return [language.say("not computable: \(reason)", "non calculable : \(reason)")]
        }
        var remarks = [
            language.say(
                "to reach: \(text(goal)) by \(aim.year); \(text(known.value)) in \(known.year)",
                "à atteindre : \(text(goal)) en \(aim.year) ; \(text(known.value)) en \(known.year)")
        ]
        if let way = aim.way, way != goal {
            remarks.append(
                language.say(
                    "on the way there in \(known.year): \(text(way))", "sur le chemin en \(known.year) : \(text(way))"))
        }
        return remarks
    }

    /// The value before the actions, and after each change of theirs.
    private func actedRemarks(_ acted: Explanation.Acted, _ explanation: Explanation) -> [String] {
        func words(_ value: Double) -> String {
            if case .input(let index)? = model.element(explanation.id) {
                switch model.inputs[index].kind {
                case .flag: return value != 0 ? language.say("yes", "oui") : language.say("no", "non")
                case .option(let codes, let labels):
                    let code = Int(value)
                    return labels.indices.contains(code)
                        ? labels[code].text(in: language.rawValue) : codes.name(of: Int32(code)) ?? ""
                case .number: break
                }
            }
            return UnitWords(language).text(Figure(value, explanation.unit))
        }
        return [language.say("before: ", "avant : ") + words(acted.before)]
            + acted.changes.map { "\($0.verb) (\($0.actions.joined(separator: ", "))) → \(words($0.after))" }
    }

    static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }.joined(separator: " ")
    }

    private func answerRemark(_ explanation: Explanation, _ isAnswered: Bool, _ answer: String) -> String {
        var shown = answer
        var shared = ""
        if case .input(let index)? = model.element(explanation.id) {
            let input = model.inputs[index]
            if case .option(let codes, let labels) = input.kind, let code = codes.code(of: answer) {
                shown = labels.indices.contains(Int(code)) ? labels[Int(code)].text(in: language.rawValue) : answer
            }
            if case .flag = input.kind {
                shown = answer == "true" ? language.say("yes", "oui") : language.say("no", "non")
            }
            if case .number = input.kind, let number = Double(answer) {
                shown = UnitWords(language).text(Figure(number, input.unit.description))
            }
            if input.isPerHousehold { shared = language.say(", for the household", ", pour le foyer") }
        }
        return isAnswered
            ? language.say("answered: \(shown)\(shared)", "réponse : \(shown)\(shared)")
            : language.say("not answered, default: \(shown)\(shared)", "sans réponse, défaut : \(shown)\(shared)")
    }

    private func figureRemarks(_ year: Int?, _ spread: Double?) -> [String] {
        [
            year.map { language.say("figure of \($0)", "valeur de \($0)") },
            spread.map { "± " + UnitWords(language).text(Figure($0 * 100, "%")) },
        ].compactMap { $0 }
    }

    private func evidenceRemarks(_ evidence: Evidence) -> [String] {
        var remarks: [String] = []
        if let source = evidence.source, let reference = model.references.first(where: { $0.id == source }) {
            let title = [reference.title.text(in: language.rawValue), reference.publisher, reference.date]
            remarks.append(language.say("source: ", "source : ") + title.compactMap { $0 }.joined(separator: ", "))
        }
        if evidence.isRecalled {
            remarks.append(
                language.say("recalled, to be checked in the source", "citée de mémoire, à vérifier dans la source"))
        }
        if let reason = evidence.assumption {
            remarks.append(language.say("assumption: \(reason)", "hypothèse : \(reason)"))
        }
        return remarks
    }

    func place(_ place: Place) -> String {
        let location = model.sources.location(of: place.range)
        return "\(location.path):\(location.line)"
    }
}

extension Explanation {
    /// Whether a step of this kind may not apply to a person.
    fileprivate var canBeAbsent: Bool {
        switch kind {
        case .formula, .input: true
        default: false
        }
    }
}
