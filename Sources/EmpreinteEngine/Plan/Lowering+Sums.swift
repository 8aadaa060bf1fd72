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

        /// What adds several such terms.
        var kernel: Kernel {
            switch self {
            case .plain: .sum
            case .constant: .add
            case .product: .dot
            case .weighted: .weigh
            }
        }

        /// Whether one instruction can add both.
        func joins(_ next: Term) -> Bool {
            switch kernel {
            case .sum, .weigh: next.kernel == .sum || next.kernel == .weigh
            case .dot: next.kernel == .dot
            default: false
            }
        }

        var operands: [Operand] {
            switch self {
            case .plain(let a), .constant(let a): [a]
            case .product(let a, let b), .weighted(let a, let b): [a, b]
            }
        }
    }

    /// Emits a sum from the left: runs of terms that go together, at most four an instruction, each added to what came
    /// before. Among weighted columns those without a weight have the weight 1, which changes no bit.
    /// - Parameter scale: what the sum is multiplied by at the end.
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
        while let next = rest.first {
            if before == nil, case .plain(let first) = next {
                before = first
                rest = rest.dropFirst()
                continue
            }
            let others = rest.dropFirst().prefix(before == nil ? 3 : 2).prefix { next.joins($0) }
            rest = rest.dropFirst(1 + others.count)
            let run = [next] + others
            let kernel = run.contains { $0.kernel == .weigh } ? .weigh : next.kernel
            let reads = run.flatMap { kernel == .weigh ? weighted($0) : $0.operands }
            let all = (before.map { [$0] } ?? []) + reads
            if all.count > 2, rest.count == 1, scale == nil, case .plain(let last)? = rest.first {
                return emit(kernel, all, (.plus, last), axes)
            }
            column = emitTerms(kernel, all, scale: rest.isEmpty ? scale : nil, isProduct: before == nil, axes)
            before = .column(column)
        }
        return column
    }

    /// The term as a column and its weight.
    private mutating func weighted(_ term: Term) -> [Operand] {
        guard case .plain(let column) = term else { return term.operands }
        return [column, .constant(row.position(of: .literal(Scalar(1).bitPattern)))]
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
        case (false, let scale):
            return emit(kernel, reads, scale.map { (.times, $0) }, axes)
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
