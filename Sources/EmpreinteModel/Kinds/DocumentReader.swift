public import EmpreinteText

/// Reads callers' files, each of any number of documents, of the kinds it is given.
public struct DocumentReader: Sendable {
    /// The kinds it knows.
    public let kinds: [DocumentKind]
    /// The kind of a bare list, which cannot say its own; tables of it have a reader of their own.
    public var listKind: DocumentKind?
    /// The files the documents are in, after those there were before.
    public internal(set) var sources: SourceMap

    public init(_ kinds: [DocumentKind], addingTo sources: SourceMap = SourceMap()) {
        self.kinds = kinds
        self.sources = sources
    }

    /// Reads the documents of a text; their shape is for `Documents.add` to check.
    ///
    /// - Parameters:
    ///   - bytes: YAML documents that each say their kind, one such document as JSON, or one kind's items as CSV.
    ///   - path: the name shown in messages; `.json` and `.csv` say what the text is.
    ///   - diagnostics: takes `file.empty`, `kind.missing`, `kind.unknown`, the problems of reading YAML and JSON, and
    ///     those of `TableLayout` and `CSVGrid`; the warning `log.torn`.
    public mutating func read(_ bytes: [UInt8], path: String, _ diagnostics: inout Diagnostics) -> [Document] {
        let file = sources.add(path: path, bytes: bytes)
        let errorsBefore = diagnostics.errorCount
        let isTable = ["csv", "tsv", "txt"].contains(Path.fileExtension(of: path))
        let read = isTable ? readTable(file, path, &diagnostics) : readRoots(file, path, &diagnostics)
        // What follows from a mistake already told is not worth telling.
        return diagnostics.errorCount == errorsBefore ? read : []
    }

    private mutating func readRoots(_ file: FileID, _ path: String, _ diagnostics: inout Diagnostics) -> [Document] {
        let errorsBefore = diagnostics.errorCount
        let isJSON = Path.fileExtension(of: path) == "json" || Self.startsJSON(sources.file(file).bytes)
        let roots =
            isJSON
            ? [JSONReader.document(in: file, of: sources, diagnostics: &diagnostics)].compactMap { $0 }
            : wholeRoots(file, path, &diagnostics)
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

    private func readTable(_ file: FileID, _ path: String, _ diagnostics: inout Diagnostics) -> [Document] {
        guard let grid = CSVGrid(file, of: sources, &diagnostics) else { return [] }
        guard let kind = tableKind(grid, path) else {
            diagnostics.error(
                "csv.kind", "the columns of this table are those of no kind of document, or of several",
                at: grid.header[0].range,
                hint: "name the file after its kind: \(tableKinds.map(\.name).joined(separator: ", "))")
            return []
        }
        guard let layout = TableLayout(kind, grid, &diagnostics),
            let root = layout.tree(in: file, of: sources, &diagnostics)
        else { return [] }
        return [Document(kind, root, path: path)]
    }

    /// The kind a table is named after, else the only one that has all its columns.
    private func tableKind(_ grid: CSVGrid, _ path: String) -> DocumentKind? {
        let name = Path.lastComponent(of: path).prefix { $0.isLetter }
        if let kind = tableKinds.first(where: { $0.name == name }) { return kind }
        let fitting = tableKinds.filter { TableLayout.fits($0, grid.header.map(\.text)) }
        return fitting.count == 1 ? fitting.first : nil
    }

    private var tableKinds: [DocumentKind] { kinds.filter { $0.isTabular && $0.name != listKind?.name } }

    private func kind(of root: Node, _ diagnostics: inout Diagnostics) -> DocumentKind? {
        if let listKind, root.kind == .sequence { return listKind }
        return DocumentKind.stated(by: root, among: kinds, &diagnostics)
    }

    private static func startsJSON(_ bytes: [UInt8]) -> Bool {
        let start = bytes.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
        return start == UInt8(ascii: "{") || start == UInt8(ascii: "[")
    }
}
