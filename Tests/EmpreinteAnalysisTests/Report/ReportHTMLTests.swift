import EmpreinteAnalysis
import EmpreinteText
import Testing

@Suite struct ReportHTMLTests {
    private static func report(_ sections: [Report.Section], language: Language = .en) -> Report {
        Report(
            title: "A <b>title</b> & more",
            about: .init(
                engine: "empreinte", pack: "small", version: "1", hash: "0123456789abcdef", year: 2025,
                language: language), sections: sections)
    }

    private static let everything: [Report.Section] = [
        .init(nil, .headline([.init(Figure(8000, "kgCO2e/year"), label: "all", remark: "of <all>")])),
        .init(
            "Bars",
            .bars(
                .init(
                    unit: "kgCO2e/year",
                    rows: [
                        .init("whole", .value(8000)), .init("part", .value(-10), level: 1),
                        .init("none", .missing("not covered"), remark: "why"), .init("odd", .value(.nan)),
                    ], reference: .init("goal", 2000)))),
        .init(
            "Years",
            .series(
                .init(
                    unit: "kgCO2e/year", years: [2025, 2030],
                    lines: [
                        .init("one", .total, [1, nil]), .init("two", .other, [3, 4]), .init("three", .other, [5, 6]),
                        .init("goal", .target, [2, 2]),
                    ]))),
        .init(
            "Table",
            .table(
                .init(
                    columns: [.init(id: "a", title: "name"), .init(id: "b", title: "amount", unit: "kgCO2e/year")],
                    rows: [
                        [.text("a & b"), .figure(Figure(3, "kgCO2e/year"))], [.text("c"), .missing("suppressed")], [],
                    ]))),
        .init("Tree", .tree(.init("top", children: [.init("below", figure: Figure(2, "km"), remarks: ["so"])]))),
        .init("Notes", .notes(["one", "two"])),
    ]

    /// The elements still open at the end, and those closed out of turn.
    private static func misplaced(_ page: String) -> [String] {
        let single: Set = ["meta", "!DOCTYPE", "rect", "polyline", "polygon", "line", "circle"]
        var open: [String] = []
        var wrong: [String] = []
        for piece in page.split(separator: "<").dropFirst() {
            let tag = piece.prefix { $0 != ">" }
            let name = String(tag.prefix { $0 != " " && $0 != "/" || tag.first == "/" && $0 == "/" })
            if name.hasPrefix("/") {
                if open.last == String(name.dropFirst()) { open.removeLast() } else { wrong.append(name) }
            } else if !tag.hasSuffix("/"), !single.contains(name) {
                open.append(name)
            }
        }
        return wrong + open
    }

    @Test(arguments: Language.allCases)
    func aPageIsWholeAndSaysItsLanguage(language: Language) {
        let page = ReportHTML().render(Self.report(Self.everything, language: language))
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
        #expect(Self.misplaced(page) == [])
        #expect(page.contains("<h1>A &lt;b&gt;title&lt;/b&gt; &amp; more</h1>"))
        #expect(page.contains("name=\"viewport\""))
    }

    @Test func nothingComesFromElsewhere() {
        let page = ReportHTML().render(Self.report(Self.everything))
        for outside in ["http", "src=", "href=", "@import", "url("] { #expect(!page.contains(outside)) }
    }

    @Test func aChartHasANameAWordedDescriptionAndItsValues() {
        let page = ReportHTML().render(Self.report(Self.everything))
        #expect(page.contains("role=\"img\" aria-labelledby=\"s4-title s4-desc\""))
        #expect(page.contains("<title id=\"s4-title\">Years</title>"))
        #expect(page.contains("<desc id=\"s4-desc\">Years. one: 1 kg CO2e a year in 2025"))
        #expect(page.contains("<summary>The values of the chart</summary>"))
        let ids = page.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(Set(ids).count == ids.count)
    }

    @Test func linesAreToldApartByTheirDashes() {
        let page = ReportHTML().render(Self.report(Self.everything))
        #expect(page.contains("stroke=\"#111\" stroke-width=\"2.5\" points"))
        for dashes in ["2 3", "10 3 2 3", "6 4"] { #expect(page.contains("stroke-dasharray=\"\(dashes)\" points")) }
    }

    @Test func whatIsMissingIsSaid() {
        let page = ReportHTML().render(Self.report(Self.everything))
        #expect(page.contains(">suppressed</td>"))
        #expect(page.contains(">not covered</td>"))
        #expect(!page.contains("width:nan"))
        #expect(!page.contains("width:-"))
    }

    @Test func anEmptyReportIsAPageStill() {
        #expect(Self.misplaced(ReportHTML().render(Self.report([]))) == [])
    }
}
