internal import EmpreinteGraph

/// The order in which what actions change can be computed: an unanswered question starts from its default, which reads
/// other questions as changed, and what is moved to a question is taken from another before any move.
public struct ActedOrder: Sendable {
    /// One thing to compute of a target.
    public struct Step: Sendable, Hashable {
        /// What is settled at this step.
        public let target: Effect.Target
        /// Its value after `set`, which moves start from; otherwise the value after all verbs.
        public let isStart: Bool
    }

    /// Every step after those it reads.
    public private(set) var steps: [Step] = []
    /// The targets of a ring that leads from a move back to what it starts from; empty when there is none.
    public private(set) var ring: [Effect.Target] = []

    private let targets: [Effect.Target]
    /// By twice the position of the target, plus 1 for the value after all verbs.
    private var reads: [[Int]]

    /// - Complexity: O(targets × nodes below them).
    public init(_ model: Model) {
        let moves = model.actions.flatMap(\.effects).compactMap { effect -> (Effect.Target, Effect.Target)? in
            if case .move(let from, let to, _, _) = effect.verb { (from, to) } else { nil }
        }
        var positions: [Effect.Target: Int] = [:]
        var targets: [Effect.Target] = []
        for target in model.actions.flatMap(\.effects).flatMap(\.verb.targets) where positions[target] == nil {
            positions[target] = targets.count
            targets.append(target)
        }
        self.targets = targets
        reads = Array(repeating: [], count: 2 * targets.count)
        let below = Self.targetsBelow(targets, model)
        for position in targets.indices {
            reads[2 * position] = below[position].map { 2 * $0 + 1 }
            reads[2 * position + 1] = [2 * position]
        }
        for (from, to) in moves {
            guard let source = positions[from], let sink = positions[to] else { continue }
            reads[2 * sink + 1].append(2 * source)
        }
        sort()
    }

    /// The targets that the definition of each reads, directly or through what is not a target.
    private static func targetsBelow(_ targets: [Effect.Target], _ model: Model) -> [[Int]] {
        let nodes = targets.map { model.node(of: $0) }
        let graph = model.graph
        var isTarget = [Int?](repeating: nil, count: graph.count)
        for (position, node) in nodes.enumerated() {
            if let node { isTarget[node.index] = position }
        }
        var stamps = [Int](repeating: -1, count: graph.count)
        return nodes.enumerated().map { position, node in
            guard let node else { return [] }
            var found: [Int] = []
            var waiting = Array(graph.operands(of: node))
            while let next = waiting.popLast() {
                guard stamps[next.index] != position else { continue }
                stamps[next.index] = position
                if let target = isTarget[next.index] {
                    found.append(target)
                } else {
                    waiting += graph.operands(of: next)
                }
            }
            return found.sorted()
        }
    }

    /// Walks without recursion, so that a chain of any length is fine.
    private mutating func sort() {
        enum State { case unseen, open, done }
        var state = [State](repeating: .unseen, count: reads.count)
        var path: [(step: Int, next: Int)] = []
        for first in reads.indices where state[first] == .unseen {
            path.append((first, 0))
            state[first] = .open
            while let (step, next) = path.last {
                guard next < reads[step].count else {
                    state[step] = .done
                    path.removeLast()
                    steps.append(Step(target: targets[step / 2], isStart: step.isMultiple(of: 2)))
                    continue
                }
                path[path.count - 1].next += 1
                let read = reads[step][next]
                switch state[read] {
                case .unseen:
                    path.append((read, 0))
                    state[read] = .open
                case .open:
                    let start = path.firstIndex { $0.step == read } ?? 0
                    if ring.isEmpty { ring = path[start...].map { targets[$0.step / 2] } }
                case .done: break
                }
            }
        }
    }
}

extension Model {
    /// The node whose value a target is, before any action.
    func node(of target: Effect.Target) -> NodeID? {
        switch target {
        case .input(let index, let isHousehold): isHousehold ? inputs[index].stated : inputs[index].value
        case .figure(let factor, let cell): factors[factor].cells[cell].value
        case .trend(let index): trends[index].cell?.value
        }
    }
}
