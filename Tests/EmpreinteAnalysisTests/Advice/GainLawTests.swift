import EmpreinteAnalysis
import EmpreinteModel
import TestSupport
import Testing

@Suite struct GainLawTests {
    /// 40 packs, 25 people and sets each.
    @Test func gainsAddUpAndIdleActionsBringNothing() throws {
        var random = SplitMix64(seed: 1)
        for _ in 0..<40 {
            let model = try AdvicePack.random(5, .any, using: &random)
            let evaluator = ActedEvaluator(model)
            let total = try #require(model.indicators[0].total)
            let idle = try #require(model.action("a.idle"))
            let common = try #require(model.category("common").flatMap { model.categories[$0].totals[0] })
            let sets = AdvicePack.compatibleSets(model, AdvicePack.own(model)).filter { $0.contains(idle) }
            for _ in 0..<25 {
                let person = AdvicePack.person(model, using: &random)
                let set = random.choose(sets)
                let gains = try evaluator.gains(of: person, taking: ActionSet(fully: set), on: total, in: 2025)
                let scale = max(gains.before.magnitude, gains.after.magnitude)
                #expect(abs(gains.inOrder.reduce(0, +) - gains.reduction) <= 1e-12 * scale)
                #expect(abs(gains.shapley.reduce(0, +) - gains.reduction) <= 1e-12 * scale)
                let place = try #require(gains.actions.firstIndex(of: idle))
                #expect(gains.shapley[place] == 0 && gains.alone[place] == 0 && gains.last[place] == 0)
                let values = try evaluator.values(
                    of: [common], people: [person], under: [ActionSet(), ActionSet(fully: set)], in: [2025])
                #expect(values[0, person: 0, set: 0] == values[0, person: 0, set: 1])
            }
        }
    }

    @Test func twoActionsAlikeShareAlike() throws {
        var random = SplitMix64(seed: 2)
        for _ in 0..<50 {
            let share = 10 + random.below(80)
            let others = (0..<3).map { place in
                "  a.o\(place): {who: person, domain: all, effects: [{scale: {target: x\(random.below(4)), to: \(10 + random.below(80)) %}}], source: src.a}"
            }
            let twins = ["a.a", "a.z"].map {
                "  \($0): {who: person, domain: all, effects: [{scale: {target: x\(share % 4), to: \(share) %}}], source: src.a}"
            }
            let model = try AdvicePack.load(actions: (others + twins).joined(separator: "\n"))
            let total = try #require(model.indicators[0].total)
            let evaluator = ActedEvaluator(model)
            for _ in 0..<20 {
                let gains = try evaluator.gains(
                    of: AdvicePack.person(model, using: &random), taking: ActionSet(fully: Array(0..<5)), on: total,
                    in: 2025)
                #expect(abs(gains.shapley[3] - gains.shapley[4]) <= 1e-12 * gains.before)
                #expect(gains.alone[3] == gains.alone[4])
            }
        }
    }

    /// A set whose parts split the people only sometimes gives what each part gives by itself.
    @Test func partsThatSplitThePeople() throws {
        var random = SplitMix64(seed: 3)
        for _ in 0..<10 {
            let model = try AdvicePack.random(4, .any, using: &random)
            let evaluator = ActedEvaluator(model)
            let total = try #require(model.indicators[0].total)
            let person = AdvicePack.person(model, using: &random)
            let taken = random.choose(
                AdvicePack.compatibleSets(model, Array(model.actions.indices)).filter { $0.count > 1 })
            let gains = try evaluator.gains(of: person, taking: ActionSet(fully: taken), on: total, in: 2025)
            for (place, action) in taken.enumerated() {
                func value(_ set: [Int]) throws -> Double {
                    try evaluator.values(of: [total], people: [person], under: [ActionSet(fully: set)], in: [2025])[
                        0, person: 0, set: 0]
                }
                #expect(abs(gains.alone[place] - (try value([]) - value([action]))) <= 1e-12 * gains.before)
                let rest = try value(taken.filter { $0 != action }) - value(taken)
                #expect(abs(gains.last[place] - rest) <= 1e-12 * gains.before)
            }
        }
    }
}
