import EmpreinteText
import TestSupport
import Testing

@Suite struct DoubleWriterTests {
    private func write(_ value: Double, _ mark: DecimalMark = .point) -> String {
        var bytes: [UInt8] = []
        DoubleWriter(mark).write(value, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        (0, "0"), (-0.0, "-0.0"), (1, "1"), (-12_000, "-12000"), (0.1, "0.1"), (-2.5, "-2.5"), (0.5, "0.5"),
        (0.0001, "0.0001"), (0.00012207031250, "0.0001220703125"), (1e-5, "1e-05"), (0.1 + 0.2, "0.30000000000000004"),
        (9_007_199_254_740_991, "9007199254740991"), (4_503_599_627_370_495.5, "4503599627370495.5"),
        (1e16, "1e+16"), (100.0 / 3, "33.333333333333336"), (.nan, ""), (.infinity, ""), (-.infinity, ""),
    ])
    func writes(_ value: Double, text: String) {
        #expect(write(value) == text)
    }

    @Test func writesCommas() {
        #expect(write(-1.25, .comma) == "-1,25")
        #expect(write(1.5e-7, .comma) == "1,5e-07")
    }

    /// Every number is written as JSON writes it.
    @Test func equalsJSON() {
        var random = SplitMix64(seed: 9)
        for round in 0..<120_000 {
            let bits = random.next()
            let value: Double =
                switch round % 6 {
                case 0: Double(bitPattern: bits)
                case 1: Double(bits >> 11) / 1e13
                case 2:
                    -(Double(bits >> 12) * 0x1p-52 + 1)
                        * Double(sign: .plus, exponent: Int(bits % 70) - 15, significand: 1)
                case 3: Double(bits % 100_000) / 1000
                // A multiple of a quarter has ties between two decimals.
                case 4: Double(bits >> 12) / 4
                default: Double(bits % 1_000_000_000) / 1e6
                }
            #expect(write(value) == (value.isFinite ? JSON.text(of: value) : ""), "\(bits)")
        }
    }

    /// Powers of two, where the gap below is half the gap above, and their neighbours.
    @Test(arguments: -20...60)
    func equalsJSONAroundPowersOfTwo(_ exponent: Int) {
        let power = Double(sign: .plus, exponent: exponent, significand: 1)
        for value in [power, power.nextUp, power.nextDown] { #expect(write(value) == JSON.text(of: value)) }
    }
}
