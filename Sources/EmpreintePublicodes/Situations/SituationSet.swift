public import EmpreinteText

/// Situations read for a model, in the language's own words: `'texte'`, `oui`, numbers, expressions with units.
///
/// Codes: `publicodes.situation.unknown`, `publicodes.situation.private`, `publicodes.situation.possibility`, all
/// warnings after which the answer is left out, as the language does with answers to another version of the model; and
/// those of reading expressions, all errors.
public struct SituationSet: Sendable {
    /// The files of the model, and those situations were read from.
    public internal(set) var sources = SourceMap()
    /// Reads answers beside the model's rules.
    private var reader: RuleReader
    /// The situations, in the order added.
    public fileprivate(set) var situations: [Situation] = []

    /// No situation yet.
    public init(of model: PublicodesModel) {
        reader = RuleReader(model.rules)
        sources = model.sources
    }

    /// The model's rules, and what situations say of them.
    var rules: RuleSet { reader.rules }

    /// What was wrong with some answers, which were left out; an error where one is no value of the language.
    public var diagnostics: Diagnostics { reader.diagnostics }

    /// The answers of a mapping from rules to values.
    public mutating func add(_ node: Node, name: String? = nil) {
        var situation = Situation()
        situation.name = name
        for (key, value) in node.entries {
            guard let rule = rules.rule(key.text) else {
                reader.diagnostics.warning(
                    "publicodes.situation.unknown", "the model has no rule '\(key.text)'", at: key.range,
                    hint: Spelling.didYouMean(key.text, among: rules.rules.lazy.map { $0.name }))
                continue
            }
            guard !rules[rule].isPrivate else {
                reader.diagnostics.warning(
                    "publicodes.situation.private", "the rule '\(key.text)' is private", at: key.range)
                continue
            }
            guard let answer = read(value, for: rule) else { continue }
            guard isPossible(answer, for: rule) else {
                reader.diagnostics.warning(
                    "publicodes.situation.possibility",
                    "\(value.text) is no possibility of '\(key.text)'", at: value.range)
                continue
            }
            situation.answers[rule] = answer
        }
        situations.append(situation)
    }

    private mutating func read(_ value: Node, for rule: RuleID) -> Answer? {
        guard !value.isNull else { return nil }
        let firstReference = reader.rules.references.count
        let errorsBefore = reader.diagnostics.errorCount
        let term = reader.read(value, for: rule)
        if let constant = reader.constant(term) { return constant }
        reader.rules.resolve(from: firstReference, &reader.diagnostics)
        return reader.diagnostics.errorCount == errorsBefore ? .term(term) : nil
    }

    /// The answer of an expression that stands in no document; what cannot be is left out.
    mutating func read(expression text: String, for rule: RuleID) throws(ExpressionProblem) -> Answer? {
        let firstReference = reader.rules.references.count
        let term = try reader.parse(text, for: rule)
        guard let constant = reader.constant(term) else {
            reader.rules.resolve(from: firstReference, &reader.diagnostics)
            if let unknown = reader.rules.references[firstReference...].first(where: { $0.target == nil }) {
                throw ExpressionProblem(
                    code: "publicodes.reference.unknown", message: "there is no rule '\(unknown.name)'", offset: 0..<0)
            }
            return .term(term)
        }
        guard isPossible(constant, for: rule) else {
            throw ExpressionProblem(
                code: "publicodes.situation.possibility", message: "it is none of its possibilities", offset: 0..<0)
        }
        return constant
    }

    mutating func append(_ situation: Situation) { situations.append(situation) }

    mutating func report(_ diagnostic: Diagnostic) { reader.diagnostics.report(diagnostic) }

    /// Whether an answer is among what a rule may be, where the rule says.
    private func isPossible(_ answer: Answer, for rule: RuleID) -> Bool {
        guard let choices = rules[rule].choices else { return true }
        switch answer {
        case .text(let text): return choices.names.isEmpty || choices.names.contains(text)
        case .number(let number, _):
            guard choices.references.isEmpty, choices.names.isEmpty else { return false }
            return choices.constants.contains { term in
                (rules.terms[Int(term.index)] as? NumberLiteral)?.value == number
            }
        case .flag, .date: return false
        case .term: return true
        }
    }
}

extension RuleReader {
    /// The answer a literal is, or nothing for other terms.
    func constant(_ term: TermID) -> Answer? {
        switch rules.terms[Int(term.index)] {
        case let number as NumberLiteral: .number(number.value, number.unit)
        case let flag as FlagLiteral: .flag(flag.value)
        case let text as TextLiteral: .text(rules.texts[text.code] ?? "")
        case let date as DateLiteral: .date(date.day)
        default: nil
        }
    }
}

extension SituationSet {
    /// A situation that says nothing.
    public mutating func addEmpty(name: String? = nil) {
        var situation = Situation()
        situation.name = name
        situations.append(situation)
    }
}
