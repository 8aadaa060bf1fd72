extension Graph {
    /// The smallest graph the passes make for these roots: optimising it again changes nothing.
    /// Every root's value keeps its bits for all inputs; a NaN stays a NaN of any sign and payload.
    /// - Complexity: O(nodes + operands).
    public func optimised(roots: [NodeID]) -> Rewrite {
        let settled = rebuilt(keeping: reached(from: roots), by: [.fold, .simplify, .share])
        return settled.then(settled.graph.pruned(to: roots.map { settled[$0] }))
    }
}
