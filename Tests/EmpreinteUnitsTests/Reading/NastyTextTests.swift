import EmpreinteUnits
import TestSupport
import Testing

/// Whatever the text, reading answers or throws with a range inside the text; it never traps.
@Suite struct NastyTextTests {
    private func read(_ text: String) {
        let whole = 0...text.utf8.count
        do throws(UnitError) {
            let quantity = try units.quantity(text)
            #expect(quantity.value.isFinite)
            #expect(whole.contains(quantity.unitRange.upperBound))
        } catch {
            #expect(whole.contains(error.range.lowerBound) && whole.contains(error.range.upperBound), "\(text)")
        }
        do throws(UnitError) {
            let parsed = try units.unit(text)
            #expect(try units.unit(parsed.unit.description).unit == parsed.unit)
        } catch {
            #expect(whole.contains(error.range.lowerBound) && whole.contains(error.range.upperBound), "\(text)")
        }
    }

    @Test func randomBytes() {
        var random = SplitMix64(seed: 4)
        for _ in 0..<10_000 {
            let count = Int.random(in: 0...24, using: &random)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            read(String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test func randomPieces() {
        let pieces = [
            "1", "0", "12", "000", "999", ".", ",", "/", "(", ")", "^", "-", "+", " ", "e", "x", "_", "'", "’", "±",
            "+/-", "%", "‰", "€", "²", "³", "₂", "·", "×", "\u{A0}", "\u{202F}", "m", "km", "kgCO2e", "GtCO2e", "year",
            "100km", "30", "s", "count", "\u{0}", "\u{1F600}", "e\u{301}", "\u{2212}",
        ]
        var random = SplitMix64(seed: 5)
        for _ in 0..<10_000 {
            let count = Int.random(in: 0...10, using: &random)
            read((0..<count).compactMap { _ in pieces.randomElement(using: &random) }.joined())
        }
    }

    @Test(arguments: ["1", "(", "/", "kg/", "kg.", "m^", "1,", "1 000 ", "±", "2", "é"])
    func longRepetitions(piece: String) {
        read(String(repeating: piece, count: 20_000))
        read("5 " + String(repeating: piece, count: 20_000))
    }
}
