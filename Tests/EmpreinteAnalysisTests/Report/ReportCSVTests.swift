import EmpreinteAnalysis
import EmpreinteText
import TestSupport
import Testing

@Suite struct ReportCSVTests {
    private static let table = Report.Table(
        columns: [
            .init(id: "id", title: "Person"), .init(id: "year", title: "Year"),
            .init(id: "ghg", title: "Total", unit: "kgCO2e/year"),
            .init(id: "ghg.mobility", title: "Transport", unit: "kgCO2e/year"),
        ],
        rows: [
            [.text("Anne; \"Nan\", 3"), .text("2025"), .figure(Figure(8255.25, "kgCO2e/year")), .missing("unknown")],
            [.text("=1+1"), .text("-5"), .figure(Figure(-0.1, "kgCO2e/year"))],
        ])

    private static func report(_ records: Report.Table?, _ sections: [Report.Section] = []) -> Report {
        Report(
            title: "", about: .init(engine: "", pack: "", version: "", hash: "", language: .fr), sections: sections,
            records: records)
    }

    @Test func writesForPrograms() {
        #expect(
            ReportCSV().render(Self.report(Self.table)) == """
                id,year,ghg,ghg.mobility
                "Anne; ""Nan"", 3",2025,8255.25,
                '=1+1,-5,-0.1,

                """)
    }

    @Test func writesForFrenchSpreadsheets() {
        #expect(
            ReportCSV(style: .french).render(Self.report(Self.table)) == """
                id;year;ghg;ghg.mobility
                "Anne; ""Nan"", 3";2025;8255,25;
                '=1+1;-5;-0,1;

                """)
    }

    @Test func fallsBackOnTheFirstTable() {
        let sections: [Report.Section] = [.init(nil, .notes(["n"])), .init("T", .table(Self.table))]
        #expect(ReportCSV().render(Self.report(nil, sections)) == ReportCSV().render(Self.report(Self.table)))
        #expect(ReportCSV().render(Self.report(nil)) == "")
    }

    @Test(arguments: [
        ("=SUM(A1)", "'=SUM(A1)"), ("+33 6", "'+33 6"), ("-x", "'-x"), ("@me", "'@me"), ("\t=1", "'\t=1"),
        ("-12.5", "-12.5"), ("+1e3", "+1e3"), ("a=b", "a=b"), ("", "\"\""),
    ])
    func disarmsFormulas(_ text: String, expected: String) {
        let table = Report.Table(columns: [.init(id: "a", title: "A")], rows: [[.text(text)]])
        #expect(ReportCSV().render(Self.report(table)) == "a\n\(expected)\n")
    }

    @Test func leavesOutWhatIsNoNumber() {
        let columns = ["a", "b"].map { Report.Table.Column(id: $0, title: $0) }
        let table = Report.Table(columns: columns, rows: [[.figure(Figure(.nan)), .figure(Figure(.infinity))]])
        #expect(ReportCSV().render(Self.report(table)) == "a,b\n,\n")
    }

    @Test(arguments: [ReportCSV.Style.international, .french])
    func readsBack(_ style: ReportCSV.Style) {
        var seed = SplitMix64(seed: 11)
        let alphabet = Array("ab é,;\"\n\r=-'")
        let columns = (0..<4).map { Report.Table.Column(id: "c\($0)", title: "") }
        var expected = [columns.map(\.id)]
        var rows: [[Report.Table.Cell]] = []
        for _ in 0..<300 {
            var row: [Report.Table.Cell] = []
            var texts: [String] = []
            for column in columns.indices {
                if column % 2 == 0 {
                    // A first letter keeps the text from being taken for a formula.
                    let text =
                        "x"
                        + String(
                            (0..<Int.random(in: 0...6, using: &seed)).map { _ in
                                alphabet.randomElement(using: &seed) ?? "a"
                            })
                    row.append(.text(text))
                    texts.append(text)
                } else {
                    let value = Double(bitPattern: seed.next())
                    row.append(.figure(Figure(value)))
                    texts.append(value.isFinite ? String(value.bitPattern) : "")
                }
            }
            rows.append(row)
            expected.append(texts)
        }
        let text = ReportCSV(style: style).render(Self.report(Report.Table(columns: columns, rows: rows)))
        let read = parse(text, separator: style == .french ? ";" : ",").enumerated().map { line, cells in
            cells.enumerated().map { column, cell in
                guard line > 0, column % 2 == 1 else { return cell }
                let number = style == .french ? String(cell.map { $0 == "," ? "." : $0 }) : cell
                return Double(number).map { String($0.bitPattern) } ?? cell
            }
        }
        #expect(read == expected)
    }

    /// RFC 4180 in its plainest form.
    private func parse(_ text: String, separator: Unicode.Scalar) -> [[String]] {
        var lines: [[String]] = []
        var line: [String] = []
        var cell = String.UnicodeScalarView()
        var isQuoted = false
        var closes = false
        for scalar in text.unicodeScalars {
            if isQuoted {
                if scalar == "\"" { (isQuoted, closes) = (false, true) } else { cell.append(scalar) }
                continue
            }
            switch scalar {
            case "\"":
                if closes { cell.append("\"") }
                isQuoted = true
            case separator, "\n":
                line.append(String(cell))
                cell = .init()
                if scalar == "\n" {
                    lines.append(line)
                    line = []
                }
            default: cell.append(scalar)
            }
            closes = false
        }
        return lines
    }
}
