/// A place as a person names it: line and column start at 1, and a column is a character as seen on screen.
public struct Location: Hashable, Sendable, CustomStringConvertible {
    /// The file.
    public let path: String
    /// The line, from 1.
    public let line: Int
    /// The column in grapheme clusters: `é`, composed or not, a family emoji and a tab each count for one.
    public let column: Int

    public init(path: String, line: Int, column: Int) {
        self.path = path
        self.line = line
        self.column = column
    }

    public var description: String { "\(path):\(line):\(column)" }
}
