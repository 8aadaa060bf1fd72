public import EmpreinteText

/// The entries of one kind over all packs of a resolution, merged field by field.
///
/// Each field keeps every value it was given, from the first ancestor to the pack itself, so that provenance,
/// `then: parent` and differences need nothing else.
public struct Collection: Sendable {
    /// The kind its documents have.
    public let kind: DocumentKind
    /// The entries in the order first defined; an override keeps its place.
    public private(set) var entries: [Entry] = []
    private var index: [String: Int] = [:]
    private var removed: [String: Node] = [:]

    public init(_ kind: DocumentKind) {
        self.kind = kind
    }

    /// One entry and the values of its fields.
    public final class Entry: Sendable {
        /// The id.
        public let id: String
        /// The key it was first defined under.
        public let key: Node
        /// The pack that defined it, by position among the layers.
        public let layer: Int
        /// What every pack gave, the first ancestor first.
        let contributions: [Contribution]
        private let fields: [Field]

        init(id: String, key: Node, layer: Int, contributions: [Contribution], fields: [Field]) {
            self.id = id
            self.key = key
            self.layer = layer
            self.contributions = contributions
            self.fields = fields
        }

        /// The entry with what one more pack gave.
        fileprivate func overridden(by given: [Contribution]) -> Entry {
            Entry(id: id, key: key, layer: layer, contributions: contributions + given, fields: fields)
        }

        /// The value of a field that stands, or nothing.
        public subscript(name: String) -> Node? { value(name)?.last }

        /// Every value a field was given, or nothing.
        public func value(_ name: String) -> Value? {
            fields.position(of: name).flatMap { value(at: $0) }
        }

        /// The given fields with their declaration, in declared order.
        public var given: [(field: Field, value: Value)] {
            fields.indices.compactMap { field in value(at: field).map { (fields[field], $0) } }
        }

        private func value(at field: Int) -> Value? {
            contributions.contains { $0.field == field } ? Value(field: field, all: contributions) : nil
        }

        /// Whether a later pack changed a field.
        public var isOverridden: Bool { contributions.contains { $0.layer > layer } }
    }

    /// One value, with the pack that gave it.
    struct Contribution: Sendable {
        /// The position of the field in the kind's declaration.
        let field: Int
        let layer: Int
        let node: Node
    }

    /// The values one field was given, the first ancestor's first.
    public struct Value: Sendable {
        let field: Int
        /// Those of the other fields too.
        let all: [Contribution]

        /// What each pack gave, the first ancestor first.
        public var contributions: [(layer: Int, node: Node)] {
            all.compactMap { $0.field == field ? ($0.layer, $0.node) : nil }
        }

        /// The value that stands.
        public var last: Node? { all.last { $0.field == field }?.node }
        /// The pack whose value stands.
        public var layer: Int? { all.last { $0.field == field }?.layer }

        /// A map changed key by key: what stands for each key, in the order first written.
        public var patched: [(key: Node, value: Node)] {
            var result: [(key: Node, value: Node)] = []
            for contribution in all where contribution.field == field && contribution.node.kind == .mapping {
                if result.isEmpty {
                    result = Array(contribution.node.entries)
                } else {
                    Self.patch(&result, with: contribution.node)
                }
            }
            return result
        }

        /// A list that may be added to: its items, in the order written.
        public var appended: [Node] {
            var result: [Node] = []
            for contribution in all where contribution.field == field {
                if let more = contribution.node["append"] {
                    result += more.items
                } else {
                    result = Array(contribution.node.items)
                }
            }
            return result
        }

        private static func patch(_ map: inout [(key: Node, value: Node)], with changes: Node) {
            var index: [String: Int] = [:]
            for (position, entry) in map.enumerated() { index[entry.key.text] = position }
            for change in changes.entries {
                if let position = index[change.key.text] {
                    map[position] = change
                } else {
                    index[change.key.text] = map.count
                    map.append(change)
                }
            }
        }
    }

    /// The entry of an id, or nothing.
    public subscript(id: String) -> Entry? { index[id].map { entries[$0] } }

    /// Whether there is an entry of that id.
    public func contains(_ id: String) -> Bool { index[id] != nil }

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
        index.reserveCapacity(index.count + map.entries.count)
        for entry in map.entries {
            let id = entry.key.text
            Shape.checkID(entry.key, &diagnostics)
            if let position = index.updateValue(entries.count, forKey: id) {
                index[id] = position
                let first = entries[position]
                diagnostics.error(
                    first.layer == layer ? "id.duplicate" : "override.undeclared",
                    first.layer == layer
                        ? "'\(id)' is defined twice" : "'\(id)' exists in a parent pack",
                    at: entry.key.range, related: [(first.key.range, "first defined here")],
                    hint: first.layer == layer ? nil : "to change it, write it under override:")
                continue
            }
            guard let given = contributions(of: entry, layer, isComplete: true, &diagnostics) else {
                index[id] = nil
                continue
            }
            entries.append(
                Entry(id: id, key: entry.key, layer: layer, contributions: given, fields: kind.entries?.fields ?? []))
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
            guard let given = contributions(of: entry, layer, isComplete: false, &diagnostics) else { continue }
            for new in given {
                if let first = entries[position].contributions.last(where: { $0.field == new.field }),
                    first.layer == layer
                {
                    diagnostics.error(
                        "id.duplicate", "'\(id)' is overridden twice", at: new.node.range,
                        related: [(first.node.range, "first here")])
                }
            }
            entries[position] = entries[position].overridden(by: given)
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

    /// Checks an entry and gives what it says of each field, or nothing when it is no map.
    private func contributions(
        of entry: (key: Node, value: Node), _ layer: Int, isComplete: Bool, _ diagnostics: inout Diagnostics
    ) -> [Contribution]? {
        guard let declared = kind.entries else { return nil }
        guard entry.value.kind == .mapping else {
            diagnostics.error(
                "shape.mismatch", "'\(entry.key.text)' is \(entry.value.kind.words), where a map is expected",
                at: entry.value.isNull ? entry.key.range : entry.value.range)
            return nil
        }
        var given: [Contribution] = []
        given.reserveCapacity(entry.value.entries.count)
        Shape.check(
            entry.value, declared.fields, of: "'\(entry.key.text)'", isComplete: isComplete, &diagnostics
        ) { field, node in
            // Of a key given twice, an error already, the first stands.
            if given.contains(where: { $0.field == field }) { return }
            given.append(Contribution(field: field, layer: layer, node: node))
        }
        return given
    }
}
