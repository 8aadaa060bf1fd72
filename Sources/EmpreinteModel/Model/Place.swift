public import EmpreinteText

/// A part of a scalar's text, resolved to a range of the file only when somebody asks.
///
/// Most places are never shown; keeping the scalar and two offsets costs nothing on the way to a result.
public struct Place: Sendable {
    /// The node it is a part of.
    public let node: Node
    private let part: Range<Int>?

    /// The whole node.
    public init(_ node: Node) {
        self.node = node
        part = nil
    }

    /// A part of a scalar, in UTF-8 offsets of its decoded text.
    public init(_ node: Node, _ part: Range<Int>) {
        self.node = node
        self.part = part
    }

    /// The range in the file.
    public var range: SourceRange {
        part.map(node.range(of:)) ?? node.range
    }
}
