/// A node on its way into a new graph: what a local pass looks at and may change.
struct Draft {
    var kind: NodeKind
    /// In the new graph.
    var operands: [NodeID] = []
    let type: ValueType

    /// Becomes a constant of its own type.
    mutating func become(constant value: Scalar) -> LocalPass.Outcome {
        guard let constant = NodeKind(constant: value, of: type) else { return .unchanged }
        kind = constant
        operands.removeAll(keepingCapacity: true)
        return .changed
    }
}

/// A pass that needs only a node and what it reads, both already rewritten.
///
/// Every pass keeps every bit of every value, a NaN staying a NaN of any sign and payload: explaining a person must
/// give what evaluating a million gave.
struct LocalPass {
    enum Outcome {
        case unchanged
        /// The draft was edited.
        case changed
        /// The draft is worth that node of the new graph.
        case same(NodeID)
    }

    let settle: @Sendable (inout Draft, Graph) -> Outcome
}

extension Graph {
    /// The graph rebuilt with each node settled by the passes, again and again until none has anything to say.
    /// Since operands are settled before what reads them, one walk reaches the fixed point.
    /// - Complexity: O(nodes + operands).
    func rebuilt(keeping isKept: [Bool]? = nil, by passes: [LocalPass] = []) -> Rewrite {
        var graph = Graph(curvesOf: self)
        var map: [NodeID?] = []
        map.reserveCapacity(count)
        var operands: [NodeID] = []
        for (position, cell) in cells.enumerated() {
            guard isKept?[position] ?? true else {
                map.append(nil)
                continue
            }
            operands.removeAll(keepingCapacity: true)
            for operand in self.operands(of: NodeID(index: position)) {
                if let new = map[operand.index] { operands.append(new) }
            }
            var draft = Draft(kind: cell.kind, operands: operands, type: cell.type)
            if let same = graph.settle(&draft, by: passes) {
                map.append(same)
            } else {
                let start = graph.pool.count
                graph.pool.append(contentsOf: draft.operands)
                map.append(graph.intern(draft.kind, draft.type, operandsFrom: start, origins[position]))
            }
        }
        return Rewrite(of: self, into: graph, map: map)
    }

    /// Edits a draft until no pass has anything to say; the node it is worth when there is one already.
    private func settle(_ draft: inout Draft, by passes: [LocalPass]) -> NodeID? {
        var pass = 0
        while pass < passes.count, !draft.operands.isEmpty {
            switch passes[pass].settle(&draft, self) {
            case .unchanged: pass += 1
            case .changed: pass = 0
            case .same(let node): return node
            }
        }
        return nil
    }
}
