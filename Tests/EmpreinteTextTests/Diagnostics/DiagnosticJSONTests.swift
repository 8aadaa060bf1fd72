import EmpreinteText
import Testing

@Suite struct DiagnosticJSONTests {
    @Test func sameContentAsTheText() {
        var sources = SourceMap()
        let file = sources.add(path: "a.yaml", bytes: Array("é: 1\né: 2\n".utf8))
        let range = SourceRange(file: file, lowerBound: 6, upperBound: 8)
        var diagnostic = Diagnostic.error(
            "yaml.duplicate_key", "twice", at: range,
            related: [.init(SourceRange(file: file, lowerBound: 0, upperBound: 2), "first")], notes: ["n"], hint: "h")
        diagnostic.fixIts = [.init(range, replacement: "à")]
        #expect(
            diagnostic.json(in: sources).text(.compact) == #"""
                {"code":"yaml.duplicate_key","severity":"error","message":"twice","file":"a.yaml","line":2,"column":1,\#
                "endLine":2,"endColumn":2,"hint":"h","notes":["n"],\#
                "related":[{"label":"first","file":"a.yaml","line":1,"column":1,"endLine":1,"endColumn":2}],\#
                "fixIts":[{"replacement":"à","file":"a.yaml","line":2,"column":1,"endLine":2,"endColumn":2}]}
                """#)
    }

    @Test func leavesOutWhatIsAbsent() {
        let diagnostic = Diagnostic(.warning, "a.b", "m", path: "p")
        let text = diagnostic.json(in: SourceMap()).text(.compact)
        #expect(text == #"{"code":"a.b","severity":"warning","message":"m","file":"p"}"#)
    }
}
