import EmpreinteText
import Testing

@Suite struct DiagnosticsTests {
    private var sources = SourceMap()
    private let first: FileID
    private let second: FileID

    init() {
        first = sources.add(path: "one.yaml", bytes: Array("abcdef".utf8))
        second = sources.add(path: "two.yaml", bytes: Array("abcdef".utf8))
    }

    private func range(_ file: FileID, _ lower: Int) -> SourceRange {
        SourceRange(file: file, lowerBound: lower, upperBound: lower + 1)
    }

    @Test func sortsByFileThenOffset() {
        var diagnostics = Diagnostics()
        diagnostics.report(.error("d", "", at: range(second, 0)))
        diagnostics.report(.warning("c", "", at: range(first, 4)))
        diagnostics.report(.error("b", "", at: range(first, 1)))
        diagnostics.report(Diagnostic(.warning, "a", "", path: "three"))
        diagnostics.report(.error("b2", "", at: range(first, 1)))
        #expect(diagnostics.sorted.map(\.code) == ["a", "b", "b2", "c", "d"])
        #expect(diagnostics.hasErrors)
    }

    @Test func reportsOnce() {
        var diagnostics = Diagnostics()
        diagnostics.report(.error("a", "x", at: range(first, 1)))
        diagnostics.report(.error("a", "y", at: range(first, 1)))
        diagnostics.report(.error("a", "y", at: nil))
        diagnostics.report(.error("a", "z", at: nil))
        diagnostics.report(.error("a", "z", at: nil))
        #expect(diagnostics.sorted.map(\.message) == ["y", "z", "x"])
        #expect(diagnostics.omitted == 0)
    }

    @Test func keepsErrorsWhenThereAreTooMany() {
        var diagnostics = Diagnostics(limit: 3)
        for offset in 0..<4 { diagnostics.report(.warning("w", "", at: range(first, offset))) }
        #expect(!diagnostics.hasErrors && diagnostics.omitted == 1)
        for offset in 0..<4 { diagnostics.report(.error("e", "", at: range(first, offset))) }
        #expect(diagnostics.sorted.map(\.code) == ["e", "e", "e"])
        #expect(diagnostics.omitted == 5)
    }

    @Test func takesWhatAnotherKept() {
        var one = Diagnostics(limit: 2)
        one.report(.error("e", "", at: range(first, 0)))
        var other = Diagnostics(limit: 2)
        other.report(.warning("w", "", at: range(second, 0)))
        for offset in 0..<3 { other.report(.error("e", "", at: range(second, offset))) }
        one.report(contentsOf: other)
        #expect(one.sorted.map(\.range) == [range(first, 0), range(second, 0)])
        // The warning and an error by the other, and one more here.
        #expect(one.omitted == 3)
    }

    @Test func throwsOnlyErrors() throws {
        var diagnostics = Diagnostics(limit: 1)
        diagnostics.report(.warning("w", "careful", at: nil))
        try diagnostics.throwIfErrors(in: sources)
        diagnostics.report(.error("e", "wrong", at: range(second, 2), hint: "right"))
        let error = #expect(throws: CompilationError.self) { try diagnostics.throwIfErrors(in: sources) }
        #expect(error?.diagnostics.map(\.code) == ["e"])
        #expect(error?.omitted == 1)
        #expect(
            error?.description == """
                two.yaml:1:3: error: wrong [e]
                 1 | abcdef
                   |   ^
                hint: right

                1 more not shown

                """)
    }
}
