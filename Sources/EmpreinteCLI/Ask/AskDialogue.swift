internal import Empreinte

/// Asks question after question in the terminal, in the words of a language.
struct AskDialogue {
    private let model: Model
    private let language: Language
    private let reader: AnswerReader
    private let numbers: NumberStyle
    private var questionnaire: Questionnaire
    private var file: AnswerFile
    /// Where answers are kept as they come; nowhere when they are written at the end.
    private let path: String?

    /// - Throws: what is wrong with the answers there are.
    init(_ file: AnswerFile, of model: Model, _ language: Language, keptIn path: String?) throws(CompilationError) {
        self.model = model
        self.language = language
        self.file = file
        self.path = path
        reader = AnswerReader(model)
        numbers = NumberStyle(language, digits: 4)
        questionnaire = try Questionnaire(model, person: file.person, passed: file.passed)
    }

    /// Asks until all is asked, the person stops, or nobody answers any more; gives the file of answers.
    ///
    /// - Throws: `file.unwritable`, and what has no result.
    mutating func run() throws(CompilationError) -> String {
        let count = questionnaire.progress
        say(
            language.say(
                "\(label(model.identity.label)): \(count.count) questions, \(count.asked) asked. Enter keeps what is in "
                    + "brackets, ? explains, s skips, b goes back, q stops.",
                "\(label(model.identity.label)) : \(count.count) questions, \(count.asked) déjà posées. Entrée garde ce "
                    + "qui est entre crochets, ? explique, s passe, b revient, q arrête."))
        var branch: String?
        while let current = questionnaire.current {
            let input = model.inputs[current]
            let own = self.branch(of: input)
            if let own, own != branch { say("\n\(own)") }
            branch = own
            say("\n" + question(input))
            guard try answer(input, current) else { break }
            try keep()
        }
        try keep()
        if questionnaire.current == nil { say("\n" + language.say("Nothing is left to ask.", "Tout a été demandé.")) }
        say(total(since: nil))
        return file.text
    }

    /// Asks until there is an answer; false to stop.
    private mutating func answer(_ input: Input, _ current: Int) throws(CompilationError) -> Bool {
        while true {
            Console.complain(prompt(input, current))
            guard let line = readLine() else {
                say("")
                return false
            }
            // What a pipe answers is nowhere else to be seen.
            if !Console.isTerminal(.input) { say(line) }
            let before = questionnaire.total
            switch Reply(line, to: current, reader) {
            case .quit: return false
            case .help:
                say(AskHelp(model, language).text(of: input))
                continue
            case .refused(let problem):
                say("  ✗ " + AskHelp(model, language).reason(problem, input))
                continue
            case .back:
                if questionnaire.goBack() { return true }
                say("  " + language.say("This is the first question.", "C’est la première question."))
                continue
            case .pass: try questionnaire.pass()
            case .standing:
                guard let standing = questionnaire.standing(current) else {
                    say("  " + language.say("There is no answer to keep.", "Il n’y a pas de réponse à garder."))
                    continue
                }
                // A default may lie where no answer may.
                if case .refused(let problem) = Reply(input.text(of: standing), to: current, reader) {
                    say("  ✗ " + AskHelp(model, language).reason(problem, input))
                    continue
                }
                guard accept(standing) else { continue }
            case .answer(let value):
                guard accept(value) else { continue }
            }
            say(total(since: before))
            return true
        }
    }

    /// Takes an answer, or says why there is no result with it.
    private mutating func accept(_ value: Double) -> Bool {
        do throws(CompilationError) {
            try questionnaire.answer(value)
            return true
        } catch {
            say("  ✗ " + (error.diagnostics.first?.message ?? ""))
            return false
        }
    }

    /// Brings the file up to what was answered.
    private mutating func keep() throws(CompilationError) {
        (file.person, file.passed) = (questionnaire.person, questionnaire.passed)
        if let path { try Console.write(file.text, toFile: path) }
    }

    // MARK: Words

    private func say(_ text: String) { Console.complain(text + "\n") }

    private func label(_ label: Label) -> String { label.text(in: language.rawValue) }

    /// The top branch that a question is named after.
    private func branch(of input: Input) -> String? {
        let first = input.id.prefix { $0 != "." }
        return model.categories.first { $0.isTop && $0.id == first }.map { label($0.label) }
    }

    private func question(_ input: Input) -> String {
        let progress = questionnaire.progress
        var lines = ["\(progress.number)/\(progress.count)  " + label(input.ask ?? input.label)]
        switch input.kind {
        case .flag: lines.append("  1 " + language.say("yes", "oui") + "   2 " + language.say("no", "non"))
        case .option(let codes, let labels):
            let width = codes.names.map(\.count).max() ?? 0
            for (index, (name, text)) in zip(codes.names, labels).enumerated() {
                let padding = String(repeating: " ", count: width - name.count)
                lines.append("  \(index + 1) \(name)\(padding)  \(label(text))")
            }
        case .number:
            let words = AskHelp(model, language).measure(of: input)
            if !words.isEmpty { lines.append("  " + words) }
        }
        return lines.joined(separator: "\n")
    }

    private func prompt(_ input: Input, _ current: Int) -> String {
        guard let standing = questionnaire.standing(current) else { return "> " }
        let words =
            switch input.kind {
            case .flag: standing != 0 ? language.say("yes", "oui") : language.say("no", "non")
            case .option: input.text(of: standing)
            case .number: numbers.text(standing)
            }
        return "[\(words)] > "
    }

    private func total(since before: Double?) -> String {
        guard let total = questionnaire.total, let unit = model.indicators.first?.unit.description else { return "" }
        let words = UnitWords(language)
        var line = "  = " + words.text(Figure(total, unit))
        if let before, before != total {
            line += " (" + (total > before ? "+" : "") + words.short(Figure(total - before, unit)) + ")"
        }
        return line
    }
}
