import Testing

@testable import EmpreinteUnits

@Suite struct RationalTests {
    @Test(
        arguments: [
            ("1", 1, 1), ("1.5", 3, 2), ("0.001", 1, 1000), ("41.868e3", 41868, 1), ("1E+2", 100, 1), ("25e-2", 1, 4),
            ("007.50", 15, 2),
        ] as [(String, Int128, Int128)])
    func numeralsAreExact(text: String, numerator: Int128, denominator: Int128) throws {
        let value = try #require(Rational(numeral: text.utf8))
        #expect(value.numerator == numerator)
        #expect(value.denominator == denominator)
    }

    @Test(arguments: ["0", "0.0", "-1", "", "x", "1e39", "1e-39", "1e999999999999999999999"])
    func othersAreRefused(text: String) {
        #expect(Rational(numeral: text.utf8) == nil)
    }

    @Test func digitsBeyond128BitsAreRefused() {
        #expect(Rational(numeral: String(repeating: "9", count: 38).utf8) != nil)
        #expect(Rational(numeral: String(repeating: "9", count: 39).utf8) == nil)
        #expect(Rational(numeral: "0.\(String(repeating: "3", count: 60))".utf8) == nil)
    }

    @Test func productsCancelBeforeTheyGrow() throws {
        let big = try #require(Rational(numeral: "1e38".utf8))
        #expect(big.multiplied(by: big.inverse) == .one)
        #expect(big.multiplied(by: big) == nil)
        #expect(big.raised(to: -2) == nil)
        #expect(big.raised(to: -1) == big.inverse)
    }
}
