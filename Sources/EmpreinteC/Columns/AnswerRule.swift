internal import Empreinte

/// What the answers to a question may be, as loops check it.
enum AnswerRule: Sendable, Equatable {
    case number(ClosedRange<Double>, clamps: Bool)
    case option(count: Int)
    case flag

    init(_ input: Input) {
        switch input.kind {
        case .number(_, let declared):
            let range = declared ?? -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
            self = .number(range, clamps: input.outOfRange == .clamp)
        case .option(let codes, _): self = .option(count: codes.count)
        case .flag: self = .flag
        }
    }

    /// The answer as it counts, or nothing when it is none.
    func accepted(_ answer: Double) -> Double? {
        switch self {
        case .number(let range, let clamps):
            if range.contains(answer) { return answer }
            guard clamps, answer.isFinite else { return nil }
            return min(max(answer, range.lowerBound), range.upperBound)
        case .option(let count):
            return answer >= 0 && answer < Double(count) && answer == answer.rounded() ? answer : nil
        case .flag: return answer == 0 || answer == 1 ? answer : nil
        }
    }
}

extension Input {
    /// Why an answer is refused.
    /// - Parameter word: the text given instead of an option's code.
    func refusal(of answer: Double, word: String? = nil, for person: Int) -> Failure {
        let value = answer.isFinite ? JSON.text(of: answer) : answer.description
        let code: String
        var message = "\(value) does not answer '\(id)'"
        var hint: String?
        switch kind {
        case .number(_, let range):
            code = answer.isFinite ? "answer.range" : "answer.not_finite"
            if let range {
                hint = "from \(JSON.text(of: range.lowerBound)) to \(JSON.text(of: range.upperBound)) \(unit)"
            }
        case .option(let codes, _):
            code = "answer.option"
            if let word {
                message = "'\(word)' is not an option of '\(id)'"
                hint = Spelling.didYouMean(word, among: codes.names)
            } else {
                hint = "options are 0 to \(codes.count - 1)"
            }
            hint = hint ?? "options: \(codes.names.joined(separator: ", "))"
        case .flag:
            code = "answer.kind"
            hint = "0 is no and 1 is yes"
        }
        if person >= 0 { message = "person \(person): \(message)" }
        return Failure(.input, CompilationError(code, message, hint: hint), person: person)
    }
}
