import EmpreinteAnalysis
import EmpreinteModel
import EmpreinteText
import Testing

/// What analyses say when figures are drawn.
@Suite struct DrawnReportTests {
    private static let actions = """
        ---
        kind: actions
        actions:
          a.half: {who: public, domain: all, effects: [{scale: {target: a, to: 50 %}}], source: src.a}
          a.less: {who: person, domain: all, effects: [{scale: {target: km, to: 20 %}}], source: src.a}
          a.gas: {who: public, domain: all, effects: [{set: {target: fuel, to: gas}, adoption: 50 %}], source: src.a}
        ---
        kind: scenarios
        scenarios:
          half: {label: Half, plan: [{action: a.half, start: 2026}], source: src.a}
          gas: {label: Gas, plan: [{action: a.gas, start: 2026}], source: src.a}
        """

    private static func model(_ ghg: String = "km * a * b") throws -> Model {
        try UnsureModel.load(
            factors: UnsureModel.product
                + "\n  heat: {options: {oil: 1 kgCO2e/km ± 20 %, gas: 0.5 kgCO2e/km ± 20 %}, year: 2024, source: src.a}",
            ghg: ghg, target: "60 kgCO2e/year", actions: actions)
    }

    private static func data(
        _ analysis: Analysis, _ model: Model, people: [Person] = [], _ options: [String: String]
    ) throws -> JSON {
        .object(try analysis.run(.init(model, people: people, options: options)).data)
    }

    /// Central results keep their bits.
    @Test func drawsLeaveTheRestAsItWas() throws {
        let model = try Self.model()
        let plain = try Self.data(.footprint, model, [:])
        let drawn = try Self.data(.footprint, model, ["draws": "50"])
        #expect(plain["people"]?[0]?["indicators"]?["ghg"]?["uncertainty"] == nil)
        let (a, b) = (plain["people"]?[0]?["indicators"]?["ghg"], drawn["people"]?[0]?["indicators"]?["ghg"])
        #expect(a?["total"] == .number(100) && b?["total"] == .number(100))
        #expect(b?["uncertainty"]?["p5"]?.amounts.first ?? 100 < 100)
        #expect(drawn["people"]?[0]?["targets"]?[0]?["chance"]?.amounts.first ?? -1 >= 0)
        #expect(drawn["uncertainty"]?["exact"]?["count"]?.amounts == [1])
        #expect(drawn["uncertainty"]?["exact"]?["figures"]?[0] == .string("c"))
    }

    @Test func theHeadlineSaysTheRange() throws {
        let report = try Analysis.footprint.run(.init(try Self.model(), options: ["draws": "10000"]))
        let text = ReportText().render(report).replacing("\u{A0}", with: " ")
        #expect(text.contains("100 kg CO2e a year (6"))
        #expect(text.contains("nine in ten of 10,000 draws"))
        #expect(text.contains("1 of 5 figures have no published range and count as exact: c."))
        #expect(ReportHTML().render(report).contains("100 kg CO2e a year (6"))
        let rows = ReportCSV().render(report).split(separator: "\n")
        #expect(rows[0] == "id,year,ghg,ghg.p5,ghg.p50,ghg.p95,ghg.all")
        #expect(rows[1].split(separator: ",").count == 7)
    }

    /// An action applies after the shock: it halves every draw, and what it brings is half of each.
    @Test func beforeAndAfterHaveTheSameDraws() throws {
        let model = try Self.model()
        let options = ["draws": "500", "scenario": "half", "from": "2025", "to": "2027"]
        let group = try #require(try Self.data(.trajectory, model, options)["group"])
        let (after, before) = (group["ghg"]?["uncertainty"], group["baseline"]?["ghg"]?["uncertainty"])
        for place in ["p5", "p50", "p95"] {
            let (own, other) = (after?[place]?.amounts ?? [], before?[place]?.amounts ?? [])
            #expect(own.count == 3 && own[0] == other[0])
            #expect(own[2] == other[2] / 2)
        }
        #expect(group["ghg"]?["total"]?.amounts == [100, 50, 50])
        // P(100·x ≤ 60) and P(50·x ≤ 60).
        #expect(group["baseline"]?["targets"]?[0]?["chance"]?.amounts.first ?? 1 < 0.05)
        #expect(group["targets"]?[0]?["chance"]?.amounts.first ?? 0 > 0.7)
    }

    /// Half of the people switch: the mean of both, draw by draw, for one person and for many.
    @Test func peopleWhoSwitchAreDrawnBothWays() throws {
        let model = try Self.model("km * heat[fuel] + trips * b * c")
        let people = (0..<20).map { Person(id: "p\($0)") }
        let options = ["draws": "60", "scenario": "gas", "from": "2025", "to": "2026"]
        let one = try Self.data(.trajectory, model, options)["group"]?["ghg"]?["uncertainty"]
        let many = try Self.data(.trajectory, model, people: people, options)["group"]?["ghg"]?["uncertainty"]
        for place in ["p5", "p50", "p95"] {
            let (a, b) = (one?[place]?.amounts ?? [], many?[place]?.amounts ?? [])
            #expect(a.count == 2 && b.count == 2)
            for (a, b) in zip(a, b) { #expect(abs(a - b) <= 1e-12 * a) }
        }
    }

    @Test func chartsHaveABand() throws {
        let report = try Analysis.trajectory.run(
            .init(try Self.model(), options: ["draws": "50", "scenario": "half", "to": "2027"]))
        #expect(ReportSVG().render(report).contains("fill-opacity"))
        let rows = ReportCSV().render(report).split(separator: "\n")
        #expect(rows[0].hasSuffix("ghg,ghg.all,ghg.p5,ghg.p50,ghg.p95"))
        let plain = try Analysis.trajectory.run(.init(try Self.model(), options: ["to": "2027"]))
        #expect(!ReportSVG().render(plain).contains("fill-opacity"))
    }

    /// 80 of 100 km go: the gain is four fifths of the total in every draw.
    @Test func gainsAreDrawn() throws {
        let model = try Self.model()
        let data = try Self.data(.actions, model, ["draws": "200", "floors": "no"])
        let person = try #require(data["people"]?[0])
        let gain = person["next"]?["ranked"]?[0]
        #expect(gain?["id"] == .string("a.less"))
        for place in ["p5", "p50", "p95"] {
            let own = gain?["uncertainty"]?[place]?.amounts.first ?? 0
            let before = person["uncertainty"]?["before"]?[place]?.amounts.first ?? 0
            #expect(abs(own - 0.8 * before) < 1e-12 * before)
        }
        #expect(person["uncertainty"]?["reduction"]?["p95"]?.amounts == [0])
        let two = [Person(id: "a"), Person(id: "b")]
        #expect(
            refusals { try Analysis.actions.run(.init(model, people: two, options: ["draws": "50"])) } == [
                "draws.one -"
            ])
    }
}
