internal import EmpreinteGraph
internal import EmpreinteText

/// `produit`: the factors multiplied, from the last to the first as the language does.
struct Product: Term {
    let terms: [TermID]

    func shape(in shapes: inout Shapes) -> Shape {
        Shape(isNullable: terms.contains { shapes.of($0).isNullable }, kind: .number)
    }

    func value(in lowering: inout Lowering) -> Value {
        var product = lowering.present(.number(lowering.graph.number(1), nil))
        for term in terms {
            let value = lowering.value(of: term)
            product = lowering.decided(.multiply, by: value) ?? lowering.multiply(value, product)
        }
        return product
    }
}

extension RuleReader {
    /// Reads a product, whose unit is simplified.
    mutating func readProduct(_ node: Node) -> TermID {
        let product = add(Product(terms: readList(node)))
        return add(UnitSimplification(value: product))
    }
}
