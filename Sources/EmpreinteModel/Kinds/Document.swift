public import EmpreinteText

/// One document of a declared kind: what was written, and where.
public struct Document: Sendable {
    /// The kind it has.
    public let kind: DocumentKind
    /// The whole document; the bare list, where that is all there is.
    public let root: Node
    /// The file it was read from.
    public let path: String
    /// The pack it belongs to, by position among the layers; after all of them for what a caller gave.
    public let layer: Int

    public init(_ kind: DocumentKind, _ root: Node, path: String, layer: Int = Document.callers) {
        self.kind = kind
        self.root = root
        self.path = path
        self.layer = layer
    }

    /// The layer of what callers give, above every pack.
    public static let callers = Int.max

    /// The value of a key beside `kind`, or nothing.
    public subscript(name: String) -> Node? {
        root.kind == .sequence ? kind.list?.name == name ? root : nil : root[name]
    }
}

/// Documents in the order of their layers, checked, with the entries of each kind merged over all of them.
public struct Documents: Sendable {
    /// Every document, in the order added.
    public private(set) var all: [Document] = []
    private var collections: [String: Collection] = [:]

    public init() {}

    /// Whether there is none.
    public var isEmpty: Bool { all.isEmpty }

    /// The documents of a kind.
    public func all(_ kind: DocumentKind) -> [Document] { all.filter { $0.kind.name == kind.name } }

    /// The merged entries of a kind, in the order first defined.
    public func entries(_ kind: DocumentKind) -> [Collection.Entry] { collections[kind.name]?.entries ?? [] }

    /// What stands under a key beside the entries: the value of the last document of the kind that has it.
    public func field(_ name: String, of kind: DocumentKind) -> Node? {
        all.reversed().lazy.filter { $0.kind.name == kind.name }.compactMap { $0[name] }.first
    }

    /// Adds a document after checking it against the declaration of its kind.
    ///
    /// Codes: those of `Shape.check`, and those of `Collection.add` for kinds with entries.
    public mutating func add(_ document: Document, _ diagnostics: inout Diagnostics) {
        if document.kind.entries == nil {
            document.kind.check(document.root, &diagnostics)
        } else {
            collections[document.kind.name, default: Collection(document.kind)]
                .add(document.root, layer: document.layer, &diagnostics)
        }
        all.append(document)
    }
}
