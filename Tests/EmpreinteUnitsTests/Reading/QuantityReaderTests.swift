import Testing

@testable import EmpreinteUnits

@Suite struct QuantityReaderTests {
    @Test(
        arguments: [
            ("0.21 kgCO2e/km", 0.21, "kgCO2e/km", nil, 0..<4, 5..<14),
            ("12 %", 12, "%", nil, 0..<2, 3..<4),
            ("1500 EUR", 1500, "EUR", nil, 0..<4, 5..<8),
            ("-2.5e-3 m", -0.0025, "m", nil, 0..<7, 8..<9),
            ("90 /km2", 90, "1/km2", nil, 0..<2, 3..<7),
            ("3 1/year", 3, "1/year", nil, 0..<1, 2..<8),
            ("3 ± 10 %", 3, "", 0.1, 0..<1, 1..<1),
            ("52 gCO2e/kWh ± 20 %", 52, "gCO2e/kWh", 0.2, 0..<2, 3..<12),
            ("52 gCO2e/kWh +/- 2.5 %", 52, "gCO2e/kWh", 0.025, 0..<2, 3..<12),
            ("5 % ± 200 %", 5, "%", 2, 0..<1, 2..<3),
        ] as [(String, Double, String, Double?, Range<Int>, Range<Int>)])
    func readsEveryPart(
        text: String, value: Double, unit: String, spread: Double?, valueRange: Range<Int>, unitRange: Range<Int>
    ) throws {
        let quantity = try units.quantity(text)
        #expect(quantity.value == value)
        #expect(quantity.unit.description == unit)
        #expect(quantity.spread == spread)
        #expect(quantity.valueRange == valueRange)
        #expect(quantity.unitRange == unitRange)
        #expect(quantity.spellings.isEmpty)
    }

    @Test func spellingsAreLocatedInTheWholeText() throws {
        let quantity = try units.quantity("6.5 L/100km ± 5 %")
        #expect(quantity.unit.description == "l/hkm")
        #expect(
            quantity.spellings == [
                UnitSpelling(range: 4..<5, replacement: "l"), UnitSpelling(range: 6..<11, replacement: "hkm"),
            ])
    }

    @Test(arguments: [
        ("12%", 0..<3, "12 %"), ("5kg", 0..<3, "5 kg"), ("5€ ± 2 %", 0..<4, "5 €"), ("90/km2", 0..<6, "90 /km2"),
        ("5 kg± 2 %", 2..<6, "kg ±"), ("5 kg ±2 %", 5..<8, "± 2"), ("5 kg ± 2%", 8..<10, "2 %"),
        ("12  %", 2..<4, " "), ("12\u{A0}%", 2..<4, " "), ("12\u{202F}%", 2..<5, " "), ("12\t%", 2..<3, " "),
        ("12 ", 2..<3, ""), ("12 % ", 4..<5, ""),
    ])
    func spacing(text: String, range: Range<Int>, replacement: String) {
        expect(text, "quantity.spacing", range)
        let error = #expect(throws: UnitError.self) { try units.quantity(text) }
        #expect(error?.replacement == replacement)
    }

    @Test(arguments: [
        ("5 kg ± 0.02 kg", 5..<15, "write it in %, as in `± 20 %`"),
        ("5 kg ± 2", 5..<9, "write it in %, as in `± 20 %`"),
        ("5 kg ± 0 %", 5..<11, "write `± 20 %`"), ("5 kg ± -3 %", 5..<12, "write `± 20 %`"),
        ("5 kg ±", 5..<7, "write `± 20 %`"), ("5 kg +/- 2 ‰", 5..<14, "write it in %, as in `± 20 %`"),
        ("5 kg ± 2 % ", 5..<12, "write `± 20 %`"), ("5 kg ± 2 %/year", 5..<16, "write `± 20 %`"),
    ])
    func spreads(text: String, range: Range<Int>, hint: String) {
        expect(text, "quantity.spread", range, hint: hint, replacement: nil)
    }

    @Test(arguments: [
        ("5 kg CO2e", "unit.syntax", 5..<9), ("5 kg + 3", "unit.syntax", 5..<8), ("5 kgg", "unit.unknown", 2..<5),
        ("5 km/(h", "unit.syntax", 5..<6), ("5 m31", "unit.overflow", 2..<5),
        ("5 kg ± 1,5 %", "number.decimal_comma", 8..<11), ("5 kg ± nan %", "number.not_finite", 8..<11),
        ("5 -kg", "unit.syntax", 2..<3),
    ])
    func errorsOfPartsAreLocatedInTheWholeText(text: String, code: String, range: Range<Int>) {
        expect(text, code, range)
    }
}
