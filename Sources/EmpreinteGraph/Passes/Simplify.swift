extension Draft {
    /// Applies the identities that hold for every value, bit for bit, and no others: nothing is reassociated, `x · 0`
    /// is not 0 (x may be infinite or negative), `x + 0` is not x (x may be −0), `x / c` is not `x · (1 / c)`.
    mutating func simplify(in graph: Graph) -> LocalPass.Outcome {
        guard case .operation(let operation) = kind else { return .unchanged }
        switch operation.reads {
        case .takenArm: return simplifySelect(operation, in: graph)
        case .picked: return simplifyPick(in: graph)
        case .all where operands.count == 1: return simplifyUnary(operation, in: graph)
        case .all, .secondUnless: return simplifyBinary(operation, in: graph)
        }
    }
}

extension Graph {
    /// The graph with the identities that keep every bit applied.
    public func simplified() -> Rewrite { rebuilt(by: [.simplify]) }

    fileprivate func isConstant(_ node: NodeID, _ value: Scalar?) -> Bool {
        guard let value, let constant = constant(of: node) else { return false }
        return constant.bitPattern == value.bitPattern
    }

    fileprivate func operands(of node: NodeID, ifA operation: Operation) -> ArraySlice<NodeID>? {
        self.operation(of: node) == operation ? operands(of: node) : nil
    }
}

extension Draft {
    /// `neg` flips a bit and `not` swaps two values, so twice is nothing; `abs`, `round`, `floor` and `ceil` give what
    /// they leave alone.
    fileprivate func simplifyUnary(_ operation: Operation, in graph: Graph) -> LocalPass.Outcome {
        guard let inner = graph.operands(of: operands[0], ifA: operation)?.first else { return .unchanged }
        if operation.facts.isInvolution { return .same(inner) }
        return operation.facts.isProjection ? .same(operands[0]) : .unchanged
    }

    /// Identities (`x · 1`, `x / 1`: exact; `x − 0`, `x + −0`: also for x = ±0), what decides alone (`and false`,
    /// `or true`) and what repeats (`min x x` returns one of two equal operands, `less x x` is false even for NaN).
    fileprivate mutating func simplifyBinary(_ operation: Operation, in graph: Graph) -> LocalPass.Outcome {
        let facts = operation.facts
        let (left, right) = (operands[0], operands[1])
        if graph.isConstant(left, facts.leftIdentity) { return .same(right) }
        if graph.isConstant(right, facts.rightIdentity) { return .same(left) }
        if graph.isConstant(left, facts.absorbing) { return .same(left) }
        if graph.isConstant(right, facts.absorbing) { return .same(right) }
        guard left == right else { return .unchanged }
        if facts.isIdempotent { return .same(left) }
        return facts.valueOnEqual.map { become(constant: $0) } ?? .unchanged
    }

    /// A select returns an arm untouched, so choosing the arm earlier changes nothing.
    fileprivate mutating func simplifySelect(_ operation: Operation, in graph: Graph) -> LocalPass.Outcome {
        let (flag, yes, no) = (operands[0], operands[1], operands[2])
        // A known flag, and a choice between twins.
        if let known = graph.constant(of: flag) { return .same(known != 0 ? yes : no) }
        if yes == no { return .same(yes) }
        // A negated flag: the arms the other way round.
        if let inner = graph.operands(of: flag, ifA: .not)?.first {
            operands = [inner, no, yes]
            return .changed
        }
        // An arm that asks the same question: its answer is known there.
        if let arm = graph.operands(of: yes, ifA: operation), arm.first == flag {
            operands[1] = arm[arm.startIndex + 1]
            return .changed
        }
        if let arm = graph.operands(of: no, ifA: operation), arm.first == flag {
            operands[2] = arm[arm.startIndex + 2]
            return .changed
        }
        // Constant arms, which differ: the flag itself or its contrary.
        guard operation == .selectFlag, let high = graph.constant(of: yes), graph.constant(of: no) != nil else {
            return .unchanged
        }
        if high == 1 { return .same(flag) }
        kind = .operation(.not)
        operands = [flag]
        return .changed
    }

    /// A known code picks its value. Equal values are no reason: the code may be outside.
    fileprivate func simplifyPick(in graph: Graph) -> LocalPass.Outcome {
        guard let code = graph.constant(of: operands[0]),
            let position = Operation.pick.positionsRead(after: code, of: operands.count).first
        else { return .unchanged }
        return .same(operands[position])
    }
}
