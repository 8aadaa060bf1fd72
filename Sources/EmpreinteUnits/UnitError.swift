/// What is wrong with the text of a unit or a quantity, or with a product of units, and how to write it right.
public struct UnitError: Error, Hashable, Sendable {
    /// The stable dotted code, such as `unit.unknown` or `number.decimal_comma`.
    public let code: String
    /// One sentence without the place, which the range gives.
    public let message: String
    /// UTF-8 offsets in the text given; empty at 0 when there was no text, as in a product of two units.
    public internal(set) var range: Range<Int>
    /// What to do about it, when that is known.
    public let hint: String?
    /// The text to put in place of `range`, when one answer is clearly meant.
    public let replacement: String?

    init(_ code: String, _ message: String, at range: Range<Int>, hint: String? = nil, replacement: String? = nil) {
        self.code = code
        self.message = message
        self.range = range
        self.hint = hint
        self.replacement = replacement
    }

    func moved(to range: Range<Int>) -> UnitError {
        var copy = self
        copy.range = range
        return copy
    }
}
