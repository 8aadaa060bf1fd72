/// Collects the diagnostics of one compilation: each problem once, errors before warnings when there are too many.
public struct Diagnostics: Sendable {
    /// How many diagnostics are kept.
    public let limit: Int
    /// How many were reported beyond those kept.
    public private(set) var omitted = 0
    private var errors: [Diagnostic] = []
    private var warnings: [Diagnostic] = []
    private var seen: Set<Key> = []

    /// A collector that keeps at most `limit` diagnostics, at least one.
    public init(limit: Int = 100) { self.limit = max(limit, 1) }

    /// Whether there is an error among them.
    public var hasErrors: Bool { !errors.isEmpty }
    /// How many errors there are.
    public var errorCount: Int { errors.count }
    /// Whether there is nothing.
    public var isEmpty: Bool { errors.isEmpty && warnings.isEmpty }

    /// Takes a diagnostic, unless one with the same code and place was taken.
    public mutating func report(_ diagnostic: Diagnostic) {
        let isFull = errors.count + warnings.count >= limit
        let mayEnter = !isFull || diagnostic.severity == .error && !warnings.isEmpty
        let key = Key(diagnostic)
        guard !seen.contains(key) else { return }
        guard mayEnter else {
            omitted += 1
            return
        }
        if isFull {
            warnings.removeLast()
            omitted += 1
        }
        seen.insert(key)
        switch diagnostic.severity {
        case .error: errors.append(diagnostic)
        case .warning: warnings.append(diagnostic)
        }
    }

    /// Adds several.
    public mutating func report(contentsOf diagnostics: some Sequence<Diagnostic>) {
        for diagnostic in diagnostics { report(diagnostic) }
    }

    /// Takes what another collector kept, and counts what it omitted.
    public mutating func report(contentsOf other: Diagnostics) {
        report(contentsOf: other.errors + other.warnings)
        omitted += other.omitted
    }

    /// The diagnostics kept: those without a range first, then by file in the order of the source map and by offset.
    public var sorted: [Diagnostic] {
        let all = (errors + warnings).enumerated()
        return all.sorted { left, right in
            let (first, second) = (place(left.element), place(right.element))
            return first == second ? left.offset < right.offset : first < second
        }.map(\.element)
    }

    /// Throws what was collected when there is an error in it.
    public func throwIfErrors(in sources: SourceMap) throws(CompilationError) {
        if let error = CompilationError(self, in: sources) { throw error }
    }

    private func place(_ diagnostic: Diagnostic) -> (Int, Int) {
        diagnostic.range.map { ($0.file.index, $0.lowerBound) } ?? (-1, 0)
    }

    /// What makes two diagnostics the same; the message counts only when there is no range to tell them apart.
    private struct Key: Hashable, Sendable {
        let code: String
        let range: SourceRange?
        let words: [String]

        init(_ diagnostic: Diagnostic) {
            code = diagnostic.code
            range = diagnostic.range
            words = diagnostic.range == nil ? [diagnostic.path ?? "", diagnostic.message] : []
        }
    }
}
