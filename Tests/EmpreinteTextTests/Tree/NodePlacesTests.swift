import TestSupport
import Testing

@testable import EmpreinteText

/// Parts of decoded text, and where they are in the file.
@Suite struct NodePlacesTests {
    /// The part is marked in the source; its decoded text is given.
    @Test(arguments: [
        ("a: b «c» d", "c"), ("a: é «🚗» d", "🚗"), ("a: b\n  «c» d", "c"), ("a: b\n\n  é «c»", "c"),
        ("a: b«\n  »c", " "),
        ("a: 'it''s «é»'", "é"), ("a: 'it«''»s'", "'"), ("a: 'b\n  «c»'", "c"), ("a: 'b  \n\n  «c»'", "c"),
        ("a: 'b  \n«\n»  c'", "\n"),
        (#"a: "\u00e9 «b»""#, "b"), (#"a: "x «\u00e9» b""#, "é"), (#"a: "\U0001F697«b»""#, "b"),
        (#"a: "\t«\n»b""#, "\n"),
        ("a: \"b \\\n   «c»\"", "c"), ("a: \"b\\n\n  «c»\"", "c"), ("a: \"\\\n  «b»\"", "b"),
        (#"a: "«\N»b""#, "\u{85}"),
        (#"a: "«\x41\x42»b""#, "AB"), ("a: \"b«\n »c\\t\"", " "),
        ("a: |\n  b\n  «c» d\n", "c"), ("a: |2\n    é\n  «c»\n", "c"), ("a: |-\n\n    b\n\n     «c»\n\n", "c"),
        ("a: |+\n  b\n\n«\n»", "\n"), ("a: |-\n  b«\n»  c\n", "\n"), ("a: | # note\n    é «🚗»\n", "🚗"),
        ("a: >\n  b\n  «c»\n", "c"), ("a: >\n  b«\n  »c\n", " "), ("a: >\n  b\n\n  «c»\n", "c"),
        ("a: >-\n  b\n    «c»\n  d", "c"),
        ("a: >-\n  b\n    c\n  «d»", "d"), ("a: >2-\n    b\n\n\n  c\n  «é»", "é"), ("a: >\r\n  b\r\n  «c»\r\n", "c"),
        ("- a: |\n    b\n    «c»\n", "c"), ("a: &x\n  'b''«c»'", "c"),
    ])
    func part(_ marked: String, _ text: String) throws {
        let marked = MarkedText(marked)
        let reading = Reading(yaml: marked.text)
        let root = try #require(reading.documents.first)
        let node = try #require((root.items.first ?? root)["a"])
        let decoded = node.text
        let before = try #require(decoded.unicodeScalars.ranges(of: text.unicodeScalars).last).lowerBound
        let lower = decoded.utf8.distance(from: decoded.startIndex, to: before)
        let part = node.range(of: lower..<lower + text.utf8.count)
        #expect(part.lowerBound..<part.upperBound == marked.ranges[0])
        #expect(part.file == node.tree.file)
    }

    @Test(arguments: [
        ("ab", 0..<0, 3..<3), ("ab", 2..<2, 5..<5), ("ab", 1..<9, 4..<5), ("ab", -3..<1, 3..<4),
        (#""\tb""#, 0..<0, 4..<4), (#""\tb""#, 2..<2, 7..<7), (#""\tb""#, 1..<1, 6..<6), ("''", 0..<0, 4..<4),
        ("[b]", 0..<1, 3..<6), ("", 0..<0, 2..<2),
    ])
    func edges(_ value: String, _ part: Range<Int>, _ expected: Range<Int>) throws {
        let node = try #require(Reading(yaml: "a: " + value).node("a"))
        let range = node.range(of: part)
        #expect(range.lowerBound..<range.upperBound == expected)
    }

    @Test(arguments: [
        (#"["\ud83d\ude97«b»"]"#, "b"), (#"["é«\ud83d\ude97»b"]"#, "🚗"), (#"["\\  «b»"]"#, "b"), (#"["\/«é»"]"#, "é"),
        (#"["\u0041 "# + "\u{2028}«b»\"]", "b"),
    ])
    func json(_ marked: String, _ text: String) throws {
        let marked = MarkedText(marked)
        let node = try #require(Reading(json: marked.text).documents.first?.items.first)
        let found = try #require(node.text.ranges(of: text).first)
        let lower = node.text.utf8.distance(from: node.text.startIndex, to: found.lowerBound)
        let part = node.range(of: lower..<lower + text.utf8.count)
        #expect(part.lowerBound..<part.upperBound == marked.ranges[0])
    }

    // MARK: Random scalars

    /// Each character of a random text, written in each style, is found where its source decodes to it.
    @Test(arguments: [Node.Style.plain, .singleQuoted, .doubleQuoted, .literal, .folded])
    func everyCharacter(_ style: Node.Style) throws {
        var random = SplitMix64(seed: 42)
        for _ in 0..<300 {
            let value = RandomScalar.source(style, &random)
            let source = "k: 0\né:\n  a: \(value)\n  z: 1\n"
            let reading = Reading(yaml: source)
            let node = try #require(reading.node("é", "a"), "\(source) \(reading.problems)")
            #expect(node.style == style)
            var offset = 0
            var last = node.range.lowerBound
            for scalar in node.text.unicodeScalars {
                let length = String(scalar).utf8.count
                let range = node.range(of: offset..<offset + length)
                let piece = reading.sources.text(of: range)
                #expect(
                    RandomScalar.decodes(piece, to: scalar, style), "\(scalar) at \(offset) is \(piece) in \(source)")
                #expect(range.lowerBound >= last, "places go forward in \(source)")
                last = range.upperBound
                offset += length
            }
        }
    }
}

/// Writes scalars at random and knows what their pieces mean.
private enum RandomScalar {
    static func source(_ style: Node.Style, _ random: inout SplitMix64) -> String {
        let words = ["a", "é", "e\u{301}", "🚗", "x1", "👨‍👩‍👧", "f(x)"]
        let escapes = [#"\n"#, #"\t"#, #"\""#, #"\u00e9"#, #"\U0001F697"#, #"\x41"#, #"\_"#, #"\L"#, #"\\"#]
        func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }
        let count = Int(pick(["1", "2", "5", "9"])) ?? 1
        switch style {
        case .plain:
            return (0..<count).map { _ in pick(words) + pick(["", " ", "  ", "\n    ", " \n\n   "]) }.joined() + "."
        case .singleQuoted:
            let parts = (0..<count).map { _ in pick(words + ["''"]) + pick(["", " ", "\n    ", " \n \n\n   "]) }
            return "'" + parts.joined() + "'"
        case .doubleQuoted:
            let gaps = ["", " ", "\n    ", " \n \n\n   ", "\\\n   ", " \\\n \n   "]
            return "\"" + (0..<count).map { _ in pick(words + escapes) + pick(gaps) }.joined() + "\""
        case .literal, .folded:
            let indent = "    "
            let lines = (0..<count).map { _ in
                pick(["", "\n", "\n\n"]) + indent + pick(["", "", "  ", "\t"]) + pick(words) + pick(["", " b", "  "])
            }
            let header = (style == .literal ? "|" : ">") + pick(["", "+", "-", "2", "2-", "+2"])
            return header + pick(["", " # c"]) + "\n" + pick(["", "\n"]) + indent + "w\n"
                + lines.joined(separator: "\n")
                + pick(["", "\n", "\n\n"])
        }
    }

    static func decodes(_ piece: String, to scalar: Unicode.Scalar, _ style: Node.Style) -> Bool {
        if piece == String(scalar) { return true }
        let isBlank = piece.unicodeScalars.allSatisfy { $0 == " " || $0 == "\n" }
        // A fold is a line end and the blanks around it; every other line end stands for itself.
        switch (style, scalar) {
        case (.literal, _): return false
        case (_, " ") where isBlank && piece.contains("\n"): return true
        case (.singleQuoted, "'"): return piece == "''"
        case (.doubleQuoted, _): return Reading(yaml: "\"\(piece)\"").documents.first?.text == String(scalar)
        default: return false
        }
    }
}
