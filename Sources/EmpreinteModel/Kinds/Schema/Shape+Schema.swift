internal import EmpreinteText

extension Shape {
    func schema(_ summary: String) -> JSON { .object([.init("description", .string(summary))] + schemaMembers()) }

    /// What a value of the shape looks like once YAML has told numbers and flags from texts, as editors do.
    ///
    /// - Parameter isComplete: false for an overriding record, which states only what changes.
    func schemaMembers(isComplete: Bool = true) -> [JSON.Member] {
        switch self {
        case .text: Self.defined("text")
        case .answer: []
        case .id: Self.defined("id")
        case .date: Self.defined("date")
        case .integer, .year: Self.defined("integer")
        case .flag: Self.defined("flag")
        case .word(let words): [.init("enum", .array(words.map { .string($0) }))]
        case .quantity: Self.defined("quantity")
        case .quantityOr(let words): Self.any([.quantity, .word(words)])
        case .constant: Self.any([.quantity, .id, .flag])
        case .expression: Self.defined("expression")
        case .label: Self.defined("label")
        case .list(let item):
            [.init("type", "array"), .init("items", .object(item.schemaMembers()))]
        case .map(let key, let value):
            [.init("type", "object")] + (key.schema.map { [.init("propertyNames", $0)] } ?? [])
                + [.init("additionalProperties", .object(value.schemaMembers()))]
        case .record(let fields, let rules):
            Self.record(fields, isComplete ? rules : [], isComplete: isComplete)
        case .either(let plain, let other): Self.any([plain, other])
        }
    }

    private static func defined(_ name: String) -> [JSON.Member] { [.init("$ref", .string("#/$defs/\(name)"))] }

    private static func any(_ shapes: [Shape]) -> [JSON.Member] {
        [.init("anyOf", .array(shapes.map { .object($0.schemaMembers()) }))]
    }

    private static func record(_ fields: [Field], _ rules: [Rule], isComplete: Bool) -> [JSON.Member] {
        let required = fields.filter { $0.isRequired && isComplete }.map { JSON.string($0.name) }
        return [
            .init("type", "object"),
            .init("properties", .object(fields.map { .init($0.name, $0.schema()) })),
        ] + (required.isEmpty ? [] : [.init("required", .array(required))])
            + [.init("additionalProperties", false)] + rules.schemaMembers
    }

    // MARK: Spellings

    /// The shapes that others refer to.
    static let definitions = JSON.object([
        .init("text", .object([.init("type", scalar)])),
        .init("id", spelt(["string"], "^\(idPattern)$")),
        .init("date", spelt(["string", "integer"], datePattern)),
        .init("integer", spelt(["integer", "string"], integerPattern)),
        .init("flag", .object([.init("enum", [true, false, "true", "false"])])),
        .init("quantity", spelt(["number", "string"], quantityPattern)),
        .init("expression", spelt(scalar, expressionPattern)),
        .init(
            "label",
            .object([
                .init("type", ["string", "number", "boolean", "object"]),
                .init("propertyNames", Key.language.schema ?? true),
                .init("additionalProperties", .object([.init("type", scalar)])),
            ])),
    ])

    /// A value of one of the types, spelt in a way where it is a text.
    private static func spelt(_ types: JSON, _ pattern: String) -> JSON {
        .object([.init("type", types), .init("pattern", .string(pattern))])
    }

    private static let scalar: JSON = ["string", "number", "boolean"]
    fileprivate static let idPattern = #"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*"#
    fileprivate static let datePattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
    fileprivate static let integerPattern = "^[-+]?[0-9]+$"
    private static let numberPattern = #"-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?"#
    /// A number; after a space its unit, without spaces; after another its spread.
    private static let quantityPattern =
        "^\(numberPattern)( (1/)?[^-+±\\s0-9*·×,;][^±\\s*·×,;]*)?( (±|\\+/-) \(numberPattern) %)?$"
    /// Anything but signs of multiplication without spaces around them, digits in groups, and decimal commas.
    private static let expressionPattern = #"^(?![\s\S]*(\S\*|\*\S|[0-9] [0-9]{3}|[0-9],[0-9]))"#
}

extension Shape.Key {
    /// What the keys look like; nothing for those that are free.
    var schema: JSON? {
        switch self {
        case .id: .object([.init("pattern", .string("^\(Shape.idPattern)$"))])
        case .year: .object([.init("pattern", .string(Shape.integerPattern))])
        case .date: .object([.init("pattern", .string(Shape.datePattern))])
        case .language: .object([.init("pattern", "^..$")])
        case .name: nil
        }
    }
}
