internal import EmpreinteGraph
internal import EmpreinteText

/// `texte`: a text with expressions between double braces, written out once all is computed.
struct Template: Term {
    enum Part: Sendable {
        case text(String)
        case term(TermID)
    }

    let parts: [Part]

    func shape(in shapes: inout Shapes) -> Shape { Shape(kind: .text) }

    func value(in lowering: inout Lowering) -> Value {
        var lowered: [TemplatePart] = []
        for part in parts {
            switch part {
            case .text(let text): lowered.append(.text(text))
            case .term(let term): lowered.append(.value(lowering.value(of: term)))
            }
        }
        if lowered.count == 1, case .text(let text) = lowered[0] {
            return lowering.present(.text(lowering.graph.code(lowering.texts.code(of: text))))
        }
        lowering.templates.append(lowered)
        return lowering.present(.template(lowering.templates.count - 1))
    }
}

/// A piece of a text: as it is, or a value to be written there.
enum TemplatePart: Sendable {
    case text(String)
    case value(Value)
}

extension RuleReader {
    /// Reads a text and the expressions in it; braces that do not close are text.
    mutating func readTemplate(_ node: Node) -> TermID {
        guard node.kind == .scalar else {
            error("mechanism.form", "a text was expected here", at: node)
            return missing()
        }
        let bytes = node.utf8
        var parts: [Template.Part] = []
        var written = bytes.startIndex
        var place = bytes.startIndex
        while let open = Self.find(0x7B, in: bytes, from: place), let close = Self.find(0x7D, in: bytes, from: open + 2)
        {
            if written < open { parts.append(.text(String(decoding: bytes[written..<open], as: UTF8.self))) }
            let inner = bytes[open + 2..<close]
            parts.append(.term(parse(inner, at: node, from: open + 2 - bytes.startIndex)))
            place = close + 2
            written = place
        }
        if written < bytes.endIndex || parts.isEmpty {
            parts.append(.text(String(decoding: bytes[written...], as: UTF8.self)))
        }
        return add(Template(parts: parts))
    }

    /// Where a byte comes twice in a row.
    private static func find(_ byte: UInt8, in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
        var place = start
        while place + 1 < bytes.endIndex {
            if bytes[place] == byte, bytes[place + 1] == byte { return place }
            place += 1
        }
        return nil
    }
}
