internal import EmpreinteGraph

extension Formulas {
    /// The formulas as a graph: slots of numbers first, then of codes.
    func graph() -> (graph: Graph, outputs: [NodeID]) {
        var graph = Graph()
        var values = (0..<numberCount).map { graph.input(slot: $0, type: .number) }
        let codes = optionCounts.indices.map { graph.input(slot: numberCount + $0, type: .code) }
        for step in steps { values.append(graph.node(for: step, values, codes)) }
        return (graph, outputs.map { values[$0] })
    }
}

extension Graph {
    fileprivate mutating func node(for step: Formulas.Step, _ values: [NodeID], _ codes: [NodeID]) -> NodeID {
        switch step {
        case .binary(let operation, let left, let right):
            return apply(Operation(operation), values[left], values[right])
        case .scaled(let operation, let value, let constant):
            return apply(Operation(operation), values[value], number(constant))
        case .weighted(let terms):
            return total(of: terms.map { apply(.mul, number($0.weight), values[$0.value]) })
        case .choice(let condition, let first, let second):
            return apply(.selectNumber, flag(for: condition, values, codes), values[first], values[second])
        case .table(let cells, let code):
            return pick(codes[code], from: cells.map { number($0) })
        case .present(let presence, let value):
            return apply(.selectNumber, flag(for: presence, codes), values[value], number(0))
        case .sum(let terms):
            return total(of: terms.map { values[$0] })
        }
    }

    private mutating func total(of terms: [NodeID]) -> NodeID {
        terms.dropFirst().reduce(terms[0]) { apply(.add, $0, $1) }
    }

    private mutating func flag(for condition: Formulas.Condition, _ values: [NodeID], _ codes: [NodeID]) -> NodeID {
        switch condition {
        case .below(let value, let limit): apply(.less, values[value], number(limit))
        case .less(let left, let right): apply(.less, values[left], values[right])
        case .equal(let code, let option): apply(.codeEqual, codes[code], self.code(option))
        }
    }

    private mutating func flag(for presence: Formulas.Presence, _ codes: [NodeID]) -> NodeID {
        func isOption(_ code: Int, _ option: Int32) -> NodeID { apply(.codeEqual, codes[code], self.code(option)) }
        switch presence {
        case .either(let code, let option, let other, let otherOption):
            return apply(.or, isOption(code, option), isOption(other, otherOption))
        case .both(let code, let option, let other, let otherOption):
            return apply(.and, isOption(code, option), apply(.not, isOption(other, otherOption)))
        }
    }
}

extension Operation {
    fileprivate init(_ operation: Formulas.Binary) {
        self =
            switch operation {
            case .add: .add
            case .sub: .sub
            case .mul: .mul
            case .div: .div
            case .min: .min
            case .max: .max
            }
    }
}
