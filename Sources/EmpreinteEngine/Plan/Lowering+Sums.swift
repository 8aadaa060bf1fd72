internal import EmpreinteGraph

extension Lowering {
    /// A term of a sum, as kernels take it.
    private enum Term {
        case plain(Operand)
        case constant(Operand)
        /// Two columns multiplied.
        case product(Operand, Operand)
        /// A column and a constant multiplied.
        case weighted(Operand, Operand)

        /// Terms one instruction can add together.
        var kernel: Kernel {
            switch self {
            case .plain: .sum
            case .constant: .add
            case .product: .dot
            case .weighted: .weigh
            }
        }

        var operands: [Operand] {
            switch self {
            case .plain(let a), .constant(let a): [a]
            case .product(let a, let b), .weighted(let a, let b): [a, b]
            }
        }
    }

    /// Emits a sum from the left: runs of like terms, at most four an instruction, each added to what came before.
    /// - Parameter scale: a constant that the sum is multiplied by at the end.
    mutating func lowerSum(_ node: NodeID, scale: Operand? = nil) -> Int {
        var terms = fusion.terms(of: node).map { term($0) }
        // Addition commutes, so a sum may start with a term that the other is added to.
        switch (terms[0], terms[1]) {
        case (.constant, _), (.product, .plain), (.weighted, .plain): terms.swapAt(0, 1)
        default: break
        }
        let axes = axes[node.index]
        var before: Operand?
        var rest = terms[...]
        var column = 0
        while let kernel = rest.first?.kernel {
            if before == nil, case .plain(let first) = rest[rest.startIndex] {
                before = first
                rest = rest.dropFirst()
                continue
            }
            let alike = rest.prefix(kernel == .add ? 1 : before == nil ? 4 : 3).prefix { $0.kernel == kernel }
            rest = rest.dropFirst(alike.count)
            let reads = (before.map { [$0] } ?? []) + alike.flatMap(\.operands)
            column = emitTerms(kernel, reads, scale: rest.isEmpty ? scale : nil, isProduct: before == nil, axes)
            before = .column(column)
        }
        return column
    }

    private mutating func emitTerms(
        _ kernel: Kernel, _ reads: [Operand], scale: Operand?, isProduct: Bool, _ axes: Axes
    ) -> Int {
        switch (reads.count == 2, scale) {
        case (true, nil):
            return emit(isProduct ? .mul : .add, reads, .number, axes)
        case (true, let scale?):
            let links = Link.detail(Int((isProduct ? Link.mul : .add).rawValue), .mul)
            return emit(.chain, reads + [scale], .number, axes, detail: links)
        case (false, nil):
            return emit(kernel, reads, .number, axes)
        case (false, let scale?):
            return emit(kernel, reads + [scale], .number, axes, detail: 1)
        }
    }

    private mutating func term(_ node: NodeID) -> Term {
        guard !isUniform(node) else { return .constant(read(node)) }
        guard fusion.isFused[node.index], graph.operation(of: node) == .mul else { return .plain(read(node)) }
        let factors = Array(graph.operands(of: node))
        if isUniform(factors[0]) { return .weighted(read(factors[1]), read(factors[0])) }
        if isUniform(factors[1]) { return .weighted(read(factors[0]), read(factors[1])) }
        return .product(read(factors[0]), read(factors[1]))
    }
}
