internal import EmpreinteGraph

extension Lowering {
    /// Emits a node together with the first step that only it reads.
    mutating func lowerChain(
        _ node: NodeID, _ operation: Operation, _ operands: [NodeID], after step: NodeID
    ) -> Int {
        let isTurned = operands[0] != step
        let other = isTurned ? operands[0] : operands[1]
        let sides = Array(graph.operands(of: step))
        let axes = axes[node.index]
        guard let first = graph.operation(of: step), let link = Link(operation, isTurned: isTurned) else {
            preconditionFailure("\(node) ends no chain")
        }
        if first == .selectNumber {
            return lowerSelect(step, sides, tail: (operation == .mul ? .times : .plus, read(other)))
        }
        if fusion.computesAnother(step) { return lowerSum(step, scale: read(other)) }
        if first == .pick {
            let reads = readTable(sides) + [read(other)]
            return emit(.lookupChain, reads, .number, axes, detail: Link.detail(sides.count - 1, link))
        }
        // The column comes first in each step.
        let isFirstTurned = isUniform(sides[0])
        guard let firstLink = Link(first, isTurned: isFirstTurned) else {
            preconditionFailure("\(step) leads no chain")
        }
        let reads = (isFirstTurned ? sides.reversed() : sides).map { read($0) } + [read(other)]
        return emit(.chain, reads, .number, axes, detail: Link.detail(Int(firstLink.rawValue), link))
    }
}
