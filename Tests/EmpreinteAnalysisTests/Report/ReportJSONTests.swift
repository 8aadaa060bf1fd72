import EmpreinteAnalysis
import EmpreinteText
import Testing

@Suite struct ReportJSONTests {
    @Test func writesOriginThenDataInOrder() {
        var report = Report(
            title: "Footprint",
            about: .init(
                engine: "empreinte 0.1.0", pack: "france", version: "0.2.0", hash: "3f2a", year: 2025, language: .en),
            data: [.init("people", .array([.object(of: ["id": "a", "total": .number(8255.5)])])), .init("count", 1)])
        #expect(
            ReportJSON().render(report) == """
                {
                  "format": 1,
                  "engine": "empreinte 0.1.0",
                  "pack": "france",
                  "version": "0.2.0",
                  "hash": "3f2a",
                  "year": 2025,
                  "people": [
                    {
                      "id": "a",
                      "total": 8255.5
                    }
                  ],
                  "count": 1
                }

                """)
        report.about.year = nil
        report.data = []
        #expect(!ReportJSON().render(report).contains("year"))
    }
}
