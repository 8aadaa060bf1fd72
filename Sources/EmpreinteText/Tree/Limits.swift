/// What a file may ask of a reader before it is refused.
public struct Limits: Sendable {
    /// The size of a file. Whatever is asked, files of a gibibyte and more are refused.
    public var bytes: Int
    /// How deep values may be nested, aliases followed.
    public var depth: Int
    /// How many values a file may hold, aliases expanded.
    public var nodes: Int

    public init(bytes: Int = 16 << 20, depth: Int = 128, nodes: Int = 1_000_000) {
        self.bytes = bytes
        self.depth = depth
        self.nodes = nodes
    }
}
