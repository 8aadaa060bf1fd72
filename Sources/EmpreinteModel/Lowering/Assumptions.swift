import EmpreinteGraph

/// What is known to hold where an expression stands: the condition of its formula, and of the branches around it.
///
/// A presence proved from these needs no run-time check, which is how absence folds away.
struct Assumptions {
    private var known: [(node: NodeID, value: Bool)] = []
    /// How many nodes one assumption or one question looks at: conditions built of conditions grow without bound,
    /// and what is not found costs no more than a request to write the guard out.
    private static let reach = 100

    /// Adds a fact and what follows from it; gives a mark to return to.
    mutating func assume(_ node: NodeID?, _ value: Bool, in graph: Graph) -> Int {
        let mark = known.count
        guard let node else { return mark }
        known.append((node, value))
        var next = mark
        while next < known.count, known.count < mark + Self.reach {
            let (node, value) = known[next]
            next += 1
            switch graph.operation(of: node) {
            case .not: known += graph.operands(of: node).map { ($0, !value) }
            case .and where value, .or where !value: known += graph.operands(of: node).map { ($0, value) }
            default: break
            }
        }
        return mark
    }

    /// Forgets everything learnt since a mark.
    mutating func forget(to mark: Int) {
        known.removeLast(known.count - mark)
    }

    /// Whether a flag is known to hold, known not to, or unknown.
    func value(of node: NodeID, in graph: Graph) -> Bool? {
        var left = Self.reach
        return value(of: node, graph, &left)
    }

    private func value(of node: NodeID, _ graph: Graph, _ left: inout Int) -> Bool? {
        if let fact = known.last(where: { $0.node == node }) { return fact.value }
        if let constant = graph.constant(of: node) { return constant != 0 }
        left -= 1
        guard left > 0, let operation = graph.operation(of: node) else { return nil }
        let operands = graph.operands(of: node)
        switch operation {
        case .not: return operands.first.flatMap { value(of: $0, graph, &left) }.map { !$0 }
        case .and: return decide(operands, absorbing: false, graph, &left)
        case .or: return decide(operands, absorbing: true, graph, &left)
        case .codeEqual: return equality(operands, graph)
        default: return nil
        }
    }

    private func decide(
        _ operands: some Sequence<NodeID>, absorbing: Bool, _ graph: Graph, _ left: inout Int
    ) -> Bool? {
        var isSettled = true
        for operand in operands {
            switch value(of: operand, graph, &left) {
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
