import EmpreinteUnits
import Testing

@Suite struct NumeralTests {
    @Test(arguments: [
        ("3", 3.0), ("-2.5e-3", -0.0025), ("0.21", 0.21), ("1E3", 1000), ("1e+3", 1000), ("007", 7), ("-0", -0.0),
        ("0.1234567890123456789", 0.12345678901234568), ("9007199254740993", 9007199254740992), ("1e-999", 0),
        ("1234567.891", 1234567.891), ("1.7976931348623157e308", .greatestFiniteMagnitude),
    ])
    func readsTheNearestNumber(text: String, value: Double) throws {
        let quantity = try units.quantity(text)
        #expect(quantity.value.bitPattern == value.bitPattern)
        #expect(quantity.unit == .one)
        #expect(quantity.valueRange == 0..<text.utf8.count)
        #expect(quantity.unitRange == text.utf8.count..<text.utf8.count)
    }

    @Test(arguments: [
        ("1,5", "1.5", 0..<3), ("-1,5 kg", "-1.5", 0..<4), ("0,125", "0.125", 0..<5), ("1,5e3", "1.5", 0..<3),
        ("1234,567", "1234.567", 0..<8),
    ])
    func decimalCommas(text: String, right: String, range: Range<Int>) {
        expect(text, "number.decimal_comma", range, hint: "write `\(right)`", replacement: right)
    }

    @Test func aCommaBeforeThreeDigitsIsAmbiguous() {
        expect(
            "1,000 kg", "number.decimal_comma", 0..<5, hint: "write `1.000`, or `1000` for thousands", replacement: nil)
    }

    @Test(arguments: [
        ("1 000", "1000", 0..<5), ("1 000 kg", "1000", 0..<5), ("12 345 678 EUR", "12345678", 0..<10),
        ("1'000", "1000", 0..<5), ("1’000", "1000", 0..<7), ("1_000", "1000", 0..<5), ("1,000.5", "1000.5", 0..<7),
        ("1.000,5", "1000.5", 0..<7), ("1,000,000", "1000000", 0..<9), ("1.000.000", "1000000", 0..<9),
        ("1\u{202F}000", "1000", 0..<7), ("1\u{A0}000,5 kg", "1000.5", 0..<8), ("-1\u{2009}000", "-1000", 0..<8),
    ])
    func groupedDigits(text: String, right: String, range: Range<Int>) {
        expect(text, "number.grouping", range, hint: "write `\(right)`", replacement: right)
    }

    @Test(arguments: [
        ("nan", 0..<3), ("NaN kg", 0..<3), ("inf", 0..<3), ("-inf", 0..<4), (".inf", 0..<4), ("Infinity", 0..<8),
        ("1e999", 0..<5), ("-1e400 kg", 0..<6),
    ])
    func numbersThatAreNotFinite(text: String, range: Range<Int>) {
        expect(text, "number.not_finite", range)
    }

    @Test(arguments: [
        ("", 0..<0), (" 5", 0..<0), ("kg", 0..<2), ("-", 0..<1), ("1.5.2", 0..<5), ("2024.11.05", 0..<10),
        ("2024-11", 0..<7), ("0x1F", 0..<4), ("5.", 0..<2), ("1,5,6", 0..<5), ("3 12", 2..<4), ("3 1", 2..<3),
        ("12:30", 0..<5), ("1/2", 0..<3), ("++5", 0..<3), ("5²", 0..<3), ("2025 100 km", 0..<8),
    ])
    func rubbish(text: String, range: Range<Int>) {
        expect(text, "number.syntax", range)
    }

    @Test(arguments: [("+5", "5"), (".5", "0.5"), ("-.5", "-0.5"), ("\u{2212}5", "-5"), ("+1.5e3", "1.5e3")])
    func nearlyNumbers(text: String, right: String) {
        expect(text, "number.syntax", 0..<text.utf8.count, hint: "write `\(right)`", replacement: right)
    }
}

/// Expects reading a quantity to fail that way.
func expect(
    _ text: String, _ code: String, _ range: Range<Int>, sourceLocation: SourceLocation = #_sourceLocation
) {
    let error = #expect(throws: UnitError.self, sourceLocation: sourceLocation) { try units.quantity(text) }
    #expect(error?.code == code, sourceLocation: sourceLocation)
    #expect(error?.range == range, sourceLocation: sourceLocation)
}

/// Expects reading a quantity to fail that way, with this advice.
func expect(
    _ text: String, _ code: String, _ range: Range<Int>, hint: String?, replacement: String?,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    expect(text, code, range, sourceLocation: sourceLocation)
    let error = #expect(throws: UnitError.self, sourceLocation: sourceLocation) { try units.quantity(text) }
    #expect(error?.hint == hint, sourceLocation: sourceLocation)
    #expect(error?.replacement == replacement, sourceLocation: sourceLocation)
}
