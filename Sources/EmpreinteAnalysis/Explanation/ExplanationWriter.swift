internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// Sets an explanation out as a tree for people and as JSON.
struct ExplanationWriter {
    private let model: Model
    private let language: Language

    init(_ request: Analysis.Request) {
        model = request.model
        language = request.language
    }

    // MARK: For people

    func item(_ explanation: Explanation) -> Report.TreeItem {
        Report.TreeItem(
            name(of: explanation), figure: figure(of: explanation), remarks: remarks(on: explanation),
            place: explanation.place.map(place), children: explanation.steps.map(item))
    }

    private func name(of explanation: Explanation) -> String {
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

    /// What it is and how it was answered; the expression; where the figure comes from.
    private func remarks(on explanation: Explanation) -> [String] {
        var about: [String] = []
        var origin: [String] = []
        var expression: [String] = []
        let label = explanation.label.text(in: language.rawValue)
        if label != explanation.id { about.append(label) }
        if explanation.value == nil { about.append(language.say("does not apply", "sans objet")) }
        switch explanation.kind {
        case .formula(let text): expression.append("= \(Self.oneLine(text))")
        case .input(let isAnswered, let answer): about.append(answerRemark(explanation, isAnswered, answer))
        case .factor(_, let year, let spread): about += figureRemarks(year, spread)
        case .indicator, .category, .trend: break
        }
        if explanation.isShownAbove { about.append(language.say("explained above", "expliqué plus haut")) }
        if let evidence = explanation.evidence { origin = evidenceRemarks(evidence) }
        if let layer = explanation.layer, model.layers.count > 1 {
            origin.append(language.say("from \(model.layers[layer].id)", "de \(model.layers[layer].id)"))
        }
        let acted = explanation.acted.map { actedRemarks($0, explanation) } ?? []
        return ([about.joined(separator: " · ")] + acted + expression + [origin.joined(separator: " · ")]).filter {
            !$0.isEmpty
        }
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

    private static func oneLine(_ text: String) -> String {
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

    private func place(_ place: Place) -> String {
        let location = model.sources.location(of: place.range)
        return "\(location.path):\(location.line)"
    }

    // MARK: For programs

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
        if let layer = explanation.layer { members.append(.init("pack", .string(model.layers[layer].id))) }
        if let place = explanation.place { members.append(.init("place", .string(self.place(place)))) }
        if !explanation.steps.isEmpty { members.append(.init("steps", .array(explanation.steps.map(json)))) }
        return .object(members)
    }
}
