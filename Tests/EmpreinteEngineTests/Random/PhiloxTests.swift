import EmpreinteEngine
import Testing

@Suite struct PhiloxTests {
    /// The known answers published with the method (Random123, philox2x64 with ten rounds).
    @Test(arguments: [
        ([UInt64](repeating: 0, count: 3), [0xCA00_A045_9843_D731, 0x66C2_4222_C9A8_45B5] as [UInt64]),
        ([UInt64](repeating: .max, count: 3), [0x65B0_21D6_0CD8_310F, 0x4D02_F322_2F86_DF20]),
        (
            [0x243F_6A88_85A3_08D3, 0x1319_8A2E_0370_7344, 0xA409_3822_299F_31D0],
            [0x0A5E_742C_2997_341C, 0xB0F8_83D3_8000_DE5D]
        ),
    ])
    func wordsAreThePublishedOnes(input: [UInt64], output: [UInt64]) {
        let words = Philox(key: input[2]).words(input[0], input[1])
        #expect([words.0, words.1] == output)
    }

    @Test func uniformsLieStrictlyBetweenTheEnds() {
        let random = Philox(key: 1)
        let values = (0..<10_000).map { random.uniform($0, Philox.stream("a")) }
        #expect(values.allSatisfy { $0 > 0 && $0 < 1 })
        #expect(abs(values.reduce(0, +) / 10_000 - 0.5) < 0.01)
        #expect(random.uniform(5, Philox.stream("a")) != random.uniform(5, Philox.stream("b")))
    }
}
