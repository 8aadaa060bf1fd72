/// What a unit measures: integer exponents over base dimensions, each named by its base unit.
///
/// CO2 equivalent is not mass, each currency is its own base, and so is each counted thing.
public struct Dimension: Hashable, Sendable, CustomStringConvertible {
    private var powers: Powers<String>

    /// The dimension of plain numbers, ratios and percentages.
    public static let one = Dimension(powers: Powers())

    private init(powers: Powers<String>) { self.powers = powers }

    /// A new base dimension.
    init(base: String) { powers = Powers(base) }

    /// Whether nothing is measured: a plain number, a ratio, a percentage.
    public var isOne: Bool { powers.isOne }

    /// The product of base units, such as `kg.m2/s2`; empty for plain numbers.
    public var description: String { powers.description }

    mutating func multiply(by other: Dimension, power: Int) throws(UnitError) {
        try powers.multiply(by: other.powers, power: power)
    }
}
