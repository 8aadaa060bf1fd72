/// The nodes whose values made a root's value: of a select the arm taken, of a pick the value picked, of `and` and `or`
/// the second operand only when the first did not decide.
/// Changing an input outside the trace cannot change the root.
public struct Trace: Sendable {
    /// The nodes read, the root among them, operands before what reads them.
    public let nodes: [NodeID]
    private let isRead: [Bool]

    /// Follows what was read from a root down.
    /// - Parameter values: the values of the graph's nodes in one run.
    /// - Complexity: O(nodes before the root).
    public init(of root: NodeID, in graph: Graph, values: [Scalar]) {
        var isRead = Array(repeating: false, count: root.index + 1)
        isRead[root.index] = true
        for node in graph.nodes.prefix(root.index + 1).reversed() where isRead[node.index] {
            for operand in graph.reads(of: node, values: values) { isRead[operand.index] = true }
        }
        nodes = graph.nodes.prefix(root.index + 1).filter { isRead[$0.index] }
        self.isRead = isRead
    }

    /// Whether the node was read.
    public func contains(_ node: NodeID) -> Bool { node.index < isRead.count && isRead[node.index] }
}

extension Graph {
    /// The operands a node read in the run that gave these values, in order.
    public func reads(of node: NodeID, values: [Scalar]) -> [NodeID] {
        let operands = operands(of: node)
        guard let first = operands.first, let operation = operation(of: node) else { return Array(operands) }
        let others = operation.positionsRead(after: values[first.index], of: operands.count)
        return [first] + operands[operands.startIndex + others.lowerBound..<operands.startIndex + others.upperBound]
    }

    /// The node that made a root's value infinite or NaN, to name a division by zero or a curve left: walking down
    /// from the root through what was read and is not finite, the last that reads only finite values.
    /// Nothing when the root is finite.
    public func firstNonFinite(from root: NodeID, values: [Scalar]) -> NodeID? {
        guard !values[root.index].isFinite else { return nil }
        var culprit = root
        while let next = reads(of: culprit, values: values).first(where: { !values[$0.index].isFinite }) {
            culprit = next
        }
        return culprit
    }
}
