/// A unit read from text.
public struct ParsedUnit: Hashable, Sendable {
    /// The unit read.
    public let unit: Unit
    /// The accepted but not canonical parts of the text, in order.
    public let spellings: [UnitSpelling]
}

/// A part of a text that is understood, with its canonical spelling: `yr` is `year`, `m²` is `m2`.
public struct UnitSpelling: Hashable, Sendable {
    /// UTF-8 offsets in the text given.
    public let range: Range<Int>
    /// How it is written.
    public let replacement: String
}
