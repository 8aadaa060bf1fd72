extension Graph {
    /// The smallest graph the passes make for these roots: optimising it again changes nothing.
    /// Every root's value keeps its bits for all inputs; a NaN stays a NaN of any sign and payload.
    /// - Parameter given: the inputs that are known, by slot.
    /// - Complexity: O(nodes + operands).
    public func optimised(roots: [NodeID], given: [Int: Scalar] = [:]) -> Rewrite {
        let settled = rebuilt(keeping: reached(from: roots), given: given, by: [.fold, .simplify, .share])
        return settled.then(settled.graph.pruned(to: roots.map { settled[$0] }))
    }
}
