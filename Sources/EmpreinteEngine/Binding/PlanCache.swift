public import EmpreinteGraph
internal import Synchronization

/// The plans staged lately from one graph, by binding; usable from any thread.
public final class PlanCache: Sendable {
    /// The graph plans are staged from.
    public let graph: Graph
    private let capacity: Int
    /// The latest used last.
    private let plans = Mutex<[(binding: Binding, plan: Plan)]>([])

    /// - Parameter capacity: how many plans to remember; the one unused longest goes first.
    public init(_ graph: Graph, capacity: Int = 16) {
        self.graph = graph
        self.capacity = max(1, capacity)
    }

    /// The plan for a binding, staged unless known. Threads that ask for the same unknown plan may each stage it.
    public func plan(for binding: Binding) -> Plan {
        let known = plans.withLock { plans -> Plan? in
            guard let place = plans.firstIndex(where: { $0.binding == binding }) else { return nil }
            let entry = plans.remove(at: place)
            plans.append(entry)
            return entry.plan
        }
        if let known { return known }
        let plan = Plan(graph, binding)
        plans.withLock { plans in
            guard !plans.contains(where: { $0.binding == binding }) else { return }
            if plans.count == capacity { plans.removeFirst() }
            plans.append((binding, plan))
        }
        return plan
    }

    /// The bindings whose plans are remembered, the latest used last.
    var bindings: [Binding] { plans.withLock { $0.map(\.binding) } }
}
