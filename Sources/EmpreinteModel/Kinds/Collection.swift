public import EmpreinteText

/// The entries of one kind over all packs of a resolution, merged field by field.
///
/// Each field keeps every value it was given, from the first ancestor to the pack itself, so that provenance,
/// `then: parent` and differences need nothing else.
public struct Collection: Sendable {
    public let kind: DocumentKind
    /// The entries in the order first defined; an override keeps its place.
    public private(set) var entries: [Entry] = []
    private var index: [String: Int] = [:]
    private var removed: [String: Node] = [:]

    public init(_ kind: DocumentKind) {
        self.kind = kind
    }

    /// One entry and the values of its fields.
    public struct Entry: Sendable {
        public let id: String
        /// The key it was first defined under.
        public let key: Node
        /// The pack that defined it, by position among the layers.
        public let layer: Int
        /// The fields given, by position in the kind's declaration.
        fileprivate(set) var values: [Value]
        fileprivate let fields: [Field]

        /// The value of a field that stands, or nothing.
        public subscript(name: String) -> Node? { value(name)?.last }

        /// Every value a field was given, or nothing.
        public func value(_ name: String) -> Value? {
            guard let position = fields.firstIndex(where: { $0.name == name }) else { return nil }
            return values[position].isEmpty ? nil : values[position]
        }

        /// The given fields with their declaration, in declared order.
        public var given: [(field: Field, value: Value)] {
            zip(fields, values).compactMap { $1.isEmpty ? nil : ($0, $1) }
        }

        /// Whether a later pack changed a field.
        public var isOverridden: Bool { values.contains { $0.contributions.count > 1 } }
    }

    /// The values one field was given, the first ancestor's first.
    public struct Value: Sendable {
        public fileprivate(set) var contributions: [(layer: Int, node: Node)] = []

        var isEmpty: Bool { contributions.isEmpty }
        /// The value that stands.
        public var last: Node? { contributions.last?.node }
        /// The pack whose value stands.
        public var layer: Int? { contributions.last?.layer }

        /// A map changed key by key: what stands for each key, in the order first written.
        public var patched: [(key: Node, value: Node)] {
            var result: [(key: Node, value: Node)] = []
            var index: [String: Int] = [:]
            for (_, node) in contributions where node.kind == .mapping {
                for entry in node.entries {
                    if let position = index[entry.key.text] {
                        result[position] = entry
                    } else {
                        index[entry.key.text] = result.count
                        result.append(entry)
                    }
                }
            }
            return result
        }
    }

    /// The entry of an id, or nothing.
    public subscript(id: String) -> Entry? { index[id].map { entries[$0] } }

    /// The key an id was removed by, or nothing.
    public func removal(of id: String) -> Node? { removed[id] }

    /// Adds a document of the kind: new entries, overrides and removals.
    ///
    /// Codes: those of `Shape.check`, `id.duplicate`, `override.unknown`, `override.undeclared`, `remove.unknown`.
    public mutating func add(_ document: Node, layer: Int, _ diagnostics: inout Diagnostics) {
        guard let declared = kind.entries else { return }
        let known = declared.isOverlaid ? [declared.key, "override", "remove"] : [declared.key]
        for part in document.entries where !part.key.textEquals("kind") {
            if part.key.textEquals(declared.key) {
                addEntries(part.value, layer, &diagnostics)
            } else if declared.isOverlaid, part.key.textEquals("override") {
                overrideEntries(part.value, layer, &diagnostics)
            } else if declared.isOverlaid, part.key.textEquals("remove") {
                removeEntries(part.value, layer, &diagnostics)
            } else if let field = kind.fields.first(where: { part.key.textEquals($0.name) }) {
                field.shape.check(part.value, of: field.name, &diagnostics)
            } else {
                Shape.reportUnknown(
                    part.key, of: "a \(kind.name) document", among: known + kind.fields.map(\.name), &diagnostics)
            }
        }
    }

    private mutating func addEntries(_ map: Node, _ layer: Int, _ diagnostics: inout Diagnostics) {
        guard checkMap(map, &diagnostics) else { return }
        for entry in map.entries {
            let id = entry.key.text
            Shape.checkID(entry.key, &diagnostics)
            if let position = index[id] {
                let first = entries[position]
                diagnostics.error(
                    first.layer == layer ? "id.duplicate" : "override.undeclared",
                    first.layer == layer
                        ? "'\(id)' is defined twice" : "'\(id)' exists in a parent pack",
                    at: entry.key.range, related: [(first.key.range, "first defined here")],
                    hint: first.layer == layer ? nil : "to change it, write it under override:")
                continue
            }
            guard let values = fields(of: entry, layer, isComplete: true, &diagnostics) else { continue }
            index[id] = entries.count
            entries.append(Entry(id: id, key: entry.key, layer: layer, values: values, fields: kind.entries?.fields ?? []))
        }
    }

    private mutating func overrideEntries(_ map: Node, _ layer: Int, _ diagnostics: inout Diagnostics) {
        guard checkMap(map, &diagnostics) else { return }
        for entry in map.entries {
            let id = entry.key.text
            guard let position = index[id], entries[position].layer < layer else {
                diagnostics.error(
                    "override.unknown", "no parent pack has '\(id)' among its \(kind.name)", at: entry.key.range,
                    hint: Spelling.didYouMean(id, among: entries.filter { $0.layer < layer }.map(\.id))
                        ?? "a new one stands under \(kind.entries?.key ?? kind.name):")
                continue
            }
            guard let values = fields(of: entry, layer, isComplete: false, &diagnostics) else { continue }
            for (field, value) in values.enumerated() {
                if let node = value.last, let first = entries[position].values[field].last,
                    entries[position].values[field].layer == layer
                {
                    diagnostics.error(
                        "id.duplicate", "'\(id)' is overridden twice", at: node.range,
                        related: [(first.range, "first here")])
                }
                entries[position].values[field].contributions += value.contributions
            }
        }
    }

    private mutating func removeEntries(_ list: Node, _ layer: Int, _ diagnostics: inout Diagnostics) {
        Shape.list(.id).check(list, of: "remove", &diagnostics)
        for item in list.items {
            let id = item.text
            guard let position = index[id], entries[position].layer < layer else {
                diagnostics.error(
                    "remove.unknown", "no parent pack has '\(id)' among its \(kind.name)", at: item.range,
                    hint: Spelling.didYouMean(id, among: entries.map(\.id)))
                continue
            }
            entries.remove(at: position)
            index = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.id, $0) })
            removed[id] = item
        }
    }

    private func checkMap(_ map: Node, _ diagnostics: inout Diagnostics) -> Bool {
        if map.isNull { return false }
        guard map.kind == .mapping else {
            diagnostics.error(
                "shape.mismatch", "\(kind.name) are listed as a map of ids, not as \(map.kind.words)", at: map.range)
            return false
        }
        return true
    }

    private func fields(
        of entry: (key: Node, value: Node), _ layer: Int, isComplete: Bool, _ diagnostics: inout Diagnostics
    ) -> [Value]? {
        guard let declared = kind.entries else { return nil }
        guard entry.value.kind == .mapping else {
            diagnostics.error(
                "shape.mismatch", "'\(entry.key.text)' is \(entry.value.kind.words), where a map is expected",
                at: entry.value.isNull ? entry.key.range : entry.value.range)
            return nil
        }
        Shape.check(entry.value, declared.fields, of: "'\(entry.key.text)'", isComplete: isComplete, &diagnostics)
        return declared.fields.map { field in
            var value = Value()
            if let node = entry.value[field.name] { value.contributions.append((layer, node)) }
            return value
        }
    }
}
