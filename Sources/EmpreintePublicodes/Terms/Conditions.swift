internal import EmpreinteText

extension RuleReader {
    /// Reads `toutes ces conditions` or `une de ces conditions`.
    mutating func readConditions(_ node: Node, _ operation: Operator) -> TermID {
        let terms = readList(node)
        return add(Conditions(terms: terms, operation: operation))
    }
}

/// All of some conditions, or one of them.
struct Conditions: Term {
    let terms: [TermID]
    /// `et` or `ou`.
    let operation: Operator

    func shape(in shapes: inout Shapes) -> Shape { .flag }

    func value(in lowering: inout Lowering) -> Value {
        var result = lowering.present(.flag(operation == .and ? lowering.yes : lowering.no))
        for term in terms {
            if let decided = lowering.decided(operation, by: result) { return decided }
            result = lowering.join(operation, result, lowering.value(of: term))
        }
        return result
    }
}
