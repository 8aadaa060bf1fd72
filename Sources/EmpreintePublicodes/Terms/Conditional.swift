internal import EmpreinteText

/// `condition`: one of two values; absent or undefined when what it asks is.
struct Conditional: Term {
    let condition: TermID
    let yes: TermID
    let no: TermID

    func shape(in shapes: inout Shapes) -> Shape {
        let (first, second) = (shapes.of(yes), shapes.of(no))
        return Shape(
            isNullable: shapes.of(condition).isNullable || first.isNullable || second.isNullable,
            kind: first.kind ?? second.kind)
    }

    func value(in lowering: inout Lowering) -> Value {
        let condition = lowering.value(of: condition)
        return lowering.conditional(condition, { $0.value(of: yes) }, else: { $0.value(of: no) })
    }

    func absence(in lowering: inout Lowering) -> Absence {
        let condition = lowering.value(of: condition)
        return lowering.conditionalAbsence(condition, { $0.absence(of: yes) }, else: { $0.absence(of: no) })
    }
}

extension RuleReader {
    /// Reads `si`, `alors` and `sinon`.
    mutating func readConditional(_ node: Node) -> TermID {
        guard let condition = node["si"], let yes = node["alors"], let no = node["sinon"] else {
            error("mechanism.form", "a condition needs 'si', 'alors' and 'sinon'", at: node)
            return missing()
        }
        let first = read(condition)
        let second = read(yes)
        return add(Conditional(condition: first, yes: second, no: read(no)))
    }
}
