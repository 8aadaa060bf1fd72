import EmpreinteAnalysis
import TestSupport
import Testing

/// No line is longer than the page, whatever the report.
@Suite struct ReportTextWidthTests {
    @Test(arguments: [40, 57, 80, 120])
    func staysWithinThePage(_ width: Int) {
        var source = RandomReports(SplitMix64(seed: UInt64(width)))
        for round in 0..<60 {
            let report = source.report()
            let text = ReportText(width: width, scale: round % 2 == 0 ? .compact : .fixed).render(report)
            for line in text.split(separator: "\n") {
                #expect(columns(line) <= width, "\(line)")
                #expect(line.last != " ", "\(line)")
            }
        }
    }

    /// Two columns for the ideographs the words are made with, none for the accent, one for the rest.
    private func columns(_ line: Substring) -> Int {
        line.unicodeScalars.reduce(0) { $0 + ($1.value > 0x4E00 ? 2 : $1 == "\u{301}" ? 0 : 1) }
    }
}

private struct RandomReports {
    private var seed: SplitMix64

    init(_ seed: SplitMix64) { self.seed = seed }

    mutating func report() -> Report {
        Report(
            title: text(9),
            about: .init(
                engine: text(2), pack: text(1), version: "1.0", hash: "0123456789abcdef", year: pick([nil, 2025]),
                language: pick([.fr, .en])),
            sections: list(6) { $0.section() })
    }

    private mutating func section() -> Report.Section {
        let title: String? = pick([nil, text(6)])
        switch count(5) {
        case 4:
            let lines: [Report.Series.Line] = list(6) { source in
                .init(
                    source.text(8), source.pick([.total, .part, .target]),
                    source.list(30) { $0.pick([nil, $0.figure().value]) })
            }
            return .init(title, .series(.init(unit: unit(), years: Array(2025..<2025 + count(30)), lines: lines)))
        case 0: return .init(title, .headline(list(3) { .init($0.figure(), label: $0.text(5), remark: $0.text(12)) }))
        case 1:
            let unit = unit()
            let rows: [Report.Bars.Row] = list(8) { source in
                .init(
                    source.text(8),
                    source.count(4) == 0 ? .missing(source.text(6)) : .value(source.figure().value),
                    level: source.count(12) - 2, remark: source.pick([nil, source.text(7)]))
            }
            return .init(title, .bars(.init(unit: unit, rows: rows, reference: pick([nil, .init(text(4), 12)]))))
        case 2:
            let columns: [Report.Table.Column] = list(9) { source in
                .init(id: "c", title: source.text(4), unit: source.pick([nil, source.unit()]))
            }
            let rows: [[Report.Table.Cell]] = list(5) { source in
                source.list(10) { source in
                    let figure = source.figure()
                    return source.pick([.text(source.text(9)), .figure(figure), .missing(source.text(2)), .empty])
                }
            }
            return .init(title, .table(.init(columns: columns, rows: rows)))
        case 3: return .init(title, .tree(tree(depth: 7)))
        default: return .init(title, .notes(list(4) { $0.text(30) }))
        }
    }

    private mutating func tree(depth: Int) -> Report.TreeItem {
        .init(
            text(9), figure: pick([nil, figure()]), remarks: list(2) { $0.text(3) }, place: pick([nil, "a.yaml:12"]),
            children: depth == 0 ? [] : list(2) { $0.tree(depth: depth - 1) })
    }

    private mutating func figure() -> Figure {
        let size = [1, 1e-9, 1e-3, 1e4, 1e9, 1e30, .infinity][count(6)]
        return Figure(Double.random(in: -1...1, using: &seed) * size, unit())
    }

    private mutating func unit() -> String {
        pick(["kgCO2e/year", "vehicle.km/year", "kWh/(m2.year)", "%", "", "meal/week", "kgCO2e/(person.km)"])
    }

    /// Words of at most twelve columns.
    private mutating func text(_ most: Int) -> String {
        list(most) { source in
            source.list(6) { $0.pick(["a", "é", "e\u{301}", "W", "日", "本", "-", "\u{202F}"]) }.joined()
        }
        .joined(separator: " ")
    }

    private mutating func list<Item>(_ most: Int, _ item: (inout RandomReports) -> Item) -> [Item] {
        (0..<count(most)).map { _ in item(&self) }
    }

    private mutating func count(_ most: Int) -> Int { Int.random(in: 0...most, using: &seed) }

    private mutating func pick<Item>(_ items: [Item]) -> Item { items[count(items.count - 1)] }
}
