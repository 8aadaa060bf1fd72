import Empreinte
import Testing

@Suite struct AllowancePluginTests {
    private static let pack = """
        kind: pack
        id: small
        version: 1.0.0
        language: en
        years: {from: 2020, to: 2030, reference: 2025}
        plugins: [allowances]
        ---
        kind: questions
        questions: {km: {unit: km/year, default: 1000}}
        ---
        kind: formulas
        formulas: {drive: {gives: {ghg: km * 0.2 kgCO2e/km}}}
        ---
        kind: categories
        categories: {travel: {contains: [drive]}}
        ---
        kind: allowances
        allowances: {travel: {most: 1 tCO2e/year}}
        """

    private func report(_ allowances: String) throws -> Report {
        let engine = try Engine(plugins: [AllowancePlugin()], files: MemoryFiles(["small.yaml": Self.pack]))
        var request = Analysis.Request(try engine.model("small.yaml"))
        let people = #"[{"id": "a", "answers": {"km": 5000}}, {"id": "b", "answers": {"km": 6000}}]"#
        _ = try engine.read(
            [("people.json", Array(people.utf8)), ("allowances.yaml", Array(allowances.utf8))], into: &request)
        return try engine.run("allowances", request)
    }

    /// 5 000 km and 6 000 km give 1 000 kg and 1 200 kg, against the pack's tonne or the caller's 900 kg.
    @Test(
        arguments: [
            ("kind: allowances\n", 1000, 1),
            ("kind: allowances\noverride: {travel: {most: 900 kgCO2e/year}}\n", 900, 2),
        ])
    func countsWhoTakesMore(allowances: String, most: Double, over: Double) throws {
        let row: [Report.Table.Cell] = [
            .text("travel"), .figure(Figure(most, "kgCO2e/year")), .figure(Figure(over)),
        ]
        #expect(try report(allowances).records?.rows == [row])
    }

    @Test(
        arguments: [
            ("allowances: {home: {most: 1 tCO2e/year}}", "allowance.branch"),
            ("override: {travel: {most: 1 kWh/year}}", "unit.mismatch"),
            ("override: {travel: {least: 1}}", "key.unknown"),
        ])
    func whatIsWrongIsRefused(allowances: String, code: String) {
        let error = #expect(throws: CompilationError.self) { try report("kind: allowances\n" + allowances) }
        #expect(error?.diagnostics.map(\.code) == [code])
    }
}
