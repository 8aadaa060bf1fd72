public import EmpreinteGraph

extension Program {
    /// One input of the graph.
    public struct Input: Sendable {
        /// The graph's slot.
        public let slot: Int
        /// The rule it speaks of.
        public let rule: String
        /// Whether it carries the rule's value; else whether the situation gives one.
        public let isValue: Bool
        /// What the slot holds: a number, a date as days since 1 January 1970, a flag, or the code of a text.
        public let type: ValueType
        /// The texts the rule may be, by code; none when it may be anything.
        public let codes: [String: Int32]

        init(_ input: InputSlot, at slot: Int, _ lowering: Lowering) {
            self.slot = slot
            rule = lowering.rules[input.rule].name
            isValue = if case .value = input.role { true } else { false }
            type = input.type
            var codes: [String: Int32] = [:]
            if case .value(.text) = input.role {
                for name in lowering.rules[input.rule].choices?.names ?? [] { codes[name] = lowering.texts.known(name) }
            }
            self.codes = codes
        }
    }
}

extension PublicodesModel {
    /// What a rule may be answered with.
    public enum AnswerKind: Sendable, Hashable {
        case number
        case flag
        case text
        case date
    }

    /// A rule that people are asked about.
    public struct Question: Sendable {
        /// The rule's name.
        public let name: String
        /// What an answer may be.
        public let kind: AnswerKind
        /// The texts it may be, none when it may be anything.
        public let choices: [String]
    }

    /// The rules with a question that nothing computes, in file order.
    public var questions: [Question] {
        DeepStack.run {
            var shapes = Shapes(rules)
            return rules.ids.filter { rules[$0].isQuestion && !rules[$0].isComputed }.map { question($0, &shapes) }
        }
    }

    private func question(_ rule: RuleID, _ shapes: inout Shapes) -> Question {
        let kind: AnswerKind =
            switch shapes.of(rule).kind {
            case .number, nil: .number
            case .flag: .flag
            case .text: .text
            case .date: .date
            }
        return Question(name: rules[rule].name, kind: kind, choices: rules[rule].choices?.names ?? [])
    }

    /// What some rules are worth, numbers when nothing says.
    func shapes(of names: [String]) -> [Shape.Kind] {
        DeepStack.run {
            var shapes = Shapes(rules)
            return names.map { name in rules.rule(name).flatMap { shapes.of($0).kind } ?? .number }
        }
    }

    /// Compiles some rules for people who answer some others, all of them or as many as they like.
    ///
    /// - Parameters:
    ///   - names: the rules wanted.
    ///   - questions: the rules answered, whose numbers are in the units the rules state.
    ///   - isOptional: whether an answer may be missing; the program then has an input for that beside each.
    public func program(of names: [String], answering questions: [Question], isOptional: Bool) -> Program {
        var given: [RuleID: Given] = [:]
        for question in questions {
            guard let rule = rules.rule(question.name) else { continue }
            given[rule] = .column(Shape.Kind(question.kind), nil, isOptional: isOptional)
        }
        return program(of: names, given: given, rules: rules)
    }
}

extension Shape.Kind {
    init(_ kind: PublicodesModel.AnswerKind) {
        self =
            switch kind {
            case .number: .number
            case .flag: .flag
            case .text: .text
            case .date: .date
            }
    }
}
