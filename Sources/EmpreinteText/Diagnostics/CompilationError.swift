/// What a compilation that failed has to say: all its diagnostics, at least one of them an error.
public struct CompilationError: Error, CustomStringConvertible {
    /// Sorted by file and offset.
    public let diagnostics: [Diagnostic]
    /// How many more there were.
    public let omitted: Int
    /// The files, to show where the problems stand.
    public let sources: SourceMap

    /// The error for what was collected; nothing when no error is in it.
    public init?(_ collected: Diagnostics, in sources: SourceMap) {
        guard collected.hasErrors else { return nil }
        diagnostics = collected.sorted
        omitted = collected.omitted
        self.sources = sources
    }

    /// The error for a single problem that has no place in a file.
    public init(_ code: String, _ message: String, hint: String? = nil, in sources: SourceMap = SourceMap()) {
        self.init([.error(code, message, at: nil, hint: hint)], in: sources)
    }

    /// The error for problems found elsewhere than in a compilation, at least one of them an error.
    public init(_ diagnostics: [Diagnostic], in sources: SourceMap = SourceMap()) {
        self.diagnostics = diagnostics
        omitted = 0
        self.sources = sources
    }

    /// The diagnostics as text, without colour.
    public var description: String {
        DiagnosticText(sources).text(of: diagnostics, omitted: omitted)
    }
}
