import EmpreinteAnalysis
import EmpreinteModel
import EmpreinteTerritory
import EmpreinteText
import Testing

@Suite struct DrawnTargetsTests {
    private static func territory(_ spread: String) -> String {
        """
        kind: territory
        id: here
        inventory:
          2015: {ghg: {homes: 600 ktCO2e/year\(spread)}, source: src.a}
          2024: {ghg: {homes: 300 ktCO2e/year\(spread)}, source: src.a}
        targets:
          less: {indicator: ghg, reduce_by: 40 %, base_year: 2015, by: 2024, source: src.a}
          quarter: {indicator: ghg, divide_by: 4, base_year: 2015, by: 2024, source: src.a}
          level: {indicator: ghg, at_most: 300 ktCO2e/year, by: 2024, source: src.a}
          high: {indicator: ghg, at_most: 360 ktCO2e/year, by: 2024, source: src.a}

        """
    }

    private static func number(_ json: JSON?) -> Double? {
        if case .number(let value)? = json { return value }
        return nil
    }

    private static func data(_ spread: String) throws -> JSON {
        .object(
            try TerritoryCase.report("territory", nil, ["draws": "20000"], territory: territory(spread)).data)
    }

    /// A sector is wrong alike in all years, so that how far it fell is sure, however little is known of how much there is;
    /// levels follow the range: half of the draws lie below the middle, Φ(1.96) below the upper end.
    @Test func chancesFollowTheRange() throws {
        let data = try Self.data(" ± 20 %")
        let chances = (0..<4).map { Self.number(data["targets"]?[$0]?["chance"]) ?? -1 }
        #expect(chances[0] == 1 && chances[1] == 0)
        #expect(abs(chances[2] - 0.5) < 0.02)
        #expect(abs(chances[3] - 0.975) < 0.005)
        let p95 = Self.number(data["uncertainty"]?["last"]?["ghg"]?["p95"]) ?? 0
        // 300 kt · e^(1.644854 · ln 1.2 / 1.96).
        #expect(abs(p95 / 349_600_000 - 1) < 0.01)
        #expect(data["uncertainty"]?["exact"]?["count"] == .integer(0))
    }

    @Test func withoutRangesNothingIsDrawn() throws {
        let data = try Self.data("")
        #expect(data["targets"]?[2]?["chance"] == nil)
        #expect(data["uncertainty"]?["exact"]?["count"] == .integer(2))
        let report = try TerritoryCase.report("territory", nil, ["draws": "50"], territory: Self.territory(""))
        #expect(ReportText().render(report).contains("nothing is drawn"))
    }
}
