internal import EmpreinteGraph

extension Graph {
    /// The nodes that some reach, depth first: each as soon as all it reads is there, so that few wait at once.
    /// Of what a node reads, what needs most columns comes first.
    /// - Parameter isWanted: whether to look at a node and what it reads.
    func scheduled(for roots: [NodeID], where isWanted: (NodeID) -> Bool) -> [NodeID] {
        let needs = columnNeeds(where: isWanted)
        var order: [NodeID] = []
        order.reserveCapacity(count)
        var isPlaced = Array(repeating: false, count: count)
        var isOpen = isPlaced
        var stack = roots.reversed().filter(isWanted)
        while let node = stack.last {
            guard !isPlaced[node.index] else {
                stack.removeLast()
                continue
            }
            guard !isOpen[node.index] else {
                stack.removeLast()
                isPlaced[node.index] = true
                order.append(node)
                continue
            }
            isOpen[node.index] = true
            let waiting = operands(of: node).filter { isWanted($0) && !isPlaced[$0.index] }
            stack += waiting.sorted { (needs[$0.index], $1) < (needs[$1.index], $0) }
        }
        return order
    }

    /// How many columns each node needs at once at least, as if what it reads were read by it alone.
    private func columnNeeds(where isWanted: (NodeID) -> Bool) -> [Int] {
        var needs = Array(repeating: 0, count: count)
        for node in nodes where isWanted(node) {
            let operands = operands(of: node).map { needs[$0.index] }.sorted(by: >)
            needs[node.index] = operands.enumerated().reduce(1) { max($0, $1.element + $1.offset) }
        }
        return needs
    }
}
