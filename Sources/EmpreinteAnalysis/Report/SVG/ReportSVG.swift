/// Draws a report's series as one SVG image: stacked parts, total and target over the years, one chart below the other.
///
/// Empty for a report without series.
public struct ReportSVG: ReportRenderer, Hashable {
    /// The language of numbers and units; the report's own when not given.
    public let language: Language?

    public init(language: Language? = nil) { self.language = language }

    public func render(_ report: Report) -> String {
        let units = UnitWords(language ?? report.about.language)
        var charts: [SVGChart] = []
        var top = Self.headHeight
        for section in report.sections {
            guard case .series(let series) = section.body, !series.years.isEmpty else { continue }
            let chart = SVGChart(series, title: section.title ?? "", units: units, top: top)
            top += chart.height
            charts.append(chart)
        }
        guard !charts.isEmpty else { return "" }
        let about = report.about
        let origin = "\(about.pack) \(about.version) · \(about.hash.prefix(12)) · \(about.engine)"
        var out = SVGText()
        let size = "\(SVGText.number(SVGChart.fullWidth)) \(SVGText.number(top))"
        out.line(
            #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \#(size)" role="img""#
                + #" aria-labelledby="title desc" xml:lang="\#(about.language.rawValue)""#
                + ##" font-family="system-ui, 'DejaVu Sans', sans-serif" font-size="12" fill="#222">"##)
        out.line("<title id=\"title\">\(SVGText.escaped(report.title))</title>")
        out.line("<desc id=\"desc\">\(SVGText.escaped(charts.map(\.summary).joined(separator: " ")))</desc>")
        out.line(##"<rect width="100%" height="100%" fill="#fff"/>"##)
        out.text(report.title, x: SVGChart.margin, y: 26, .title)
        out.text(origin, x: SVGChart.margin, y: 44, .faint)
        for chart in charts { chart.draw(into: &out) }
        out.line("</svg>")
        return out.text
    }

    private static let headHeight = 60.0
}

/// SVG being written.
struct SVGText {
    private(set) var text = ""

    mutating func line(_ line: String) { text += line + "\n" }

    /// How letters look; as attributes, which every viewer knows.
    enum Style: String {
        case plain = ""
        case title = #" font-size="17" font-weight="600""#
        case chart = #" font-size="14" font-weight="600""#
        case faint = ##" fill="#555""##
        case end = #" text-anchor="end""#
        case middle = #" text-anchor="middle""#
    }

    mutating func text(_ content: String, x: Double, y: Double, fill: String) {
        line("<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" fill=\"\(fill)\">\(Self.escaped(content))</text>")
    }

    mutating func text(_ content: String, x: Double, y: Double, _ style: Style = .plain) {
        line("<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\"\(style.rawValue)>\(Self.escaped(content))</text>")
    }

    /// A place in the image, to a tenth; far outside for what no page holds.
    static func number(_ value: Double) -> String {
        let tenths = value.isNaN ? 0 : Int((min(max(value, -1e6), 1e6) * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
        return sign + String(whole) + (rest == 0 ? "" : ".\(rest)")
    }

    /// Text with what XML gives a meaning written otherwise, and what it forbids left out.
    static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { out, scalar in
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "\t", "\n", "\r": out += " "
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
            default: out.unicodeScalars.append(scalar)
            }
        }
    }
}
