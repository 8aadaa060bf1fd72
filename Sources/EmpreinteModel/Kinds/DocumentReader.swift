public import EmpreinteText

/// Reads callers' files, each of any number of documents, of the kinds it is given.
public struct DocumentReader: Sendable {
    public let kinds: [DocumentKind]
    /// The kind of a bare list, which cannot say its own.
    public var listKind: DocumentKind?
    /// The files the documents are in, after those there were before.
    public private(set) var sources: SourceMap

    public init(_ kinds: [DocumentKind], addingTo sources: SourceMap = SourceMap()) {
        self.kinds = kinds
        self.sources = sources
    }

    /// Reads the documents of a text; their shape is for `Documents.add` to check.
    ///
    /// - Parameters:
    ///   - bytes: YAML documents that each say their kind, or one such document as JSON.
    ///   - path: the name shown in messages; `.json` says that it is JSON.
    ///   - diagnostics: takes `file.empty`, `kind.missing`, `kind.unknown`, and the problems of reading YAML and JSON.
    public mutating func read(_ bytes: [UInt8], path: String, _ diagnostics: inout Diagnostics) -> [Document] {
        let file = sources.add(path: path, bytes: bytes)
        let errorsBefore = diagnostics.errorCount
        let isJSON = Path.fileExtension(of: path) == "json" || Self.startsJSON(bytes)
        let roots =
            isJSON
            ? [JSONReader.document(in: file, of: sources, diagnostics: &diagnostics)].compactMap { $0 }
            : YAMLReader.documents(in: file, of: sources, diagnostics: &diagnostics)
        if roots.isEmpty && diagnostics.errorCount == errorsBefore {
            diagnostics.report(
                .init(
                    .error, "file.empty", "the file holds no document", path: path,
                    hint: "start it with kind: \(kinds.map(\.name).joined(separator: " | "))"))
        }
        return roots.compactMap { root in
            kind(of: root, &diagnostics).map { Document($0, root, path: path) }
        }
    }

    private func kind(of root: Node, _ diagnostics: inout Diagnostics) -> DocumentKind? {
        if let listKind, root.kind == .sequence { return listKind }
        return DocumentKind.stated(by: root, among: kinds, &diagnostics)
    }

    private static func startsJSON(_ bytes: [UInt8]) -> Bool {
        let start = bytes.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
        return start == UInt8(ascii: "{") || start == UInt8(ascii: "[")
    }
}
