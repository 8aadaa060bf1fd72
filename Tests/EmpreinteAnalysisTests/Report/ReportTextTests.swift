import EmpreinteAnalysis
import Testing

@Suite struct ReportTextTests {
    private func report(_ sections: [Report.Section], _ language: Language = .en, title: String = "T") -> Report {
        Report(
            title: title,
            about: .init(
                engine: "empreinte 0.1.0", pack: "france", version: "0.1.0", hash: "3f2a9c1b7d0455aa", year: 2025,
                language: language),
            sections: sections)
    }

    /// A footprint with the words given: eight labels, then a remark and the reason of a missing value.
    private func bars(_ labels: [String], remark: String, missing: String) -> Report.Bars {
        let rows: [Report.Bars.Row] = zip(labels, [4000, 2000, 500, 1062.5, 1000, -120]).enumerated().map {
            index, row in
            .init(row.0, .value(row.1), level: index == 1 || index == 2 ? 1 : 0, remark: index == 4 ? remark : nil)
        }
        return .init(
            unit: "kgCO2e/year", rows: rows + [.init(labels[6], .missing(missing))],
            reference: .init(labels[7], 2000))
    }

    /// What follows the lines that say where numbers come from.
    private func body(_ section: Report.Section, width: Int = 80, color: Bool = false) -> String {
        let text = ReportText(width: width, color: color).render(report([section]))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.drop { !$0.isEmpty }.dropFirst().joined(separator: "\n")
    }

    @Test func showsAFootprintInFrench() {
        let bars = bars(
            ["Transport", "Voiture", "Avion", "Alimentation", "Services publics", "Forêt", "Eau", "Objectif"],
            remark: "hors de portée seul", missing: "non couvert")
        let report = report(
            [
                .init(
                    nil,
                    .headline([
                        .init(Figure(4000, "kgCO2e/year"), remark: "objectif 2050 : 2 t, il reste 2 t"),
                        .init(Figure(72, "%"), label: "couverture", remark: "deux questions sans réponse"),
                    ])),
                .init("Par poste", .bars(bars)),
                .init(
                    "Notes",
                    .notes([
                        "Les services publics sont partagés entre tous les habitants : "
                            + "personne ne peut les changer seul."
                    ])),
            ], .fr, title: "Empreinte carbone · personne par défaut")
        #expect(
            ReportText().render(report) == """
                Empreinte carbone · personne par défaut                                     2025
                france 0.1.0 · 3f2a9c1b7d04 · empreinte 0.1.0

                  4 t CO2e par an   objectif 2050 : 2 t, il reste 2 t
                  72\u{A0}%              couverture · deux questions sans réponse

                Par poste   t CO2e par an
                Transport          4,00 t  ████████████████████████████████
                  Voiture          2,00 t  ████████████████┊
                  Avion            0,50 t  ████            ┊
                Alimentation       1,06 t  ████████▌       ┊
                Services publics   1,00 t  ████████        ┊                 hors de portée seul
                Forêt             −0,12 t                  ┊
                Eau                   –    non couvert
                Objectif           2,00 t                  ┊

                Notes
                • Les services publics sont partagés entre tous les habitants : personne ne peut
                  les changer seul.

                """)
    }

    @Test func showsAFootprintInEnglish() {
        let bars = bars(
            ["Transport", "Car", "Plane", "Food", "Public services", "Forest", "Water", "Target"],
            remark: "common to all people", missing: "not covered")
        let report = report(
            [
                .init(
                    nil,
                    .headline([
                        .init(Figure(4000, "kgCO2e/year"), remark: "2050 target: 2 t, 2 t to go"),
                        .init(Figure(72, "%"), label: "coverage", remark: "two questions unanswered"),
                    ])),
                .init("By category", .bars(bars)),
                .init(
                    "Notes",
                    .notes([
                        "Public services are shared by all inhabitants: nobody changes them without the others."
                    ])),
            ], title: "Carbon footprint · default person")
        #expect(
            ReportText().render(report) == """
                Carbon footprint · default person                                           2025
                france 0.1.0 · 3f2a9c1b7d04 · empreinte 0.1.0

                  4 t CO2e a year   2050 target: 2 t, 2 t to go
                  72%               coverage · two questions unanswered

                By category   t CO2e a year
                Transport         4.00 t  ████████████████████████████████
                  Car             2.00 t  ████████████████┊
                  Plane           0.50 t  ████            ┊
                Food              1.06 t  ████████▌       ┊
                Public services   1.00 t  ████████        ┊                 common to all people
                Forest           −0.12 t                  ┊
                Water                –    not covered
                Target            2.00 t                  ┊

                Notes
                • Public services are shared by all inhabitants: nobody changes them without the
                  others.

                """)
    }

    private static let table = Report.Table(
        columns: [
            .init(id: "action", title: "Action"), .init(id: "gain", title: "Gain", unit: "kgCO2e/year"),
            .init(id: "cost", title: "Cost", unit: "EUR/year"),
        ],
        rows: [
            [.text("Cycle"), .figure(Figure(1473, "kgCO2e/year")), .figure(Figure(-1200, "EUR/year"))],
            [.text("Insulate"), .figure(Figure(493, "kgCO2e/year")), .missing("not known")],
            [.text("Nothing"), .figure(Figure(3.2, "kgCO2e/year"))],
        ])

    @Test func alignsTablesOnTheDecimalMark() {
        #expect(
            body(.init("Actions", .table(Self.table))) == """
                Actions
                Action             Gain       Cost
                          t CO2e a year   € a year
                ──────────────────────────────────
                Cycle            1.47       −1,200
                Insulate         0.49    not known
                Nothing          0.0032

                """)
    }

    @Test func staysInTheUnitWhenAsked() {
        let text = ReportText(scale: .fixed).render(report([.init("Actions", .table(Self.table))]))
        #expect(text.contains("kg CO2e a year"))
        #expect(text.contains("Cycle            1,473       −1,200"))
    }

    @Test func givesEachFigureItsUnitWhereColumnsHaveNone() {
        let table = Report.Table(
            columns: [.init(id: "id", title: "Factor"), .init(id: "value", title: "Value")],
            rows: [
                [.text("Gas"), .figure(Figure(0.227, "kgCO2e/kWh"))],
                [.text("Beef"), .figure(Figure(28, "kgCO2e/kg"))],
            ])
        #expect(
            body(.init(nil, .table(table))) == """
                Factor  Value
                ──────────────────────────
                Gas      0.227 kg CO2e/kWh
                Beef    28     kg CO2e/kg

                """)
    }

    @Test func wrapsTablesThatAreTooWide() {
        let table = Report.Table(
            columns: [.init(id: "a", title: "Action"), .init(id: "b", title: "Why", alignment: .trailing)],
            rows: [[.text("one two three four five six"), .text("seven eight nine ten eleven")]])
        #expect(
            body(.init(nil, .table(table)), width: 40) == """
                Action                               Why
                ────────────────────────────────────────
                one two three four      seven eight nine
                five six                      ten eleven

                """)
    }

    @Test func listsValuesWhenATableCannotFit() {
        let columns = (1...8).map { Report.Table.Column(id: "c\($0)", title: "Year \($0)", unit: "kgCO2e") }
        let row: [Report.Table.Cell] = (1...7).map { .figure(Figure(Double($0), "kgCO2e")) } + [.missing("unknown")]
        #expect(
            body(.init(nil, .table(.init(columns: columns, rows: [row]))), width: 40) == """
                Year 1  1 kg CO2e
                Year 2  2 kg CO2e
                Year 3  3 kg CO2e
                Year 4  4 kg CO2e
                Year 5  5 kg CO2e
                Year 6  6 kg CO2e
                Year 7  7 kg CO2e
                Year 8  unknown

                """)
    }

    @Test func drawsTrees() {
        let tree = Report.TreeItem(
            "Car", figure: Figure(1473, "kgCO2e/year"), place: "transport.yaml:12",
            children: [
                .init(
                    "Distance of the main vehicle of the household, all reasons", figure: Figure(12000, "km/year"),
                    remarks: ["answered"], children: [.init("Work", figure: Figure(3)), .init("Leisure")]),
                .init(
                    "Factor", figure: Figure(0.217, "kgCO2e/km"), remarks: ["2024", "petrol"], place: "cars.yaml:40",
                    children: [.init("Fuel")]),
            ])
        #expect(
            body(.init("Why", .tree(tree)), width: 50) == """
                Why
                Car  1.47 t CO2e a year  transport.yaml:12
                ├ Distance of the main vehicle of the household,
                │ │ all reasons  12,000 km a year
                │ │ answered
                │ ├ Work  3
                │ └ Leisure
                └ Factor  0.217 kg CO2e/km  cars.yaml:40
                  │ 2024
                  │ petrol
                  └ Fuel

                """)
    }

    @Test func keepsDeepTreesOnThePage() {
        var tree = Report.TreeItem("leaf")
        for _ in 0..<500 { tree = Report.TreeItem("branch", children: [tree]) }
        let lines = body(.init(nil, .tree(tree)), width: 40).split(separator: "\n")
        #expect(lines.count == 501)
        #expect(lines.allSatisfy { $0.count <= 40 })
        #expect(String(lines.last ?? "") == "…                 └ leaf")
    }

    @Test func coloursOnlyWhenAsked() {
        let headline = Report.Section(nil, .headline([.init(Figure(2, "%"), label: "share", remark: "a guess")]))
        #expect(body(headline, color: true) == "  \u{1B}[1m2%\u{1B}[0m   share \u{1B}[2m· a guess\u{1B}[0m\n")
        #expect(body(headline) == "  2%   share · a guess\n")
    }

    @Test func keepsControlCharactersOffTheTerminal() {
        #expect(body(.init("a\u{1B}[31mb\nc\u{9B}d\u{2028}e", .notes([]))) == "a [31mb c d e\n")
    }

    @Test func saysWhatIsNotANumber() {
        let bars = Report.Bars(unit: "%", rows: [.init("a", .value(.nan)), .init("b", .value(.infinity))])
        #expect(
            body(.init(nil, .bars(bars))) == """
                a  undefined%
                b   infinite%

                """)
    }
}
