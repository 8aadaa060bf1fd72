internal import EmpreinteGraph
internal import EmpreinteText

/// A number as written, with its unit.
struct NumberLiteral: Term {
    let value: Double
    let unit: UnitID?

    func shape(in shapes: inout Shapes) -> Shape { .number }

    func value(in lowering: inout Lowering) -> Value {
        lowering.present(.number(lowering.graph.number(value), unit))
    }
}

/// `oui` or `non`.
struct FlagLiteral: Term {
    let value: Bool

    func shape(in shapes: inout Shapes) -> Shape { .flag }

    func value(in lowering: inout Lowering) -> Value {
        lowering.present(.flag(value ? lowering.yes : lowering.no))
    }
}

/// A text between quotes.
struct TextLiteral: Term {
    let code: Int32

    func shape(in shapes: inout Shapes) -> Shape { Shape(kind: .text) }

    func value(in lowering: inout Lowering) -> Value {
        lowering.present(.text(lowering.graph.code(code)))
    }
}

/// A day, counted from 1 January 1970.
struct DateLiteral: Term {
    let day: Int

    func shape(in shapes: inout Shapes) -> Shape { Shape(kind: .date) }

    func value(in lowering: inout Lowering) -> Value {
        lowering.present(.date(lowering.graph.number(Double(day))))
    }
}

/// A value nobody gave.
struct Missing: Term {
    func shape(in shapes: inout Shapes) -> Shape { Shape() }

    func value(in lowering: inout Lowering) -> Value { lowering.undefined }
}

/// A value that never applies.
struct NotApplicable: Term {
    func shape(in shapes: inout Shapes) -> Shape { Shape(isNullable: true) }

    func value(in lowering: inout Lowering) -> Value { lowering.absent }
}

extension RuleReader {
    /// Reads `constant: {type, nodeValue}`, a value spelled out.
    mutating func readConstant(_ node: Node) -> TermID {
        guard let value = node["nodeValue"], !value.isNull else { return add(NotApplicable()) }
        switch node["type"]?.text {
        case "boolean": return add(FlagLiteral(value: value.textEquals("true")))
        case "string", "date": return literal(value.text)
        default: return read(expression: value)
        }
    }
}
