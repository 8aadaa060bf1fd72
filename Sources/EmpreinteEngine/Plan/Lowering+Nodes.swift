internal import EmpreinteGraph

extension Lowering {
    /// Emits what computes a node of lanes.
    /// - Returns: its column.
    mutating func lower(_ node: NodeID) -> Int {
        let operands = Array(graph.operands(of: node))
        if case .curve(let id) = graph.kind(of: node) {
            return emit(.curve, [read(operands[0])], .number, axes[node.index], detail: id.index)
        }
        if let function = graph.external(of: node) {
            calls.append(Call(function: function, origin: graph.origin(of: node)))
            let columns = operands.map { readColumn($0) }
            return emit(.call, columns, .number, axes[node.index], detail: calls.count - 1)
        }
        guard let operation = graph.operation(of: node) else { preconditionFailure("\(node) is no operation") }
        if let step = fusion.firstStep(of: node) { return lowerChain(node, operation, operands, after: step) }
        switch operation {
        case .add: return lowerSum(node)
        case .selectNumber: return lowerSelect(node, operands)
        case .pick: return lowerPick(node, operands)

        // A constant stands on the right of what commutes.
        case .mul, .equal, .codeEqual:
            let ordered = isUniform(operands[0]) ? operands.reversed() : operands
            return emit(Kernel(operation), ordered.map { read($0) }, operation.resultType, axes[node.index])
        case .sub, .div, .min, .max, .pow, .less, .lessEqual, .neg, .abs, .round, .floor, .ceil, .exp, .log:
            return emit(Kernel(operation), operands.map { read($0) }, operation.resultType, axes[node.index])

        // Constant operands are rare here: columns of them keep kernels few.
        case .and, .or, .not, .selectFlag, .selectCode:
            return emit(Kernel(operation), operands.map { readColumn($0) }, operation.resultType, axes[node.index])
        }
    }

    /// The code of a pick and the table of its cells.
    mutating func readTable(_ operands: [NodeID]) -> [Operand] {
        let table = row.table(operands.dropFirst().map { .node($0) } + [.nan])
        return [readColumn(operands[0]), .constant(table)]
    }
}

extension Kernel {
    /// The kernel that does just the operation.
    fileprivate init(_ operation: Operation) {
        switch operation {
        case .add: self = .add
        case .sub: self = .sub
        case .mul: self = .mul
        case .div: self = .div
        case .neg: self = .neg
        case .min: self = .min
        case .max: self = .max
        case .abs: self = .abs
        case .round: self = .round
        case .floor: self = .floor
        case .ceil: self = .ceil
        case .pow: self = .pow
        case .exp: self = .exp
        case .log: self = .log
        case .less: self = .less
        case .lessEqual: self = .lessEqual
        case .equal: self = .equal
        case .codeEqual: self = .codeEqual
        case .and: self = .and
        case .or: self = .or
        case .not: self = .not
        case .selectNumber: self = .selectNumber
        case .selectFlag: self = .selectFlag
        case .selectCode: self = .selectCode
        case .pick: self = .lookup
        }
    }
}
