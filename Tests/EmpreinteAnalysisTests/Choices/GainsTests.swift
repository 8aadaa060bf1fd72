import EmpreinteAnalysis
import EmpreinteModel
import Testing

@Suite struct GainsTests {
    private static func scales() throws -> Model {
        try ActedModel.load(
            questions: "  km: {unit: km/year, default: 1000}", ghg: "km * one",
            actions: """
                  all.half: {who: person, domain: all, effects: [{scale: {target: km, to: 50 %}}], source: src.a}
                  all.fifth: {who: person, domain: all, effects: [{scale: {target: km, to: 80 %}}], source: src.a}
                  all.tenth: {who: person, domain: all, effects: [{scale: {target: km, to: 0.9}}], source: src.a}
                """)
    }

    @Test func threeScalesByEveryMethod() throws {
        let model = try Self.scales()
        let node = try #require(model.indicators[0].total)
        let gains = try ActedEvaluator(model).gains(
            of: Person(id: "p01"), taking: ActionSet(fully: [0, 1, 2]), on: node, in: 2025)
        #expect(gains.before == 1000)
        #expect(gains.reduction == 640)
        #expect(gains.alone == [500, 200, 100])
        #expect(gains.overlap == 160)
        #expect(gains.inOrder == [500, 100, 40])
        let expected = [428.3333, 143.3333, 68.3333]
        for (gain, value) in zip(gains.shapley, expected) { #expect(abs(gain - value) < 5e-5) }
        #expect(abs(gains.shapley.reduce(0, +) - 640) < 640e-12)
        #expect(gains.standardErrors == nil)
    }

    /// Two groups that share an action, for people of 1 000 and 3 000 km: 0.4 and 0.45 of the mean, 2 500 km by weight.
    @Test func groupsOfActionsForPeople() throws {
        let model = try Self.scales()
        let node = try #require(model.indicators[0].total)
        let people = [
            Person(id: "p01", answers: [0: 1000]), Person(id: "p02", weight: 3, answers: [0: 3000]),
        ]
        let gains = try ActedEvaluator(model).gains(
            of: people, taking: [ActionSet(fully: [0, 1]), ActionSet(fully: [0, 2])], on: node, in: 2025)
        #expect(gains.actions == [0, 1])
        for (value, expected) in [
            (gains.before, 2500), (gains.after, 2500 * 0.36), (gains.alone[0], 2500 * 0.6),
            (gains.alone[1], 2500 * 0.55),
            (gains.shapley[0], 2500 * (0.6 + 0.09) / 2), (gains.last[1], 2500 * 0.04),
        ] { #expect(abs(value - expected) < 1e-9) }
    }

    @Test func theSetThatGoesFurtherCounts() {
        var set = ActionSet()
        set[0] = .init(level: 0.5, start: 2025)
        var other = ActionSet()
        other[0] = .init(start: 2030, adoption: .always(0.4))
        other[1] = .init(start: 2030)
        var (first, second) = (set, other)
        first.formUnion(other)
        second.formUnion(set)
        #expect(first.takings == second.takings && first.order == [0, 1])
        #expect(first[0] == .init(level: 0.5, start: 2025))
        first[1] = .init(start: 2027)
        second.formUnion(first)
        #expect(second[1]?.start == 2027)
    }

    @Test func everyVerbAtHalfStrength() throws {
        let model = try ActedModel.load(
            questions: """
                  km: {unit: km/year, default: 1000}
                  bus: {unit: km/year, default: 100}
                """,
            ghg: "km * one + bus * one * 10",
            actions: """
                  a.set: {who: person, domain: all, effects: [{set: {target: km, to: 200 km/year}}], source: src.a}
                  a.add: {who: person, domain: all, effects: [{add: {target: km, by: -300 km/year}}], source: src.a}
                  a.cap: {who: person, domain: all, effects: [{cap: {target: km, at: 400 km/year}}], source: src.a}
                  a.floor: {who: person, domain: all, effects: [{floor: {target: bus, at: 500 km/year}}], source: src.a}
                  a.move: {who: person, domain: all, effects: [{move: {from: km, to: bus, share: 20 %, rate: 0.5}}], source: src.a}
                """)
        func total(_ action: String) throws -> Double {
            var set = ActionSet()
            set[try #require(model.action(action))] = .init(level: 0.5, start: 2025)
            return try ActedModel.total(model, set, in: 2025)
        }
        // 1000 + 1000 before.
        #expect(try total("a.set") == 600 + 1000)
        #expect(try total("a.add") == 850 + 1000)
        #expect(try total("a.cap") == 700 + 1000)
        #expect(try total("a.floor") == 1000 + 3000)
        #expect(try total("a.move") == 900 + 10 * (100 + 50))
        // Fixed by verb: set 200; move 40 of it to bus as 20; add −300; cap 400; floor 500.
        #expect(try ActedModel.total(model, model.actions.map(\.id)) == -140 + 10 * 500)
        #expect(try ActedModel.total(model, model.actions.map(\.id).reversed()) == -140 + 10 * 500)
    }

    /// 40 % and 20 % on one option that two tables read: the mean of the products, not the product of the means.
    @Test func partsOfThePeopleSwitchOneOption() throws {
        let model = try ActedModel.load(
            questions: """
                  fuel: {options: {oil: Oil, gas: Gas, power: Power}, default: oil}
                """,
            ghg: "price[fuel] * use[fuel] * 1 km/year",
            actions: """
                  a.gas: {who: person, domain: all, effects: [{set: {target: fuel, to: gas}}], source: src.a}
                  a.power: {who: person, domain: all, effects: [{set: {target: fuel, to: power}}], source: src.a}
                """,
            factors: """
                  price: {options: {oil: 10 kgCO2e/km, gas: 5 kgCO2e/km, power: 1 kgCO2e/km}, year: 2024, source: src.a}
                  use: {options: {oil: 8, gas: 6, power: 3}, year: 2024, source: src.a}
                """)
        var set = ActionSet()
        set[0] = .init(start: 2025, adoption: .always(0.4))
        set[1] = .init(start: 2030, adoption: .always(0.2))
        // 40 % keep oil: 0.4 × 10 × 8 + 0.4 × 5 × 6 + 0.2 × 1 × 3.
        let exact = 44.6
        #expect(abs(try ActedModel.total(model, set, in: 2030) - exact) < 1e-12)
        // Before 2030, 60 % keep oil.
        #expect(abs(try ActedModel.total(model, set, in: 2025) - 60) < 1e-12)
        // The same drawn, over enough people.
        let people = (0..<20_000).map { Person(id: "p\($0)") }
        let node = try #require(model.indicators[0].total)
        let drawn = try ActedEvaluator(model).values(
            of: [node], people: people, under: [set], in: [2030], splitting: .drawn(seed: 7))
        let values = people.indices.map { drawn[0, person: $0, set: 0] }
        let mean = values.reduce(0, +) / Double(values.count)
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
        #expect(abs(mean - exact) < 4 * (variance / Double(values.count)).squareRoot())
        #expect(Set(values) == [80, 30, 3])
    }
}
