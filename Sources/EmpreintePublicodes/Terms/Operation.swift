internal import EmpreinteModel
internal import EmpreinteText

/// Two terms and what joins them.
struct Operation: Term {
    let operation: Operator
    let left: TermID
    let right: TermID
    /// Where it is written, for what is to be said of it.
    let place: Place?

    init(_ operation: Operator, _ left: TermID, _ right: TermID, at place: Place?) {
        self.operation = operation
        self.left = left
        self.right = right
        self.place = place
    }

    func shape(in shapes: inout Shapes) -> Shape {
        let isNullable =
            switch operation {
            case .less, .lessEqual, .greater, .greaterEqual, .divide, .multiply:
                shapes.of(left).isNullable || shapes.of(right).isNullable
            case .subtract: shapes.of(left).isNullable
            default: false
            }
        return Shape(isNullable: isNullable, kind: operation.isLogical ? .flag : .number)
    }

    func value(in lowering: inout Lowering) -> Value {
        let outer = lowering.enter(place)
        defer { lowering.origin = outer }
        let left = lowering.value(of: left)
        // What the left decides alone is not asked of the right.
        if let decided = lowering.decided(operation, by: left) { return decided }
        return lowering.join(operation, left, lowering.value(of: right))
    }
}

extension RuleReader {
    /// Reads an operator written as a mechanism: `+: [a, b]`.
    mutating func readOperation(_ node: Node, _ operation: Operator) -> TermID {
        guard node.kind == .sequence, node.items.count == 2 else {
            error("mechanism.form", "'\(operation.symbol)' takes a list of two values", at: node)
            return missing()
        }
        let left = read(node.items[0])
        return add(Operation(operation, left, read(node.items[1]), at: Place(node)))
    }
}
