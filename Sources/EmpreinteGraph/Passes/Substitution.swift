/// A graph that grows by what its values become when some nodes are replaced: the one way to ask "what if".
///
/// What a replacement does not touch is shared, so that the values before and after are two roots of one graph.
public struct Substitution: Sendable {
    /// The graph so far.
    public var graph: Graph
    /// The node that stands for each of the nodes there were at first, where known.
    private var images: [NodeID?]

    public init(_ graph: Graph) {
        self.graph = graph
        images = Array(repeating: nil, count: graph.count)
    }

    /// Makes a node stand for another from here on; what reads it must not have been asked for before.
    /// - Precondition: `node` was in the graph at first, and both have one type.
    public mutating func replace(_ node: NodeID, by other: NodeID) {
        precondition(graph.type(of: node) == graph.type(of: other), "a replacement has the same type")
        images[node.index] = other
    }

    /// What a node becomes.
    /// - Precondition: the node was in the graph at first.
    /// - Complexity: O(nodes not met before below it).
    public mutating func image(of node: NodeID) -> NodeID {
        if let known = images[node.index] { return known }
        // Operands have smaller positions, so settling from the smallest up meets no unknown.
        for position in unknown(below: node) {
            images[position] = rebuilt(NodeID(index: position))
        }
        let image = rebuilt(node)
        images[node.index] = image
        return image
    }

    /// What a node becomes by what it reads, whatever stands for the node itself.
    public mutating func definition(of node: NodeID) -> NodeID {
        for operand in Array(graph.operands(of: node)) { _ = image(of: operand) }
        return rebuilt(node)
    }

    private mutating func rebuilt(_ node: NodeID) -> NodeID {
        let operands = graph.operands(of: node)
        guard !operands.isEmpty else { return node }
        let images = operands.map { self.images[$0.index] ?? $0 }
        guard !operands.elementsEqual(images) else { return node }
        let origin = graph.origin(of: node)
        switch graph.kind(of: node) {
        case .number, .flag, .code, .input: return node
        case .curve(let id): return graph.curve(graph.curves[id.index], at: images[0], origin: origin)
        case .external(let id): return graph.call(graph.externals[id.index], on: images, origin: origin)
        case .operation(let operation): return graph.apply(operation, to: images, origin: origin)
        }
    }

    /// The positions below a node whose image is not known, smallest first.
    private func unknown(below node: NodeID) -> [Int] {
        var found = Set<Int>()
        var waiting = [node]
        while let next = waiting.popLast() {
            for operand in graph.operands(of: next)
            where images[operand.index] == nil && found.insert(operand.index).inserted {
                waiting.append(operand)
            }
        }
        return found.sorted()
    }
}
