/// The files of one compilation, so that ranges can be told as path, line and column.
public struct SourceMap: Sendable {
    /// The files, in the order added.
    public private(set) var files: [SourceFile] = []

    public init() {}

    /// Adds a file and names it; the same path may be added twice and gives two files.
    public mutating func add(path: String, bytes: [UInt8]) -> FileID {
        files.append(SourceFile(path: path, bytes: bytes))
        return FileID(index: files.count - 1)
    }

    /// The file of that name, which must come from this map.
    public func file(_ id: FileID) -> SourceFile { files[id.index] }

    /// Where a range starts.
    public func location(of range: SourceRange) -> Location {
        file(range.file).location(at: range.lowerBound)
    }

    /// Where a range ends: the place just after its last character.
    public func endLocation(of range: SourceRange) -> Location {
        file(range.file).location(at: range.upperBound)
    }

    /// The text a range covers.
    public func text(of range: SourceRange) -> String {
        let bytes = file(range.file).bytes
        let lower = min(max(range.lowerBound, 0), bytes.count)
        return String(decoding: bytes[lower..<min(max(range.upperBound, lower), bytes.count)], as: UTF8.self)
    }

    /// The text of the line a range starts on, without its end.
    public func lineText(of range: SourceRange) -> String {
        file(range.file).lineText(location(of: range).line)
    }
}
