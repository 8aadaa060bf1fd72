/// Writes a report as one page that needs nothing else: readable on a phone, on a wall and on paper.
///
/// Charts are drawn inside with a table of their values below; nothing is said by colour alone.
public struct ReportHTML: ReportRenderer, Hashable {
    /// The language of numbers and units; the report's own when not given.
    public let language: Language?
    /// Whether amounts move to the multiple people use.
    public let scale: UnitWords.Scale

    public init(language: Language? = nil, scale: UnitWords.Scale = .compact) {
        self.language = language
        self.scale = scale
    }

    public func render(_ report: Report) -> String {
        let about = report.about
        var page = HTMLPage(units: UnitWords(language ?? about.language), scale: scale)
        page.line("<!DOCTYPE html>")
        page.line("<html lang=\"\(about.language.rawValue)\">")
        page.line("<head>")
        page.line("<meta charset=\"utf-8\">")
        page.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        page.element("title", report.title)
        page.line("<style>\n\(HTMLStyle.sheet)\n\(HTMLStyle.footer(report.title))\n</style>")
        page.line("</head>")
        page.line("<body>")
        page.line("<header>")
        page.element("h1", report.title)
        let origin = [
            about.year.map { String($0) }, "\(about.pack) \(about.version)", String(about.hash.prefix(12)),
            about.engine,
        ]
        page.element("p", origin.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · "), class: "faint")
        page.line("</header>")
        page.line("<main>")
        for section in report.sections { page.section(section) }
        page.line("</main>")
        page.line("</body>")
        page.line("</html>")
        return page.text
    }
}
