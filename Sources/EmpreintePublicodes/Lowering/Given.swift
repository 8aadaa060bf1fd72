internal import EmpreinteGraph

/// What a situation gives for a rule.
enum Given: Sendable, Hashable {
    /// A value of that sort, known when the program runs.
    case column(Shape.Kind, UnitID?, isOptional: Bool)
    /// A constant or an expression, known now.
    case term(TermID)
}

/// What an input of the graph carries.
struct InputSlot: Sendable, Hashable {
    let rule: RuleID
    let role: Role

    /// What the graph's slot holds.
    var type: ValueType {
        switch role {
        case .value(.number), .value(.date), .trial, .year, .action: .number
        case .value(.text): .code
        case .value(.flag), .isGiven, .isMade, .isRemoved: .flag
        }
    }

    enum Role: Sendable, Hashable {
        case value(Shape.Kind)
        /// Whether the situation gives a value.
        case isGiven
        /// Whether an action answers in place of those who did not.
        case isMade
        /// Whether the situation says that the rule does not apply, where the rule says that it may.
        case isRemoved
        /// The year evaluated, where a model has one.
        case year
        /// How an action is chosen.
        case action
        /// What a solve tries, which nobody gives.
        case trial
    }
}

extension Lowering {
    /// The value a situation gives.
    mutating func value(of given: Given, for rule: RuleID) -> Value {
        switch given {
        case .term(let term):
            return value(of: term)
        case .column(let kind, let unit, let isOptional):
            let payload: Payload
            switch kind {
            case .number: payload = .number(slot(InputSlot(rule: rule, role: .value(kind)), .number), unit)
            case .flag: payload = .flag(slot(InputSlot(rule: rule, role: .value(kind)), .flag))
            case .text:
                let code = slot(InputSlot(rule: rule, role: .value(kind)), .code)
                payload = .text(textsAreByPosition ? text(at: code, of: rule) : code)
            case .date: payload = .date(slot(InputSlot(rule: rule, role: .value(kind)), .number))
            }
            guard isOptional else { return present(payload) }
            var isGiven = slot(InputSlot(rule: rule, role: .isGiven), .flag)
            if made.contains(rule) { isGiven = or(isGiven, slot(InputSlot(rule: rule, role: .isMade), .flag)) }
            let value = Value(payload: payload, isAbsent: no, isUndefined: not(isGiven))
            guard rules[rule].isPossiblyAbsent else { return value }
            let isRemoved = slot(InputSlot(rule: rule, role: .isRemoved), .flag)
            return gate(value, absentIf: and(isGiven, isRemoved))
        }
    }

    /// Keeps the first slot for the year.
    mutating func reserve(yearSlot: Int) {
        precondition(slots.isEmpty && yearSlot == 0, "the year has the first slot")
        slots.append(InputSlot(rule: RuleID(index: -1), role: .year))
    }

    /// The text at a position among those a rule may be.
    mutating func text(at position: NodeID, of rule: RuleID) -> NodeID {
        var result = noText
        for (place, name) in (rules[rule].choices?.names ?? []).enumerated().reversed() {
            let isHere = graph.apply(.codeEqual, position, graph.code(Int32(place)))
            result = select(isHere, graph.code(texts.code(of: name)), else: result)
        }
        return result
    }

    /// A new input of the graph.
    mutating func slot(_ input: InputSlot, _ type: ValueType) -> NodeID {
        slots.append(input)
        return graph.input(slot: slots.count - 1, type: type)
    }
}
