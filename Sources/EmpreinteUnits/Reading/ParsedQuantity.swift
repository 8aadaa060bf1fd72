/// A number with its unit read from text, such as `0.21 kgCO2e/km ± 20 %`.
public struct ParsedQuantity: Hashable, Sendable {
    /// The number nearest to the text, in the unit written.
    public let value: Double
    /// The unit read.
    public let unit: Unit
    /// Half the width of the 95 % range as a share of the value: 0.2 for `± 20 %`.
    public let spread: Double?
    /// UTF-8 offsets of the number.
    public let valueRange: Range<Int>
    /// UTF-8 offsets of the unit; empty after the number when there is none.
    public let unitRange: Range<Int>
    /// The accepted but not canonical parts of the unit, in order.
    public let spellings: [UnitSpelling]
}
