import EmpreinteAnalysis
import EmpreinteText
import Testing

@Suite struct ReportRendererTests {
    private static let report = Report(
        title: "Title",
        about: .init(engine: "empreinte 0.1.0", pack: "p", version: "1.0", hash: "ab", year: 2025, language: .fr),
        sections: [.init(nil, .headline([.init(Figure(1500, "kgCO2e"))]))],
        records: .init(
            columns: [.init(id: "a", title: "A"), .init(id: "b", title: "B")], rows: [[.figure(Figure(0.5))]]))

    @Test func namesTheBuiltInFormats() {
        #expect(ReportFormat.builtIn.map(\.name) == ["text", "json", "csv", "svg", "html"])
    }

    @Test func passesOptionsOn() {
        var options = ReportOptions()
        #expect(ReportFormat.text.renderer(options).render(Self.report).hasSuffix("\n  1,5 t CO2e\n"))
        #expect(ReportFormat.csv.renderer(options).render(Self.report) == "a,b\n0.5,\n")
        options.language = .en
        options.scale = .fixed
        options.csv = .french
        options.width = 50
        let text = ReportFormat.text.renderer(options).render(Self.report)
        #expect(text.hasPrefix("Title" + String(repeating: " ", count: 41) + "2025\n"))
        #expect(text.hasSuffix("\n  1,500 kg CO2e\n"))
        #expect(ReportFormat.csv.renderer(options).render(Self.report) == "a;b\n0,5;\n")
    }

    @Test func acceptsOtherFormats() {
        struct Titles: ReportRenderer {
            func render(_ report: Report) -> String { report.title }
        }
        #expect(ReportFormat("titles") { _ in Titles() }.renderer().render(Self.report) == "Title")
    }
}
