/// A node on its way into a new graph: what a local pass looks at and may change.
struct Draft {
    var kind: NodeKind
    /// In the new graph.
    var operands: [NodeID] = []
    var type: ValueType

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
enum LocalPass {
    case fold, simplify, share

    enum Outcome {
        case unchanged
        /// The draft was edited.
        case changed
        /// The draft is worth that node of the new graph.
        case same(NodeID)
    }

    func settle(_ draft: inout Draft, in graph: Graph) -> Outcome {
        switch self {
        case .fold: draft.fold(in: graph)
        case .simplify: draft.simplify(in: graph)
        case .share: draft.share()
        }
    }
}

extension Graph {
    /// The graph rebuilt with each node settled by the passes, again and again until none has anything to say.
    /// Since operands are settled before what reads them, one walk reaches the fixed point.
    /// - Parameter given: the inputs that are known, by slot.
    /// - Complexity: O(nodes + operands).
    func rebuilt(
        keeping isKept: [Bool]? = nil, given: [Int: Scalar] = [:], by passes: [LocalPass] = []
    ) -> Rewrite {
        var graph = Graph(tablesOf: self)
        var map = [NodeID?](repeating: nil, count: count)
        // One draft for all nodes, so that its list of operands is allocated once.
        var draft = Draft(kind: .flag(false), type: .flag)
        for (position, cell) in cells.enumerated() {
            if let isKept, !isKept[position] { continue }
            draft.kind = cell.kind
            draft.type = cell.type
            draft.operands.removeAll(keepingCapacity: true)
            if case .input(let slot) = cell.kind, let value = given[slot] { _ = draft.become(constant: value) }
            for place in cell.operands {
                if let new = map[pool[place].index] { draft.operands.append(new) }
            }
            if let same = graph.settle(&draft, by: passes) {
                map[position] = same
            } else {
                let start = graph.pool.count
                graph.pool.append(contentsOf: draft.operands)
                map[position] = graph.intern(draft.kind, draft.type, operandsFrom: start, origins[position])
            }
        }
        return Rewrite(of: self, into: graph, map: map)
    }

    /// Edits a draft until no pass has anything to say; the node it is worth when there is one already.
    private func settle(_ draft: inout Draft, by passes: [LocalPass]) -> NodeID? {
        var pass = 0
        while pass < passes.count, !draft.operands.isEmpty {
            switch passes[pass].settle(&draft, in: self) {
            case .unchanged: pass += 1
            case .changed: pass = 0
            case .same(let node): return node
            }
        }
        return nil
    }
}
