/// Reads JSON files (RFC 8259) into the tree YAML gives, so that what comes after does not care which it was.
public enum JSONReader {
    /// The value of a file, or nothing after a problem other than a repeated key.
    ///
    /// Numbers, `true`, `false` and `null` are plain and keep their text; strings are double-quoted.
    /// Linear in the size of the file, without recursion.
    /// - Parameter diagnostics: Takes `text.encoding`, `limit.size`, `limit.depth`, `limit.nodes`, `json.syntax` and
    ///   `json.duplicate_key` errors.
    public static func document(
        in file: FileID, of sources: SourceMap, limits: Limits = Limits(), diagnostics: inout Diagnostics
    ) -> Node? {
        let bytes = sources.file(file).bytes
        guard let text = ReadableText(bytes, of: file, limits, &diagnostics) else { return nil }
        let tree = TreeBuilder(file: file, bytes: bytes, dialect: .json, limits: limits)
        var parser = JSONParser(tree, from: text.start)
        do {
            try parser.read(&diagnostics)
            return parser.tree.finish().first
        } catch {
            diagnostics.report(error.diagnostic)
            return nil
        }
    }
}
