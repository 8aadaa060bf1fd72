extension Draft {
    /// Computes what is constant, through the operation table: a node whose operands that are read are all constants
    /// is one itself. What it does not read cannot change it, so `and false x` and a code outside `pick` fold too.
    /// A call that fails stays, for the run to say so.
    mutating func fold(in graph: Graph) -> LocalPass.Outcome {
        guard let first = operands.first, let value = graph.constant(of: first) else { return .unchanged }
        switch kind {
        case .curve(let id):
            return become(constant: graph.curves[id.index].value(at: value))
        case .external(let id):
            let arguments = operands.compactMap { graph.constant(of: $0) }
            guard arguments.count == operands.count, let value = try? graph.externals[id.index].value(of: arguments)
            else { return .unchanged }
            return become(constant: value)
        case .operation(let operation):
            let read = operation.positionsRead(after: value, of: operands.count)
            guard read.allSatisfy({ graph.constant(of: operands[$0]) != nil }) else { return .unchanged }
            return become(
                constant: operation.value(of: operands.count) { graph.constant(of: operands[$0]) ?? 0 })
        case .number, .flag, .code, .input:
            return .unchanged
        }
    }
}

extension Graph {
    /// The graph with constants computed.
    public func folded() -> Rewrite { rebuilt(by: [.fold]) }
}
