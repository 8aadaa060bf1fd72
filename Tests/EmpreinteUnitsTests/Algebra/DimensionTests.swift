import EmpreinteUnits
import Testing

@Suite struct DimensionTests {
    @Test(arguments: [
        ("kWh", "kg.m2/s2"), ("toe/year", "kg.m2/s3"), ("l/100km", "m2"), ("tCO2e/person", "kgCO2e/person"),
        ("MEUR", "EUR"), ("%/year", "1/s"), ("GB", "bit"), ("K", "K"), ("‰", ""), ("count", ""), ("km/m", ""),
    ])
    func isTheProductOfBaseUnits(text: String, dimension: String) throws {
        #expect(try unit(text).dimension.description == dimension)
    }

    @Test(arguments: [
        ("kg", "kgCO2e"), ("EUR", "USD"), ("person", "vehicle"), ("person", "count"), ("m2", "m3"), ("J", "W"),
    ])
    func differentThingsDoNotConvert(a: String, b: String) throws {
        #expect(try unit(a).dimension != unit(b).dimension)
        #expect(try unit(a).conversion(to: unit(b)) == nil)
    }

    @Test func plainNumbersHaveNone() {
        #expect(Dimension.one.isOne)
        #expect(Unit.one.dimension == .one)
    }
}
