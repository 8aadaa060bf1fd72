extension Graph {
    /// The graph with only what the roots reach, renumbered in the same order.
    public func pruned(to roots: [NodeID]) -> Rewrite { rebuilt(keeping: reached(from: roots)) }

    /// Which nodes the roots are or depend on. Walking downwards meets every reader before what it reads.
    public func reached(from roots: [NodeID]) -> [Bool] {
        var isReached = Array(repeating: false, count: count)
        for root in roots { isReached[root.index] = true }
        for node in nodes.reversed() where isReached[node.index] {
            for place in cells[node.index].operands { isReached[pool[place].index] = true }
        }
        return isReached
    }
}
