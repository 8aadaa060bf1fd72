extension Graph {
    // MARK: - Leaves

    /// The constant number with these bits: −0 is not 0.
    public mutating func number(_ value: Double, origin: OriginID = .none) -> NodeID {
        intern(.number(value), .number, operandsFrom: pool.count, origin)
    }

    /// The constant flag.
    public mutating func flag(_ value: Bool, origin: OriginID = .none) -> NodeID {
        intern(.flag(value), .flag, operandsFrom: pool.count, origin)
    }

    /// The constant code.
    public mutating func code(_ value: Int32, origin: OriginID = .none) -> NodeID {
        intern(.code(value), .code, operandsFrom: pool.count, origin)
    }

    /// The value given from outside at a slot.
    /// - Precondition: the slot is not negative, and always asked for with the same type.
    public mutating func input(slot: Int, type: ValueType, origin: OriginID = .none) -> NodeID {
        precondition(slot >= 0, "a slot is a position")
        let node = intern(.input(slot: slot), type, operandsFrom: pool.count, origin)
        precondition(self.type(of: node) == type, "slot \(slot) has another type")
        return node
    }

    // MARK: - Nodes with operands

    /// The value of a curve at a number; NaN where it is not defined.
    public mutating func curve(_ curve: Curve, at x: NodeID, origin: OriginID = .none) -> NodeID {
        precondition(type(of: x) == .number, "a curve reads a number")
        pool.append(x)
        return intern(.curve(identify(curve)), .number, operandsFrom: pool.count - 1, origin)
    }

    /// What a plugin's function gives for some numbers.
    /// - Precondition: as many operands as the function takes, all of them numbers.
    public mutating func call(
        _ function: ExternalFunction, on operands: [NodeID], origin: OriginID = .none
    ) -> NodeID {
        precondition(operands.count == function.arity, "\(function.name): \(operands.count) operands")
        precondition(operands.allSatisfy { type(of: $0) == .number }, "\(function.name) reads numbers")
        let start = pool.count
        pool.append(contentsOf: operands)
        return intern(.external(identify(function)), .number, operandsFrom: start, origin)
    }

    /// The operation on one operand.
    /// - Precondition: operands are of this graph, in the number and of the types the operation takes.
    public mutating func apply(_ operation: Operation, _ a: NodeID, origin: OriginID = .none) -> NodeID {
        let start = pool.count
        pool.append(a)
        return apply(operation, operandsFrom: start, origin)
    }

    /// The operation on two operands.
    /// - Precondition: operands are of this graph, in the number and of the types the operation takes.
    public mutating func apply(_ operation: Operation, _ a: NodeID, _ b: NodeID, origin: OriginID = .none) -> NodeID {
        let start = pool.count
        pool.append(a)
        pool.append(b)
        return apply(operation, operandsFrom: start, origin)
    }

    /// The operation on three operands.
    /// - Precondition: operands are of this graph, in the number and of the types the operation takes.
    public mutating func apply(
        _ operation: Operation, _ a: NodeID, _ b: NodeID, _ c: NodeID, origin: OriginID = .none
    ) -> NodeID {
        let start = pool.count
        pool.append(a)
        pool.append(b)
        pool.append(c)
        return apply(operation, operandsFrom: start, origin)
    }

    /// The operation on a list of operands.
    /// - Precondition: operands are of this graph, in the number and of the types the operation takes.
    public mutating func apply(_ operation: Operation, to operands: [NodeID], origin: OriginID = .none) -> NodeID {
        let start = pool.count
        pool.append(contentsOf: operands)
        return apply(operation, operandsFrom: start, origin)
    }

    /// The value at the position a code gives, NaN for a code outside.
    /// - Precondition: `code` is a code and there is at least one value, all numbers.
    public mutating func pick(_ code: NodeID, from values: [NodeID], origin: OriginID = .none) -> NodeID {
        let start = pool.count
        pool.append(code)
        pool.append(contentsOf: values)
        return apply(.pick, operandsFrom: start, origin)
    }

    private mutating func apply(_ operation: Operation, operandsFrom start: Int, _ origin: OriginID) -> NodeID {
        let types = operation.operandTypes
        let count = pool.count - start
        precondition(
            count == types.count || operation.isVariadic && count > types.count, "\(operation.name): \(count) operands")
        for offset in 0..<count {
            let type = types[min(offset, types.count - 1)]
            precondition(cells[pool[start + offset].index].type == type, "\(operation.name): \(offset) is no \(type)")
        }
        return intern(.operation(operation), operation.resultType, operandsFrom: start, origin)
    }
}
