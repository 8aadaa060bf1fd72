import EmpreinteAnalysis
import Testing

@Suite struct UnitWordsTests {
    @Test(
        arguments: [
            (8255, "kgCO2e/year", "8.26 t CO2e a year", "8,26 t CO2e par an"),
            (493, "kgCO2e/year", "493 kg CO2e a year", "493 kg CO2e par an"),
            (8.255, "tCO2e/year", "8.26 t CO2e a year", "8,26 t CO2e par an"),
            (0.25, "kgCO2e", "250 g CO2e", "250 g CO2e"),
            (-1500, "kgCO2e", "\u{2212}1.5 t CO2e", "\u{2212}1,5 t CO2e"),
            (1_200_000, "tCO2e/year", "1.2 Mt CO2e a year", "1,2 Mt CO2e par an"),
            (0, "kgCO2e/year", "0 kg CO2e a year", "0 kg CO2e par an"),
            (0.052, "kgCO2e/kWh", "0.052 kg CO2e/kWh", "0,052 kg CO2e/kWh"),
            (2000, "kgCO2e/(person.year)", "2 t CO2e/person a year", "2 t CO2e/personne par an"),
            (110, "kWh/(m2.year)", "110 kWh/m² a year", "110 kWh/m² par an"),
            (12000, "kWh/year", "12,000 kWh a year", "12\u{202F}000 kWh par an"),
            (120_000, "kWh/year", "120 MWh a year", "120 MWh par an"),
            (1500, "EUR/year", "1,500 € a year", "1\u{202F}500 € par an"),
            (2, "MEUR", "2 M€", "2 M€"),
            (120, "kEUR/year", "120,000 € a year", "120\u{202F}000 € par an"),
            (12000, "vehicle.km/year", "12,000 vehicle-km a year", "12\u{202F}000 véhicule-km par an"),
            (0.21, "kgCO2e/(person.km)", "0.21 kg CO2e/person-km", "0,21 kg CO2e/personne-km"),
            (35, "hour/week", "35 hour a week", "35 heure par semaine"),
            (7, "meal/week", "7 meal a week", "7 meal par semaine"),
            (12, "%", "12%", "12\u{A0}%"),
            (-3, "%/year", "\u{2212}3% a year", "\u{2212}3\u{A0}% par an"),
            (0.5, "1/year", "0.5 a year", "0,5 par an"),
            (3, "1/kWh", "3 per kWh", "3 par kWh"),
            (4, "", "4", "4"),
            (4, "furlong", "4 furlong", "4 furlong"),
            (4, "a/b/c", "4 a/b/c", "4 a/b/c"),
            (.nan, "kgCO2e/year", "undefined kg CO2e a year", "indéfini kg CO2e par an"),
        ] as [(Double, String, String, String)])
    func saysFigures(_ value: Double, _ unit: String, english: String, french: String) {
        #expect(UnitWords(.en).text(Figure(value, unit)) == english)
        #expect(UnitWords(.fr).text(Figure(value, unit)) == french)
    }

    @Test func staysInTheUnitWhenAsked() {
        #expect(UnitWords(.en).text(Figure(8255, "kgCO2e/year"), scale: .fixed) == "8,255 kg CO2e a year")
        #expect(UnitWords(.fr).text(Figure(120, "kEUR/year"), scale: .fixed) == "120 k€ par an")
    }

    @Test(
        arguments: [
            ("kgCO2e/year", 8255, "t", 3), ("kgCO2e/year", 20, "kg", 0), ("kgCO2e/kWh", 8255, "kg CO2e/kWh", 0),
            ("vehicle.km/year", 10, "véhicule-km", 0), ("%", 10, "%", 0), ("gCO2e", 3e6, "t", 6),
        ] as [(String, Double, String, Int)])
    func shortensForColumns(_ unit: String, _ largest: Double, symbol: String, exponent: Int) {
        let measure = UnitWords(.fr).measure(of: unit, upTo: largest)
        #expect(measure.symbol == symbol)
        #expect(measure.exponent == exponent)
    }

    @Test func scalesByPowersOfTen() {
        #expect(UnitWords(.en).measure(of: "kgCO2e", upTo: 8255).scaled(1473) == 1.473)
        #expect(UnitWords(.en).measure(of: "kgCO2e", upTo: 0.5).scaled(0.25) == 250)
    }
}
