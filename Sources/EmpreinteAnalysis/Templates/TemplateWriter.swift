internal import EmpreinteModel

/// Writes a blank document line by line.
struct TemplateWriter {
    private let template: Template
    private(set) var text = ""
    /// What an open list or map is made of, for the ids in it.
    private var sampleID = "an_id"

    init(_ template: Template) {
        self.template = template
    }

    /// - Parameter isFirst: whether to say how to fill in the file.
    mutating func write(_ kind: DocumentKind, isFirst: Bool) {
        text += "# \(kind.summary)\n"
        if isFirst {
            text += template.language.say(
                "# Fill in what stands; take away the # before what else you know.\n",
                "# Remplissez ce qui est là ; ôtez le # devant ce que vous savez d’autre.\n")
        }
        text += "kind: \(kind.name)\n"
        sampleID = kind.sampleID
        for field in kind.fields { write(field, Margin(), isGrowing: field.name == kind.growing) }
        guard let entries = kind.entries else { return }
        line("\(entries.key):", Margin())
        line("\(kind.sampleID):", Margin(depth: 1))
        write(entries.fields, Margin(depth: 2))
    }

    /// Where a line starts, and where its `#` stands if it is a comment.
    private struct Margin {
        var depth = 0
        var comment: Int?
        /// What stands before the first key of an item.
        var dash = false

        var text: String {
            let spaces = { (count: Int) in String(repeating: "  ", count: max(count, 0)) }
            let inner = dash ? spaces(depth - 1 - (comment ?? 0)) + "- " : spaces(depth - (comment ?? 0))
            return (comment.map { spaces($0) + "# " } ?? "") + inner
        }

        func indented(by steps: Int) -> Margin { Margin(depth: depth + steps, comment: comment) }

        func item(isFirst: Bool) -> Margin { Margin(depth: depth, comment: comment, dash: isFirst) }
    }

    private mutating func line(_ content: String, _ margin: Margin, note: String? = nil) {
        text += margin.text + content + (note.map { "  # \($0)" } ?? "") + "\n"
    }

    // MARK: Keys

    /// The keys of a map; of an item of a list, where the margin has a dash.
    private mutating func write(_ fields: [Field], _ margin: Margin, isItem: Bool = false) {
        var fields = fields
        var isActive = { (field: Field) in field.isRequired || field.example != nil }
        if !fields.contains(where: isActive), let first = fields.first { isActive = { $0 === first } }
        if isItem, let first = fields.firstIndex(where: isActive) { fields.insert(fields.remove(at: first), at: 0) }
        for (index, field) in fields.enumerated() {
            write(field, margin.item(isFirst: isItem && index == 0), isActive: isActive(field))
        }
    }

    private mutating func write(
        _ field: Field, _ margin: Margin, isActive: Bool? = nil, isGrowing: Bool = false
    ) {
        var margin = margin
        if !(isActive ?? (field.isRequired || field.example != nil)), margin.comment == nil {
            margin.comment = margin.depth
        }
        if isGrowing { return writeGrowing(field, margin) }
        if field.example == Template.questions { return writeQuestions(field, margin) }
        if let example = field.example {
            return line("\(field.name): \(template.filled(example))", margin, note: field.note)
        }
        if field.name == "id" { return line("id: \(sampleID)", margin, note: field.note) }
        guard let nested = field.shape.nested else {
            return line("\(field.name): \(field.shape.sample(template))", margin, note: field.note)
        }
        line("\(field.name):", margin, note: field.note)
        let outer = sampleID
        sampleID = "\(field.name.singular)_1"
        defer { sampleID = outer }
        switch nested {
        case .record(let fields): write(fields, margin.indented(by: 1))
        case .items(let fields): write(fields, margin.indented(by: 2), isItem: true)
        case .entries(let key, let fields):
            line("\(key == .id ? sampleID : key.sample(template)):", margin.indented(by: 1))
            write(fields, margin.indented(by: 2))
        }
    }

    /// A list that starts empty, with items in comments.
    private mutating func writeGrowing(_ field: Field, _ margin: Margin) {
        line("\(field.name):", margin, note: field.note)
        for item in template.filled(field.example ?? "").split(separator: "\n") {
            line(String(item), Margin(depth: margin.depth + 1, comment: margin.depth + 1))
        }
    }

    /// Every question, not answered yet.
    private mutating func writeQuestions(_ field: Field, _ margin: Margin) {
        line("\(field.name):", margin, note: field.note)
        for input in template.model.inputs {
            line("\(input.id):", margin.indented(by: 1), note: template.note(of: input))
        }
    }
}

// MARK: Values

extension Field {
    /// What the key states, with the words it may be.
    fileprivate var note: String {
        guard let words = shape.words else { return summary }
        return "\(summary): \(words.joined(separator: ", "))"
    }
}

extension Shape {
    /// What a value is made of, where it takes several lines.
    fileprivate enum Nested {
        case record([Field])
        case items([Field])
        case entries(Key, [Field])
    }

    fileprivate var nested: Nested? {
        switch self {
        case .record(let fields, _): .record(fields)
        case .list(.record(let fields, _)): .items(fields)
        case .map(let key, .record(let fields, _)): .entries(key, fields)
        default: nil
        }
    }

    fileprivate var words: [String]? {
        switch self {
        case .word(let words) where words.count > 1: words
        case .either(let plain, _): plain.words
        case .map(_, let value): value.words
        case .list(let item): item.words
        default: nil
        }
    }

    /// A value on one line.
    func sample(_ template: Template) -> String {
        switch self {
        case .text: "\"…\""
        case .id: "an_id"
        case .label: "{en: \"…\", fr: \"…\"}"
        case .quantity, .quantityOr, .constant, .integer, .expression, .answer: "1"
        case .year: template.filled("<year>")
        case .date: template.filled("<date>")
        case .flag: "true"
        case .word(let words): words.first ?? "\"…\""
        case .list(let item): "[\(item.sample(template))]"
        case .map(let key, let value): "{\(key.sample(template)): \(value.sample(template))}"
        case .record(let fields, _):
            "{" + fields.filter(\.isRequired).map { "\($0.name): \($0.shape.sample(template))" }.joined(separator: ", ")
                + "}"
        case .either(let plain, _): plain.sample(template)
        }
    }

    /// A value in one cell of a table.
    func cell(_ template: Template) -> String {
        switch self {
        case .text, .label: "…"
        default: sample(template)
        }
    }
}

extension Shape.Key {
    fileprivate func sample(_ template: Template) -> String {
        switch self {
        case .id: "an_id"
        case .year: template.filled("<year>")
        case .date: template.filled("<date>")
        case .language: "en"
        case .name: "name"
        }
    }
}
