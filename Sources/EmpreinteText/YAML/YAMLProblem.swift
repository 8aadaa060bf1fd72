/// What libyaml stopped at, in plain words and at the place to look at.
struct YAMLProblem {
    private let problem: YAMLEvents.Problem
    private let file: FileID
    private let bytes: [UInt8]
    private let offset: Int
    private let contextOffset: Int

    init(_ problem: YAMLEvents.Problem, in bytes: [UInt8], of file: FileID, _ cursor: inout ByteCursor) {
        self.problem = problem
        self.file = file
        self.bytes = bytes
        contextOffset = cursor.offset(of: problem.contextMark, in: bytes)
        offset = cursor.offset(of: problem.mark, in: bytes)
    }

    var diagnostic: Diagnostic {
        if problem.isFromReader { return character }
        if let tab = tabIndenting(offset) {
            return error("a tab is used for indentation", at: tab, hint: "indent with spaces")
        }
        switch problem.problem {
        case "mapping values are not allowed in this context":
            return error(
                "a ':' cannot start a value here", at: offset,
                hint: "quote the text if it contains ': ', or check the indentation of this line")
        case "did not find expected ',' or '}'", "did not find expected ',' or ']'":
            return flow
        case "could not find expected ':'":
            return error("a key must be followed by ':'", at: contextOffset, hint: "write 'key: value'")
        case "did not find expected key":
            return block("a key was expected here", hint: "align this line with the keys of its mapping")
        case "did not find expected '-' indicator":
            return block("a '-' was expected here", hint: "align this line with the items of its list")
        case "block sequence entries are not allowed in this context":
            return error("a list cannot start here", at: offset, hint: "start the list on a line of its own")
        case "found unexpected end of stream":
            return error("this quote is never closed", at: contextOffset)
        case "found character that cannot start any token":
            return error("'\(shown(offset))' cannot start a value", at: offset, hint: "quote the text")
        case "did not find expected alphabetic or numeric character":
            return indicator
        case "found unknown escape character":
            return error(
                "'\\\(shown(offset + 1))' is not an escape", at: offset, length: 2,
                hint: "use single quotes, or write '\\\\' for a backslash")
        case "did not find expected <document start>":
            return error("the document is over before this", at: offset, hint: "start another document with '---'")
        case "did not find expected node content":
            return error("a value was expected here", at: offset)
        default:
            let context = problem.context.isEmpty ? "" : " \(problem.context)"
            return error("\(problem.problem)\(context)", at: offset)
        }
    }

    // MARK: Values the events cannot tell

    static func unknownAnchor(_ name: String, at range: SourceRange) -> Diagnostic {
        .error(
            "yaml.syntax", "nothing before this is named '&\(name)'", at: range,
            hint: "quote the text if it starts with '*'")
    }

    static func selfAlias(_ name: String, at range: SourceRange) -> Diagnostic {
        .error("yaml.syntax", "the value named '&\(name)' cannot contain itself", at: range)
    }

    static func tag(_ range: SourceRange) -> Diagnostic {
        .error("yaml.tag", "tags are not understood", at: range, hint: "quote the text if it starts with '!'")
    }

    // MARK: Cases

    /// A character YAML does not allow; the reader counts bytes.
    private var character: Diagnostic {
        let digits = String(max(problem.value, 0), radix: 16, uppercase: true)
        let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        return error("the character U+\(code) is not allowed in a text file", at: start + problem.offset)
    }

    private var flow: Diagnostic {
        let isMapping = problem.problem.hasSuffix("'}'")
        let found = offset < bytes.count ? bytes[offset] : 0
        let isFormula = found == UInt8(ascii: "[") || found == UInt8(ascii: "{")
        var diagnostic = error(
            isMapping ? "a ',' or '}' was expected here" : "a ',' or ']' was expected here", at: offset,
            hint: isFormula ? "quote the formula" : "put ',' between its parts, close it, or quote a text with brackets"
        )
        let opening = SourceRange(file: file, lowerBound: contextOffset, upperBound: contextOffset + 1)
        diagnostic.related = [Diagnostic.Related(opening, isMapping ? "'{' opened here" : "'[' opened here")]
        return diagnostic
    }

    /// A line that does not fit its block, often because a quoted text goes on after its quote.
    private func block(_ message: String, hint: String) -> Diagnostic {
        let before = bytes[lineStart(offset)..<min(offset, bytes.count)].last { $0 != UInt8(ascii: " ") }
        let isAfterQuote = before == UInt8(ascii: "\"") || before == UInt8(ascii: "'")
        return error(
            isAfterQuote ? "text after the closing quote" : message, at: offset,
            hint: isAfterQuote ? "quote the whole text" : hint)
    }

    private var indicator: Diagnostic {
        let isAnchor = problem.context.hasSuffix("anchor")
        return error(
            isAnchor ? "'&' must be followed by a name" : "'*' must be followed by a name", at: contextOffset,
            hint: "quote the text")
    }

    // MARK: Places

    /// The tab among the blanks a line starts with.
    private func tabIndenting(_ offset: Int) -> Int? {
        var place = lineStart(offset)
        while place < bytes.count, bytes[place] == UInt8(ascii: " ") { place += 1 }
        return place < bytes.count && place <= offset && bytes[place] == UInt8(ascii: "\t") ? place : nil
    }

    private func lineStart(_ offset: Int) -> Int {
        let before = bytes[..<min(offset, bytes.count)]
        return before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    }

    private func shown(_ offset: Int) -> String {
        guard offset < bytes.count else { return "" }
        let upper = min(offset + UTF8Check.length(of: bytes[offset]), bytes.count)
        return String(decoding: bytes[offset..<upper], as: UTF8.self)
    }

    private func error(_ message: String, at offset: Int, length: Int = 1, hint: String? = nil) -> Diagnostic {
        let lower = min(offset, bytes.count)
        let width = length == 1 && lower < bytes.count ? UTF8Check.length(of: bytes[lower]) : length
        let range = SourceRange(file: file, lowerBound: lower, upperBound: min(lower + width, bytes.count))
        return .error("yaml.syntax", message, at: range, hint: hint)
    }
}
