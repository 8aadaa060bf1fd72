import Testing

@testable import EmpreintePublicodes

@Suite struct FreeUnitTests {
    @Test(arguments: [
        ("kg", "kg"), ("kg/an", "kg/an"), ("m.kg/an/personne", "m.kg/an.personne"), ("m2", "m2"), ("/an", "/an"),
        ("kgCO2e/km", "kgCO2e/km"), ("trimestre civil", "trimestre civil"), ("%", "%"), ("", ""),
        ("kW.h", "kW.h"), ("m.m/m", "m"),
    ])
    func readsAndWrites(text: String, spelled: String) {
        #expect(FreeUnit(text)?.description == spelled)
    }

    @Test func aSpaceAfterASlashIsRefused() { #expect(FreeUnit("€/ mois") == nil) }

    @Test(arguments: [
        ("€/mois", "mois", "€"), ("kg", "/kg", ""), ("€/jour", "jour/mois", "€/mois"), ("m", "m", "m2"),
    ])
    func productsCancelEqualWords(a: String, b: String, product: String) throws {
        let (first, second) = (try #require(FreeUnit(a)), try #require(FreeUnit(b)))
        #expect(first.times(second).description == product)
    }

    /// One of the first is so many of the second.
    @Test(arguments: [
        ("an", "mois", 12.0), ("mois", "an", 1.0 / 12), ("€/mois", "€/an", 12.0), ("kg", "g", 1000.0), ("%", "", 0.01),
        ("", "%", 100.0), ("k€/an", "€/mois", 1000.0 / 12), ("km/h", "m/h", 1000.0), ("€.mois/an", "€", 1.0 / 12),
        ("kW.h", "kWh", 1.0), ("douche/mois", "douche/an", 12.0),
    ])
    func converts(from: String, to: String, factor: Double) throws {
        let (first, second) = (try #require(FreeUnit(from)), try #require(FreeUnit(to)))
        let conversion = try #require(UnitScale.conversion(from: first, to: second))
        #expect((conversion.apply(to: 1) - factor).magnitude <= 1e-15 * factor)
    }

    @Test(arguments: [("kg", "km"), ("kg/an", "kg"), ("semaine", "an"), ("m2", "m")])
    func strangersDoNotConvert(from: String, to: String) throws {
        let (first, second) = (try #require(FreeUnit(from)), try #require(FreeUnit(to)))
        #expect(UnitScale.conversion(from: first, to: second) == nil)
    }

    @Test(arguments: [("%.kg", "kg"), ("%.%", "%"), ("€.mois/an", "€"), ("%/an", "%/an")])
    func simplifies(unit: String, simple: String) throws {
        #expect(try #require(FreeUnit(unit)).simplified.description == simple)
    }

    /// Going there and back changes nothing.
    @Test(arguments: ["an", "mois", "jour", "trimestre"], ["an", "mois", "jour", "trimestre"])
    func conversionsGoBack(a: String, b: String) throws {
        let there = try #require(UnitScale.conversion(from: FreeUnit(numerators: [a]), to: FreeUnit(numerators: [b])))
        let back = try #require(UnitScale.conversion(from: FreeUnit(numerators: [b]), to: FreeUnit(numerators: [a])))
        #expect((back.apply(to: there.apply(to: 7)) - 7).magnitude < 1e-12)
    }
}
