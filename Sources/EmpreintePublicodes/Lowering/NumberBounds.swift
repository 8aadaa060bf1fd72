internal import EmpreinteGraph

/// What is known of the numbers of a graph: between what they lie, and whether they may fail to be computed because
/// something was divided by what may be 0.
struct NumberBounds: Sendable {
    private var known: [Bounds] = []

    struct Bounds: Sendable {
        var lower = -Double.infinity
        var upper = Double.infinity
        var mayFail = false

        var isNeverZero: Bool { lower > 0 || upper < 0 }
    }

    mutating func of(_ node: NodeID, in graph: Graph) -> Bounds {
        while known.count <= node.index {
            known.append(bounds(of: NodeID(rawValue: Int32(known.count)), in: graph))
        }
        return known[node.index]
    }

    private func bounds(of node: NodeID, in graph: Graph) -> Bounds {
        guard graph.type(of: node) == .number else { return Bounds() }
        if let constant = graph.constant(of: node) {
            return Bounds(lower: constant, upper: constant, mayFail: !constant.isFinite)
        }
        guard let operation = graph.operation(of: node) else { return Bounds() }
        let operands = graph.operands(of: node)
        let numbers = operands.filter { graph.type(of: $0) == .number }.map { known[$0.index] }
        var result = numbers.count == 2 ? combine(operation, numbers[0], numbers[1]) : Bounds()
        if operation == .selectNumber { tighten(&result, operands, in: graph) }
        if result.lower.isNaN || result.upper.isNaN { (result.lower, result.upper) = (-.infinity, .infinity) }
        result.mayFail = result.mayFail || numbers.contains { $0.mayFail } || numbers.count == 1
        return result
    }

    private func combine(_ operation: EmpreinteGraph.Operation, _ a: Bounds, _ b: Bounds) -> Bounds {
        switch operation {
        case .selectNumber: return Bounds(lower: min(a.lower, b.lower), upper: max(a.upper, b.upper))
        case .min: return Bounds(lower: min(a.lower, b.lower), upper: min(a.upper, b.upper))
        case .max: return Bounds(lower: max(a.lower, b.lower), upper: max(a.upper, b.upper))
        case .add: return Bounds(lower: a.lower + b.lower, upper: a.upper + b.upper)
        case .sub: return Bounds(lower: a.lower - b.upper, upper: a.upper - b.lower)
        case .mul: return span([a.lower * b.lower, a.lower * b.upper, a.upper * b.lower, a.upper * b.upper])
        case .div:
            guard b.isNeverZero else { return Bounds(mayFail: true) }
            return span([a.lower / b.lower, a.lower / b.upper, a.upper / b.lower, a.upper / b.upper])
        default: return Bounds(mayFail: true)
        }
    }

    private func span(_ ends: [Double]) -> Bounds {
        guard !ends.contains(where: \.isNaN), let lower = ends.min(), let upper = ends.max() else { return Bounds() }
        return Bounds(lower: lower, upper: upper)
    }

    /// A choice between a number and the limit it was found to be beyond lies on one side of the limit.
    private func tighten(_ bounds: inout Bounds, _ operands: ArraySlice<NodeID>, in graph: Graph) {
        guard let flag = operands.first, let limit = operands.dropFirst().first, let other = operands.last,
            graph.operation(of: flag) == .less
        else { return }
        let compared = graph.operands(of: flag)
        guard let left = compared.first, let right = compared.last else { return }
        if left == other, right == limit { bounds.lower = max(bounds.lower, known[limit.index].lower) }
        if left == limit, right == other { bounds.upper = min(bounds.upper, known[limit.index].upper) }
    }
}
