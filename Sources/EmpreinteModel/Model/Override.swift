/// A field that a pack gives anew, and what stands under it.
public struct Override: Sendable, Hashable {
    /// The kind of document, the entry's id and its field.
    public let kind: String
    /// The id of the entry.
    public let id: String
    /// The key given anew.
    public let field: String
    /// What stands, and what the nearest pack above gives, as written.
    public let text: String
    /// What the nearest pack above gives, as written.
    public let above: String
    /// The packs of both, by position in `Model.layers`.
    public let layer: Int
    /// The pack above, by position in `Model.layers`.
    public let layerAbove: Int

    public init(
        kind: String, id: String, field: String, text: String, above: String, layer: Int, layerAbove: Int
    ) {
        self.kind = kind
        self.id = id
        self.field = field
        self.text = text
        self.above = above
        self.layer = layer
        self.layerAbove = layerAbove
    }
}
