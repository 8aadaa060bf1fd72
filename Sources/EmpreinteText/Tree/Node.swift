/// A handle on one value of a ``Tree``: cheap to copy, equal when it is the same value of the same tree.
public struct Node: Hashable, Sendable {
    /// The tree it stands in.
    public let tree: Tree
    let index: Int32

    /// What a node holds.
    public enum Kind: Hashable, Sendable {
        case scalar, sequence, mapping
    }

    /// How a scalar was written.
    public enum Style: Hashable, Sendable {
        case plain, singleQuoted, doubleQuoted, literal, folded
    }

    public static func == (left: Node, right: Node) -> Bool {
        left.index == right.index && left.tree === right.tree
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(tree))
        hasher.combine(index)
    }

    var record: Tree.Record { tree.records[Int(index)] }

    /// What it holds.
    public var kind: Kind { record.shape.kind }

    /// The whole value, quotes and brackets included. A block ends where its last value ends, a block scalar after
    /// its last character that is not blank; an anchor is not part of the value.
    ///
    /// A value reached through an alias is where its anchor is.
    public var range: SourceRange {
        let record = record
        return SourceRange(file: tree.file, lowerBound: Int(record.lower), upperBound: Int(record.upper))
    }

    /// How the scalar was written; `plain` for collections.
    public var style: Style {
        switch record.shape {
        case .singleQuoted: .singleQuoted
        case .doubleQuoted, .jsonString: .doubleQuoted
        case .literal: .literal
        case .folded: .folded
        default: .plain
        }
    }

    /// Whether this is a scalar without quotes or block indicator, which a front-end may read as a number or a flag.
    public var isPlain: Bool { record.shape == .plain }

    /// Whether this is nothing: an unquoted `null`, `~` or empty value.
    public var isNull: Bool {
        let record = record
        guard record.shape == .plain, record.count <= 4 else { return false }
        return record.count == 0 || textEquals("~") || textEquals("null")
    }

    /// Whether a sequence or mapping was written with brackets or braces.
    public var isFlow: Bool {
        let shape = record.shape
        return shape == .flowSequence || shape == .flowMapping
    }

    // MARK: Text

    /// The text of a scalar, quotes removed, escapes and folds resolved; empty for collections.
    public var text: String { unsafe tree.withText(of: record) { unsafe String(decoding: $0, as: UTF8.self) } }

    /// The UTF-8 bytes of ``text``, without making a string.
    public var utf8: ArraySlice<UInt8> { tree.text(of: record) }

    /// Whether the text has the very bytes of another.
    public func textEquals(_ text: String) -> Bool { tree.isText(of: record, text) }

    // MARK: Children

    /// The values of a sequence; none for other kinds.
    public var items: Items { Items(node: self) }

    /// The keys and values of a mapping in the order written; none for other kinds. Keys are always scalars.
    public var entries: Entries { Entries(node: self) }

    /// The value of a key, or nothing. Linear in the number of entries.
    public subscript(key: String) -> Node? {
        let record = record
        guard record.shape.kind == .mapping else { return nil }
        for place in stride(from: 0, to: Int(record.count), by: 2)
        where tree.isText(of: tree.records[tree.childIndex(place, of: record)], key) {
            return tree.child(place + 1, of: record)
        }
        return nil
    }

    /// The items of a sequence.
    public struct Items: RandomAccessCollection, Sendable {
        private let tree: Tree
        private let record: Tree.Record
        public let endIndex: Int

        init(node: Node) {
            tree = node.tree
            record = node.record
            endIndex = record.shape.kind == .sequence ? Int(record.count) : 0
        }

        public var startIndex: Int { 0 }

        public subscript(place: Int) -> Node {
            precondition(place >= 0 && place < endIndex, "a sequence has no item at this place")
            return tree.child(place, of: record)
        }

        public func makeIterator() -> Iterator { Iterator(tree: tree, record: record, end: endIndex) }

        /// Walks without copying the collection, which would count a reference at each step.
        public struct Iterator: IteratorProtocol, Sendable {
            let tree: Tree
            let record: Tree.Record
            let end: Int
            var place = 0

            public mutating func next() -> Node? {
                guard place < end else { return nil }
                defer { place += 1 }
                return tree.child(place, of: record)
            }
        }
    }

    /// The entries of a mapping.
    public struct Entries: RandomAccessCollection, Sendable {
        private let tree: Tree
        private let record: Tree.Record
        public let endIndex: Int

        init(node: Node) {
            tree = node.tree
            record = node.record
            endIndex = record.shape.kind == .mapping ? Int(record.count) / 2 : 0
        }

        public var startIndex: Int { 0 }

        public subscript(place: Int) -> (key: Node, value: Node) {
            precondition(place >= 0 && place < endIndex, "a mapping has no entry at this place")
            return (tree.child(2 * place, of: record), tree.child(2 * place + 1, of: record))
        }

        public func makeIterator() -> Iterator { Iterator(tree: tree, record: record, end: 2 * endIndex) }

        /// Walks without copying the collection, which would count a reference at each step.
        public struct Iterator: IteratorProtocol, Sendable {
            let tree: Tree
            let record: Tree.Record
            let end: Int
            var place = 0

            public mutating func next() -> (key: Node, value: Node)? {
                guard place < end else { return nil }
                defer { place += 2 }
                return (tree.child(place, of: record), tree.child(place + 1, of: record))
            }
        }
    }
}
