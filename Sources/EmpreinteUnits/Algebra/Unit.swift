/// A product of powers of named units, such as `kgCO2e/(person.km)`, with its dimension and exact scale.
///
/// Algebra is symbolic: `vehicle.km` × `kgCO2e/vehicle.km` is `kgCO2e`, and `kWh/MJ` stays as it is.
/// Two units are equal when their terms are the same in whatever order, so `kWh` and `MJ` differ although
/// they are compatible. Units come from a ``UnitCatalogue``.
public struct Unit: Hashable, Sendable {
    private let content: Content

    /// All there is to a unit, shared by its copies: quantities are copied far more often than units are made.
    private final class Content: Sendable {
        let powers: Powers<NamedUnit>
        let dimension: Dimension
        let scale: Rational

        init(_ powers: Powers<NamedUnit>, _ dimension: Dimension, _ scale: Rational) {
            self.powers = powers
            self.dimension = dimension
            self.scale = scale
        }
    }

    /// The unit of plain numbers.
    public static let one = Unit(powers: Powers(), dimension: .one, scale: .one)

    private init(powers: Powers<NamedUnit>, dimension: Dimension, scale: Rational) {
        content = Content(powers, dimension, scale)
    }

    /// What the unit measures.
    public var dimension: Dimension { content.dimension }

    /// A new base unit with its own dimension.
    init(base name: String) {
        self.init(NamedUnit(name, dimension: Dimension(base: name), scale: .one))
    }

    /// A new name for so many of another unit, or nothing when the scale leaves 128 bits.
    init?(_ name: String, _ count: Rational, of unit: Unit) {
        guard let scale = count.multiplied(by: unit.content.scale) else { return nil }
        self.init(NamedUnit(name, dimension: unit.dimension, scale: scale))
    }

    private init(_ named: NamedUnit) {
        self.init(powers: Powers(named), dimension: named.dimension, scale: named.scale)
    }

    public static func == (a: Unit, b: Unit) -> Bool {
        a.content === b.content || a.content.powers == b.content.powers
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(content.powers) }
}

// MARK: - Algebra

extension Unit {
    /// The product of two units, terms in the order first written.
    ///
    /// - Throws: `unit.overflow` when an exponent or the exact scale leaves its bounds.
    public func multiplied(by other: Unit) throws(UnitError) -> Unit {
        var result = self
        try result.multiply(by: other, power: 1)
        return result
    }

    /// The quotient of two units.
    ///
    /// - Throws: `unit.overflow` when an exponent or the exact scale leaves its bounds.
    public func divided(by other: Unit) throws(UnitError) -> Unit {
        var result = self
        try result.multiply(by: other, power: -1)
        return result
    }

    /// The unit raised to an integer power, negative ones included.
    ///
    /// - Throws: `unit.overflow` when an exponent or the exact scale leaves its bounds.
    public func raised(to power: Int) throws(UnitError) -> Unit {
        var result = Unit.one
        try result.multiply(by: self, power: power)
        return result
    }

    mutating func multiply(by other: Unit, power: Int) throws(UnitError) {
        if other.content.powers.isOne { return }
        if content.powers.isOne && power == 1 {
            self = other
            return
        }
        // The exponents first: once they are in bounds, so is the work of raising the scale.
        var powers = content.powers
        try powers.multiply(by: other.content.powers, power: power)
        var dimension = content.dimension
        try dimension.multiply(by: other.dimension, power: power)
        guard let factor = other.content.scale.raised(to: power),
            let scale = content.scale.multiplied(by: factor)
        else {
            throw .overflow("the scale of the unit leaves 128 bits")
        }
        self = Unit(powers: powers, dimension: dimension, scale: scale)
    }
}

// MARK: - Conversion

extension Unit {
    /// Whether the unit measures nothing: a plain number, a ratio, a percentage.
    public var isDimensionless: Bool { dimension.isOne }

    /// Whether values convert between the two units.
    public func isCompatible(with other: Unit) -> Bool {
        content === other.content || dimension == other.dimension
    }

    /// How to convert values of this unit to another, or nothing when they measure different things.
    public func conversion(to other: Unit) -> Conversion? {
        guard isCompatible(with: other) else { return nil }
        return content === other.content ? .identity : Conversion(from: content.scale, to: other.content.scale)
    }
}

extension Unit: CustomStringConvertible {
    /// The canonical text, which reads back as the same unit: `kWh/(m2.year)`, `1/year`, empty for plain numbers.
    public var description: String { content.powers.description }
}
