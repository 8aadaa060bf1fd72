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
    /// Documents of the kinds plugins own.
    public private(set) var additions = Documents()
    /// The kinds a document beside a pack may be of: the pack's own, plugins', and callers'.
    private let known: [DocumentKind]
    /// The files it was read from.
    public internal(set) var sources: SourceMap

    init(sources: SourceMap, kinds: [DocumentKind] = []) {
        self.sources = sources
        known = PackKinds.all + kinds + PackKinds.callers
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
    /// Codes: those of `DocumentKind.stated`, `Collection.add` and `Documents.add`.
    mutating func add(_ document: Node, layer: Int, _ diagnostics: inout Diagnostics) {
        guard let kind = DocumentKind.stated(by: document, among: known, &diagnostics) else { return }
        if collections[kind.name] != nil {
            collections[kind.name]?.add(document, layer: layer, &diagnostics)
        } else if PackKinds.all.contains(where: { $0.name == kind.name }) {
            kind.check(document, &diagnostics)
            documents.append((kind.name, layer, document))
        } else if !PackKinds.callers.contains(where: { $0.name == kind.name }) {
            let path = sources.file(document.range.file).path
            additions.add(Document(kind, document, path: path, layer: layer), &diagnostics)
        }
    }
}
