public import EmpreinteText

/// A way to write any report as text.
public protocol ReportRenderer: Sendable {
    /// The whole report, each line ended by a line feed; empty when the format has nothing to show.
    func render(_ report: Report) -> String

    /// The same, by one that may fail.
    ///
    /// - Throws: why there is no text.
    func text(of report: Report) throws(CompilationError) -> String
}

extension ReportRenderer {
    public func text(of report: Report) throws(CompilationError) -> String { render(report) }
}

/// A named way to write reports, as `--format` offers.
public struct ReportFormat: Sendable {
    /// The word people type.
    public let name: String
    private let make: @Sendable (ReportOptions) -> any ReportRenderer

    public init(_ name: String, _ make: @escaping @Sendable (ReportOptions) -> any ReportRenderer) {
        self.name = name
        self.make = make
    }

    /// The renderer for those options.
    public func renderer(_ options: ReportOptions = ReportOptions()) -> any ReportRenderer { make(options) }

    /// For people at a terminal.
    public static let text = ReportFormat("text") { options in
        ReportText(
            width: options.width, color: options.color, language: options.language, scale: options.scale)
    }
    /// For programs.
    public static let json = ReportFormat("json") { _ in ReportJSON() }
    /// For spreadsheets.
    public static let csv = ReportFormat("csv") { options in ReportCSV(style: options.csv) }

    /// For documents and the web: the charts alone.
    public static let svg = ReportFormat("svg") { options in ReportSVG(language: options.language) }

    /// For browsers, projectors and paper: one page that needs nothing else.
    public static let html = ReportFormat("html") { options in
        ReportHTML(language: options.language, scale: options.scale)
    }

    /// The formats that need no plugin.
    public static let builtIn: [ReportFormat] = [text, json, csv, svg, html]
}

/// What a reader may ask of a renderer; each takes what concerns it.
public struct ReportOptions: Sendable, Hashable {
    /// Columns of the page.
    public var width = 80
    /// Whether colour may be used.
    public var color = false
    /// The language of numbers and units; the report's own when not given.
    public var language: Language?
    /// Whether amounts move to the multiple people use.
    public var scale = UnitWords.Scale.compact
    /// The conventions of tables.
    public var csv = ReportCSV.Style.international

    public init() {}
}
