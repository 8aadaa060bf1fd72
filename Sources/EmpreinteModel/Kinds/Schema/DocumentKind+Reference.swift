extension DocumentKind {
    /// What a document of the kind may hold, as a section of Markdown: every key with what it looks like and states.
    public var reference: String {
        var text = "## \(name)\n\n\(summary)\n"
        var rows = fields.flatMap { $0.rows(under: "") }
        if let entries {
            let overlay =
                "an entry that stands in a parent pack goes under `override`, with only what changes; "
                + "`remove` lists ids of the parent's that are gone"
            rows.append(.init(entries.key, "map by id", isRequired: false, entries.isOverlaid ? overlay : ""))
            rows += entries.fields.flatMap { $0.rows(under: "\(entries.key).*.") }
        }
        text += "\n| key | what it looks like | what it states |\n| --- | --- | --- |\n"
        for row in rows { text += row.text }
        let rules = rules + (entries?.rules ?? [])
        if !rules.isEmpty { text += "\n" + rules.map { "- \($0.sentence)\n" }.joined() }
        return text
    }

    /// An article of Markdown about several kinds.
    public static func reference(of kinds: [DocumentKind]) -> String {
        """
        # Kinds of document

        Every YAML document says its `kind`. A `*` in a key stands for an id, a year or another free key, `[]` for each
        item of a list; keys in bold are required. A quantity is a number with its unit after one space, and a range
        after ± where it has one.


        """ + kinds.map(\.reference).joined(separator: "\n")
    }
}

/// One line of a table of keys.
private struct KeyRow {
    let text: String

    init(_ path: String, _ shape: String, isRequired: Bool, _ summary: String) {
        let key = isRequired ? "**`\(path)`**" : "`\(path)`"
        text = "| \(key) | \(shape) | \(summary.replacing("|", with: "\\|")) |\n"
    }
}

extension Field {
    fileprivate func rows(under path: String) -> [KeyRow] {
        [KeyRow(path + name, shape.words, isRequired: isRequired, summary)] + shape.rows(under: path + name)
    }
}

extension Shape {
    /// The keys inside a value.
    fileprivate func rows(under path: String) -> [KeyRow] {
        switch self {
        case .record(let fields, _): fields.flatMap { $0.rows(under: path + ".") }
        case .map(_, let value): value.rows(under: path + ".*")
        case .list(let item): item.rows(under: path + "[]")
        case .either(_, let other): other.rows(under: path)
        default: []
        }
    }

    /// What a value looks like.
    fileprivate var words: String {
        switch self {
        case .text: "text"
        case .id: "id"
        case .label: "text, or one by language"
        case .quantity: "quantity"
        case .quantityOr(let words): "quantity, or \(Self.code(words))"
        case .date: "date"
        case .integer: "whole number"
        case .year: "year"
        case .constant: "quantity, option, or `true` or `false`"
        case .flag: "`true` or `false`"
        case .word(let words): Self.code(words)
        case .expression: "expression"
        case .answer: "answer"
        case .list(let item): "list of \(item.words)"
        case .map(let key, let value): "map by \(key.words) of \(value.words)"
        case .record(_, let rules): (["keys"] + rules.map(\.sentence)).joined(separator: "; ")
        case .either(let plain, let other): "\(plain.words); or \(other.words)"
        }
    }

    private static func code(_ words: [String]) -> String { words.map { "`\($0)`" }.joined(separator: ", ") }
}

extension Shape.Key {
    fileprivate var words: String {
        switch self {
        case .id: "id"
        case .year: "year"
        case .date: "date"
        case .language: "language"
        case .name: "name"
        }
    }
}

extension Rule {
    /// The rule in words.
    fileprivate var sentence: String {
        func list(_ keys: [String]) -> String { keys.map { "`\($0)`" }.joined(separator: ", ") }
        return switch self {
        case .oneOf(let keys): "one of \(list(keys))"
        case .someOf(let keys): keys.count == 1 ? "\(list(keys)) is given" : "one or more of \(list(keys))"
        case .atMostOne(let keys): "at most one of \(list(keys))"
        case .needs(let key, let others): "`\(key)` needs \(others.count > 1 ? "one of " : "")\(list(others))"
        }
    }
}
