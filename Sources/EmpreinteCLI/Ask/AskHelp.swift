internal import Empreinte

/// What is said of a question to who asks.
struct AskHelp {
    private let model: Model
    private let language: Language

    init(_ model: Model, _ language: Language) {
        self.model = model
        self.language = language
    }

    func text(of input: Input) -> String {
        var lines = ["\(input.id): \(text(input.label))"]
        if let note = input.note { lines.append(text(note)) }
        let measure = measure(of: input)
        if !measure.isEmpty { lines.append(measure) }
        if input.isPerHousehold {
            lines.append(
                language.say(
                    "For the whole household: it is divided by its size.",
                    "Pour tout le ménage : la réponse est divisée par sa taille."))
        }
        if let source = input.evidence.source { lines.append(reference(source, input.evidence)) }
        if let reason = input.evidence.assumption {
            lines.append(language.say("What is in brackets is assumed: ", "Entre crochets, une hypothèse : ") + reason)
        }
        return lines.map { "  " + $0 }.joined(separator: "\n")
    }

    /// Why a reply is no answer.
    func reason(_ problem: Diagnostic, _ input: Input) -> String {
        guard language == .fr else { return [problem.message, problem.hint].compactMap { $0 }.joined(separator: "; ") }
        switch problem.code {
        case "answer.range": return "hors des limites : " + measure(of: input)
        case "answer.option": return "tapez le numéro ou le nom d’un des choix"
        case "answer.kind": return "répondez oui ou non"
        case "number.decimal_comma": return "le point sépare les décimales, comme dans 1.5"
        case "number.grouping": return "les chiffres ne sont pas groupés, comme dans 12000"
        case let code where code.hasPrefix("unit."): return "l’unité ne convient pas : " + measure(of: input)
        default: return "ce n’est pas un nombre, comme 12000 ou 1.5"
        }
    }

    /// The unit and the range of a number, in words.
    func measure(of input: Input) -> String {
        guard case .number(let unit, let range) = input.kind else { return "" }
        var parts: [String] = []
        if !unit.isDimensionless {
            parts.append(UnitWords(language).measure(of: unit.description, upTo: 0, scale: .fixed).words)
        }
        if let range {
            let style = NumberStyle(language, digits: 6)
            let (low, high) = (style.text(range.lowerBound), style.text(range.upperBound))
            parts.append(language.say("from \(low) to \(high)", "de \(low) à \(high)"))
        }
        return parts.joined(separator: ", ")
    }

    private func reference(_ id: String, _ evidence: Evidence) -> String {
        let source = model.references.first { $0.id == id }
        let words = [source.map { text($0.title) } ?? id, source?.publisher, source?.date, source?.url]
        return language.say("What is in brackets comes from: ", "Ce qui est entre crochets vient de : ")
            + words.compactMap { $0 }.joined(separator: ", ")
    }

    private func text(_ label: Label) -> String { label.text(in: language.rawValue) }
}
