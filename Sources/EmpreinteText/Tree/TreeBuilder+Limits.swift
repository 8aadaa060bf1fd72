extension TreeBuilder {
    /// Refuses a value that is nested too deep, or one too many.
    /// - Parameters:
    ///   - offset: Where the value is.
    ///   - height: How much deeper its own values go.
    func checkLimits(at offset: Int, height: Int = 0) throws(ReadingProblem) {
        if depth + height <= limits.depth, expanded <= limits.nodes { return }
        let place = SourceRange(file: file, lowerBound: offset, upperBound: min(offset + 1, bytes.count))
        if depth + height > limits.depth {
            throw ReadingProblem(.error("limit.depth", "values are nested more than \(limits.depth) deep", at: place))
        }
        if hasAliases {
            let words = "aliases expand to more than \(limits.nodes) values"
            throw ReadingProblem(.error("limit.aliases", words, at: place))
        }
        throw ReadingProblem(.error("limit.nodes", "this file holds more than \(limits.nodes) values", at: place))
    }
}

/// The problem after which a file is not read further.
struct ReadingProblem: Error {
    let diagnostic: Diagnostic

    init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
