import Empreinte
import EmpreinteDeliberation
import Testing

@Suite struct VisionsTests {
    private static let target = """
        ---
        kind: territory
        id: town
        targets:
          low: {label: Low, indicator: ghg, per_person: 400 kgCO2e/year, by: 2030, source: src.a}
        """

    private static let visions = """
        kind: proposals
        visions:
          calm: {label: Calm, group: g1, plan: [{action: fifth, start: 2026}]}
          shared: {label: Shared, proposals: [a, b, c]}
        proposals:
          a: {label: A, plan: [{action: half, start: 2028}]}
          b: {label: B, plan: [{action: tenth, start: 2028}]}
          c: {label: C}
        """

    private static func run(_ text: String? = visions, language: Language = .en) throws -> Report {
        try Assembled(ScaledPack.content + target)
            .run("visions", text.map { [("p.yaml", $0)] } ?? [], language: language)
    }

    /// From 2025 to 2030: half from 2030; four fifths from 2026; 0.5 × 0.9 from 2028.
    @Test func scenariosAndVisionsSideBySide() throws {
        let report = try Self.run()
        let futures = try #require(report["futures"])
        for (id, kind, totals) in [
            ("unchanged", "unchanged", [1000.0, 1000, 1000, 1000, 1000, 1000]),
            ("trend", "scenario", [1000, 1000, 1000, 1000, 1000, 1000]),
            ("later", "scenario", [1000, 1000, 1000, 1000, 1000, 500]),
            ("calm", "vision", [1000, 800, 800, 800, 800, 800]),
            ("shared", "vision", [1000, 1000, 1000, 450, 450, 450]),
        ] {
            let future = try #require(futures.named(id))
            #expect(future["kind"] == .string(kind))
            for (position, total) in totals.enumerated() {
                #expect(try abs(#require(future["total"]?[position]?.double) - total) < 1e-9)
                #expect(future["categories"]?["all"]?[position] == future["total"]?[position])
            }
        }
        #expect(report["targets"]?[0]?["path"]?[5]?.double == 400)
        #expect(report.text.contains("Without a plan, so not in it: c."))
        #expect(report.text.contains("Low: 50\u{a0}kg too much in 2030."))
        #expect(report.records?.rows.count == 5 * 6)
    }

    @Test func scenariosAloneNeedNoDocument() throws {
        let report = try Self.run(nil)
        #expect(report["futures"]?[2]?["id"] == "later" && report["futures"]?[3] == nil)
        // The trend is things as they are: one line for both.
        guard case .series(let series)? = report.sections.first?.body else {
            Issue.record("there is no chart")
            return
        }
        #expect(series.lines.map(\.label) == ["Trend", "Later", "Low"])
    }

    @Test func aModelWithoutScenariosSaysSo() throws {
        #expect(try Assembled().problems("visions", []) == ["visions.nothing"])
    }

    @Test(arguments: [
        ("v: {label: V, proposals: [‹z]}", "proposal.unknown"), ("‹v: {label: V}", "vision.empty"),
        ("v: {label: V, plan: [{action: half}, {action: ‹never}]}", "choice.excluded"),
        ("‹v: {label: V, plan: [{action: never}], proposals: [a]}", "choice.excluded"),
    ])
    func badVisions(vision: String, code: String) throws {
        let column = 3 + vision.prefix { $0 != "‹" }.count
        let text =
            "kind: proposals\nvisions:\n  \(vision.filter { $0 != "‹" })\nproposals: {a: {label: A, plan: [{action: half}]}}"
        let problems = try Assembled(ScaledPack.content).problems("visions", [("p.yaml", text)])
        #expect(problems == ["\(code) 3:\(column)"])
    }

    @Test(arguments: Language.allCases)
    func everyPageFits(language: Language) throws {
        let text = try Self.run(language: language).text
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(text.contains(language.say("It moves: fifth.", "Elle change : fifth.")))
    }
}
