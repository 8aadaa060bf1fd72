internal import EmpreinteGraph

/// Which nodes their only reader computes itself, so that no column carries them: a comparison only one select asks,
/// a product only one sum adds, a partial sum only the next term is added to.
/// The same operations run in the same order on the same operands, so every bit stays.
struct Fusion {
    /// Whether the reader computes the node.
    private(set) var isFused: [Bool]
    private let graph: Graph
    private let axes: [Axes]
    private var useCounts: [Int]

    init(_ graph: Graph, axes: [Axes], outputs: [NodeID]) {
        self.graph = graph
        self.axes = axes
        isFused = Array(repeating: false, count: graph.count)
        useCounts = Array(repeating: 0, count: graph.count)
        for node in graph.nodes {
            for operand in graph.operands(of: node) { useCounts[operand.index] += 1 }
        }
        for output in outputs { useCounts[output.index] += 1 }
        for node in graph.nodes where !axes[node.index].isUniform { fuse(into: node) }
    }

    private mutating func fuse(into node: NodeID) {
        let operands = graph.operands(of: node)
        guard let first = operands.first, let last = operands.last else { return }
        switch graph.operation(of: node) {
        case .selectNumber:
            guard let test = graph.operation(of: first), canFuse(first, into: node) else { return }
            switch test {
            case .less, .lessEqual, .equal:
                isFused[first.index] = true
            case .codeEqual:
                isFused[first.index] = graph.operands(of: first).contains { axes[$0.index].isUniform }
            default: return
            }
        case .add:
            if let partial = [first, last].first(where: { graph.operation(of: $0) == .add && canFuse($0, into: node) }) {
                isFused[partial.index] = true
            }
            for product in [first, last] where graph.operation(of: product) == .mul && canFuse(product, into: node) {
                isFused[product.index] = true
            }
        default: return
        }
    }

    /// A node of another section stays where it is computed less often.
    private func canFuse(_ node: NodeID, into reader: NodeID) -> Bool {
        useCounts[node.index] == 1 && axes[node.index] == axes[reader.index]
    }

    /// The terms of a sum, from the left: `((t0 + t1) + t2) + …`.
    func terms(of sum: NodeID) -> [NodeID] {
        var terms: [NodeID] = []
        var node = sum
        while true {
            let operands = graph.operands(of: node)
            guard let left = operands.first, let right = operands.last else { return terms.reversed() }
            if isPartialSum(left) {
                terms.append(right)
                node = left
            } else if isPartialSum(right) {
                terms.append(left)
                node = right
            } else {
                terms += [right, left]
                return terms.reversed()
            }
        }
    }

    private func isPartialSum(_ node: NodeID) -> Bool { isFused[node.index] && graph.operation(of: node) == .add }
}
