extension JSON {
    /// How much white space the writer puts.
    public enum Layout: Sendable {
        /// One line, no spaces: for JSON lines and machines.
        case compact
        /// Two spaces a level; arrays of plain values stay on one line.
        case indented
    }

    /// The value as RFC 8259 text. Numbers are the shortest text that reads back as the same bits,
    /// whole ones without a fraction; a number that is not finite is written `null`, never an invalid token.
    public func text(_ layout: Layout = .indented) -> String {
        var out = ""
        write(to: &out, layout, depth: 0)
        return out
    }

    private func write(to out: inout String, _ layout: Layout, depth: Int) {
        switch self {
        case .null: out += "null"
        case .bool(let value): out += value ? "true" : "false"
        case .integer(let value): out += String(value)
        case .number(let value): out += JSON.text(of: value)
        case .string(let value): JSON.quote(value, to: &out)
        case .array(let items):
            let flat = layout == .compact || items.allSatisfy(\.isPlain)
            JSON.list("[", "]", items, to: &out, flat: flat, layout, depth) { item, out in
                item.write(to: &out, layout, depth: depth + 1)
            }
        case .object(let members):
            JSON.list("{", "}", members, to: &out, flat: layout == .compact, layout, depth) { member, out in
                JSON.quote(member.key, to: &out)
                out += layout == .compact ? ":" : ": "
                member.value.write(to: &out, layout, depth: depth + 1)
            }
        }
    }

    private var isPlain: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }

    private static func list<Item>(
        _ open: String, _ close: String, _ items: [Item], to out: inout String, flat: Bool, _ layout: Layout,
        _ depth: Int, _ write: (Item, inout String) -> Void
    ) {
        out += open
        for (index, item) in items.enumerated() {
            if index > 0 { out += flat && layout == .indented ? ", " : "," }
            if !flat { out += "\n" + String(repeating: "  ", count: depth + 1) }
            write(item, &out)
        }
        if !flat && !items.isEmpty { out += "\n" + String(repeating: "  ", count: depth) }
        out += close
    }

    /// The shortest decimal text that reads back as the same bits; `null` when not finite.
    public static func text(of value: Double) -> String {
        guard value.isFinite else { return "null" }
        if let whole = Int(exactly: value), whole.magnitude < 1 << 53, !(whole == 0 && value.sign == .minus) {
            return String(whole)
        }
        return value.description
    }

    /// The text in quotes with RFC 8259 escapes; other characters are written as they are, in UTF-8.
    public static func quote(_ text: String, to out: inout String) {
        out += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case _ where scalar.value < 0x20:
                let hex = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: out.unicodeScalars.append(scalar)
            }
        }
        out += "\""
    }
}
