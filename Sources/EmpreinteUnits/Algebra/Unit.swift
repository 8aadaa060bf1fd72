/// A product of powers of named units, such as `kgCO2e/(person.km)`, with its dimension and exact scale.
///
/// Algebra is symbolic: `vehicle.km` × `kgCO2e/vehicle.km` is `kgCO2e`, and `kWh/MJ` stays as it is.
/// Two units are equal when their terms are the same in whatever order, so `kWh` and `MJ` differ although
/// they are compatible. Units come from a ``UnitCatalogue``.
public struct Unit: Hashable, Sendable {
    private var powers: Powers<NamedUnit>
    /// What the unit measures.
    public private(set) var dimension: Dimension
    private var scale: Rational

    /// The unit of plain numbers.
    public static let one = Unit(powers: Powers(), dimension: .one, scale: .one)

    private init(powers: Powers<NamedUnit>, dimension: Dimension, scale: Rational) {
        self.powers = powers
        self.dimension = dimension
        self.scale = scale
    }

    /// A new base unit with its own dimension.
    init(base name: String) {
        self.init(NamedUnit(name, dimension: Dimension(base: name), scale: .one))
    }

    /// A new name for so many of another unit, or nothing when the scale leaves 128 bits.
    init?(_ name: String, _ count: Rational, of unit: Unit) {
        guard let scale = count.multiplied(by: unit.scale) else { return nil }
        self.init(NamedUnit(name, dimension: unit.dimension, scale: scale))
    }

    private init(_ named: NamedUnit) {
        self.init(powers: Powers(named), dimension: named.dimension, scale: named.scale)
    }

    public static func == (a: Unit, b: Unit) -> Bool { a.powers == b.powers }

    public func hash(into hasher: inout Hasher) { hasher.combine(powers) }
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
        if other.powers.isOne { return }
        if powers.isOne && power == 1 {
            self = other
            return
        }
        // The exponents first: once they are in bounds, so is the work of raising the scale.
        try powers.multiply(by: other.powers, power: power)
        try dimension.multiply(by: other.dimension, power: power)
        guard let factor = other.scale.raised(to: power), let product = scale.multiplied(by: factor) else {
            throw .overflow("the scale of the unit leaves 128 bits")
        }
        scale = product
    }
}

// MARK: - Conversion

extension Unit {
    /// Whether the unit measures nothing: a plain number, a ratio, a percentage.
    public var isDimensionless: Bool { dimension.isOne }

    /// Whether values convert between the two units.
    public func isCompatible(with other: Unit) -> Bool { dimension == other.dimension }

    /// How to convert values of this unit to another, or nothing when they measure different things.
    public func conversion(to other: Unit) -> Conversion? {
        guard isCompatible(with: other) else { return nil }
        return Conversion(from: scale, to: other.scale)
    }
}

extension Unit: CustomStringConvertible {
    /// The canonical text, which reads back as the same unit: `kWh/(m2.year)`, `1/year`, empty for plain numbers.
    public var description: String { powers.description }
}
