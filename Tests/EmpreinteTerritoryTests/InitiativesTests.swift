import Empreinte
import TestSupport
import Testing

@testable import EmpreinteTerritory

@Suite struct InitiativesTests {
    @Test func gowerCountsDistancesOverTheRange() throws {
        let here = Profile(["people": .number(40), "coast": .word("true"), "only": .number(1)])
        let there = Profile(["people": .number(20), "coast": .word("false"), "other": .word("x")])
        let ranges = Profile.ranges([here, there, Profile(["people": .number(120)])])
        #expect(ranges["people"] == 100)
        let plain = here.similarity(to: there, ranges: ranges)
        // 1 − (0.2 + 1)/2.
        #expect(plain.score.map { abs($0 - 0.4) < 1e-12 } == true)
        #expect(plain.compared == 2)
        #expect(plain.missing == ["only", "other"])
        let weighted = here.similarity(to: there, ranges: ranges, weights: ["people": 3])
        // 1 − (3 · 0.2 + 1)/4.
        #expect(weighted.score.map { abs($0 - 0.6) < 1e-12 } == true)
        #expect(Profile().similarity(to: there, ranges: ranges).score == nil)
    }

    @Test func likenessIsFromZeroToOneAndTheSameBothWays() {
        var random = SplitMix64(seed: 90)
        func profile() -> Profile {
            var values: [String: Profile.Value] = [:]
            for name in ["a", "b", "c", "d"] where random.below(4) > 0 {
                values[name] = random.below(2) == 0 ? .number(Double(random.below(10))) : .word("w\(random.below(3))")
            }
            return Profile(values)
        }
        for _ in 0..<1000 {
            let (first, second) = (profile(), profile())
            let ranges = Profile.ranges([first, second, profile()])
            let likeness = first.similarity(to: second, ranges: ranges)
            #expect(likeness.score.map { (-1e-12...1 + 1e-12).contains($0) } ?? (likeness.compared == 0))
            #expect(likeness == second.similarity(to: first, ranges: ranges))
            let own = first.similarity(to: first, ranges: ranges).score
            #expect(own == (first.values.isEmpty ? nil : 1))
        }
    }

    @Test func conditionsAreMetNotMetOrUnknown() throws {
        let data = try TerritoryCase.data("initiatives", TerritoryCase.example("initiatives"))
        let all = try #require(data["initiatives"])
        let gardens = try #require([0, 1, 2].lazy.compactMap { all[$0] }.first { $0["id"] == "school_gardens" })
        #expect([0, 1, 2].map { gardens["conditions"]?[$0]?["answer"] } == ["met", "met", "met"])
        #expect(gardens["scale"]?.double == 1.5)
        #expect(gardens["effects"]?[0]?["here"]?.double == -3000)
        let bikes = try #require([0, 1, 2].lazy.compactMap { all[$0] }.first { $0["id"] == "bike_bus" })
        #expect(bikes["conditions"]?[0]?["answer"] == "unknown")
        #expect(bikes["scale"] == .null)
        #expect(bikes["effects"]?[0]?["here"] == .null)
        #expect(all[2]?["id"] == "repair_cafe")
        #expect(all[2]?["likeness"] == .null)
    }

    @Test func theShortlistSaysWhatIsNotMet() throws {
        let text =
            "kind: initiatives\ninitiatives: {a: {context: {waste: true}, needs: [schools < 5]}}\n---\nkind: profile\nvalues: {schools: 9}\n"
        let report = try TerritoryCase.report("initiatives", text)
        let shortlist = report.sections.first { $0.title == "Shortlist" }
        #expect(shortlist?.body == .notes(["1. a (1 condition(s) not met)"]))
        let table = report.records?.rows.first
        #expect(table?[5] == .figure(Figure(1)))
    }

    @Test(arguments: Language.allCases)
    func aPageIsEightyColumnsWide(language: Language) throws {
        let report = try TerritoryCase.report("initiatives", TerritoryCase.example("initiatives"), language: language)
        let page = ReportFormat.text.renderer().render(report)
        #expect(page.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test(arguments: [
        ("needs: [‹schools about 10]", "initiative.condition"), ("needs: [‹trade > food]", "initiative.condition"),
        ("needs: [‹'x > 3 kilos']", "initiative.condition"),
        ("context: {schools: 0}, scale_by: ‹schools", "initiative.driver"),
        ("context: {density: 9 /km2}, needs: [‹density > 3 kg]", "unit.mismatch"),
        ("effect: {ghg: ‹1 000 kgCO2e}", "number.grouping"),
        ("context: {population: ‹5 kg}", "unit.mismatch"),
    ])
    func anInitiative(fields: String, code: String) throws {
        let text = "kind: initiatives\ninitiatives:\n  a: {\(fields)}\n"
        #expect(try TerritoryCase.codes(text) { _ = try TerritoryCase.report("initiatives", $0) } == [code])
    }

    @Test(arguments: [
        ("count", "0", "option.count"), ("count", "few", "option.count"), ("theme", "sea", "option.theme"),
    ])
    func anOption(name: String, value: String, code: String) throws {
        let text = "kind: initiatives\ninitiatives: {a: {theme: food}}\n"
        #expect(
            try TerritoryCase.codes(text) { _ = try TerritoryCase.report("initiatives", $0, [name: value]) } == [code])
    }
}
