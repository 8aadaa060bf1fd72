import TestSupport
import Testing

@testable import EmpreinteText

@Suite struct UTF8CheckTests {
    @Test(
        arguments: [
            ([0x61], UTF8Check.Finding.ascii), ([], .ascii), ([0x61, 0xC3, 0xA9], .unicode),
            ([0xF0, 0x9F, 0x98, 0x80], .unicode), ([0xED, 0x9F, 0xBF], .unicode), ([0xF4, 0x8F, 0xBF, 0xBF], .unicode),
            // Truncated, alone, overlong, surrogate, beyond Unicode.
            ([0x61, 0xC3], .invalid(at: 1)), ([0x61, 0x62, 0xE2, 0x82], .invalid(at: 2)), ([0x80], .invalid(at: 0)),
            ([0xC0, 0xAF], .invalid(at: 0)), ([0xE0, 0x80, 0xAF], .invalid(at: 0)),
            ([0xED, 0xA0, 0x80], .invalid(at: 0)), ([0xF4, 0x90, 0x80, 0x80], .invalid(at: 0)),
            ([0xC3, 0xA9, 0xF0, 0x9F, 0x98, 0x41], .invalid(at: 2)), ([0xFE], .invalid(at: 0)),
        ] as [([UInt8], UTF8Check.Finding)])
    func scan(_ bytes: [UInt8], _ finding: UTF8Check.Finding) {
        #expect(UTF8Check.scan(bytes) == finding)
    }

    @Test func agreesWithTheStandardLibrary() {
        var random = SplitMix64(seed: 7)
        // The long run is scanned eight bytes at a time.
        let run = [UInt8](repeating: 0x41, count: 11)
        let pieces: [[UInt8]] = [
            [0x41], run, [0xC3, 0xA9], [0xE2, 0x82, 0xAC], [0xF0, 0x9F, 0x98, 0x80], [0xE2], [0x9F],
        ]
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 0...5, using: &random)).flatMap { _ in
                pieces.randomElement(using: &random) ?? []
            }
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            if case .invalid = UTF8Check.scan(bytes) { #expect(!isValid) } else { #expect(isValid) }
        }
    }
}
