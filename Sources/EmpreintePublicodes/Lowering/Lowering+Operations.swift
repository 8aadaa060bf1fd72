internal import EmpreinteGraph

/// The operators: which side decides alone, what is absent or undefined, and in what unit.
extension Lowering {
    mutating func join(_ operation: Operator, _ a: Value, _ b: Value) -> Value {
        switch operation {
        case .add: add(a, b)
        case .subtract: subtract(a, b)
        case .multiply: multiply(a, b)
        case .divide: divide(a, b, isWhole: false)
        case .divideWhole: divide(a, b, isWhole: true)
        case .raise: raise(a, b)
        case .less, .lessEqual, .greater, .greaterEqual: order(operation, a, b)
        case .equal: equal(a, b)
        case .different: inverted(equal(a, b))
        case .and: both(a, b)
        case .or: either(a, b)
        }
    }

    /// The result when the left side settles it whatever the right is.
    func decided(_ operation: Operator, by a: Value) -> Value? {
        if a.isAbsent == yes {
            switch operation {
            case .less, .lessEqual, .greater, .greaterEqual, .divide, .multiply, .divideWhole, .subtract: return absent
            case .and: return present(.flag(no))
            default: return nil
            }
        }
        guard a.isAbsent == no, a.isUndefined == no else { return nil }
        switch (operation, a.payload) {
        case (.and, .flag(no)): return a
        case (.or, .flag(yes)): return a
        case (.multiply, .number(let node, _)), (.divide, .number(let node, _)):
            return graph.constant(of: node) == 0 ? a : nil
        default: return nil
        }
    }

    // MARK: Sums

    mutating func add(_ a: Value, _ b: Value) -> Value {
        let payload = map(a.payload, b.payload) { lowering, x, y in
            lowering.sum(x, y, .add)
        }
        return Value(payload: payload, isAbsent: no, isUndefined: or(a.isUndefined, b.isUndefined))
    }

    private mutating func subtract(_ a: Value, _ b: Value) -> Value {
        let payload = map(a.payload, b.payload) { lowering, x, y in
            lowering.sum(x, y, .sub)
        }
        let value = Value(
            payload: payload, isAbsent: no, isUndefined: or(a.isUndefined, b.isUndefined))
        return gate(value, absentIf: a.isAbsent)
    }

    /// A sum or difference in the unit of the first that has one. A percentage beside something else is a share of it.
    private mutating func sum(_ x: Number, _ y: Number, _ operation: EmpreinteGraph.Operation) -> Payload {
        if units.isPercent(y.unit), !units.isPercent(x.unit) {
            let share = scaled(y.node, by: 0.01)
            let factor = apply(operation, graph.number(1), share)
            let product = x.unit.map { units.product($0, .percent) } ?? .percent
            let unit = units.product(product, units.inverse(of: .percent))
            return .number(apply(.mul, x.node, factor), unit)
        }
        let (first, second) = alike(x, y)
        // Nothing is left out of a sum by adding it to zero.
        if operation == .add, graph.constant(of: first) == 0 { return .number(second, x.unit ?? y.unit) }
        if graph.constant(of: second) == 0 { return .number(first, x.unit ?? y.unit) }
        return .number(apply(operation, first, second), x.unit ?? y.unit)
    }

    /// Two numbers in the unit of the first that has one, as they are when the units do not convert.
    mutating func alike(_ x: Number, _ y: Number) -> (NodeID, NodeID) {
        guard let unit = x.unit, let other = y.unit, unit != other else { return (x.node, y.node) }
        guard let conversion = units.conversion(from: other, to: unit) else {
            reportMismatch(other, unit)
            return (x.node, y.node)
        }
        return (x.node, converted(y.node, by: conversion))
    }

    // MARK: Products

    mutating func multiply(_ a: Value, _ b: Value) -> Value {
        let zeroA = isZero(a, ifNeededBy: b)
        let zeroB = isZero(b, ifNeededBy: a)
        let payload = map(a.payload, b.payload) { lowering, x, y in
            let product = lowering.guarded(lowering.apply(.mul, x.node, y.node), x, y)
            guard let first = x.unit, let second = y.unit else {
                guard let unit = x.unit ?? y.unit else { return .number(product, nil) }
                return lowering.withoutPercent(product, unit)
            }
            return lowering.withoutPercent(product, lowering.units.product(first, second))
        }
        let isAbsent = or(a.isAbsent, and(b.isAbsent, not(zeroA)))
        let isSettled = or(isAbsent, or(zeroA, zeroB))
        let isUndefined = and(not(isSettled), or(a.isUndefined, b.isUndefined))
        return Value(payload: payload, isAbsent: isAbsent, isUndefined: isUndefined)
    }

    /// A product with one percentage turned into a factor.
    private mutating func withoutPercent(_ product: NodeID, _ unit: UnitID) -> Payload {
        guard units[unit].numerators.contains("%") else { return .number(product, unit) }
        return .number(scaled(product, by: 0.01), units.product(unit, units.inverse(of: .percent)))
    }

    private mutating func divide(_ a: Value, _ b: Value, isWhole: Bool) -> Value {
        let zeroA = isWhole ? no : isZero(a, ifNeededBy: b)
        var payload = map(a.payload, b.payload) { lowering, x, y in
            var quotient = lowering.guarded(lowering.apply(.div, x.node, y.node), x, y, isDivision: !isWhole)
            if isWhole {
                let floor = lowering.apply(.floor, quotient)
                let ceil = lowering.apply(.ceil, quotient)
                let isNegative = lowering.apply(.less, quotient, lowering.zero)
                quotient = lowering.select(isNegative, ceil, else: floor)
                return .number(quotient, x.unit == nil ? y.unit : y.unit == nil ? x.unit : nil)
            }
            guard let second = y.unit else { return .number(quotient, x.unit) }
            let unit = lowering.units.product(x.unit ?? .none, lowering.units.inverse(of: second))
            return .number(quotient, unit)
        }
        if b.isAbsent != no { payload = merge(b.isAbsent, .none, payload) }
        let isAbsent = or(a.isAbsent, and(b.isAbsent, not(zeroA)))
        let isUndefined = and(not(or(isAbsent, zeroA)), or(a.isUndefined, b.isUndefined))
        return Value(payload: payload, isAbsent: isAbsent, isUndefined: isUndefined)
    }

    private mutating func raise(_ a: Value, _ b: Value) -> Value {
        let payload = map(a.payload, b.payload) { lowering, x, y in
            let (base, exponent) = lowering.alike(x, y)
            return .number(lowering.apply(.pow, base, exponent), nil)
        }
        return Value(payload: payload, isAbsent: no, isUndefined: or(a.isUndefined, b.isUndefined))
    }

    /// Whether a value is known to be 0, where that decides what the other side may be.
    private mutating func isZero(_ value: Value, ifNeededBy other: Value) -> NodeID {
        guard other.isAbsent != no || other.isUndefined != no || value.isUndefined != no else { return no }
        let isKnown = not(or(value.isAbsent, value.isUndefined))
        guard isKnown != no else { return no }
        return and(isKnown, isZero(value.payload))
    }

    private mutating func isZero(_ payload: Payload) -> NodeID {
        switch payload {
        case .number(let node, _): return bounds.of(node, in: graph).isNeverZero ? no : apply(.equal, node, zero)
        case .choice(let flag, let yes, let no):
            let (first, second) = (isZero(yes), isZero(no))
            return select(flag, first, else: second)
        case .none, .flag, .text, .date, .template: return no
        }
    }

    /// A product or quotient that is 0 where its first factor is, even if the second cannot be computed there.
    private mutating func guarded(_ result: NodeID, _ x: Number, _ y: Number, isDivision: Bool = false) -> NodeID {
        let second = bounds.of(y.node, in: graph)
        let mayFail = second.mayFail || isDivision && !second.isNeverZero
        guard mayFail, !bounds.of(x.node, in: graph).isNeverZero else { return result }
        return select(apply(.equal, x.node, zero), zero, else: result)
    }
}
