/// Reads YAML files: JSON's values with places, without tags, merge keys or implicit types.
public enum YAMLReader {
    /// The root of every YAML document of a file; none for an empty file.
    ///
    /// After a syntax error or a limit, the documents before it. Linear in the size of the file.
    /// - Parameter diagnostics: Takes `text.encoding`, `limit.size`, `limit.depth`, `limit.aliases`, `limit.nodes`,
    ///   `yaml.syntax`, `yaml.duplicate_key`, `yaml.merge_key`, `yaml.tag` and `yaml.key` errors.
    public static func documents(
        in file: FileID, of sources: SourceMap, limits: Limits = Limits(), diagnostics: inout Diagnostics
    ) -> [Node] {
        let bytes = sources.file(file).bytes
        guard let text = ReadableText(bytes, of: file, limits, &diagnostics) else { return [] }
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            let body = unsafe UnsafeBufferPointer(rebasing: buffer[text.start...])
            guard let events = unsafe YAMLEvents(body) else { return [] }
            var builder = YAMLBuilder(text, TreeBuilder(file: file, bytes: bytes, dialect: .yaml, limits: limits))
            builder.read(events, &diagnostics)
            return builder.tree.finish()
        }
    }
}
