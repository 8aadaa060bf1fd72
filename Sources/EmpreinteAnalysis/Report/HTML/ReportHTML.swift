/// Writes a report as one page that needs nothing else: readable on a phone, on a wall and on paper.
///
/// Charts are drawn inside with a table of their values below; nothing is said by colour alone.
public struct ReportHTML: ReportRenderer, Hashable {
    /// The language of numbers and units; the report's own when not given.
    public let language: Language?
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
        page.line("<style>\n\(HTMLStyle.sheet)\n</style>")
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

/// The look of a page: dark on light, no outside resource.
enum HTMLStyle {
    static let sheet = """
        :root { color-scheme: light; }
        body { margin: 0 auto; max-width: 62rem; padding: 1rem 1.25rem 3rem; color: #1a1a1a; background: #fff;
          font: 1.05rem/1.5 system-ui, "DejaVu Sans", sans-serif; }
        h1 { font-size: 1.7rem; line-height: 1.2; margin: .5rem 0; }
        h2 { font-size: 1.25rem; margin: 0 0 .6rem; }
        section { margin: 1.8rem 0; break-inside: avoid-page; }
        .faint { color: #555; }
        .figures { display: flex; flex-wrap: wrap; gap: 1rem; margin: 0; }
        .figures > div { flex: 1 1 14rem; border: 1px solid #767676; border-radius: .4rem; padding: .7rem 1rem; }
        .figures dt { color: #555; }
        .figures dd { margin: 0; }
        .figures .value { font-size: 1.8rem; font-weight: 600; line-height: 1.2; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
        caption { text-align: start; color: #555; padding-bottom: .3rem; }
        th, td { padding: .3rem .7rem .3rem 0; text-align: start; vertical-align: top; border-bottom: 1px solid #ccc; }
        thead th { border-bottom: 2px solid #555; }
        tbody th { font-weight: 400; }
        .end { text-align: end; white-space: nowrap; }
        .bar { width: 45%; }
        .bar span { display: block; height: 1rem; margin-top: .25rem; background: #0b5a8a; border-radius: .15rem;
          print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        .part th { padding-inline-start: 1.2rem; }
        figure { margin: 0; }
        svg { display: block; width: 100%; height: auto; }
        summary { cursor: pointer; padding: .3rem 0; color: #0b5a8a; }
        summary:focus-visible, .scroll:focus-visible { outline: 3px solid #0b5a8a; outline-offset: 2px; }
        .tree, .tree ul { list-style: none; padding-inline-start: 1.1rem; border-inline-start: 1px solid #ccc; }
        @media print { body { max-width: none; padding: 0; font-size: 10pt; } a { color: inherit; } }
        """
}
