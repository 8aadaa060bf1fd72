public import EmpreinteText

extension DocumentKind {
    /// The JSON Schema (2020-12) of a document of the kind, for editors.
    ///
    /// It knows what the declaration says: keys, shapes, words, how numbers and units are spelt. What a key means beside
    /// others, such as an id that nothing declares, is for the reader of the kind.
    public var schema: JSON {
        .object(
            [.init("$schema", .string(Self.dialect)), .init("title", .string(name))] + schemaMembers
                + [.init("$defs", Shape.definitions)])
    }

    /// One schema for files of many kinds: each document is held to what its `kind:` says.
    public static func schema(of kinds: [DocumentKind]) -> JSON {
        let words = JSON.object([.init("enum", .array(kinds.map { .string($0.name) }))])
        return .object([
            .init("$schema", .string(dialect)),
            .init("title", "A document of a pack, or beside one"),
            .init("type", "object"),
            .init("required", ["kind"]),
            .init("properties", .object([.init("kind", words)])),
            .init(
                "allOf",
                .array(
                    kinds.map { kind in
                        let stated = JSON.object([.init("kind", .object([.init("const", .string(kind.name))]))])
                        return .object([
                            .init("if", .object([.init("properties", stated), .init("required", ["kind"])])),
                            .init("then", .object(kind.schemaMembers)),
                        ])
                    })),
            .init("$defs", Shape.definitions),
        ])
    }

    private static let dialect = "https://json-schema.org/draft/2020-12/schema"

    private var schemaMembers: [JSON.Member] {
        let stated = JSON.object([
            .init("const", .string(name)), .init("description", "which kind of document this is"),
        ])
        var properties = [JSON.Member("kind", stated)]
        properties += fields.map { field in
            // Nothing was added to a growing list yet.
            .init(field.name, field.name == growing ? field.schema(orNull: true) : field.schema())
        }
        if let entries {
            properties.append(.init(entries.key, entries.schema(isComplete: true, "by id")))
            if entries.isOverlaid {
                properties.append(
                    .init("override", entries.schema(isComplete: false, "what changes of the parent's, by id")))
                properties.append(
                    .init("remove", Shape.list(.id).schema("ids of the parent's that are gone")))
            }
        }
        var members = [JSON.Member("description", .string(summary)), .init("type", "object")]
        members.append(.init("properties", .object(properties)))
        members.append(.init("required", .array(["kind"] + fields.filter(\.isRequired).map { .string($0.name) })))
        members.append(.init("additionalProperties", false))
        return members + rules.schemaMembers
    }
}

extension DocumentKind.Entries {
    fileprivate func schema(isComplete: Bool, _ summary: String) -> JSON {
        let entry = Shape.record(fields, rules: rules)
        return .object([
            .init("description", .string(summary)), .init("type", "object"),
            .init("propertyNames", Shape.Key.id.schema ?? true),
            .init("additionalProperties", .object(entry.schemaMembers(isComplete: isComplete))),
        ])
    }
}

extension Field {
    func schema(orNull: Bool = false) -> JSON {
        var schema = shape.schema(summary)
        if merge == .append {
            let added = Shape.record([Field("append", shape, required: true, "what is added to the parent's")])
            schema = .object([
                .init("description", .string(summary)),
                .init("anyOf", .array([.object(shape.schemaMembers()), .object(added.schemaMembers())])),
            ])
        }
        guard orNull else { return schema }
        return .object([
            .init("description", .string(summary)), .init("anyOf", .array([.object([.init("type", "null")]), schema])),
        ])
    }
}

extension [Rule] {
    /// Each rule as a schema beside the keys.
    var schemaMembers: [JSON.Member] {
        isEmpty ? [] : [.init("allOf", .array(map(\.schema)))]
    }
}

extension Rule {
    fileprivate var schema: JSON {
        func given(_ key: String) -> JSON { .object([.init("required", .array([.string(key)]))]) }
        func some(_ keys: [String]) -> JSON { .object([.init("anyOf", .array(keys.map(given)))]) }
        switch self {
        case .oneOf(let keys): return .object([.init("oneOf", .array(keys.map(given)))])
        case .someOf(let keys): return some(keys)
        case .atMostOne(let keys):
            let none = JSON.object([.init("not", some(keys))])
            return .object([.init("oneOf", .array(keys.map(given) + [none]))])
        case .needs(let key, let others): return .object([.init("if", given(key)), .init("then", some(others))])
        }
    }
}
