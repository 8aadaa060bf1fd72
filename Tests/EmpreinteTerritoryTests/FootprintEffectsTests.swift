import Empreinte
import EmpreinteText
import Testing

/// Claims of people who take actions of a pack, which says what that brings.
@Suite struct FootprintEffectsTests {
    /// One person drives 2 000 km, 1 000 kg a year.
    private static let pack = """
        kind: pack
        id: small
        version: 1.0.0
        language: en
        years: {from: 2020, to: 2050, reference: 2025}
        ---
        kind: sources
        sources: {src: {title: Example}}
        ---
        kind: factors
        factors: {car.ghg: {value: 0.5 kgCO2e/km, year: 2024, source: src}}
        ---
        kind: questions
        questions: {car.km: {unit: km/year, range: [0, 50000], default: 2000, source: src, year: 2024}}
        ---
        kind: formulas
        formulas: {car: {gives: {ghg: car.km * car.ghg}}}
        ---
        kind: categories
        categories: {mobility: {contains: [car]}}
        ---
        kind: actions
        actions:
          half: {who: person, domain: mobility, levels: {some: 0.5}, effects: [{scale: {target: car.km, to: 50 %}}], source: src}
          fifth: {who: person, domain: mobility, effects: [{scale: {target: car.km, to: 80 %}}], source: src}
          tenth: {who: person, domain: mobility, effects: [{scale: {target: car.km, to: 90 %}}], source: src}
          none: {who: person, domain: mobility, excludes: [half], effects: [{scale: {target: car.km, to: 0 %}}], source: src}
          far: {who: person, domain: mobility, applies_if: car.km > 5000 km/year, effects: [{scale: {target: car.km, to: 80 %}}], source: src}
          talk: {who: person, domain: mobility, effects: none, reason: no published effect, source: src}
        ---
        kind: territory
        id: here
        population: {2024: 20000}
        sources: {population: src}

        """

    private static func data(_ claims: [String], _ options: [String: String] = [:]) throws -> JSON {
        let engine = try Engine(files: MemoryFiles(["small/pack.yaml": pack]))
        var request = Analysis.Request(try engine.model("small"), options: options)
        var text = "kind: coalitions\nmembers: {m: {kind: firm}}\ncoalitions:\n"
        for (index, claim) in claims.enumerated() {
            text += "  c\(index): {objective: less, members: [m], claims: [{start: 2025, \(claim)}]}\n"
        }
        _ = try engine.read([("a.yaml", Array(text.utf8))], into: &request)
        return .object(try engine.run("coalitions", request).data)
    }

    private static func problems(_ claims: [String]) throws -> [String] {
        do {
            _ = try data(claims)
            return []
        } catch let error as CompilationError { return error.diagnostics.map(\.code) }
    }

    private func isNear(_ value: JSON?, _ wanted: Double) -> Bool {
        value?.double.map { abs($0 - wanted) <= 1e-9 * max(1, abs(wanted)) } ?? false
    }

    @Test func actionsOfOneGroupAreComputedTogether() throws {
        let people = "account: m/people, people: 100"
        let data = try Self.data(["\(people), action: half", "\(people), action: fifth", "\(people), action: tenth"])
        let total = data["totals"]?[0]
        // A hundred times 500, 200 and 100 kg alone, and 1 000 × (1 − 0.5 × 0.8 × 0.9) together.
        #expect(total?["footprint"] == true)
        #expect(isNear(total?["gross"], 80_000))
        #expect(isNear(total?["net"], 64_000))
        #expect(isNear(total?["overlap"], 16_000))
        for (id, part) in [("c0", 428.0 + 1 / 3.0), ("c1", 143.0 + 1 / 3.0), ("c2", 68.0 + 1 / 3.0)] {
            #expect(isNear(total?["credit"]?[id], 100 * part))
        }
        let equal = try Self.data(
            ["\(people), action: half", "\(people), action: fifth", "\(people), action: tenth"], ["credit": "equal"])
        #expect(isNear(equal["totals"]?[0]?["credit"]?["c2"], 64_000 / 3))
    }

    @Test func oneActionCountsOnceAtTheHighestAdoption() throws {
        let people = "account: m/people, people: 100, action: half"
        let data = try Self.data(["\(people), adoption: 20 %", "\(people), adoption: 50 %"])
        let total = data["totals"]?[0]
        #expect(isNear(total?["gross"], 10_000 + 25_000))
        #expect(isNear(total?["net"], 25_000))
        #expect(isNear(total?["credit"]?["c0"], 5_000))
        #expect(isNear(total?["credit"]?["c1"], 20_000))
    }

    @Test func aShareOfTheTerritoryAndALevelAreMeant() throws {
        let data = try Self.data(["account: m/people, people: 10 %, action: half, level: some"])
        // Two thousand people, each a quarter less.
        #expect(isNear(data["totals"]?[0]?["net"], 2000 * 250))
        #expect(data["claims"]?[0]?["people"]?.double == 2000)
    }

    @Test func footprintsAndInventoriesAreNotAdded() throws {
        let data = try Self.data([
            "account: m/people, people: 100, action: half", "account: m/site, base: 900 kgCO2e/year, reduce: 10 %",
        ])
        #expect(isNear(data["totals"]?[0]?["net"], 50_000) && data["totals"]?[0]?["footprint"] == true)
        #expect(isNear(data["totals"]?[1]?["net"], 90) && data["totals"]?[1]?["footprint"] == false)
    }

    @Test(arguments: [
        (["people: 100, action: halves"], "action.unknown"), (["people: 100"], "action.unknown"),
        (["people: 0, action: half"], "claim.people"), (["people: 3 kg, action: half"], "claim.people"),
        (["people: 120 %, action: half"], "claim.people"), (["people: 3, action: half, level: most"], "action.level"),
        (["people: 3, action: half, adoption: 120 %"], "claim.adoption"),
        (["people: 3, action: half, base: 3 kgCO2e/year"], "claim.amount"), (["action: half"], "claim.amount"),
        (["people: 3, action: talk"], "claim.unquantified"), (["people: 3, action: far"], "claim.applies"),
        (["people: 3, action: half", "people: 4, action: fifth"], "account.base"),
        (["people: 3, action: half", "people: 3, action: none"], "claim.together"),
    ])
    func whatIsWrongIsRefused(claims: [String], code: String) throws {
        #expect(try Self.problems(claims.map { "account: m/people, \($0)" }) == [code])
    }
}
