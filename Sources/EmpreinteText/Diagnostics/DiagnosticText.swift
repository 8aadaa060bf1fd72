/// Writes diagnostics for a person at a terminal: the place, the line, carets under the range, what to do.
public struct DiagnosticText: Sendable {
    private let sources: SourceMap
    private let isColoured: Bool
    private let width: Int

    /// - Parameters:
    ///   - isColoured: Whether to write terminal colour codes.
    ///   - width: How many columns of a source line are shown; longer lines are cut around the range.
    public init(_ sources: SourceMap, isColoured: Bool = false, width: Int = 100) {
        self.sources = sources
        self.isColoured = isColoured
        self.width = max(width, 20)
    }

    /// One paragraph a diagnostic, and a last line when some were omitted. Ends with a line end unless empty.
    public func text(of diagnostics: [Diagnostic], omitted: Int = 0) -> String {
        var text = diagnostics.map { self.text(of: $0) }.joined(separator: "\n")
        if omitted > 0 { text += "\n\(omitted) more not shown\n" }
        return text
    }

    /// The lines for one diagnostic; each ends with a line end.
    public func text(of diagnostic: Diagnostic) -> String {
        let style: Style = diagnostic.severity == .error ? .error : .warning
        var text = ""
        if let range = diagnostic.range {
            text += "\(sources.location(of: range)): "
        } else if let path = diagnostic.path {
            text += "\(DisplayText.visible(path)): "
        }
        text += paint(diagnostic.severity.rawValue + ":", style)
        text += " \(paint(DisplayText.visible(diagnostic.message), .strong)) [\(diagnostic.code)]\n"
        if let range = diagnostic.range { text += snippet(range, style) }
        for related in diagnostic.related {
            text += "\(sources.location(of: related.range)): "
            text += "\(paint("note:", .note)) \(DisplayText.visible(related.label))\n"
            text += snippet(related.range, .note)
        }
        for note in diagnostic.notes { text += "\(paint("note:", .note)) \(DisplayText.visible(note))\n" }
        if let hint = diagnostic.hint { text += "\(paint("hint:", .hint)) \(DisplayText.visible(hint))\n" }
        return text
    }

    /// The line a range starts on, and carets under what the range covers of it.
    private func snippet(_ range: SourceRange, _ style: Style) -> String {
        let file = sources.file(range.file)
        let line = file.location(at: range.lowerBound).line
        let bounds = file.lineBounds(line)
        let lower = min(max(range.lowerBound, bounds.lowerBound), bounds.upperBound)
        let upper = min(max(range.upperBound, lower), bounds.upperBound)
        let gutter = String(line)

        var before = DisplayText(file.bytes[max(bounds.lowerBound, lower - 4 * width)..<lower])
        var under = DisplayText(file.bytes[lower..<min(upper, lower + 4 * width)])
        var after = DisplayText(file.bytes[upper..<min(bounds.upperBound, upper + 4 * width)])
        if before.width + under.width + after.width > width {
            after.cutEnd(to: max(width - before.width - under.width, width / 4))
            under.cutEnd(to: max(width - before.width - after.width, width / 2))
            before.cutStart(to: width - under.width - after.width)
        }
        let carets = String(repeating: "^", count: max(under.width, 1))
        let margin = String(repeating: " ", count: gutter.count)
        let blank = String(repeating: " ", count: before.width)
        return " \(gutter) | \(before.text)\(under.text)\(after.text)\n"
            + " \(margin) | \(blank)\(paint(carets, style))\n"
    }

    /// Terminal colours by what the words are for.
    private enum Style: String {
        case error = "1;31"
        case warning = "1;33"
        case note = "1;34"
        case hint = "1;32"
        case strong = "1"
    }

    private func paint(_ text: String, _ style: Style) -> String {
        isColoured ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}
