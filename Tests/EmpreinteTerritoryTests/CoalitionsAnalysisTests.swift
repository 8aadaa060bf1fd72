import Empreinte
import Testing

@Suite struct CoalitionsAnalysisTests {
    private func isNear(_ value: JSON?, _ expected: Double) -> Bool {
        value?.double.map { abs($0 - expected) <= 1e-9 * max(1, abs(expected)) } ?? false
    }

    @Test func claimsAreRolledUpAndCredited() throws {
        let data = try TerritoryCase.data("coalitions", TerritoryCase.example("coalitions"))
        let energy = try #require(data["totals"]?[0])
        #expect(energy["unit"] == "kWh/year")
        // The lights alone: what was dropped counts no more.
        #expect(isNear(energy["net"], 580_000))
        #expect(isNear(energy["credit"]?["night_light"], 240_000))
        #expect(isNear(energy["credit"]?["new_lamps"], 340_000))
        let ghg = try #require(data["totals"]?[1])
        #expect(isNear(ghg["gross"], 20_000) && isNear(ghg["net"], 10_000) && isNear(ghg["overlap"], 10_000))
    }

    @Test func theRoadmapGrowsWithTheYears() throws {
        let data = try TerritoryCase.data("coalitions", TerritoryCase.example("coalitions"))
        guard case .array(let rows)? = data["roadmap"] else { return #expect(Bool(false)) }
        let energy = rows.filter { $0["unit"] == "kWh/year" }
        #expect(energy.map { $0["year"]?.double } == [2024, 2025, 2026, 2030, 2045, 2050])
        #expect(energy.prefix(3).map { $0["net"]?.double } == [300_000, 300_000, 580_000])
        #expect(energy.prefix(3).map { $0["begun"]?.double } == [300_000, 300_000, 300_000])
        #expect(isNear(energy[2]["issues"]?["light"], 580_000))
        // The commute of the second coalition, which works on two issues, is one of several.
        let ghg = rows.filter { $0["unit"] == "kgCO2e/year" }
        #expect(isNear(ghg[0]["issues"]?["light"], 5000))
        #expect(isNear(ghg[0]["issues"]?["several"], 5000))
    }

    @Test func issuesWithoutACoalitionAreSeen() throws {
        let data = try TerritoryCase.data("coalitions", TerritoryCase.example("coalitions"))
        #expect(data["coverage"]?["light"] == .array(["night_light", "new_lamps"]))
        #expect(data["gaps"] == .array(["food"]))
        #expect(data["several"]?["member_a"] == .array(["night_light", "new_lamps"]))
        #expect(data["coalitions"]?[2]?["missing"] == .array(["members", "objective", "issues"]))
    }

    @Test func theForumTellsWhatChanged() throws {
        let options = ["at": "2025-11", "since": "2024-11"]
        let data = try TerritoryCase.data("coalitions", TerritoryCase.example("coalitions"), options)
        let claims = try (0..<5).map { try #require(data["claims"]?[$0]) }
        #expect(claims.map { $0["before"] } == ["planned", .null, .null, .null, "started"])
        #expect(claims.map { $0["status"] } == ["started", .null, "planned", .null, "dropped"])
        let report = try TerritoryCase.report("coalitions", TerritoryCase.example("coalitions"), options)
        let changes = report.sections.first { $0.title == "Changes since 2024-11" }
        guard case .notes(let notes)? = changes?.body else { return #expect(Bool(false)) }
        #expect(notes.count == 3)
        #expect(notes.first == "Night lighting, member_a/outdoor_light: planned → started")
        let early = try TerritoryCase.data("coalitions", TerritoryCase.example("coalitions"), ["at": "2024-12"])
        // Before it was dropped, the hall counted: 580 and 40 MWh.
        #expect(isNear(early["totals"]?[0]?["net"], 620_000))
    }

    @Test(arguments: Language.allCases)
    func everyPageOfMadeUpFiguresSaysSo(language: Language) throws {
        let report = try TerritoryCase.report("coalitions", TerritoryCase.example("coalitions"), language: language)
        let mark = language == .fr ? " · chiffres illustratifs" : " · illustrative figures"
        #expect(report.title.hasSuffix(mark))
        let sheets = report.sections.compactMap(\.title).filter { $0.hasSuffix(mark) }
        #expect(sheets.count == 3)
        let page = ReportFormat.text.renderer().render(report)
        #expect(page.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    private static let head = """
        kind: coalitions
        members: {m: {}, n: {}}
        coalitions:

        """

    @Test(arguments: [
        ("members: [m, ‹o]", "coalition.member"), ("members: [m], roles: {‹n: looks on}", "coalition.member"),
        ("members: [m], facilitator: ‹n", "coalition.facilitator"), ("issues: [‹lights]", "coalition.issue"),
        ("formed: ‹soon", "date.syntax"), ("stage: ‹late", "value.word"),
    ])
    func aCoalition(fields: String, code: String) throws {
        #expect(try problems(Self.head + "  c: {\(fields)}\n") == [code])
    }

    @Test(arguments: [
        ("account: ‹n/x, base: 5 kWh/year, reduce: 5 %, start: 2025", "claim.member"),
        ("account: m/x, base: ‹0 kWh/year, reduce: 5 %, start: 2025", "claim.base"),
        ("account: m/x, base: 5 kWh/year, reduce: ‹6 kWh/year, start: 2025", "claim.above"),
        ("account: m/x, base: 5 kWh/year, reduce: ‹101 %, start: 2025", "claim.above"),
        ("account: m/x, base: 5 kWh/year, reduce: ‹-5 %, start: 2025", "claim.negative"),
        ("account: m/x, base: 5 kWh/year, reduce: ‹6 kg/year, start: 2025", "unit.mismatch"),
        ("account: m/x, base: 5 kWh/year, reduce: 5 %, start: ‹20", "year.range"),
        ("account: m/x, base: 5 kWh/year, reduce: 5 %, start: 2025, until: ‹2024", "claim.until"),
        ("account: m/x, base: 5 kWh/year, reduce: 5 %, start: 2025, issue: ‹food", "claim.issue"),
        ("account: m/x, base: 5 kWh/year, reduce: 5 %, start: 2025, sector: ‹houses", "claim.sector"),
        ("account: m/x, base: 5 kWh/year, reduce: 5 %, start: 2025, share: ‹150 %", "claim.share"),
        (
            "account: m/x, base: 5 kWh/year, reduce: 5 %, start: 2025, status: {2025: done, ‹2024: planned}",
            "series.order"
        ),
        ("account: m/x, base: 5 kWh/year, reduce: 5 %, start: 2025, status: {‹25: done}", "date.syntax"),
    ])
    func aClaim(fields: String, code: String) throws {
        let text = Self.head + "  c: {members: [m], issues: [light], claims: [{\(fields)}]}\n"
        #expect(try problems(text) == [code])
    }

    @Test(arguments: [
        ("base: ‹5 kgCO2e/year, reduce: 5 %", "account.dimension"), ("base: ‹6 kWh/year, reduce: 5 %", "account.base"),
        ("base: 5 kWh/year, reduce: 5 %, overlap: ‹nested", "account.overlap"),
    ])
    func twoClaimsOnOneAccount(fields: String, code: String) throws {
        let first = "  c: {members: [m], claims: [{account: m/x, base: 5 kWh/year, reduce: 5 %, start: 2025}]}\n"
        let text = Self.head + first + "  d: {members: [m], claims: [{account: m/x, start: 2025, \(fields)}]}\n"
        #expect(try problems(text) == [code])
    }

    @Test func growthIsAllowedWhereItIsMeant() throws {
        let claim = "{account: m/x, base: 5 kWh/year, reduce: -20 %, increase: true, start: 2025}"
        let data = try TerritoryCase.data("coalitions", Self.head + "  c: {members: [m, n], claims: [\(claim)]}\n")
        #expect(data["totals"]?[0]?["net"]?.double == -1)
    }

    @Test func declaredSharesAddUp() throws {
        let text =
            Self.head
            + "  c: {members: [m], claims: [{‹account: m/x, base: 5 kWh/year, reduce: 5 %, start: 2025, share: 90 %}]}\n"
        #expect(try problems(text, ["credit": "declared"]) == ["claim.share"])
    }

    @Test(arguments: [
        ("at", "soon", "date.syntax"), ("sheets", "d", "option.sheets"), ("credit", "all", "option.word"),
    ])
    func anOption(name: String, value: String, code: String) throws {
        #expect(try problems(Self.head + "  c: {members: [m]}\n", [name: value]) == [code])
    }

    @Test func aForumComesAfterTheOneBefore() throws {
        #expect(try problems(Self.head + "  c: {members: [m]}\n", ["at": "2025", "since": "2025"]) == ["date.order"])
    }

    private func problems(_ text: String, _ options: [String: String] = [:]) throws -> [String] {
        try TerritoryCase.codes(text) { _ = try TerritoryCase.report("coalitions", $0, options) }
    }
}
