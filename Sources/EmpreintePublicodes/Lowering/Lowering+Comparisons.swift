internal import EmpreinteGraph

/// What compares and what joins conditions.
extension Lowering {
    mutating func order(_ operation: Operator, _ a: Value, _ b: Value) -> Value {
        let payload = map(a.payload, b.payload) { lowering, x, y in
            let (first, second) = lowering.alike(x, y)
            switch operation {
            case .less: return .flag(lowering.apply(.less, first, second))
            case .lessEqual: return .flag(lowering.apply(.lessEqual, first, second))
            case .greater: return .flag(lowering.apply(.less, second, first))
            default: return .flag(lowering.apply(.lessEqual, second, first))
            }
        }
        let isAbsent = or(a.isAbsent, b.isAbsent)
        let value = Value(payload: payload, isAbsent: no, isUndefined: or(a.isUndefined, b.isUndefined))
        return gate(value, absentIf: isAbsent)
    }

    /// Equality, for which what does not apply is `non`.
    mutating func equal(_ a: Value, _ b: Value) -> Value {
        var flag = isEqual(a.payload, b.payload)
        if a.isAbsent != no || b.isAbsent != no {
            let falseA = isFalse(a.payload)
            let falseB = isFalse(b.payload)
            flag = select(
                a.isAbsent, or(b.isAbsent, falseB), else: select(b.isAbsent, falseA, else: flag))
        }
        return Value(payload: .flag(flag), isAbsent: no, isUndefined: or(a.isUndefined, b.isUndefined))
    }

    private mutating func isFalse(_ payload: Payload) -> NodeID {
        switch payload {
        case .flag(let node): return not(node)
        case .choice(let flag, let yes, let no):
            let (first, second) = (isFalse(yes), isFalse(no))
            return select(flag, first, else: second)
        case .none, .number, .text, .date, .template: return no
        }
    }

    private mutating func isEqual(_ a: Payload, _ b: Payload) -> NodeID {
        switch (a, b) {
        case (.choice(let flag, let yes, let no), _):
            let (first, second) = (isEqual(yes, b), isEqual(no, b))
            return select(flag, first, else: second)
        case (_, .choice(let flag, let yes, let no)):
            let (first, second) = (isEqual(a, yes), isEqual(a, no))
            return select(flag, first, else: second)
        case (.number(let x, let first), .number(let y, let second)):
            let (left, right) = alike(Number(node: x, unit: first), Number(node: y, unit: second))
            return apply(.equal, left, right)
        case (.date(let x), .date(let y)): return apply(.equal, x, y)
        case (.text(let x), .text(let y)): return apply(.codeEqual, x, y)
        case (.flag(let x), .flag(let y)):
            if x == yes { return y }
            if y == yes { return x }
            if x == no { return not(y) }
            if y == no { return not(x) }
            return select(x, y, else: not(y))
        default: return no
        }
    }

    // MARK: Conditions

    mutating func both(_ a: Value, _ b: Value) -> Value {
        let (first, second) = (truth(of: a.payload), truth(of: b.payload))
        let falseA = and(not(a.isUndefined), not(first))
        let falseB = and(not(b.isUndefined), not(second))
        let isUndefined = and(not(or(falseA, falseB)), or(a.isUndefined, b.isUndefined))
        return Value(payload: .flag(and(first, second)), isAbsent: no, isUndefined: isUndefined)
    }

    mutating func either(_ a: Value, _ b: Value) -> Value {
        let first = and(truth(of: a.payload), not(a.isUndefined))
        let second = and(truth(of: b.payload), not(b.isUndefined))
        let flag = or(first, second)
        return Value(
            payload: .flag(flag), isAbsent: no, isUndefined: and(not(flag), or(a.isUndefined, b.isUndefined)))
    }

    mutating func inverted(_ value: Value) -> Value {
        guard case .flag(let flag) = value.payload else { return value }
        var value = value
        value.payload = .flag(not(flag))
        return value
    }
}
