/// Builds a tree from texts that stand anywhere in a file, such as in the cells of a table.
public struct TreeWriter: Sendable {
    private let file: FileID
    private var builder: TreeBuilder

    public init(_ file: FileID, of sources: SourceMap) {
        self.file = file
        builder = TreeBuilder(file: file, bytes: sources.file(file).bytes, dialect: .csv, limits: Limits())
    }

    /// Writes a key or a value.
    ///
    /// - Parameter range: where problems with it are shown; of the tree's own file, else its beginning.
    public mutating func text(_ text: String, at range: SourceRange) {
        let bounds = bounds(of: range)
        if builder.bytes[bounds].elementsEqual(text.utf8) {
            builder.scalar(.plain, bounds, text: bounds)
        } else {
            let start = builder.decoded.count
            builder.decode(text.utf8)
            builder.decodedScalar(.plain, bounds, from: start)
        }
    }

    /// Writes a map; the body writes a key and a value in turns.
    ///
    /// - Parameter diagnostics: takes `csv.duplicate_key`.
    public mutating func map(
        at range: SourceRange, _ diagnostics: inout Diagnostics,
        _ body: (inout TreeWriter, inout Diagnostics) -> Void
    ) {
        collection(.blockMapping, at: range, &diagnostics, body)
    }

    /// Writes a list; the body writes its items.
    public mutating func list(
        at range: SourceRange, _ diagnostics: inout Diagnostics,
        _ body: (inout TreeWriter, inout Diagnostics) -> Void
    ) {
        collection(.blockSequence, at: range, &diagnostics, body)
    }

    /// The value written first.
    public consuming func finish() -> Node? { builder.finish().first }

    private mutating func collection(
        _ shape: Tree.Shape, at range: SourceRange, _ diagnostics: inout Diagnostics,
        _ body: (inout TreeWriter, inout Diagnostics) -> Void
    ) {
        builder.begin(shape, at: bounds(of: range).lowerBound)
        body(&self, &diagnostics)
        _ = builder.end(at: nil, &diagnostics)
    }

    private func bounds(of range: SourceRange) -> Range<Int> {
        guard range.file == file, range.upperBound <= builder.bytes.count, range.lowerBound >= 0 else { return 0..<0 }
        return range.lowerBound..<range.upperBound
    }
}
