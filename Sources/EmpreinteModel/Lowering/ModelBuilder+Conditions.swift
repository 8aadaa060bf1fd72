public import EmpreinteGraph
internal import EmpreinteText

extension ModelBuilder {
    /// How two values are compared.
    public enum Comparison: Sendable {
        case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    }

    /// A comparison of two numbers of one dimension, two options of one question, or two conditions.
    public mutating func compare(
        _ comparison: Comparison, _ a: Quantity, _ b: Quantity, at place: Place, whole: Place
    ) -> Quantity? {
        switch (a.kind, b.kind) {
        case (.number, .number):
            guard let terms = aligned(a, b, at: place) else { return nil }
            return compareNumbers(comparison, terms.0, terms.1, at: place, whole: whole)
        case (.option(let codes), .option(let others)) where codes == others:
            return test(comparison, .codeEqual, a, b, at: place, whole: whole)
        case (.flag, .flag):
            guard let presence = presence(of: a, b) else { return nil }
            let same = apply(.selectFlag, [a.node, b.node, apply(.not, b.node)], at: place)
            guard comparison == .equal || comparison == .notEqual else { break }
            return Quantity(
                comparison == .equal ? same : apply(.not, same), .flag, presence: presence, place: whole)
        default: break
        }
        diagnostics.error(
            "type.mismatch", "\(a.words) cannot be compared with \(b.words) in this way", at: place.range,
            related: [(a.place.range, a.words), (b.place.range, b.words)])
        return nil
    }

    private mutating func compareNumbers(
        _ comparison: Comparison, _ a: Quantity, _ b: Quantity, at place: Place, whole: Place
    ) -> Quantity? {
        switch comparison {
        case .equal, .notEqual: return test(comparison, .equal, a, b, at: place, whole: whole)
        case .less: return test(.equal, .less, a, b, at: place, whole: whole)
        case .lessOrEqual: return test(.equal, .lessEqual, a, b, at: place, whole: whole)
        case .greater: return test(.equal, .less, b, a, at: place, whole: whole)
        case .greaterOrEqual: return test(.equal, .lessEqual, b, a, at: place, whole: whole)
        }
    }

    private mutating func test(
        _ comparison: Comparison, _ operation: Operation, _ a: Quantity, _ b: Quantity, at place: Place, whole: Place
    ) -> Quantity? {
        guard comparison == .equal || comparison == .notEqual else {
            diagnostics.error("type.mismatch", "options have no order; only == and != compare them", at: place.range)
            return nil
        }
        guard let presence = presence(of: a, b) else { return nil }
        let node = apply(operation, a.node, b.node, at: place)
        return Quantity(
            comparison == .equal ? node : apply(.not, node), .flag, presence: presence, place: whole)
    }

    /// The flag of a condition, or an error for a number or an option.
    public mutating func condition(_ quantity: Quantity) -> NodeID? {
        guard quantity.kind == .flag else {
            diagnostics.error(
                "type.mismatch", "a condition is needed here, not \(quantity.words)", at: quantity.place.range,
                hint: quantity.unit.map { _ in "compare it with something" })
            return nil
        }
        return quantity.node
    }

    /// `and` or `or`; the right side was built knowing the left one.
    public mutating func join(
        _ operation: Operation, _ a: Quantity, _ b: Quantity, at place: Place, whole: Place
    ) -> Quantity? {
        guard let left = condition(a), let right = condition(b), let presence = presence(of: a, b)
        else { return nil }
        return Quantity(apply(operation, left, right, at: place), .flag, presence: presence, place: whole)
    }

    /// `not x`.
    public mutating func negate(_ operand: Quantity, whole: Place) -> Quantity? {
        guard let flag = condition(operand), let presence = presence(of: [operand]) else { return nil }
        return Quantity(apply(.not, flag), .flag, presence: presence, place: whole)
    }

    /// `if c then a else b`; each branch was built knowing the condition, and both must agree in unit.
    public mutating func choose(
        _ condition: Quantity, _ a: Quantity, _ b: Quantity, at place: Place, whole: Place
    ) -> Quantity? {
        guard let flag = self.condition(condition), let outer = presence(of: [condition]) else { return nil }
        guard let arms = matched(a, b, at: place) else { return nil }
        var presence = outer
        if arms.0.presence != nil || arms.1.presence != nil {
            let always = graph.flag(true)
            let inner = graph.apply(.selectFlag, to: [flag, arms.0.presence ?? always, arms.1.presence ?? always])
            presence = both(outer, inner)
        }
        return Quantity(
            select(flag, arms.0, arms.1, at: place), arms.0.kind, presence: presence, place: whole)
    }

    /// `a else b`: the fallback where `a` does not apply or divides by zero.
    public mutating func otherwise(
        _ a: Quantity, _ fallback: Quantity, at place: Place, whole: Place
    ) -> Quantity? {
        guard let arms = matched(a, fallback, at: place) else { return nil }
        guard let presence = arms.0.presence else {
            diagnostics.warning(
                "fallback.unused", "this always has a value, so its else is never used", at: place.range)
            return arms.0
        }
        return Quantity(
            select(presence, arms.0, arms.1, at: place), arms.0.kind,
            presence: arms.1.presence.map { apply(.or, presence, $0) }, place: whole)
    }

    private mutating func matched(_ a: Quantity, _ b: Quantity, at place: Place) -> (Quantity, Quantity)? {
        switch (a.kind, b.kind) {
        case (.number, .number): return aligned(a, b, at: place)
        case (.flag, .flag): return (a, b)
        case (.option(let codes), .option(let others)) where codes == others: return (a, b)
        default:
            reportMismatch(a, b, at: place)
            return nil
        }
    }

    private mutating func select(_ flag: NodeID, _ a: Quantity, _ b: Quantity, at place: Place) -> NodeID {
        let operation: Operation =
            switch a.kind {
            case .number: .selectNumber
            case .flag: .selectFlag
            case .option: .selectCode
            }
        return apply(operation, [flag, a.node, b.node], at: place)
    }
}

extension ModelBuilder {
    /// The cell of a table that an option chooses; the option's codes are the cells' positions.
    public mutating func pick(
        _ option: Quantity, from cells: [NodeID], unit kind: Quantity.Kind, at place: Place
    ) -> Quantity? {
        guard let presence = presence(of: [option]) else { return nil }
        let node = graph.pick(option.node, from: cells, origin: origins.add(place))
        return Quantity(node, kind, presence: presence, place: place)
    }
}
