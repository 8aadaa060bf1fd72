import TestSupport
import Testing

@testable import EmpreinteUnits

@Suite struct UnitTests {
    private func triples() throws -> [(Unit, Unit, Unit)] {
        var random = SplitMix64(seed: 1)
        return try (0..<400).map { _ in try (random.unit(), random.unit(), random.unit()) }
    }

    @Test func productIsCommutativeAndAssociative() throws {
        for (a, b, c) in try triples() {
            #expect(try a.multiplied(by: b) == b.multiplied(by: a))
            #expect(try a.multiplied(by: b).hashValue == b.multiplied(by: a).hashValue)
            #expect(try a.multiplied(by: b).multiplied(by: c) == a.multiplied(by: b.multiplied(by: c)))
        }
    }

    @Test func oneIsNeutralAndQuotientsUndoProducts() throws {
        for (a, b, _) in try triples() {
            #expect(try a.multiplied(by: .one) == a)
            #expect(try Unit.one.multiplied(by: a) == a)
            #expect(try a.divided(by: a) == .one)
            #expect(try a.multiplied(by: b).divided(by: b) == a)
            #expect(try a.divided(by: b) == a.multiplied(by: b.raised(to: -1)))
        }
    }

    @Test func powersFollowTheirLaws() throws {
        for (a, b, _) in try triples() {
            #expect(try a.raised(to: 0) == .one)
            #expect(try a.raised(to: 1) == a)
            #expect(try a.raised(to: 2) == a.multiplied(by: a))
            #expect(try a.raised(to: -2).raised(to: -1) == a.raised(to: 2))
            #expect(try a.multiplied(by: b).raised(to: 2) == a.raised(to: 2).multiplied(by: b.raised(to: 2)))
        }
    }

    @Test func dimensionFollowsTheProduct() throws {
        for (a, b, _) in try triples() {
            let product = try a.multiplied(by: b)
            let inBases = try units.unit(a.dimension.description).unit.multiplied(by: unit(b.dimension.description))
            #expect(product.dimension == inBases.dimension)
            #expect(product.isCompatible(with: inBases))
            #expect(try product.divided(by: inBases).isDimensionless)
        }
    }

    @Test func printedUnitsReadBack() throws {
        for (a, b, _) in try triples() {
            let product = try a.divided(by: b)
            let parsed = try units.unit(product.description)
            #expect(parsed.unit == product)
            #expect(parsed.unit.description == product.description)
            #expect(parsed.spellings.isEmpty)
        }
    }

    @Test(arguments: [
        ("vehicle.km", "kgCO2e/vehicle.km", "kgCO2e"),
        ("km/year", "kgCO2e/km", "kgCO2e/year"),
        ("kWh", "1/MJ", "kWh/MJ"),
        ("m2", "kWh/(m2.year)", "kWh/year"),
        ("1/year", "1/person", "1/(year.person)"),
        ("%", "EUR", "%.EUR"),
        ("m", "m", "m2"),
        ("m2", "1/m2", ""),
        ("km.km", "1/km3", "1/km"),
    ])
    func productsCancelByName(a: String, b: String, product: String) throws {
        #expect(try unit(a).multiplied(by: unit(b)).description == product)
    }

    @Test func equalityComparesTermsAndCompatibilityDimensions() throws {
        let (kWh, MJ) = (try unit("kWh"), try unit("MJ"))
        #expect(kWh != MJ)
        #expect(kWh.isCompatible(with: MJ))
        #expect(try unit("vehicle.km") == unit("km.vehicle"))
        #expect(try unit("%") != .one)
        #expect(try unit("%").isDimensionless)
        #expect(try unit("km/m").isDimensionless)
        #expect(Unit.one.isDimensionless)
        #expect(!kWh.isDimensionless)
    }

    @Test func oneNameWithTwoMeaningsDoesNotCancel() throws {
        var (french, other) = (UnitCatalogue.standard, UnitCatalogue.standard)
        try french.declare("basket", as: "1 kg")
        try other.declare("basket", as: "2 kg")
        let (a, b) = (try french.unit("basket").unit, try other.unit("basket").unit)
        #expect(a != b)
        #expect(try a.divided(by: b) != .one)
        #expect(a.conversion(to: b) == Conversion(multiplier: 1, divisor: 2))
        #expect(try french.unit("basket").unit == a)
    }

    @Test(arguments: [30, 31, -31, 1000, .max, .min]) func exponentsStayWithinBounds(power: Int) throws {
        let kg = try unit("kg")
        if power == 30 {
            #expect(try kg.raised(to: power).description == "kg30")
        } else {
            let error = #expect(throws: UnitError.self) { try kg.raised(to: power) }
            #expect(error?.code == "unit.overflow")
        }
        #expect(try Unit.one.raised(to: power) == .one)
    }

    @Test func scalesStayWithin128Bits() throws {
        // 10³⁶ is below 2¹²⁷ ≈ 1.7 × 10³⁸, and 10⁴⁸ above.
        let gigaton = try unit("GtCO2e")
        #expect(try gigaton.raised(to: 3).description == "GtCO2e3")
        for power in [4, -4] {
            let error = #expect(throws: UnitError.self) { try gigaton.raised(to: power) }
            #expect(error?.code == "unit.overflow")
        }
    }

    @Test func factorsStayWithinBounds() throws {
        var catalogue = UnitCatalogue.standard
        var product = Unit.one
        for index in 0..<30 {
            try catalogue.declareCount("thing\(index)_")
            product = try product.multiplied(by: catalogue.unit("thing\(index)_").unit)
        }
        let error = #expect(throws: UnitError.self) { try product.multiplied(by: unit("m")) }
        #expect(error?.code == "unit.overflow")
    }
}
