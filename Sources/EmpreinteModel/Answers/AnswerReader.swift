public import EmpreinteText
internal import EmpreinteUnits

/// Reads answers written as text into the model's codes and units, and reports what they cannot be.
///
/// Codes: `answer.unknown`, `answer.kind`, `answer.option`, `answer.range`, and those of quantities
/// (`unit.mismatch`, `unit.unknown`, `number.decimal_comma`, …).
public struct AnswerReader: Sendable {
    /// The model it works on.
    public let model: Model
    private let index: [String: Int]
    /// The question whose answer divides what is per household.
    private let householdSize: String?

    public init(_ model: Model) {
        self.model = model
        index = Dictionary(
            model.inputs.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        householdSize = model.householdSize.flatMap { model.inputs.indices.contains($0) ? model.inputs[$0].id : nil }
    }

    /// The position of a question in the model's inputs, or nothing.
    func position(of id: String) -> Int? { index[id] }

    /// Reads a map of answers by question id.
    public func answers(in map: Node, _ diagnostics: inout Diagnostics) -> [Int: Double] {
        var answers: [Int: Double] = [:]
        for entry in map.entries {
            guard let position = index[entry.key.text] else {
                diagnostics.error(
                    "answer.unknown", "the model asks no question '\(entry.key.text)'", at: entry.key.range,
                    hint: model.migrations.first { $0.change.id == entry.key.text }?.advice
                        ?? Spelling.didYouMean(entry.key.text, among: model.inputs.map(\.id)))
                continue
            }
            if entry.value.isNull { continue }
            answers[position] = value(of: entry.value, for: model.inputs[position], &diagnostics)
        }
        return answers
    }

    /// Reads one answer; nothing when it was refused.
    public func value(of node: Node, for input: Input, _ diagnostics: inout Diagnostics) -> Double? {
        guard node.kind == .scalar else {
            diagnostics.error("answer.kind", "the answer to '\(input.id)' is one value", at: node.range)
            return nil
        }
        do throws(AnswerProblem) {
            guard case .number = input.kind else { return try value(of: node.text, for: input) }
            let number: Double
            if let plain = DecimalParser().value(of: node.utf8) {
                number = plain
            } else {
                guard let quantity = model.units.quantity(in: node, &diagnostics) else { return nil }
                number = try value(of: quantity, for: input)
            }
            let value = try bounded(number, for: input)
            if value != number {
                diagnostics.warning(
                    "answer.clamped", "\(outside(number, input)) and is taken as \(JSON.text(of: value))",
                    at: node.range)
            }
            return value
        } catch {
            diagnostics.error(
                error.code, error.message, at: error.range.map { node.range(of: $0) } ?? node.range, hint: error.hint)
            return nil
        }
    }
}

// MARK: Texts

extension AnswerReader {
    /// Reads one answer as people write it, such as "12000 km", "oui" or the id of an option.
    ///
    /// - Parameter position: of the question, in the model's inputs.
    /// - Throws: why it is none.
    public func answer(_ text: String, to position: Int) throws(CompilationError) -> Double {
        let input = model.inputs[position]
        do throws(AnswerProblem) {
            guard case .number = input.kind else { return try value(of: text, for: input) }
            if let plain = DecimalParser().value(of: Array(text.utf8)[...]) { return try bounded(plain, for: input) }
            return try bounded(try value(of: text, for: input), for: input)
        } catch {
            throw CompilationError(error.code, error.message, hint: error.hint)
        }
    }

    /// Reads one answer; a number is still to be bounded.
    func value(of text: String, for input: Input) throws(AnswerProblem) -> Double {
        switch input.kind {
        case .flag:
            switch text {
            case "true", "oui": return 1
            case "false", "non": return 0
            default: throw unknownWord(text, for: input)
            }
        case .option(let codes, _):
            guard let code = codes.code(of: text) else { throw unknownWord(text, for: input) }
            return Double(code)
        case .number:
            let quantity: ParsedQuantity
            do throws(UnitError) { quantity = try model.units.quantity(text) } catch { throw AnswerProblem(error) }
            return try value(of: quantity, for: input)
        }
    }

    /// What is said of a word that is none of those a question may be answered with.
    func unknownWord(_ text: String, for input: Input) -> AnswerProblem {
        guard case .option(let codes, _) = input.kind else {
            return AnswerProblem(
                "answer.kind", "'\(text)' does not answer the yes or no question '\(input.id)'",
                hint: "write true or false")
        }
        return AnswerProblem(
            "answer.option", "'\(text)' is not an option of '\(input.id)'",
            hint: Spelling.didYouMean(text, among: codes.names) ?? "options: \(codes.names.joined(separator: ", "))")
    }

    private func value(of quantity: ParsedQuantity, for input: Input) throws(AnswerProblem) -> Double {
        if quantity.unit == .one { return quantity.value }
        let unit = input.unit
        guard let conversion = quantity.unit.conversion(to: unit) else {
            throw AnswerProblem(
                "unit.mismatch",
                "\(quantity.unit) cannot be read as \(unit.isDimensionless ? "a plain number" : unit.description)",
                at: quantity.unitRange, hint: "a bare number is taken in \(unit)")
        }
        let value = conversion(quantity.value)
        guard value.isFinite else {
            throw AnswerProblem("number.not_finite", "the answer is too large in \(unit)")
        }
        return value
    }

    /// The number itself, or the nearest end of the range where the question says to clamp.
    func bounded(_ value: Double, for input: Input) throws(AnswerProblem) -> Double {
        var bounded = value
        if case .number(_, let range?) = input.kind, !range.contains(value) {
            guard input.outOfRange == .clamp else {
                throw AnswerProblem("answer.range", "\(outside(value, input)) for '\(input.id)'")
            }
            bounded = min(max(value, range.lowerBound), range.upperBound)
        }
        guard input.id != householdSize || bounded > 0 else {
            throw AnswerProblem("answer.range", "a household has more than \(JSON.text(of: bounded)) people")
        }
        return bounded
    }

    /// The numbers that need no second look.
    func accepted(by input: Input) -> ClosedRange<Double> {
        var range = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
        if case .number(_, let declared?) = input.kind { range = declared }
        guard input.id == householdSize, range.lowerBound <= 0 else { return range }
        return .leastNonzeroMagnitude...max(range.upperBound, .leastNonzeroMagnitude)
    }

    private func outside(_ value: Double, _ input: Input) -> String {
        guard case .number(_, let range?) = input.kind else { return JSON.text(of: value) }
        return "\(JSON.text(of: value)) is outside \(JSON.text(of: range.lowerBound)) to "
            + "\(JSON.text(of: range.upperBound)) \(input.unit)"
    }
}
