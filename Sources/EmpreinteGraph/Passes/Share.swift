extension Draft {
    /// Puts the operands of commutative operations in one order, oldest first, so that `a + b` and `b + a` intern as
    /// one node. `min` and `max` are not commutative (see their declaration); `and` and `or` are, but the order
    /// written says which operand decides alone, so explanations would read other answers.
    mutating func share() -> LocalPass.Outcome {
        guard case .operation(let operation) = kind, operation.reads == .all, operation.facts.isCommutative,
            operands[0] > operands[1]
        else { return .unchanged }
        operands.swapAt(0, 1)
        return .changed
    }
}

extension Graph {
    /// The graph with the same commutative operation on the same two operands only once.
    public func shared() -> Rewrite { rebuilt(by: [.share]) }
}
