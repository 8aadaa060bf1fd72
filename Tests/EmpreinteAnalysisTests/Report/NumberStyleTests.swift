import EmpreinteAnalysis
import TestSupport
import Testing

@Suite struct NumberStyleTests {
    @Test(
        arguments: [
            (8255, "8,255", "8\u{202F}255"),
            (8.255, "8.26", "8,26"),
            (1_234_567, "1,234,567", "1\u{202F}234\u{202F}567"),
            (1473.2, "1,473", "1\u{202F}473"),
            (999.6, "1,000", "1\u{202F}000"),
            (493.4, "493", "493"),
            (12.34, "12.3", "12,3"),
            (9.996, "10", "10"),
            (2, "2", "2"),
            (0.0521, "0.0521", "0,0521"),
            (0.000_021_49, "0.0000215", "0,0000215"),
            (-1473, "\u{2212}1,473", "\u{2212}1\u{202F}473"),
            (0, "0", "0"),
            (-0.0, "0", "0"),
            (1e14, "100,000,000,000,000", "100\u{202F}000\u{202F}000\u{202F}000\u{202F}000"),
            (1.5e300, "1.5\u{A0}×\u{A0}10³⁰⁰", "1,5\u{A0}×\u{A0}10³⁰⁰"),
            (-1.5e-7, "\u{2212}1.5\u{A0}×\u{A0}10⁻⁷", "\u{2212}1,5\u{A0}×\u{A0}10⁻⁷"),
            (.leastNonzeroMagnitude, "5\u{A0}×\u{A0}10⁻³²⁴", "5\u{A0}×\u{A0}10⁻³²⁴"),
            (.nan, "undefined", "indéfini"),
            (-.infinity, "\u{2212}infinite", "\u{2212}infini"),
        ] as [(Double, String, String)])
    func writesSignificantDigits(_ value: Double, english: String, french: String) {
        #expect(NumberStyle(.en).text(value) == english)
        #expect(NumberStyle(.fr).text(value) == french)
    }

    /// Each lies just below or above its tie in binary; the decimal it is written as decides.
    @Test(
        arguments: [
            (1.005, 2, "1.01"), (0.285, 2, "0.29"), (2.675, 2, "2.68"), (2.5, 0, "3"), (3.5, 0, "4"),
            (-2.5, 0, "\u{2212}3"), (0.5, 0, "1"), (0.05, 0, "0"), (0.49, 0, "0"), (-0.004, 2, "0.00"),
            (99.995, 2, "100.00"), (2, 2, "2.00"), (1e-9, 2, "0.00"), (1234.5, 1, "1,234.5"), (0.07, 1, "0.1"),
        ] as [(Double, Int, String)])
    func roundsHalfAwayFromZero(_ value: Double, decimals: Int, expected: String) {
        #expect(NumberStyle(.en).text(value, decimals: decimals) == expected)
    }

    @Test(arguments: [(1, "0.3"), (2, "0.29"), (3, "0.285"), (0, "0.3")])
    func showsTheDigitsAsked(_ digits: Int, expected: String) {
        #expect(NumberStyle(.en, digits: digits).text(0.285) == expected)
    }

    @Test(
        arguments: [
            ([2.08, 0.4931, -0.1], 2), ([9.996, 1.5], 1), ([1473, 0.25], 0), ([12, 3, 150], 0), ([2, 1.5], 1), ([], 0),
            ([.nan, 0.0123], 4), ([0], 0),
        ] as [([Double], Int)])
    func choosesDecimalsForAColumn(_ values: [Double], expected: Int) {
        #expect(NumberStyle(.en).decimals(for: values) == expected)
    }

    /// With fifteen digits, reading the text back gives the number to its fifteenth digit.
    @Test func keepsTheValue() throws {
        var seed = SplitMix64(seed: 7)
        for _ in 0..<2000 {
            let value = (Double.random(in: -1...1, using: &seed)) * 1e6
            let text = NumberStyle(.en, digits: 15).text(value)
            let plain = String(text.filter { $0 != "," }.map { $0 == "\u{2212}" ? "-" : $0 })
            let read = try #require(Double(plain))
            #expect(abs(read - value) <= abs(value) * 1e-14)
        }
    }
}
