public import EmpreinteText

extension Shape {
    /// Checks a value against the shape and reports every departure.
    ///
    /// Codes: `key.unknown`, `key.missing`, `shape.mismatch`, `value.integer`, `value.flag`, `value.word`, `id.syntax`,
    /// `formula.split`.
    public func check(_ node: Node, of name: @autoclosure () -> String, _ diagnostics: inout Diagnostics) {
        switch self {
        case .text, .constant, .quantity, .quantityOr, .date, .expression:
            expectScalar(node, name(), &diagnostics)
        case .answer: break
        case .id:
            guard expectScalar(node, name(), &diagnostics) else { return }
            Shape.checkID(node, &diagnostics)
        case .integer, .year:
            guard expectScalar(node, name(), &diagnostics), Int(node.text) == nil else { return }
            diagnostics.error(
                "value.integer", "'\(node.text)' is not a whole number; \(name()) needs one", at: node.range)
        case .flag:
            guard expectScalar(node, name(), &diagnostics), node.flag == nil else { return }
            diagnostics.error(
                "value.flag", "'\(node.text)' is not true or false", at: node.range,
                hint: "write \(name()): true or \(name()): false")
        case .word(let words):
            guard expectScalar(node, name(), &diagnostics), !words.contains(node.text) else { return }
            diagnostics.error(
                "value.word", "'\(node.text)' is not known here; \(name()) is one of \(words.joined(separator: ", "))",
                at: node.range, hint: Spelling.didYouMean(node.text, among: words))
        case .label:
            if node.kind == .mapping {
                Shape.translations.check(node, of: name(), &diagnostics)
            } else {
                expectScalar(node, name(), &diagnostics)
            }
        case .list(let item):
            guard expect(.sequence, node, name(), &diagnostics) else { return }
            for element in node.items { item.check(element, of: name(), &diagnostics) }
        case .map(let key, let value):
            guard expect(.mapping, node, name(), &diagnostics) else { return }
            for entry in node.entries where !Shape.reportSplit(entry, in: node, &diagnostics) {
                key.check(entry.key, &diagnostics)
                value.check(entry.value, of: entry.key.text, &diagnostics)
            }
        case .record(let fields, _):
            guard expect(.mapping, node, name(), &diagnostics) else { return }
            Shape.check(node, fields, of: name(), &diagnostics)
        case .either(let scalar, let other):
            (node.kind == .scalar ? scalar : other).check(node, of: name(), &diagnostics)
        }
    }

    private static let translations = Shape.map(.language, .text)

    /// Checks the keys of a map against declared fields and calls back with the position of each that is known;
    /// `isComplete` is false for an overriding entry, which states only what changes.
    static func check(
        _ node: Node, _ fields: [Field], of name: @autoclosure () -> String, isComplete: Bool = true,
        _ diagnostics: inout Diagnostics, given: (Int, Node) -> Void = { _, _ in }
    ) {
        for entry in node.entries {
            if let field = fields.position(of: entry.key) {
                fields[field].check(entry.value, &diagnostics)
                given(field, entry.value)
            } else if !reportSplit(entry, in: node, &diagnostics) {
                reportUnknown(entry.key, of: name(), among: fields.map(\.name), &diagnostics)
            }
        }
        guard isComplete else { return }
        for field in fields where field.isRequired && node[field.name] == nil {
            diagnostics.error(
                "key.missing", "\(name()) lacks '\(field.name)'", at: node.firstLine,
                hint: "\(field.name): \(field.summary)")
        }
    }

    /// Reports a key that is none of the known ones, with the nearest.
    static func reportUnknown(
        _ key: Node, of name: String, among known: [String], _ diagnostics: inout Diagnostics
    ) {
        diagnostics.error(
            "key.unknown", "'\(key.text)' is not a key of \(name)", at: key.range,
            hint: Spelling.didYouMean(key.text, among: known) ?? "known keys: \(known.joined(separator: ", "))")
    }

    /// Reports an entry that YAML made of the tail of an unquoted formula, as in `{ghg: min(a, b)}`.
    private static func reportSplit(
        _ entry: (key: Node, value: Node), in map: Node, _ diagnostics: inout Diagnostics
    ) -> Bool {
        guard map.isFlow, entry.value.isNull, entry.value.text.isEmpty else { return false }
        diagnostics.error(
            "formula.split", "YAML read '\(entry.key.text)' as a key of its own: a comma inside { } ends a value",
            at: entry.key.range, hint: "quote the whole formula")
        return true
    }

    @discardableResult
    private func expectScalar(
        _ node: Node, _ name: @autoclosure () -> String, _ diagnostics: inout Diagnostics
    ) -> Bool {
        guard expect(.scalar, node, name(), &diagnostics) else { return false }
        guard node.isNull else { return true }
        diagnostics.error(
            "value.empty", "\(name()) has no value", at: node.range, hint: "write one, or leave the key out")
        return false
    }

    private func expect(
        _ kind: Node.Kind, _ node: Node, _ name: @autoclosure () -> String, _ diagnostics: inout Diagnostics
    ) -> Bool {
        guard node.kind != kind else { return true }
        diagnostics.error(
            "shape.mismatch", "\(name()) is \(node.kind.words), where \(kind.words) is expected", at: node.firstLine,
            hint: node.kind != .scalar && kind == .scalar ? "quote the text if it is a formula" : nil)
        return false
    }

    /// Checks an id: segments of `[a-z][a-z0-9_]*` joined by dots.
    public static func checkID(_ node: Node, _ diagnostics: inout Diagnostics) {
        guard !isID(node.utf8) else { return }
        diagnostics.error(
            "id.syntax", "'\(node.text)' is not an id", at: node.range,
            hint: "small letters, digits and _ in segments joined by dots, as in transport.car_km")
    }

    /// Whether a text is an id.
    public static func isID(_ text: String) -> Bool { isID(ArraySlice(text.utf8)) }

    /// Whether the UTF-8 bytes of a text are an id.
    public static func isID(_ bytes: ArraySlice<UInt8>) -> Bool {
        var atStart = true
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): atStart = false
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                if atStart { return false }
            case UInt8(ascii: "."):
                if atStart { return false }
                atStart = true
            default: return false
            }
        }
        return !atStart
    }
}

extension Field {
    /// Checks the value of the key against its shape.
    fileprivate func check(_ value: Node, _ diagnostics: inout Diagnostics) {
        guard merge == .append, value.kind == .mapping else { return shape.check(value, of: name, &diagnostics) }
        Shape.record([Field("append", shape, required: true, "what is added to the parent's")])
            .check(value, of: name, &diagnostics)
    }
}

extension Shape.Key {
    fileprivate func check(_ key: Node, _ diagnostics: inout Diagnostics) {
        switch self {
        case .id: Shape.checkID(key, &diagnostics)
        case .name, .date: break
        case .year where Int(key.text) == nil:
            diagnostics.error("value.integer", "'\(key.text)' is not a year", at: key.range)
        case .language where key.utf8.count != 2:
            diagnostics.error(
                "key.unknown", "'\(key.text)' is not a language code", at: key.range,
                hint: "two letters, such as fr or en")
        case .year, .language: break
        }
    }
}

extension Node.Kind {
    /// The kind in words.
    var words: String {
        switch self {
        case .scalar: "a single value"
        case .sequence: "a list"
        case .mapping: "a map"
        }
    }
}

extension Node {
    /// `true` or `false` written plainly.
    public var flag: Bool? {
        guard kind == .scalar else { return nil }
        return textEquals("true") ? true : textEquals("false") ? false : nil
    }
}
