import TestSupport
import Testing

@testable import EmpreinteText

/// Whatever the bytes, reading ends with values or with an error that has a place, and never traps.
@Suite struct HostileTextTests {
    private static let pieces = [
        "a", "é", "🚗", " ", "  ", "\n", "\r\n", "\r", "\t", ":", ": ", "- ", "? ", "[", "]", "{", "}", ",", "&a ", "*a",
        "!t ",
        "'", "\"", "\\", "\\n", "\\u00e9", "\\ud83d", "|", ">", "|2-\n", ">+\n", "#", " # c", "---\n", "...", "%",
        "<<: ", "\u{85}",
        "\u{2028}", "\u{FEFF}", "\u{0}", "1", "-", "e", "null", "@", "`",
    ]

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func mixtures(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<1_500 {
            var bytes = (0..<Int.random(in: 0...24, using: &random)).flatMap { _ in
                Array((Self.pieces.randomElement(using: &random) ?? "").utf8)
            }
            if Int.random(in: 0..<10, using: &random) == 0, !bytes.isEmpty { bytes.removeLast() }
            for reading in [Reading(yaml: bytes), Reading(json: bytes)] {
                for document in reading.documents { Self.visit(document, within: 0..<bytes.count) }
                for problem in reading.diagnostics.sorted {
                    #expect(problem.range.map { $0.upperBound <= bytes.count } == true, "\(problem)")
                    #expect(!DiagnosticText(reading.sources, width: 20).text(of: problem).isEmpty)
                }
            }
        }
    }

    /// Places of every character of every scalar stay in the file and go forward.
    private static func visit(_ node: Node, within bounds: Range<Int>) {
        #expect(bounds.contains(node.bounds) && String(validating: node.utf8, as: UTF8.self) != nil)
        var last = 0
        for offset in 0..<node.utf8.count {
            let part = node.range(of: offset..<offset + 1)
            #expect(part.lowerBound >= last && part.upperBound <= bounds.upperBound)
            last = part.lowerBound
        }
        for item in node.items { visit(item, within: bounds) }
        for entry in node.entries {
            visit(entry.key, within: bounds)
            visit(entry.value, within: bounds)
        }
    }
}
