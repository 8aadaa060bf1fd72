extension Graph {
    /// How many nodes there are; their identifiers run from 0.
    public var count: Int { cells.count }

    /// Every node, operands first.
    public var nodes: some RandomAccessCollection<NodeID> { (0..<cells.count).lazy.map(NodeID.init(index:)) }

    /// The type of the node's value.
    public func type(of node: NodeID) -> ValueType { cells[node.index].type }

    /// What the node is.
    public func kind(of node: NodeID) -> NodeKind { cells[node.index].kind }

    /// The node's operation, or nothing for leaves, curves and calls.
    public func operation(of node: NodeID) -> Operation? {
        if case .operation(let operation) = cells[node.index].kind { operation } else { nil }
    }

    /// The node's operands, in order; a view, without allocation.
    public func operands(of node: NodeID) -> ArraySlice<NodeID> {
        pool[cells[node.index].operands]
    }

    /// The value of a constant, or nothing.
    public func constant(of node: NodeID) -> Scalar? { cells[node.index].kind.constant }

    /// The slot of an input, or nothing.
    public func slot(of node: NodeID) -> Int? {
        if case .input(let slot) = cells[node.index].kind { slot } else { nil }
    }

    /// The curve of a curve node, or nothing.
    public func curve(of node: NodeID) -> Curve? {
        if case .curve(let id) = cells[node.index].kind { curves[id.index] } else { nil }
    }

    /// The plugin's function a node calls, or nothing.
    public func external(of node: NodeID) -> ExternalFunction? {
        if case .external(let id) = cells[node.index].kind { externals[id.index] } else { nil }
    }

    /// Where the node came from, `.none` when never said.
    public func origin(of node: NodeID) -> OriginID { origins[node.index] }
}
