internal import Empreinte

/// What a person typed at a question.
enum Reply {
    /// An answer, as in `Person.answers`.
    case answer(Double)
    /// What is in brackets is right.
    case standing
    case help, pass, back, quit
    /// No answer to that question, and why.
    case refused(Diagnostic)

    /// Reads a line: a word of the dialogue, the number of a choice, or an answer as files of people have it.
    ///
    /// - Parameter position: of the question, in the model's inputs.
    init(_ line: String, to position: Int, _ reader: AnswerReader) {
        let text = line.trimmed
        self =
            Self.choice(text, of: reader.model.inputs[position]).map { .answer($0) }
            ?? Self.words[text.lowercased()] ?? Self.read(text, position, reader)
    }

    /// An option goes before a word that says something else.
    private static func choice(_ text: String, of input: Input) -> Double? {
        let position = Int(text).map { $0 - 1 }
        switch input.kind {
        case .number: return nil
        case .option(let codes, _):
            if let position, (0..<codes.count).contains(position) { return Double(position) }
            return codes.code(of: text).map(Double.init)
        case .flag:
            switch text.lowercased() {
            case "1", "y", "yes", "o": return 1
            case "2", "n", "no": return 0
            default: return nil
            }
        }
    }

    private static let words: [String: Reply] = [
        "": .standing, "?": .help, "help": .help, "aide": .help, "s": .pass, "skip": .pass, "passer": .pass,
        "b": .back, "back": .back, "retour": .back, "q": .quit, "quit": .quit, "quitter": .quit,
    ]

    private static func read(_ text: String, _ position: Int, _ reader: AnswerReader) -> Reply {
        do throws(CompilationError) {
            return .answer(try reader.answer(text, to: position))
        } catch {
            return .refused(error.diagnostics.first ?? .error("answer.kind", "'\(text)' is no answer", at: nil))
        }
    }
}

extension String {
    /// Without white space at the ends.
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
