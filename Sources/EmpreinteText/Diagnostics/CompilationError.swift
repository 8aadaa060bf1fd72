/// What a compilation that failed has to say: all its diagnostics, at least one of them an error.
public struct CompilationError: Error, CustomStringConvertible {
    /// Sorted by file and offset.
    public let diagnostics: [Diagnostic]
    /// How many more there were.
    public let omitted: Int
    public let sources: SourceMap

    /// The error for what was collected; nothing when no error is in it.
    public init?(_ collected: Diagnostics, in sources: SourceMap) {
        guard collected.hasErrors else { return nil }
        diagnostics = collected.sorted
        omitted = collected.omitted
        self.sources = sources
    }

    /// The diagnostics as text, without colour.
    public var description: String {
        DiagnosticText(sources).text(of: diagnostics, omitted: omitted)
    }
}
