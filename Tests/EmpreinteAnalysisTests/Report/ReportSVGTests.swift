import EmpreinteAnalysis
import Testing

@Suite struct ReportSVGTests {
    private static func report(_ series: Report.Series..., language: Language = .en) -> Report {
        Report(
            title: "Path <of> \"us\" & all",
            about: .init(
                engine: "empreinte 1", pack: "small", version: "1.0.0", hash: "0123456789abcdef", language: language),
            sections: series.map { .init("Greenhouse gases", .series($0)) })
    }

    private static let series = Report.Series(
        unit: "kgCO2e/year", years: [2025, 2026, 2027],
        lines: [
            .init("Total", .total, [8000, 7000, 6000]), .init("Home", .part, [5000, 4000, 3000]),
            .init("Travel", .part, [3000, 3000, 3000]), .init("Goal", .target, [nil, 4000, 2000]),
        ])

    /// The plot is 280 high from 112 to 392 for 0 to 8 t, so that a tonne is 35.
    @Test func partsStandOnOneAnother() {
        let text = ReportSVG().render(Self.report(Self.series))
        let left = 20 + 7 + 8
        #expect(text.contains("points=\"\(left),217 376,252 717,287 717,392 376,392 \(left),392\""))
        #expect(text.contains("points=\"\(left),112 376,147 717,182 717,287 376,252 \(left),217\""))
        #expect(text.contains("stroke-width=\"2.5\" points=\"\(left),112 376,147 717,182\"/>"))
        #expect(text.contains("stroke-dasharray=\"6 4\" points=\"376,252 717,322\"/>"))
    }

    @Test func everythingIsNamed() {
        let text = ReportSVG().render(Self.report(Self.series))
        #expect(text.contains("<title id=\"title\">Path &lt;of&gt; &quot;us&quot; &amp; all</title>"))
        #expect(text.contains("Total: 8 t CO2e a year in 2025, 6 t CO2e a year in 2027."))
        for word in ["Greenhouse gases", "t CO2e a year", "Total", "Goal", "Home", "Travel", "2026", "small 1.0.0"] {
            #expect(text.contains(">\(word)") || text.contains(">\(word)</text>"), "\(word)")
        }
    }

    @Test func aChartSpeaksFrench() {
        let text = ReportSVG().render(Self.report(Self.series, language: .fr))
        #expect(text.contains("xml:lang=\"fr\""))
        #expect(text.contains(">t CO2e par an</text>"))
        #expect(text.contains("Total : 8 t CO2e par an en 2025"))
    }

    @Test func aReportWithoutSeriesHasNoChart() {
        #expect(ReportSVG().render(Self.report()) == "")
        #expect(ReportSVG().render(Self.report(.init(unit: "t", years: [], lines: []))) == "")
    }

    /// Labels of a row of the legend follow one another, whatever their length.
    @Test func legendsDoNotOverlap() {
        let lines = (1...14).map { Report.Series.Line(String(repeating: "wide ", count: $0), .part, [1]) }
        let text = ReportSVG().render(Self.report(.init(unit: "t", years: [2025], lines: lines)))
        var ends: [String: Double] = [:]
        var count = 0
        for line in text.split(separator: "\n") where line.hasPrefix("<text") && line.contains("wide") {
            let parts = line.split(separator: "\"")
            let (x, y) = (Double(parts[1]) ?? 0, String(parts[3]))
            #expect(x >= ends[y] ?? 0)
            let label = line.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
            ends[y] = x + 7 * Double(label.count)
            #expect(x + 7 * Double(label.count) <= 760)
            count += 1
        }
        #expect(count == 14)
    }

    /// Any amounts at all: a drawing, and nothing that is no number in it.
    @Test func anyAmountsAreDrawn() {
        let odd: [Double?] = [0, -1, 1e-300, 1e300, -1e308, 1.7e308, .nan, .infinity, nil, 12_345.678]
        for first in odd {
            for second in odd {
                let lines = [
                    Report.Series.Line("a", .total, [first, second]), .init("b", .part, [second, first]),
                    .init("c", .part, [first]), .init("d", .target, []),
                ]
                let series = Report.Series(unit: "kgCO2e/year", years: [2025, 2026], lines: lines)
                let text = ReportSVG().render(Self.report(series))
                #expect(text.hasSuffix("</svg>\n"))
                #expect(!text.contains("nan") && !text.contains("inf,"))
                #expect(!ReportText().render(Self.report(series)).isEmpty)
            }
        }
    }
}
