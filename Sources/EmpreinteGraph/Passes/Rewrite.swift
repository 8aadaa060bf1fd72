/// A new graph that computes the same values, and where the nodes of the old one went.
public struct Rewrite: Sendable {
    /// The new graph.
    public let graph: Graph

    /// The new node of each old one; nothing where no root needs it any more.
    public let map: [NodeID?]

    init(of old: Graph, into graph: Graph, map: [NodeID?]) {
        assert(map.count == old.count, "a pass places every node")
        assert(
            zip(old.nodes, map).allSatisfy { $1.map(graph.type(of:)) ?? old.type(of: $0) == old.type(of: $0) },
            "a pass keeps types")
        self.graph = graph
        self.map = map
    }

    private init(graph: Graph, map: [NodeID?]) {
        self.graph = graph
        self.map = map
    }

    /// The new node of an old one.
    /// - Precondition: the node was kept, as roots and all they read are.
    public subscript(node: NodeID) -> NodeID {
        guard let new = map[node.index] else { preconditionFailure("\(node) was pruned") }
        return new
    }

    /// This rewrite and then another of its graph, as one.
    public func then(_ next: Rewrite) -> Rewrite {
        Rewrite(graph: next.graph, map: map.map { $0.flatMap { next.map[$0.index] } })
    }
}
