import Testing

@testable import EmpreinteUnits

@Suite struct UnitCatalogueTests {
    @Test(arguments: [
        "m km cm mm hkm ha l dl cl ml hl", "g kg t kt Mt", "gCO2e kgCO2e tCO2e ktCO2e MtCO2e GtCO2e",
        "s min h day week month year", "J kJ MJ GJ TJ Wh kWh MWh GWh TWh W kW MW GW toe ktoe Mtoe",
        "EUR kEUR MEUR GEUR USD kUSD GBP CHF MCHF", "B kB MB GB TB bit", "K person vehicle household % ‰ count",
    ])
    func standardNames(names: String) throws {
        for name in names.split(separator: " ").map(String.init) {
            #expect(try unit(name).description == (name == "count" ? "" : name))
            #expect(units.names.contains(name))
        }
    }

    @Test(arguments: ["kha", "mg", "kB2e", "Mm", "kyear", "k%", "kperson", "cWh", "GK"])
    func prefixesAreOnlyWhereListed(name: String) {
        let error = #expect(throws: UnitError.self) { try units.unit(name) }
        #expect(error?.code == "unit.unknown")
    }

    @Test func declaredCountsAreDimensionsOfTheirOwn() throws {
        var catalogue = UnitCatalogue.standard
        try catalogue.declareCount("meal")
        try catalogue.declare("night", as: "count")
        let (meal, night) = (try catalogue.unit("meal").unit, try catalogue.unit("night").unit)
        #expect(!meal.isCompatible(with: night))
        #expect(!meal.isDimensionless)
        #expect(try catalogue.unit("meals").spellings == [UnitSpelling(range: 0..<5, replacement: "meal")])
        #expect(throws: UnitError.self) { try units.unit("meal") }
    }

    @Test func declaredUnitsAreExact() throws {
        var catalogue = UnitCatalogue.standard
        try catalogue.declare("stere", as: "1.5 m3")
        try catalogue.declare("cord", as: "2.4 stere")
        try catalogue.declare("dozen", as: "12")
        let conversion = try #require(try catalogue.unit("cord").unit.conversion(to: unit("l")))
        #expect(conversion == Conversion(multiplier: 3600, divisor: 1))
        #expect(try catalogue.unit("dozen").unit.isDimensionless)
        #expect(try catalogue.unit("kWh/stere").unit.description == "kWh/stere")
    }

    @Test(arguments: [
        ("", "unit.name"), ("2m", "unit.name"), ("thé", "unit.name"), ("x2", "unit.name"), ("a b", "unit.name"),
        ("_x", "unit.name"), ("km", "unit.duplicate"), ("kEUR", "unit.duplicate"), ("count", "unit.duplicate"),
        ("yr", "unit.duplicate"), ("kgCO2eq", "unit.duplicate"),
    ])
    func namesAreChecked(name: String, code: String) {
        var catalogue = UnitCatalogue.standard
        for definition in ["count", "1 kg"] {
            let error = #expect(throws: UnitError.self) { try catalogue.declare(name, as: definition) }
            #expect(error?.code == code)
            #expect(error?.range == 0..<name.utf8.count)
        }
    }

    @Test(arguments: [
        ("m3", "number.syntax", 0..<2), ("0 m3", "unit.definition", 0..<4), ("-1 m3", "unit.definition", 0..<5),
        ("2 kg ± 3 %", "unit.definition", 0..<11), ("1,5 m3", "number.decimal_comma", 0..<3),
        ("1 nothing", "unit.unknown", 2..<9), ("1e300 m", "unit.overflow", 0..<5), ("1e38 km", "unit.overflow", 0..<4),
        ("1 thing", "unit.unknown", 2..<7),
    ])
    func definitionsAreChecked(definition: String, code: String, range: Range<Int>) {
        var catalogue = UnitCatalogue.standard
        let error = #expect(throws: UnitError.self) { try catalogue.declare("thing", as: definition) }
        #expect(error?.code == code)
        #expect(error?.range == range)
        #expect(!catalogue.names.contains("thing"))
    }
}
