internal import EmpreinteGraph

/// Which nodes their only reader computes itself, so that no column carries them: a comparison only one select asks,
/// a product only one sum adds, a partial sum only the next term is added to, the first of two steps of arithmetic, a
/// choice or a sum that is only multiplied or added to.
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
            switch graph.operation(of: first) {
            case .less, .lessEqual, .equal: isFused[first.index] = canFuse(first, into: node)
            default: if isAsked(first, by: node) { leave(first) }
            }
        case .sub, .mul, .div, .min, .max:
            if let step = [first, last].first(where: { canLead($0, to: node) || isScaled($0, by: node) }) {
                isFused[step.index] = true
            }
        case .add:
            if let partial = [first, last].first(where: { canContinue($0, in: node) }) {
                isFused[partial.index] = true
            }
            for product in [first, last] where isProduct(product) && canLead(product, to: node) {
                isFused[product.index] = true
            }
            guard !isFused[first.index], !isFused[last.index] else { return }
            if let step = [first, last].first(where: { canLead($0, to: node) }) { isFused[step.index] = true }
        default: return
        }
    }

    /// A node of another section stays where it is computed less often.
    private func canFuse(_ node: NodeID, into reader: NodeID) -> Bool {
        useCounts[node.index] == 1 && axes[node.index] == axes[reader.index]
    }

    /// Whether the node is a sum that the reader multiplies.
    private func isScaled(_ node: NodeID, by reader: NodeID) -> Bool {
        isProduct(reader) && canContinue(node, in: reader)
    }

    /// Whether the node is a sum that the reader goes on with.
    private func canContinue(_ node: NodeID, in reader: NodeID) -> Bool {
        graph.operation(of: node) == .add && canFuse(node, into: reader) && firstStep(of: node) == nil
    }

    /// Whether the node can be the first step of a chain the reader ends: simple arithmetic or a choice among
    /// constants, that computes nothing else itself.
    private func canLead(_ node: NodeID, to reader: NodeID) -> Bool {
        guard canFuse(node, into: reader) else { return false }
        return switch graph.operation(of: node) {
        case .add, .sub, .mul, .min, .max: !computesAnother(node)
        case .selectNumber: canEnd(node, in: reader)
        case .pick: graph.operands(of: node).dropFirst().allSatisfy { axes[$0.index].isUniform }
        default: false
        }
    }

    /// Whether what the reader makes of the node is a tail.
    private func canEnd(_ node: NodeID, in reader: NodeID) -> Bool {
        switch graph.operation(of: reader) {
        case .mul: true
        case .add: !graph.operands(of: reader).contains { axes[$0.index].isUniform }
        default: false
        }
    }

    private func isProduct(_ node: NodeID) -> Bool { graph.operation(of: node) == .mul }

    /// Whether the node computes one of its operands itself.
    func computesAnother(_ node: NodeID) -> Bool { graph.operands(of: node).contains { isFused[$0.index] } }

    /// The first step of the chain a node ends, or nothing when it ends none.
    func firstStep(of node: NodeID) -> NodeID? {
        graph.operands(of: node).first { operand in
            guard isFused[operand.index] else { return false }
            return switch graph.operation(of: node) {
            case .add: ![.add, .mul].contains(graph.operation(of: operand))
            case .selectNumber: false
            default: true
            }
        }
    }

    // MARK: - Comparisons of codes

    /// Whether a choice compares what its test compares itself: a test only it reads, or one of codes, which costs
    /// less to repeat than to read.
    func isAsked(_ test: NodeID, by choice: NodeID) -> Bool {
        if isFused[test.index] { return true }
        switch graph.operation(of: test) {
        case .codeEqual: return isComparison(test, in: choice)
        case .and, .or:
            return axes[test.index] == axes[choice.index]
                && graph.operands(of: test).allSatisfy { isComparison(codeTest($0).comparison, in: choice) }
        default: return false
        }
    }

    /// The comparison a flag stands for, and whether it is its contrary.
    func codeTest(_ flag: NodeID) -> (comparison: NodeID, isNegated: Bool) {
        guard graph.operation(of: flag) == .not, let comparison = graph.operands(of: flag).first else {
            return (flag, false)
        }
        return (comparison, true)
    }

    /// Whether the node compares a code with a constant as often as the choice is made.
    private func isComparison(_ node: NodeID, in choice: NodeID) -> Bool {
        graph.operation(of: node) == .codeEqual && axes[node.index] == axes[choice.index]
            && graph.operands(of: node).contains { axes[$0.index].isUniform }
    }

    /// Takes a reader from a test of codes, and with the last one its column.
    private mutating func leave(_ flag: NodeID) {
        useCounts[flag.index] -= 1
        guard useCounts[flag.index] == 0 else { return }
        isFused[flag.index] = true
        guard graph.operation(of: flag) != .codeEqual else { return }
        for operand in graph.operands(of: flag) { leave(operand) }
    }

    // MARK: - Sums

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
