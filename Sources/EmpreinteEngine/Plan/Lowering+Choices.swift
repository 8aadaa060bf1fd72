internal import EmpreinteGraph

extension Lowering {
    /// Emits a choice of numbers, with the comparisons that only it asks for.
    /// - Parameter tail: what becomes of its value, and by what.
    mutating func lowerSelect(_ node: NodeID, _ operands: [NodeID], tail: (Tail, Operand)? = nil) -> Int {
        let test = operands[0]
        let arms = operands.dropFirst().map { read($0) }
        guard fusion.isAsked(test, by: node), let operation = graph.operation(of: test) else {
            return emit(.selectNumber, [readColumn(test)] + arms, tail, axes[node.index])
        }
        let kernel: Kernel
        switch operation {
        case .less: kernel = .ifLess
        case .lessEqual: kernel = .ifLessEqual
        case .equal: kernel = .ifEqual
        case .codeEqual: kernel = .ifCodeEqual
        default: return lowerCodeTests(node, test, arms, tail)
        }
        return emit(kernel, readSides(of: test) + arms, tail, axes[node.index])
    }

    /// A choice by two codes. Every `or` is an `and` of the contraries with the arms exchanged.
    private mutating func lowerCodeTests(
        _ node: NodeID, _ test: NodeID, _ arms: [Operand], _ tail: (Tail, Operand)?
    ) -> Int {
        let isOr = graph.operation(of: test) == .or
        let tests = graph.operands(of: test).map { fusion.codeTest($0) }
        var sides = tests.map { readSides(of: $0.comparison) }
        var arms = isOr ? arms.reversed() : arms
        let kernel: Kernel
        switch (tests[0].isNegated != isOr, tests[1].isNegated != isOr) {
        case (false, false): kernel = .ifBothCodes
        case (false, true): kernel = .ifOnlyFirstCode
        case (true, false):
            kernel = .ifOnlyFirstCode
            sides.reverse()
        case (true, true):
            kernel = .ifEitherCode
            arms.reverse()
        }
        return emit(kernel, sides.flatMap { $0 } + arms, tail, axes[node.index])
    }

    /// What a comparison reads; a constant stands on the right where sides may be exchanged.
    private mutating func readSides(of test: NodeID) -> [Operand] {
        let sides = Array(graph.operands(of: test))
        let isTurned = graph.operation(of: test)?.facts.isCommutative == true && isUniform(sides[0])
        return (isTurned ? sides.reversed() : sides).map { read($0) }
    }

    /// A row of constants is a table; otherwise each cell that is not NaN is chosen in turn.
    mutating func lowerPick(_ node: NodeID, _ operands: [NodeID]) -> Int {
        let cells = operands.dropFirst()
        if cells.allSatisfy({ isUniform($0) }) {
            return emit(.lookup, readTable(operands), .number, axes[node.index], detail: cells.count)
        }
        let code = readColumn(operands[0])
        var chosen = Operand.constant(row.position(of: .nan))
        var column = 0
        for (position, cell) in cells.enumerated() {
            let constant = row.position(of: .literal(Scalar(position).bitPattern))
            column = emit(
                .ifCodeEqual, [code, .constant(constant), read(cell), chosen], .number, axes[node.index])
            chosen = .column(column)
        }
        return column
    }
}
