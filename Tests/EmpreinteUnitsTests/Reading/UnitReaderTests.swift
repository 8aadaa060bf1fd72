import Testing

@testable import EmpreinteUnits

@Suite struct UnitReaderTests {
    @Test(arguments: [
        ("kgCO2e/(person.km)", "kgCO2e/(person.km)"),
        ("kgCO2e/person.km", "kgCO2e/(person.km)"),  // as the packs write it
        ("vehicle.km/year", "vehicle.km/year"),
        ("kWh/m2/year", "kWh/(m2.year)"),
        ("kWh/(m2.year)", "kWh/(m2.year)"),
        ("person.km/vehicle.km", "person/vehicle"),
        ("1/year", "1/year"),
        ("/km2", "1/km2"),
        ("m^2", "m2"), ("m^-2", "1/m2"), ("1/s^-1", "s"), ("m0", ""), ("m.m2", "m3"), ("km2/km", "km"),
        ("", ""), ("1", ""), ("count", ""), ("count/household", "1/household"),
        ("%", "%"), ("%/year", "%/year"), ("EUR/tCO2e", "EUR/tCO2e"), ("kgCO2e2", "kgCO2e2"),
    ])
    func readsProducts(text: String, printed: String) throws {
        let parsed = try units.unit(text)
        #expect(parsed.unit.description == printed)
        #expect(parsed.spellings.isEmpty)
    }

    @Test(arguments: [
        ("yr", "year", 0..<2), ("kWh/y", "year", 4..<5), ("km/an", "year", 3..<5), ("1/d", "day", 2..<3),
        ("hours", "h", 0..<5), ("hour", "h", 0..<4), ("km/days", "day", 3..<7), ("weeks", "week", 0..<5),
        ("months", "month", 0..<6), ("years", "year", 0..<5), ("persons", "person", 0..<7), ("L", "l", 0..<1),
        ("€/kWh", "EUR", 0..<3), ("k€", "kEUR", 0..<4), ("l/100km", "hkm", 2..<7), ("kWh/100km", "hkm", 4..<9),
        ("m²", "2", 1..<3), ("kg/m³", "3", 4..<6), ("kgCO2eq/km", "kgCO2e", 0..<7), ("tCO₂e", "tCO2e", 0..<7),
        ("1/yr2", "year", 2..<4), ("mois", "month", 0..<4),
    ])
    func acceptsOtherSpellings(text: String, replacement: String, range: Range<Int>) throws {
        let parsed = try units.unit(text)
        #expect(parsed.spellings == [UnitSpelling(range: range, replacement: replacement)])
        // The text with its parts replaced is canonical and means the same.
        var bytes = Array(text.utf8)
        bytes.replaceSubrange(range, with: replacement.utf8)
        let canonical = try units.unit(String(decoding: bytes, as: UTF8.self))
        #expect(canonical.spellings.isEmpty)
        #expect(canonical.unit == parsed.unit)
    }

    @Test func listsEverySpelling() throws {
        let parsed = try units.unit("L.m²/yr")
        #expect(parsed.spellings.map(\.replacement) == ["l", "2", "year"])
        #expect(parsed.spellings.map(\.range) == [0..<1, 3..<5, 6..<8])
        #expect(parsed.unit.description == "l.m2/year")
    }

    @Test(arguments: [
        ("kgCO2", 0..<5, "kgCO2e"), ("kgCO2/km", 0..<5, "kgCO2e"), ("km/yer", 3..<6, "year"), ("kwh", 0..<3, "kWh"),
        ("vehicule.km", 0..<8, "vehicle"), ("1/persn2", 2..<7, "person"),
    ])
    func unknownNamesHaveTheNearest(text: String, range: Range<Int>, nearest: String) {
        let error = #expect(throws: UnitError.self) { try units.unit(text) }
        #expect(error?.code == "unit.unknown")
        #expect(error?.range == range)
        #expect(error?.hint == "did you mean `\(nearest)`?")
        #expect(error?.replacement == nearest)
    }

    @Test func equallyNearNamesAreAllGiven() {
        let error = #expect(throws: UnitError.self) { try units.unit("kg/aWh") }
        #expect(error?.hint == "did you mean `GWh` or `MWh` or `TWh`?")
        #expect(error?.replacement == nil)
    }

    @Test(arguments: [("tonneau", 0..<7), ("kg/été", 3..<8), ("%%", 0..<2), ("12", 0..<2), ("kg/3", 3..<4)])
    func otherUnknownNamesHaveNoHint(text: String, range: Range<Int>) {
        let error = #expect(throws: UnitError.self) { try units.unit(text) }
        #expect(error?.code == "unit.unknown")
        #expect(error?.range == range)
        #expect(error?.hint == nil)
    }

    @Test(arguments: [
        ("kg m", 2..<3), ("kg*m", 2..<3), ("kg·m", 2..<4), ("kg×m", 2..<4), ("kg.", 2..<3), ("kg/", 2..<3),
        ("kg//m", 3..<4), (".kg", 0..<1), ("(kg.m)/s", 0..<1), ("kg/(m.s", 3..<4), ("kg/(m/s)", 5..<6),
        ("kg/(m.s).h", 8..<9), ("kg)", 2..<3), ("m^", 1..<2), ("m^x", 1..<2), ("m2^2", 2..<3), ("/", 0..<1),
        ("kg/()", 4..<5), ("m^-", 1..<3), ("kg\u{202F}m", 2..<5), ("kg-1", 2..<3), ("²", 0..<2),
    ])
    func badSyntaxIsLocated(text: String, range: Range<Int>) {
        let error = #expect(throws: UnitError.self) { try units.unit(text) }
        #expect(error?.code == "unit.syntax")
        #expect(error?.range == range)
    }

    @Test func otherSignsOfMultiplicationAreReplaced() {
        for sign in ["*", "·", "×"] {
            let error = #expect(throws: UnitError.self) { try units.unit("vehicle\(sign)km") }
            #expect(error?.replacement == ".")
        }
    }

    @Test(arguments: [("m31", 0..<3), ("s.kg30.kg", 7..<9), ("m99999999999999999999", 0..<21), ("1/GtCO2e4", 2..<9)])
    func overflowIsLocated(text: String, range: Range<Int>) {
        let error = #expect(throws: UnitError.self) { try units.unit(text) }
        #expect(error?.code == "unit.overflow")
        #expect(error?.range == range)
    }
}
