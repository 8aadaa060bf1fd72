extension Diagnostics {
    /// Reports something that must be repaired.
    public mutating func error(
        _ code: String, _ message: String, at range: SourceRange, related: [(SourceRange, String)] = [],
        notes: [String] = [], hint: String? = nil
    ) {
        report(
            .error(code, message, at: range, related: related.map { .init($0, $1) }, notes: notes, hint: hint))
    }

    /// Reports something worth telling that prevents nothing.
    public mutating func warning(
        _ code: String, _ message: String, at range: SourceRange, hint: String? = nil, fixIt: String? = nil
    ) {
        var diagnostic = Diagnostic.warning(code, message, at: range, hint: hint)
        if let fixIt { diagnostic.fixIts = [.init(range, replacement: fixIt)] }
        report(diagnostic)
    }
}
