/// Writes a report for people at a terminal, in lines no longer than a width.
public struct ReportText: ReportRenderer, Hashable {
    /// Columns of the page, from 40 to 1000.
    public let width: Int
    /// Whether to use the terminal's emphasis and colours.
    public let color: Bool
    /// The language of numbers and units; the report's own when not given.
    public let language: Language?
    /// Whether amounts move to the multiple people use.
    public let scale: UnitWords.Scale

    public init(
        width: Int = 80, color: Bool = false, language: Language? = nil, scale: UnitWords.Scale = .compact
    ) {
        self.width = min(max(width, 40), 1000)
        self.color = color
        self.language = language
        self.scale = scale
    }

    public func render(_ report: Report) -> String {
        var page = TextPage(width: width, language: language ?? report.about.language, scale: scale)
        page.header(report)
        for section in report.sections {
            page.blank()
            page.section(section)
        }
        return page.text(color: color)
    }
}
