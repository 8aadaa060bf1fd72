/// Names one file of a ``SourceMap``.
public struct FileID: Hashable, Comparable, Sendable {
    /// The place of the file in the order files were added.
    public let index: Int

    init(index: Int) { self.index = index }

    public static func < (left: FileID, right: FileID) -> Bool { left.index < right.index }
}

/// A stretch of a file, in UTF-8 byte offsets from its beginning.
public struct SourceRange: Hashable, Sendable {
    /// The file it is in.
    public let file: FileID
    /// The offset of the first byte.
    public let lowerBound: Int
    /// The offset after the last byte.
    public let upperBound: Int

    public init(file: FileID, lowerBound: Int, upperBound: Int) {
        self.file = file
        self.lowerBound = lowerBound
        self.upperBound = max(lowerBound, upperBound)
    }

    /// Whether it holds nothing.
    public var isEmpty: Bool { lowerBound == upperBound }
}
