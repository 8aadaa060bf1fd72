public import EmpreinteModel
public import EmpreinteText

/// A pack with its parents, merged: what was written, before any of it is given a meaning.
public struct Resolution: Sendable {
    /// The packs, the first ancestor first.
    public internal(set) var layers: [Model.Layer] = []
    /// The manifests, one a layer.
    var manifests: [Node] = []
    /// The merged entries by kind.
    public internal(set) var collections: [String: Collection]
    /// Documents of kinds without entries, with their layer.
    var documents: [(kind: String, layer: Int, node: Node)] = []
    public internal(set) var sources: SourceMap

    init(sources: SourceMap) {
        self.sources = sources
        collections = Dictionary(
            uniqueKeysWithValues: PackKinds.all.filter { $0.entries != nil }.map { ($0.name, Collection($0)) })
    }

    /// The merged entries of a kind.
    func entries(_ kind: DocumentKind) -> [Collection.Entry] { collections[kind.name]?.entries ?? [] }

    /// A field of the manifest: the pack's own, else its nearest parent's.
    func manifestField(_ name: String) -> Node? {
        manifests.reversed().lazy.compactMap { $0[name] }.first
    }

    /// The documents of a kind without entries.
    func documents(_ kind: DocumentKind) -> [(kind: String, layer: Int, node: Node)] {
        documents.filter { $0.kind == kind.name }
    }

    /// Adds one document of a layer.
    ///
    /// Codes: `kind.missing`, `kind.unknown`, `pack.second_manifest` and those of `Collection.add`.
    mutating func add(_ document: Node, layer: Int, _ diagnostics: inout Diagnostics) {
        guard document.kind == .mapping, let kindNode = document["kind"], kindNode.kind == .scalar else {
            diagnostics.error(
                "kind.missing", "the document does not say its kind", at: document.firstLine,
                hint: "start it with kind: \(PackKinds.all.map(\.name).joined(separator: " | "))")
            return
        }
        let name = kindNode.text
        if collections[name] != nil {
            collections[name]?.add(document, layer: layer, &diagnostics)
        } else if let kind = PackKinds.all.first(where: { $0.name == name }) {
            kind.check(document, &diagnostics)
            documents.append((name, layer, document))
        } else if name != PackKinds.people.name {
            diagnostics.error(
                "kind.unknown", "'\(name)' is not a kind of document", at: kindNode.range,
                hint: Spelling.didYouMean(name, among: PackKinds.all.map(\.name))
                    ?? "kinds: \(PackKinds.all.map(\.name).joined(separator: ", "))")
        }
    }
}
