import EmpreinteText
import TestSupport
import Testing

@Suite struct SourceMapTests {
    @Test(arguments: [
        ("abc", 0, 1, 1), ("abc", 2, 1, 3), ("abc", 3, 1, 4), ("abc", 99, 1, 4), ("abc", -1, 1, 1), ("", 0, 1, 1),
        ("a\nb", 1, 1, 2), ("a\nb", 2, 2, 1), ("a\n", 2, 2, 1), ("a\r\nb", 3, 2, 1), ("a\r\nb", 2, 1, 3),
        ("\tx", 1, 1, 2),
        // é composed takes two bytes, decomposed three.
        ("éx", 2, 1, 2), ("e\u{301}x", 3, 1, 2), ("e\u{301}x", 1, 1, 1),
        // A family of three is 18 bytes, and inside it is still the family.
        ("a👨‍👩‍👧b", 19, 1, 3), ("a👨‍👩‍👧b", 1, 1, 2), ("a👨‍👩‍👧b", 5, 1, 2), ("a👨‍👩‍👧b", 12, 1, 2),
        ("🇫🇷🇧🇪x", 8, 1, 2), ("🇫🇷🇧🇪x", 16, 1, 3), ("漢字x", 6, 1, 3), ("été à x", 9, 1, 7),
    ])
    func location(_ text: String, _ offset: Int, _ line: Int, _ column: Int) {
        var sources = SourceMap()
        _ = sources.add(path: "first", bytes: [])
        let file = sources.add(path: "p/q.yaml", bytes: Array(text.utf8))
        let range = SourceRange(file: file, lowerBound: offset, upperBound: offset)
        #expect(sources.location(of: range) == Location(path: "p/q.yaml", line: line, column: column))
        #expect(sources.endLocation(of: range).description == "p/q.yaml:\(line):\(column)")
    }

    @Test func lines() {
        var sources = SourceMap()
        let file = sources.add(path: "a", bytes: Array("é1\r\n\ntrois".utf8))
        #expect(sources.file(file).lineCount == 3)
        #expect((0...4).map { sources.file(file).lineText($0) } == ["", "é1", "", "trois", ""])
        let range = SourceRange(file: file, lowerBound: 7, upperBound: 9)
        #expect(sources.lineText(of: range) == "trois")
        #expect(sources.text(of: range) == "ro")
    }

    /// Longer than the blocks line ends are counted by.
    @Test func linesOfALongFile() {
        var random = SplitMix64(seed: 3)
        let lines = (0..<600).map { "\($0)" + String(repeating: ".", count: Int.random(in: 0...60, using: &random)) }
        var sources = SourceMap()
        let file = sources.add(path: "a", bytes: Array(lines.joined(separator: "\n").utf8))
        #expect(sources.file(file).lineCount == 600)
        #expect((1...600).map { sources.file(file).lineText($0) } == lines)
        var start = 0
        for (index, line) in lines.enumerated() {
            let range = SourceRange(file: file, lowerBound: start, upperBound: start + line.utf8.count)
            #expect(sources.location(of: range) == Location(path: "a", line: index + 1, column: 1))
            #expect(sources.endLocation(of: range).column == 1 + line.count)
            start += line.utf8.count + 1
        }
    }

    @Test func columnInBytesThatAreNotText() {
        var sources = SourceMap()
        let file = sources.add(path: "a", bytes: [0x61, 0xFF, 0x62])
        #expect(sources.location(of: SourceRange(file: file, lowerBound: 2, upperBound: 3)).column == 3)
    }
}
