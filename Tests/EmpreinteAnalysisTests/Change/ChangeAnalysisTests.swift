import EmpreinteAnalysis
import EmpreinteModel
import Testing

@Suite struct ChangeAnalysisTests {
    private static func model(_ ghg: String) throws -> Model {
        try ActedModel.load(
            questions: """
                  km: {unit: km/year, default: 200}
                  trips: {default: 10}
                """,
            ghg: ghg,
            actions: """
                  a.less: {who: person, domain: all, effects: [{scale: {target: km, to: 105 %}}, {scale: {target: trips, to: 90 %}}], source: src.a}
                """,
            factors: """
                  rate: {years: {2025: 0.2, 2035: 0.15}, between: linear, source: src.a}
                """)
    }

    /// The products of the worked example: 200·10·0.2 → 210·9·0.15, the first two together.
    @Test func aProductIsSplitByLogarithmicMeans() throws {
        let model = try Self.model("km * trips * rate * one")
        let change = try ChangeAnalysis(
            of: Person(id: "p01"), in: ActedEvaluator(model), from: .init(year: 2025),
            to: .init(year: 2035, taken: ActionSet(fully: [0])))
        let line = try #require(change.lines.first)
        #expect(line.method == .lmdi)
        #expect(abs(line.before - 400) < 1e-9)
        #expect(abs(line.after - 283.5) < 1e-9)
        #expect(abs(line.effects[0] - (16.511297 - 35.655523)) < 1e-5)
        #expect(abs(line.effects[1] + 97.355775) < 1e-5)
        #expect(line.effects[2] == 0)
        #expect(abs(line.effects.reduce(0, +) + 116.5) < 1e-9)
    }

    @Test func anyOtherLeafIsSplitByShapley() throws {
        let model = try Self.model("km * rate * one + km * one")
        let change = try ChangeAnalysis(
            of: Person(id: "p01"), in: ActedEvaluator(model), from: .init(year: 2025),
            to: .init(year: 2035, taken: ActionSet(fully: [0])))
        let line = try #require(change.lines.first)
        #expect(line.method == .shapley)
        // Answers: half of 200 → 210 at each rate; figures: half of 0.2 → 0.15 at each distance.
        #expect(abs(line.effects[0] - (10 * 1.2 + 10 * 1.15) / 2) < 1e-9)
        #expect(abs(line.effects[1] + (200 * 0.05 + 210 * 0.05) / 2) < 1e-9)
        #expect(abs(line.effects.reduce(0, +) - (line.after - line.before)) < 1e-9)
    }

    /// A share of the people who switch is a mean: taking it for one person would be a wrong number.
    @Test func whatOnlySomeSwitchIsNotSetOut() throws {
        let model = try ActedModel.load(
            questions: "  fuel: {options: {oil: Oil, gas: Gas}, default: oil}", ghg: "price[fuel] * 1 km/year",
            actions: "  a.gas: {who: person, domain: all, effects: [{set: {target: fuel, to: gas}}], source: src.a}",
            factors: "  price: {options: {oil: 10 kgCO2e/km, gas: 5 kgCO2e/km}, year: 2024, source: src.a}")
        func effects(_ share: Double) throws -> [Double] {
            var taken = ActionSet()
            taken[0] = .init(start: 2030, adoption: .always(share))
            return try ChangeAnalysis(
                of: Person(id: "p01"), in: ActedEvaluator(model), from: .init(year: 2025, taken: taken),
                to: .init(year: 2035, taken: taken)
            ).lines.map { $0.after - $0.before }
        }
        #expect(try effects(1) == [-5])
        #expect(refusals { try effects(0.4) } == ["acted.partial -"])
    }

    @Test func anExplanationShowsWhatActionsMadeOfAnAnswer() throws {
        let model = try Self.model("km * trips * rate * one")
        var person = Person(id: "p01")
        person.taken = [0]
        let steps = try Evaluator(model).explain("leaf", for: person, acted: true)[0].steps
        let acted = try #require(steps.first { $0.id == "km" }?.acted)
        #expect(acted.before == 200)
        #expect(acted.changes.map(\.verb) == ["scale"])
        #expect(acted.changes.map(\.after) == [210])
        #expect(acted.changes[0].actions == ["a.less"])
        #expect(try Evaluator(model).explain("leaf", for: person)[0].steps.allSatisfy { $0.acted == nil })
    }
}
