/// Hears every value as it is computed, operands before what reads them.
public protocol EvaluationListener {
    /// Called once a node.
    mutating func evaluated(_ node: NodeID, _ value: Scalar)
}

/// Evaluates a graph for one row, in a straight line: the reference every faster path must agree with, bit for bit.
public struct Interpreter: Sendable {
    /// The value of each node in the last run. The storage is reused from run to run.
    public private(set) var values: [Scalar] = []

    /// The first call of the last run that failed; its value is NaN, and so no other can be relied on.
    public private(set) var failure: CallFailure?

    public init() {}

    /// Evaluates every node.
    /// - Parameter inputs: the value of each slot, a flag as 0 or 1, a code as its integer.
    /// - Precondition: as many inputs as the graph has slots.
    public mutating func run(_ graph: Graph, inputs: [Scalar]) {
        var deaf = Deaf()
        evaluate(graph, inputs, &deaf)
    }

    /// Evaluates every node and tells each value to a listener.
    /// - Parameter inputs: the value of each slot, a flag as 0 or 1, a code as its integer.
    /// - Precondition: as many inputs as the graph has slots.
    public mutating func run(_ graph: Graph, inputs: [Scalar], listener: inout some EvaluationListener) {
        evaluate(graph, inputs, &listener)
    }

    private struct Deaf: EvaluationListener {
        func evaluated(_ node: NodeID, _ value: Scalar) {}
    }

    @inline(__always)
    private mutating func evaluate(_ graph: Graph, _ inputs: [Scalar], _ listener: inout some EvaluationListener) {
        precondition(inputs.count >= graph.slotCount, "\(graph.slotCount) slots, \(inputs.count) inputs")
        failure = nil
        values.removeAll(keepingCapacity: true)
        values.reserveCapacity(graph.count)
        for (position, cell) in graph.cells.enumerated() {
            let start = Int(cell.start)
            let value: Scalar =
                switch cell.kind {
                case .number(let value): value
                case .flag(let value): value ? 1 : 0
                case .code(let value): Scalar(value)
                case .input(let slot): inputs[slot]
                case .curve(let id): graph.curves[id.index].value(at: values[graph.pool[start].index])
                case .external(let id):
                    call(graph.externals[id.index], graph.pool[cell.operands], graph.origins[position])
                case .operation(let operation):
                    operation.value(of: Int(cell.operandCount)) { values[graph.pool[start + $0].index] }
                }
            values.append(value)
            listener.evaluated(NodeID(index: position), value)
        }
    }

    private mutating func call(
        _ function: ExternalFunction, _ operands: ArraySlice<NodeID>, _ origin: OriginID
    ) -> Scalar {
        do throws(CallFailure) {
            return try function.value(of: operands.map { values[$0.index] }, origin: origin)
        } catch {
            failure = failure ?? error
            return .nan
        }
    }
}
