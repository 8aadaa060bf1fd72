import TestSupport
import Testing

@testable import EmpreinteUnits

@Suite struct ConversionTests {
    @Test(arguments: [
        ("kWh", "MJ", 18.0, 5.0),  // 3.6
        ("MJ", "kWh", 5, 18),
        ("toe", "kWh", 34890, 3),  // 41.868 GJ / 3.6 MJ = 11 630
        ("Mtoe", "TWh", 1163, 100),
        ("month", "year", 1, 12),
        ("month", "day", 365, 12),
        ("year", "h", 8760, 1),
        ("week", "day", 7, 1),
        ("l/100km", "l/km", 1, 100),
        ("l/hkm", "m3/m", 1, 100_000_000),
        ("ktCO2e", "kgCO2e", 1_000_000, 1),
        ("GtCO2e", "gCO2e", 1e15, 1),
        ("gCO2e/kWh", "kgCO2e/MWh", 1, 1),
        ("km/h", "m/s", 5, 18),
        ("m/s", "km/h", 18, 5),
        ("km2", "m2", 1_000_000, 1),
        ("km2", "ha", 100, 1),
        ("hl", "l", 100, 1),
        ("dl", "cl", 10, 1),
        ("ml", "m3", 1, 1_000_000),
        ("t", "g", 1_000_000, 1),
        ("kWh/year", "W", 125, 1095),  // 1000 W × 3600 s / 31 536 000 s
        ("GEUR", "kEUR", 1_000_000, 1),
        ("GB", "bit", 8_000_000_000, 1),
        ("%", "", 1, 100),
        ("‰", "%", 1, 10),
        ("%/year", "1/month", 1, 1200),
        ("count", "%", 100, 1),
    ])
    func knownConversions(from: String, to: String, multiplier: Double, divisor: Double) throws {
        let conversion = try #require(try unit(from).conversion(to: unit(to)))
        // As a fraction: the table need not be in lowest terms, the conversion is.
        #expect(conversion.multiplier * divisor == multiplier * conversion.divisor)
        #expect(conversion.multiplier <= multiplier && conversion.divisor <= divisor)
    }

    @Test func valuesAreMultipliedThenDivided() throws {
        let toMegajoules = try #require(try unit("kWh").conversion(to: unit("MJ")))
        #expect(toMegajoules == Conversion(multiplier: 18, divisor: 5))
        #expect(toMegajoules(10) == 36)
        #expect(!toMegajoules.isIdentity)
        #expect(try unit("kWh").conversion(to: unit("kWh")) == .identity)
        #expect(Conversion.identity.isIdentity)
        #expect(Conversion.identity(0.1) == 0.1)
    }

    private static let shapes = ["m", "km.kg", "kWh.h", "m.m.t", "toe.year.cm", "kg.day.hkm.EUR"]

    @Test(arguments: shapes) func conversionsAreTransitiveAndInvert(shape: String) throws {
        var random = SplitMix64(seed: 2)
        for _ in 0..<40 {
            let (a, b, c) = (try random.unit(like: shape), try random.unit(like: shape), try random.unit(like: shape))
            let ab = try #require(a.conversion(to: b))
            let bc = try #require(b.conversion(to: c))
            let ac = try #require(a.conversion(to: c))
            // Powers of ten, 3.6 and 365 stay whole and exact in these shapes.
            #expect(ac.multiplier / ac.divisor == (ab.multiplier * bc.multiplier) / (ab.divisor * bc.divisor))
            #expect(b.conversion(to: a) == Conversion(multiplier: ab.divisor, divisor: ab.multiplier))
        }
    }

    @Test(arguments: [("km", "m"), ("kWh", "MJ"), ("tCO2e", "gCO2e"), ("year", "month"), ("l/hkm", "l/km")])
    func wholeValuesComeBackExactly(a: String, b: String) throws {
        let there = try #require(try unit(a).conversion(to: unit(b)))
        let back = try #require(try unit(b).conversion(to: unit(a)))
        var random = SplitMix64(seed: 3)
        for _ in 0..<1000 {
            // A multiple of the divisor below 2⁵³ / multiplier converts without rounding.
            let value = Double(Int.random(in: 0...1_000_000_000, using: &random)) * there.divisor
            #expect(back(there(value)) == value)
        }
    }

    @Test func scalesBeyond128BitsStillConvert() throws {
        let (big, small) = (try unit("GtCO2e3"), try unit("gCO2e3"))
        // 10⁴⁵: not exact, but right.
        let conversion = try #require(big.conversion(to: small))
        #expect(abs(conversion(1) / 1e45 - 1) < 1e-15)
    }
}
