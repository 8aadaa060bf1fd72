internal import EmpreinteGraph
internal import EmpreinteModel

/// Flags and choices, folded as they are built so that branches nobody can take are never lowered.
extension Lowering {
    func isNo(_ node: NodeID) -> Bool { node == no }
    func isYes(_ node: NodeID) -> Bool { node == yes }

    mutating func and(_ a: NodeID, _ b: NodeID) -> NodeID {
        if a == no || b == no { return no }
        if a == yes || a == b { return b }
        if b == yes { return a }
        return graph.apply(.and, a, b)
    }

    mutating func or(_ a: NodeID, _ b: NodeID) -> NodeID {
        if a == yes || b == yes { return yes }
        if a == no || a == b { return b }
        if b == no { return a }
        return graph.apply(.or, a, b)
    }

    mutating func not(_ a: NodeID) -> NodeID {
        if a == no { return yes }
        if a == yes { return no }
        if graph.operation(of: a) == .not, let inner = graph.operands(of: a).first { return inner }
        return graph.apply(.not, a)
    }

    /// A flag or, by another flag, its alternative.
    mutating func select(_ flag: NodeID, _ a: NodeID, else b: NodeID) -> NodeID {
        if flag == yes || a == b { return a }
        if flag == no { return b }
        switch graph.type(of: a) {
        case .number: return graph.apply(.selectNumber, flag, a, b)
        case .code: return graph.apply(.selectCode, flag, a, b)
        case .flag:
            if b == no { return and(flag, a) }
            if a == yes { return or(flag, b) }
            if a == no { return and(not(flag), b) }
            if b == yes { return or(not(flag), a) }
            return graph.apply(.selectFlag, flag, a, b)
        }
    }

    mutating func apply(_ operation: EmpreinteGraph.Operation, _ a: NodeID) -> NodeID {
        if let a = graph.constant(of: a) { return constant(operation(a), of: operation) }
        return graph.apply(operation, a, origin: origin)
    }

    mutating func apply(_ operation: EmpreinteGraph.Operation, _ a: NodeID, _ b: NodeID) -> NodeID {
        if let a = graph.constant(of: a), let b = graph.constant(of: b) {
            return constant(operation(a, b), of: operation)
        }
        return graph.apply(operation, a, b, origin: origin)
    }

    /// Remembers where an operation is written for the nodes made of it; gives what to return to.
    mutating func enter(_ place: Place?) -> OriginID {
        defer { if let place { origin = origins.add(place) } }
        return origin
    }

    private mutating func constant(_ value: Scalar, of operation: EmpreinteGraph.Operation) -> NodeID {
        operation.resultType == .flag
            ? (value != 0 ? yes : no) : graph.number(value, origin: value.isFinite ? .none : origin)
    }

    /// The number multiplied by a constant.
    mutating func scaled(_ number: NodeID, by factor: Double) -> NodeID {
        factor == 1 ? number : apply(.mul, number, graph.number(factor))
    }

    /// The number in another unit.
    mutating func converted(_ number: NodeID, by conversion: UnitConversionFactors?) -> NodeID {
        (conversion?.factors ?? []).reduce(number) { scaled($0, by: $1) }
    }

    // MARK: Values

    var absent: Value { Value(payload: .none, isAbsent: yes, isUndefined: no) }
    var undefined: Value { Value(payload: .none, isAbsent: no, isUndefined: yes) }

    func present(_ payload: Payload) -> Value { Value(payload: payload, isAbsent: no, isUndefined: no) }

    /// One of two values, by a flag.
    mutating func choose(_ flag: NodeID, _ a: Value, else b: Value) -> Value {
        if flag == yes { return a }
        if flag == no { return b }
        return Value(
            payload: merge(flag, a, b), isAbsent: select(flag, a.isAbsent, else: b.isAbsent),
            isUndefined: select(flag, a.isUndefined, else: b.isUndefined))
    }

    /// The payload of one of two values; that of an undefined one does not matter.
    private mutating func merge(_ flag: NodeID, _ a: Value, _ b: Value) -> Payload {
        if a.isUndefined == yes { return b.payload }
        if b.isUndefined == yes { return a.payload }
        return merge(flag, a.payload, b.payload)
    }

    /// One of two payloads, by a flag.
    mutating func merge(_ flag: NodeID, _ a: Payload, _ b: Payload) -> Payload {
        if flag == yes { return a }
        if flag == no { return b }
        switch (a, b) {
        case (.none, .none): return .none
        case (.none, _): return merge(flag, zero(like: b), b)
        case (_, .none): return merge(flag, a, zero(like: a))
        case (.number(let x, let first), .number(let y, let second)):
            if first == second { return .number(select(flag, x, else: y), first) }
            if graph.constant(of: x) == 0 { return .number(select(flag, x, else: y), second) }
            if graph.constant(of: y) == 0 { return .number(select(flag, x, else: y), first) }
            return .choice(flag, a, b)
        case (.flag(let x), .flag(let y)): return .flag(select(flag, x, else: y))
        case (.text(let x), .text(let y)): return .text(select(flag, x, else: y))
        case (.date(let x), .date(let y)): return .date(select(flag, x, else: y))
        case (.choice(let inner, let x, let y), _) where a.leafCount < 4 && isZero(b):
            return .choice(inner, merge(flag, x, b), merge(flag, y, b))
        case (_, .choice(let inner, let x, let y)) where b.leafCount < 4 && isZero(a):
            return .choice(inner, merge(flag, a, x), merge(flag, a, y))
        default: return .choice(flag, a, b)
        }
    }

    private func isZero(_ payload: Payload) -> Bool {
        if case .number(let node, _) = payload { return graph.constant(of: node) == 0 }
        return false
    }

    /// What an absent value of the same sort is worth.
    private mutating func zero(like payload: Payload) -> Payload {
        switch payload {
        case .none: return .none
        case .number(_, let unit): return .number(zero, unit)
        case .flag: return .flag(no)
        case .text: return .text(noText)
        case .date: return .date(zero)
        case .template: return .none
        case .choice(let flag, let yes, let no):
            let (first, second) = (zero(like: yes), zero(like: no))
            return merge(flag, first, second)
        }
    }

    /// The value, except where a flag says that it does not apply.
    mutating func gate(_ value: Value, absentIf flag: NodeID) -> Value {
        choose(flag, absent, else: value)
    }

    /// The value, except where a flag says that it awaits an answer.
    mutating func gate(_ value: Value, undefinedIf flag: NodeID) -> Value {
        choose(flag, undefined, else: value)
    }

    /// A value picked by another: the first where it is true, the second where it is false, itself elsewhere.
    mutating func conditional(
        _ condition: Value, _ yes: (inout Lowering) -> Value, else no: (inout Lowering) -> Value
    ) -> Value {
        let flag = truth(of: condition.payload)
        var value: Value
        if flag == self.yes {
            value = yes(&self)
        } else if flag == self.no {
            value = no(&self)
        } else {
            value = choose(flag, yes(&self), else: no(&self))
        }
        if condition.isAbsent != self.no { value = gate(value, absentIf: condition.isAbsent) }
        if condition.isUndefined != self.no { value = gate(value, undefinedIf: condition.isUndefined) }
        return value
    }

    /// As ``conditional(_:_:else:)``, for absences alone.
    mutating func conditionalAbsence(
        _ condition: Value, _ yes: (inout Lowering) -> Absence, else no: (inout Lowering) -> Absence
    ) -> Absence {
        let flag = truth(of: condition.payload)
        var absence: Absence
        if flag == self.yes {
            absence = yes(&self)
        } else if flag == self.no {
            absence = no(&self)
        } else {
            let (first, second) = (yes(&self), no(&self))
            absence = Absence(
                isAbsent: select(flag, first.isAbsent, else: second.isAbsent),
                isUndefined: select(flag, first.isUndefined, else: second.isUndefined))
        }
        let isSettled = not(or(condition.isAbsent, condition.isUndefined))
        absence.isAbsent = or(condition.isAbsent, and(isSettled, absence.isAbsent))
        absence.isUndefined = or(condition.isUndefined, and(isSettled, absence.isUndefined))
        return absence
    }

    /// Whether a payload is neither false nor nothing; of numbers and texts, always.
    mutating func truth(of payload: Payload) -> NodeID {
        switch payload {
        case .flag(let node): return node
        case .none: return no
        case .number, .text, .date, .template: return yes
        case .choice(let flag, let yes, let no):
            let (first, second) = (truth(of: yes), truth(of: no))
            return select(flag, first, else: second)
        }
    }
}
