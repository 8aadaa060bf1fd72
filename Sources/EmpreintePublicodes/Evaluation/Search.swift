internal import EmpreinteGraph

/// The part of a graph that a trial changes, as a graph of its own.
struct Region: Sendable {
    private(set) var graph = Graph()
    private(set) var result = NodeID(rawValue: 0)
    /// Whether there is no result.
    private(set) var isMissing = NodeID(rawValue: 0)
    /// What it reads of the rest, in the order of its slots after that of the trial.
    private(set) var operands: [NodeID] = []

    /// - Complexity: O(nodes).
    init(_ whole: Graph, trial: NodeID, result: NodeID, isMissing: NodeID) {
        var varies = Array(repeating: false, count: whole.count)
        varies[trial.index] = true
        for node in whole.nodes where !varies[node.index] {
            varies[node.index] = whole.operands(of: node).contains { varies[$0.index] }
        }
        var isRead = Array(repeating: false, count: whole.count)
        (isRead[result.index], isRead[isMissing.index]) = (true, true)
        for node in whole.nodes.reversed() where isRead[node.index] && varies[node.index] {
            for operand in whole.operands(of: node) { isRead[operand.index] = true }
        }
        var images = Array(repeating: NodeID(rawValue: 0), count: whole.count)
        let tried = graph.input(slot: 0, type: .number)
        for node in whole.nodes where isRead[node.index] {
            images[node.index] = node == trial ? tried : image(of: node, in: whole, images, varies[node.index])
        }
        self.result = images[result.index]
        self.isMissing = images[isMissing.index]
    }

    private mutating func image(of node: NodeID, in whole: Graph, _ images: [NodeID], _ varies: Bool) -> NodeID {
        let origin = whole.origin(of: node)
        switch whole.kind(of: node) {
        case .number(let value): return graph.number(value)
        case .flag(let value): return graph.flag(value)
        case .code(let value): return graph.code(value)
        case _ where !varies:
            operands.append(node)
            return graph.input(slot: operands.count, type: whole.type(of: node))
        case .input: preconditionFailure("only the trial varies by itself")
        case .curve(let id): return graph.curve(whole.curves[id.index], at: own(node, whole, images)[0], origin: origin)
        case .external(let id):
            return graph.call(whole.externals[id.index], on: own(node, whole, images), origin: origin)
        case .operation(let operation):
            return graph.apply(operation, to: own(node, whole, images), origin: origin)
        }
    }

    private func own(_ node: NodeID, _ whole: Graph, _ images: [NodeID]) -> [NodeID] {
        whole.operands(of: node).map { images[$0.index] }
    }
}

/// A region and how a number is sought in it.
struct Search: Sendable {
    let region: Region
    let method: SolveMethod

    init(_ region: Region, _ method: SolveMethod) {
        self.region = region
        self.method = method
    }
}

/// One trial after the other, for one row at a time.
struct Trials {
    private let search: Search
    private var interpreter = Interpreter()
    private var inputs: [Scalar]

    init(_ search: Search) {
        self.search = search
        inputs = Array(repeating: 0, count: search.region.operands.count + 1)
    }

    /// The number found for a row, or nothing.
    /// - Parameter argument: whether it is wanted, the goal, then what the region reads.
    mutating func find(_ argument: (Int) -> Double) -> Double? {
        guard argument(0) != 0 else { return nil }
        for place in search.region.operands.indices { inputs[place + 1] = argument(place + 2) }
        switch search.method {
        case .fixedPoint: return fixedPoint()
        case .inversion(let range): return inversion(of: argument(1), range)
        }
    }

    /// What a trial gives, or nothing when it gives no number.
    private mutating func attempt(_ x: Double) -> Double? {
        inputs[0] = x
        interpreter.run(search.region.graph, inputs: inputs)
        let y = interpreter.values[search.region.result.index]
        return interpreter.values[search.region.isMissing.index] == 0 && y.isFinite ? y : nil
    }

    private mutating func fixedPoint() -> Double? {
        guard let first = attempt(1) else { return nil }
        var search = RootSearch(tolerance: 0.5, acceptable: 2, iterations: 25)
        return search.root(between: -1_000_000, and: 100_000_000) { x in
            x == 1 ? first - 1 : (attempt(x) ?? .nan) - x
        }
    }

    /// Two guesses first, the goal itself and one in proportion, to search between better bounds than the widest.
    private mutating func inversion(of goal: Double, _ range: ClosedRange<Double>) -> Double? {
        guard goal.isFinite else { return nil }
        let x1 = goal
        let y1 = attempt(x1)
        let x2 = y1.map { x1 * goal * ($0 > goal ? 0.9 : 1.2) / $0 } ?? 2000
        let y2 = attempt(x2)
        guard y1 != nil || y2 != nil else { return nil }
        let (first, second) = (y1 ?? .nan, y2 ?? .nan)
        let below =
            second < goal && (second > first || first > goal)
            ? x2 : first < goal && (first > second || second > goal) ? x1 : range.lowerBound
        let above =
            second > goal && (second < first || first < goal)
            ? x2 : first > goal && (first < second || second < goal) ? x1 : range.upperBound
        var search = RootSearch(tolerance: 0.1, acceptable: 1, iterations: 10)
        return search.root(between: below, and: above) { x in
            (x == x1 ? first : x == x2 ? second : attempt(x) ?? .nan) - goal
        }
    }
}
