import EmpreinteGraph

/// What is known to hold where an expression stands: the condition of its formula, and of the branches around it.
///
/// A presence proved from these needs no run-time check, which is how absence folds away.
struct Assumptions {
    private var known: [(node: NodeID, value: Bool)] = []

    /// Adds a fact and what follows from it; gives a mark to return to.
    mutating func assume(_ node: NodeID?, _ value: Bool, in graph: Graph) -> Int {
        let mark = known.count
        if let node { learn(node, value, graph) }
        return mark
    }

    /// Forgets everything learnt since a mark.
    mutating func forget(to mark: Int) {
        known.removeLast(known.count - mark)
    }

    private mutating func learn(_ node: NodeID, _ value: Bool, _ graph: Graph) {
        known.append((node, value))
        let operands = Array(graph.operands(of: node))
        switch graph.operation(of: node) {
        case .not: learn(operands[0], !value, graph)
        case .and where value, .or where !value:
            for operand in operands { learn(operand, value, graph) }
        default: break
        }
    }

    /// Whether a flag is known to hold, known not to, or unknown.
    func value(of node: NodeID, in graph: Graph) -> Bool? {
        if let fact = known.last(where: { $0.node == node }) { return fact.value }
        if let constant = graph.constant(of: node) { return constant != 0 }
        let operands = Array(graph.operands(of: node))
        switch graph.operation(of: node) {
        case .not: return value(of: operands[0], in: graph).map { !$0 }
        case .and: return decide(operands, absorbing: false, graph)
        case .or: return decide(operands, absorbing: true, graph)
        case .codeEqual: return equality(operands, graph)
        default: return nil
        }
    }

    private func decide(_ operands: some Sequence<NodeID>, absorbing: Bool, _ graph: Graph) -> Bool? {
        var isSettled = true
        for operand in operands {
            switch value(of: operand, in: graph) {
            case absorbing: return absorbing
            case nil: isSettled = false
            default: break
            }
        }
        return isSettled ? !absorbing : nil
    }

    /// `x == a` is settled by knowing `x == b`.
    private func equality(_ operands: some RandomAccessCollection<NodeID>, _ graph: Graph) -> Bool? {
        for fact in known where fact.value && graph.operation(of: fact.node) == .codeEqual {
            let other = Array(graph.operands(of: fact.node))
            guard other[0] == operands.first, let last = operands.last,
                let a = graph.constant(of: other[1]), let b = graph.constant(of: last)
            else { continue }
            return a == b
        }
        return nil
    }
}
