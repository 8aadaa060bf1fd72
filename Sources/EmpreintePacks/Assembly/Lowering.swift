internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// Gives one formula its meaning: words become elements, operators become typed graph nodes.
struct Lowering {
    let node: Node
    var reading: Reading
    var uses: [Use] = []

    init(node: Node, reading: Reading) {
        self.node = node
        self.reading = reading
    }

    func place(_ range: Range<Int>) -> Place { Place(node, range) }

    mutating func lower(_ expression: Expression, _ assembler: inout Assembler) -> Quantity? {
        let whole = place(expression.range)
        switch expression.kind {
        case .number(let value, let unit):
            let plain = unit.isDimensionless ? unit.conversion(to: .one) : nil
            return assembler.builder.number(plain?(value) ?? value, plain == nil ? unit : .one, at: whole)
        case .word(let word, let element): return read(word, element, at: whole, &assembler)
        case .negate(let operand):
            return lower(operand, &assembler).flatMap { assembler.builder.transform(.neg, $0, whole: whole) }
        case .not(let operand):
            return lower(operand, &assembler).flatMap { assembler.builder.negate($0, whole: whole) }
        case .binary(let symbol, let a, let b, let at):
            return binary(symbol, a, b, at: place(at), whole, &assembler)
        case .conditional(let condition, let then, let otherwise, let at):
            return conditional(condition, then, otherwise, at: place(at), whole, &assembler)
        case .fallback(let value, let fallback, let at):
            assembler.builder.fallbackDepth += 1
            let first = lower(value, &assembler)
            assembler.builder.fallbackDepth -= 1
            guard let second = lower(fallback, &assembler), let first else { return nil }
            return assembler.builder.otherwise(first, second, at: place(at), whole: whole)
        case .call(let function, let arguments, let at):
            return call(function, arguments, at: place(at), whole, &assembler)
        case .external(let function, let arguments, let at):
            let values = arguments.map { lower($0, &assembler) }
            let known = values.compactMap { $0 }
            guard known.count == values.count else { return nil }
            return assembler.builder.call(function, known, at: place(at), whole: whole)
        case .bands(let value, let bands, let at):
            return self.bands(value, bands, at: place(at), whole, &assembler)
        case .index(let table, let option, _): return index(table, option, whole, &assembler)
        case .dated(let value, let year, let at): return dated(value, year, at: place(at), &assembler)
        }
    }

    // MARK: Operators

    private mutating func binary(
        _ symbol: Expression.BinaryOperator, _ a: Expression, _ b: Expression, at place: Place, _ whole: Place,
        _ assembler: inout Assembler
    ) -> Quantity? {
        switch symbol {
        case .and, .or: return join(symbol, a, b, at: place, whole, &assembler)
        case .equal: return compare(.equal, a, b, at: place, whole, &assembler)
        case .notEqual: return compare(.notEqual, a, b, at: place, whole, &assembler)
        case .less: return compare(.less, a, b, at: place, whole, &assembler)
        case .lessOrEqual: return compare(.lessOrEqual, a, b, at: place, whole, &assembler)
        case .greater: return compare(.greater, a, b, at: place, whole, &assembler)
        case .greaterOrEqual: return compare(.greaterOrEqual, a, b, at: place, whole, &assembler)
        case .add, .subtract, .multiply, .divide, .power: break
        }
        let left = lower(a, &assembler)
        guard let right = lower(b, &assembler), let left else { return nil }
        switch symbol {
        case .add: return assembler.builder.combine(.add, left, right, at: place, whole: whole)
        case .subtract: return assembler.builder.combine(.sub, left, right, at: place, whole: whole)
        case .multiply: return assembler.builder.multiply(left, right, at: place, whole: whole)
        case .divide: return assembler.builder.divide(left, right, at: place, whole: whole)
        default: return assembler.builder.raise(left, to: right, at: place, whole: whole)
        }
    }

    /// The right side is read knowing the left one, so that `has and fuel == petrol` needs no more.
    private mutating func join(
        _ symbol: Expression.BinaryOperator, _ a: Expression, _ b: Expression, at place: Place, _ whole: Place,
        _ assembler: inout Assembler
    ) -> Quantity? {
        let left = lower(a, &assembler)
        let flag = left.flatMap { $0.kind == .flag ? $0.node : nil }
        let right = knowing(flag, symbol == .and, &assembler) { $0.lower(b, &$1) }
        guard let left, let right else { return nil }
        return assembler.builder.join(symbol == .and ? .and : .or, left, right, at: place, whole: whole)
    }

    private mutating func conditional(
        _ condition: Expression, _ then: Expression, _ otherwise: Expression, at place: Place, _ whole: Place,
        _ assembler: inout Assembler
    ) -> Quantity? {
        let test = lower(condition, &assembler)
        let flag = test.flatMap { $0.kind == .flag ? $0.node : nil }
        let first = knowing(flag, true, &assembler) { $0.lower(then, &$1) }
        let second = knowing(flag, false, &assembler) { $0.lower(otherwise, &$1) }
        guard let test, let first, let second else { return nil }
        return assembler.builder.choose(test, first, second, at: place, whole: whole)
    }

    private mutating func knowing(
        _ condition: NodeID?, _ value: Bool, _ assembler: inout Assembler,
        _ build: (inout Lowering, inout Assembler) -> Quantity?
    ) -> Quantity? {
        guard let condition else { return build(&self, &assembler) }
        let mark = assembler.builder.assume(condition, value)
        defer { assembler.builder.forgetAssumptions(to: mark) }
        return build(&self, &assembler)
    }

    /// A word beside an option is one of its options.
    private mutating func compare(
        _ comparison: ModelBuilder.Comparison, _ a: Expression, _ b: Expression, at place: Place, _ whole: Place,
        _ assembler: inout Assembler
    ) -> Quantity? {
        var left: Quantity?
        var right: Quantity?
        if case .word(let word, nil) = b.kind {
            left = lower(a, &assembler)
            right = left.flatMap { option(word, of: $0, b, &assembler) }
        } else if case .word(let word, nil) = a.kind {
            right = lower(b, &assembler)
            left = right.flatMap { option(word, of: $0, a, &assembler) }
        } else {
            left = lower(a, &assembler)
            right = lower(b, &assembler)
        }
        guard let left, let right else { return nil }
        return assembler.builder.compare(comparison, left, right, at: place, whole: whole)
    }

    private mutating func option(
        _ word: String, of other: Quantity, _ expression: Expression, _ assembler: inout Assembler
    ) -> Quantity? {
        guard case .option(let codes) = other.kind else { return lower(expression, &assembler) }
        return assembler.builder.option(word, of: codes, at: place(expression.range))
    }
}
