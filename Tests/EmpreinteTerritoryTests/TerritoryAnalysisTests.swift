import Empreinte
import Testing

@Suite struct TerritoryAnalysisTests {
    private func target(_ id: String, of data: JSON?) -> JSON? {
        guard case .array(let targets)? = data else { return nil }
        return targets.first { $0["id"] == .string(id) }
    }

    private func isNear(_ value: JSON?, _ expected: Double, by tolerance: Double = 1e-9) -> Bool {
        value?.double.map { abs($0 - expected) <= tolerance * max(1, abs(expected)) } ?? false
    }

    @Test func everyTargetIsMeasuredAgainstItsWay() throws {
        let data = try TerritoryCase.data("territory")
        #expect(data["series"]?["ghg"]?["values"] == .array([.number(600e6), .number(510e6)]))
        let targets = data["targets"]
        let energy = target("halve_energy", of: targets)
        #expect(isNear(energy?["goal"], 1.5e9))
        // 3 TWh · (1/2)^(9/35) in 2024; 2.5 TWh are used then.
        #expect(isNear(energy?["gap"], 2.5e9 - 3e9 * 0.836743383393, by: 1e-6))
        let share = target("local_renewables", of: targets)
        #expect(isNear(share?["last"]?["value"], 15))
        #expect(isNear(share?["gap"], 15))
        // (600 · 0.5 / 510)^(1/6).
        #expect(isNear(target("less_ghg", of: targets)?["rate"], 1 - 0.915359823, by: 1e-6))
        // Three fifths of the way down, 9 of 15 years, is 420 kt.
        #expect(isNear(target("less_ghg", of: targets)?["gap"], 90e6))
        #expect(isNear(target("little_ghg", of: targets)?["goal"], 100e6))
        #expect(isNear(target("fair_ghg", of: targets)?["goal"], 212e6))
        #expect(target("quarter_ghg", of: targets)?["not_computed"] == .string("not published"))
        #expect(target("quarter_ghg", of: targets)?["goal"] == nil)
    }

    @Test(arguments: Language.allCases)
    func aPageIsEightyColumnsWide(language: Language) throws {
        let report = try TerritoryCase.report("territory", language: language)
        let page = ReportFormat.text.renderer().render(report)
        #expect(page.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(!ReportFormat.svg.renderer().render(report).isEmpty)
    }

    @Test func grenobleNeedsThePublishedRates() throws {
        let report = try Engine().run("territory", TerritoryCase.pack("grenoble"))
        let data = JSON.object(report.data)
        #expect(isNear(target("halve_ghg", of: data["targets"])?["rate"], 0.0320, by: 5e-5))
        #expect(isNear(target("less_energy", of: data["targets"])?["rate"], 0.0245, by: 5e-5))
        #expect(isNear(target("halve_ghg", of: data["targets"])?["base"]?["value"], 2_537e6, by: 1e-3))
        #expect(isNear(target("less_energy", of: data["targets"])?["base"]?["value"], 13.47e9, by: 1e-3))
        #expect(target("less_energy_master_plan", of: data["targets"])?["not_computed"] != nil)
    }

    @Test func rouenIsAnIndex() throws {
        let data = JSON.object(try Engine().run("territory", TerritoryCase.pack("rouen")).data)
        #expect(data["series"]?["ghg"]?["unit"] == "%")
        #expect(isNear(data["series"]?["ghg"]?["values"]?[1], 67))
        let quarter = target("quarter_ghg", of: data["targets"])
        #expect(isNear(quarter?["goal"], 25))
        // 1 − (25/67)^(1/28).
        #expect(isNear(quarter?["rate"], 0.0346, by: 5e-5))
        #expect(target("cut_ghg", of: data["targets"])?["not_computed"] != nil)
        #expect(target("halve_energy", of: data["targets"])?["not_computed"] != nil)
    }

    @Test func brestComputesNothingThatIsNotPublished() throws {
        let data = JSON.object(try Engine().run("territory", TerritoryCase.pack("brest")).data)
        for id in ["halve_energy", "quarter_ghg", "local_renewables"] {
            #expect(target(id, of: data["targets"])?["not_computed"] != nil)
        }
        #expect(isNear(data["undated"]?[0]?["total"], 891_622_000))
        #expect(data["undated"]?[0]?["year"] == .null)
    }

    @Test func aPackWithoutATerritoryIsRefused() throws {
        #expect(
            try TerritoryCase.codes("") { _ in _ = try TerritoryCase.report("territory", territory: "") } == [
                "territory.missing"
            ])
        let bare = "kind: territory\nid: here\n"
        #expect(
            try TerritoryCase.codes("") { _ in _ = try TerritoryCase.report("territory", territory: bare) } == [
                "territory.empty"
            ])
    }

    @Test(arguments: [
        ("population: {2020: 5, ‹2019: 4}\nsources: {population: src.a}", "series.order"),
        ("population: {2020: ‹0}\nsources: {population: src.a}", "population.negative"),
        ("population: {‹2020: 5}", "source.missing"),
        ("population: {‹99999: 5}\nsources: {population: src.a}", "year.range"),
        ("targets: {t: {indicator: ghg, at_most: 5 tCO2e/year, by: ‹99999, source: src.a}}", "year.range"),
        ("sources: {population: ‹src.b}", "source.unknown"),
        ("inventory: {2020: {‹ghg: 5 tCO2e/year}}", "source.missing"),
        ("inventory: {2020: {ghg: ‹5 kWh/year, source: src.a}}", "unit.mismatch"),
        ("inventory: {2020: {ghg: ‹5, source: src.a}}", "unit.mismatch"),
        ("inventory: {2020: {ghg: ‹-5 tCO2e/year, source: src.a}}", "inventory.negative"),
        ("inventory: {2020: {ghg: ‹{a: 5 tCO2e/year, b: 50 %}, source: src.a}}", "inventory.index"),
        ("inventory: {2020: {ghg: 5 tCO2e/year, source: src.a}, 2021: {ghg: ‹50 %, source: src.a}}", "inventory.index"),
        (
            "inventory: {2020: {ghg: 5 tCO2e/year, source: src.a}, ‹2020: {ghg: 5 tCO2e/year, source: src.a}}",
            "yaml.duplicate_key"
        ),
        ("renewables: {2020: ‹120 %}\nsources: {renewables: src.a}", "renewables.share"),
        ("margins: {‹sex: {f: 52 %, m: 40 %}}\nsources: {margins: src.a}", "margins.sum"),
        ("targets: {‹t: {indicator: ghg, by: 2050, source: src.a}}", "target.kind"),
        (
            "targets: {‹t: {indicator: ghg, divide_by: 2, at_most: 5 tCO2e/year, by: 2050, source: src.a}}",
            "target.kind"
        ),
        ("targets: {t: {indicator: ‹water, at_most: 5 m3/year, by: 2050, source: src.a}}", "target.indicator"),
        ("targets: {‹t: {indicator: energy, at_most: 5 kWh/year, by: 2050, source: src.a}}", "target.indicator"),
        ("targets: {‹t: {indicator: ghg, divide_by: 2, by: 2050, source: src.a}}", "target.base_missing"),
        (
            "targets: {t: {indicator: ghg, divide_by: 2, base_year: ‹2010, by: 2050, source: src.a}}",
            "target.base_value"
        ),
        ("targets: {t: {indicator: ghg, divide_by: 2, base_year: ‹unknown, by: 2050, source: src.a}}", "target.reason"),
        ("targets: {t: {indicator: ghg, divide_by: 2, base_year: ‹2015, by: 2015, source: src.a}}", "target.order"),
        ("targets: {t: {indicator: ghg, divide_by: ‹0, base_year: 2015, by: 2050, source: src.a}}", "target.level"),
        ("targets: {t: {indicator: ghg, reduce_by: ‹120 %, base_year: 2015, by: 2050, source: src.a}}", "target.level"),
        ("targets: {t: {indicator: ghg, share_at_least: ‹30 %, by: 2050, source: src.a}}", "target.kind"),
        ("targets: {t: {indicator: ghg, at_most: ‹5 kWh/year, by: 2050, source: src.a}}", "unit.mismatch"),
        (
            "targets: {‹t: {indicator: ghg, per_person: 1 tCO2e/year, account: inventory, by: 2060, source: src.a}}",
            "target.population"
        ),
    ])
    func whatIsWrongIsSaidAtItsPlace(fields: String, code: String) throws {
        let isInventory = fields.hasPrefix("inventory")
        let base = isInventory ? "" : "inventory: {2015: {ghg: 600 tCO2e/year, source: src.a}}\n"
        let text = "kind: territory\nid: here\n" + base + fields + "\n"
        let codes = try TerritoryCase.codes(text) { _ = try TerritoryCase.report("territory", territory: $0) }
        #expect(codes == [code])
    }

    @Test func aShareOfNothingIsRefused() throws {
        let text = """
            kind: territory
            id: here
            inventory: {2015: {energy: 0 kWh/year, source: src.a}}
            renewables: {2015: {heat: 5 kWh/year}}
            sources: {renewables: src.a}
            targets: {‹t: {indicator: renewables_share, share_at_least: 30 %, by: 2050, source: src.a}}
            """
        let codes = try TerritoryCase.codes(text) { _ = try TerritoryCase.report("territory", territory: $0) }
        #expect(codes == ["target.denominator"])
    }

    @Test func whatAParentAimsAtIsItsOwn() throws {
        let child = """
            kind: pack
            id: child
            version: 1.0.0
            language: en
            extends: {pack: small}
            ---
            kind: territory
            id: there
            population: {2020: 5}
            sources: {population: src.a}
            """
        let files = MemoryFiles([
            "small/pack.yaml": TerritoryCase.manifest, "small/territory.yaml": TerritoryCase.territory,
            "child/pack.yaml": child,
        ])
        let model = try Engine(files: files).model("child")
        #expect(model.territory?.id == "there")
        #expect(model.territory?.targets.isEmpty == true)
        #expect(model.territory?.inventory.isEmpty == true)
        let text = try Engine(files: files).resolve("child")
        let again = try Engine(files: MemoryFiles(["child.yaml": text]))
        #expect(try again.resolve("child.yaml") == text)
        let parent = try Engine(files: files).resolve("small")
        let parentAgain = try Engine(files: MemoryFiles(["small.yaml": parent])).model("small.yaml")
        #expect(parentAgain.territory?.targets.count == 6)
    }
}
