import EmpreinteText
import TestSupport
import Testing

@Suite struct DecimalParserTests {
    private func read(_ text: String, _ mark: DecimalMark = .point) -> Double? {
        DecimalParser(mark).value(of: Array(text.utf8)[...])
    }

    @Test(arguments: [
        ("0", 0), ("-0", -0.0), ("007", 7), ("12000", 12_000), ("-1.5", -1.5), ("0.1", 0.1), ("1e3", 1000),
        ("2.5E-3", 0.0025), ("1e+2", 100), ("9007199254740993", 9_007_199_254_740_992),
        ("18446744073709551615", 18_446_744_073_709_551_616), ("1e22", 1e22), ("1e23", 1e23),
        ("123456789012345678e-27", 1.23456789012345678e-10), ("1e-400", 0), ("4.9e-324", .leastNonzeroMagnitude),
        ("1.7976931348623157e308", .greatestFiniteMagnitude), ("0.00000000000000000000000000001", 1e-29),
    ])
    func reads(_ text: String, value: Double) {
        #expect(read(text)?.bitPattern == value.bitPattern)
    }

    @Test(arguments: [
        "", "-", ".", ".5", "5.", "+5", " 5", "5 ", "1 000", "1,5", "1.5.5", "1e", "1e+", "e5", "0x10", "inf", "nan",
        "-inf", "infinity", "1e309", "-1e400", "١", "1_000", "--1", "5%",
    ])
    func refuses(_ text: String) {
        #expect(read(text) == nil)
    }

    @Test func readsCommas() {
        #expect(read("-1,25", .comma) == -1.25)
        #expect(read("12345678901234567890,5", .comma) == 12_345_678_901_234_567_890.5)
        #expect(read("1.25", .comma) == nil)
    }

    /// Any text of a number reads as the standard library reads it, to the last bit.
    @Test func equalsTheStandardLibrary() {
        var random = SplitMix64(seed: 5)
        func digits(_ count: Int) -> String {
            String(decoding: (0..<count).map { _ in UInt8.random(in: 0x30...0x39, using: &random) }, as: UTF8.self)
        }
        for round in 0..<300_000 {
            var text = Bool.random(using: &random) ? "-" : ""
            text += digits(Int.random(in: 1...(round % 3 == 0 ? 22 : 9), using: &random))
            if round % 4 > 0 { text += "." + digits(Int.random(in: 1...(round % 5 == 0 ? 24 : 10), using: &random)) }
            if round % 7 == 0 { text += "e\(Int.random(in: -330...330, using: &random))" }
            if round % 7 == 1 { text += "e\(Int.random(in: -30...30, using: &random))" }
            let expected = Double(text).flatMap { $0.isFinite ? $0 : nil }
            #expect(read(text)?.bitPattern == expected?.bitPattern, "\(text)")
        }
    }

    /// Decimals half-way between two doubles, and their neighbours, are the hardest to round.
    @Test func roundsHalfWayToEven() {
        var random = SplitMix64(seed: 6)
        for _ in 0..<20_000 {
            let significand = UInt64.random(in: 1 << 53..<1 << 54, using: &random) | 1
            let exponent = Int.random(in: 0...9, using: &random)
            // significand × 2^-exponent, with every digit, is significand × 5^exponent / 10^exponent.
            let power = (0..<exponent).reduce(UInt64(1)) { product, _ in product * 5 }
            let (scaled, overflows) = significand.multipliedReportingOverflow(by: power)
            guard !overflows else { continue }
            for neighbour in [scaled - 1, scaled, scaled + 1] {
                let text = "\(neighbour)e-\(exponent)"
                #expect(read(text)?.bitPattern == Double(text)?.bitPattern, "\(text)")
            }
        }
    }
}
