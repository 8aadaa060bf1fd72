import Testing

@testable import EmpreinteText

@Suite struct DiagnosticTextTests {
    private func text(_ marked: String, width: Int = 100) -> [Substring] {
        let marked = MarkedText(marked)
        var sources = SourceMap()
        let file = sources.add(path: "a.yaml", bytes: Array(marked.text.utf8))
        let range = SourceRange(
            file: file, lowerBound: marked.ranges[0].lowerBound, upperBound: marked.ranges[0].upperBound)
        let text = DiagnosticText(sources, width: width).text(of: .error("x.y", "m", at: range))
        return text.split(separator: "\n")
    }

    @Test(arguments: [
        ("a: «b c» d", "1:4", " 1 | a: b c d", "   |    ^^^"),
        ("été: «b»", "1:6", " 1 | été: b", "   |      ^"),
        ("e\u{301}t: «b»", "1:5", " 1 | e\u{301}t: b", "   |     ^"),
        ("\ta: «b»", "1:5", " 1 |     a: b", "   |        ^"),
        ("👨‍👩‍👧 «b»", "1:3", " 1 | 👨‍👩‍👧 b", "   |    ^"),
        ("漢字 «🚗»", "1:4", " 1 | 漢字 🚗", "   |      ^^"),
        ("❤️«b»", "1:2", " 1 | ❤️b", "   |   ^"),
        ("a: «b\nc»: d", "1:4", " 1 | a: b", "   |    ^"),
        ("a:«»", "1:3", " 1 | a:", "   |   ^"),
        ("a«\n»b", "1:2", " 1 | a", "   |  ^"),
        ("\n\r\na\u{1B}[31m «b»\r\n", "3:8", " 3 | a\u{FFFD}[31m b", "   |        ^"),
    ])
    func carets(_ marked: String, _ place: String, _ line: String, _ carets: String) {
        let lines = text(marked)
        #expect(lines.first == "a.yaml:\(place): error: m [x.y]")
        #expect(lines.dropFirst().map(String.init) == [line, carets])
    }

    @Test func cutsLongLines() {
        let filler = String(repeating: "z", count: 5_000)
        for (before, after) in [(filler, filler), ("", filler), (filler, "")] {
            let lines = text(before + "«bad»" + after, width: 40)
            let shown = Array(lines[1].dropFirst(5))
            let carets = Array(lines[2].dropFirst(5))
            #expect(shown.count <= 40)
            #expect(String(zip(shown, carets).filter { $0.1 == "^" }.map(\.0)) == "bad")
            #expect((shown.first == "…") == !before.isEmpty)
            #expect((shown.last == "…") == !after.isEmpty)
        }
        #expect(text("«" + filler + "»", width: 40)[2].filter { $0 == "^" }.count == 40)
    }

    @Test func saysEverything() {
        var sources = SourceMap()
        let file = sources.add(path: "p/a.yaml", bytes: Array((String(repeating: "\n", count: 9) + "k: 1\nk: 2").utf8))
        let diagnostic = Diagnostic.warning(
            "k.twice", "twice", at: SourceRange(file: file, lowerBound: 14, upperBound: 15),
            related: [.init(SourceRange(file: file, lowerBound: 9, upperBound: 10), "first here")],
            notes: ["one", "two"], hint: "remove it")
        #expect(
            DiagnosticText(sources).text(of: diagnostic) == """
                p/a.yaml:11:1: warning: twice [k.twice]
                 11 | k: 2
                    | ^
                p/a.yaml:10:1: note: first here
                 10 | k: 1
                    | ^
                note: one
                note: two
                hint: remove it

                """)
    }

    @Test func pathsAndColours() {
        let renderer = DiagnosticText(SourceMap(), isColoured: true)
        let text = renderer.text(of: Diagnostic(.error, "file.missing", "no such file", path: "p"))
        #expect(text == "p: \u{1B}[1;31merror:\u{1B}[0m \u{1B}[1mno such file\u{1B}[0m [file.missing]\n")
        #expect(DiagnosticText(SourceMap()).text(of: [Diagnostic]()) == "")
    }
}
