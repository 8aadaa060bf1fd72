internal import EmpreinteText

extension DocumentReader {
    /// The documents of a YAML file, without the end of the last line that a crash left of a growing list.
    ///
    /// Code: the warning `log.torn`.
    mutating func wholeRoots(_ file: FileID, _ path: String, _ diagnostics: inout Diagnostics) -> [Node] {
        var own = Diagnostics()
        let bytes = sources.file(file).bytes
        let roots = YAMLReader.documents(in: file, of: sources, diagnostics: &own)
        defer { diagnostics.report(contentsOf: own) }
        guard let end = Self.tornLine(of: bytes), own.hasErrors || Self.isOpen(bytes[end...]) else { return roots }
        var rest = Diagnostics()
        let cut = sources.add(path: path, bytes: Array(bytes[..<end]))
        let kept = YAMLReader.documents(in: cut, of: sources, diagnostics: &rest)
        let isGrowing = kinds.contains { kind in
            kind.growing != nil && kept.last?["kind"]?.textEquals(kind.name) ?? false
        }
        guard !rest.hasErrors, isGrowing else { return roots }
        rest.warning(
            "log.torn", "the last event was not written to its end, and is left out",
            at: SourceRange(file: file, lowerBound: end, upperBound: bytes.count))
        own = rest
        return kept
    }

    /// Where a last line without an end starts, if it may be an item of a list; nothing elsewhere.
    public static func tornLine(of bytes: [UInt8]) -> Int? {
        guard let last = bytes.last, last != UInt8(ascii: "\n") else { return nil }
        let start = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let text = bytes[start...].drop { $0 == UInt8(ascii: " ") }
        return text.isEmpty || text.first == UInt8(ascii: "-") ? start : nil
    }

    /// Whether a line cannot be a whole item in braces.
    private static func isOpen(_ line: ArraySlice<UInt8>) -> Bool {
        line.last { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\r") } != UInt8(ascii: "}")
    }
}
