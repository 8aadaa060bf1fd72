import EmpreinteAnalysis
import EmpreinteModel
import TestSupport
import Testing

/// Searches against every set tried one by one.
@Suite struct SearchTests {
    private static func values(_ evaluator: ActedEvaluator, _ person: Person, _ sets: [[Int]]) throws -> [Double] {
        let total = try #require(evaluator.model.indicators[0].total)
        let values = try evaluator.values(
            of: [total], people: [person], under: sets.map { ActionSet(fully: $0) }, in: [2025])
        return sets.indices.map { values[0, person: 0, set: $0] }
    }

    @Test func theFloorsAreTheLowestOfAllSets() throws {
        var random = SplitMix64(seed: 4)
        for _ in 0..<50 {
            let model = try AdvicePack.random(4, .any, using: &random)
            let advisor = try Advisor(model)
            let evaluator = ActedEvaluator(model)
            let own = AdvicePack.compatibleSets(model, AdvicePack.own(model))
            let all = AdvicePack.compatibleSets(model, Array(model.actions.indices))
            for _ in 0..<20 {
                let person = AdvicePack.person(model, using: &random)
                let floors = try advisor.floors(of: person)
                let ownValues = try Self.values(evaluator, person, own)
                let scale = max(ownValues[0].magnitude, 1)
                #expect(floors.personal.isExact && floors.all.isExact)
                #expect(abs(floors.personal.value - (ownValues.min() ?? .nan)) <= 1e-9 * scale)
                let allValues = try Self.values(evaluator, person, all)
                #expect(abs(floors.all.value - (allValues.min() ?? .nan)) <= 1e-9 * scale)
                #expect(own.contains(floors.personal.actions))
                #expect(floors.common == 70)
                let isLess = floors.all.actions.contains { model.actions[$0].id == "a.public" }
                #expect(floors.commonAfter == (isLess ? 63 : 70))
            }
        }
    }

    @Test func theCheapestSetIsTheCheapestOfAllSets() throws {
        var random = SplitMix64(seed: 5)
        for round in 0..<50 {
            let verbs: AdvicePack.Verbs = round.isMultiple(of: 2) ? .any : .scales
            let model = try AdvicePack.random(4, verbs, using: &random)
            let advisor = try Advisor(model)
            let evaluator = ActedEvaluator(model)
            for _ in 0..<20 {
                var person = AdvicePack.person(model, using: &random)
                let own = AdvicePack.own(model).filter { model.actions[$0].cost != nil }
                let sets = AdvicePack.compatibleSets(model, own)
                if random.below(2) == 0, let first = sets.first(where: { $0.count == 1 }) { person.taken = first }
                let advice = try advisor.advice(to: [person])[0]
                let key = random.choose(AdviceKey.allCases)
                func price(_ action: Int) -> Double {
                    switch key {
                    case .gain: 1
                    case .gainPerEffort: model.actions[action].effort ?? .nan
                    case .gainPerEuro: advice.actions[action].cost?.net ?? .nan
                    }
                }
                // The sets that hold what is taken, none of it turned off.
                let possible = sets.filter { set in
                    person.taken.allSatisfy(set.contains)
                        && !set.contains { action in
                            person.taken.contains { model.actions[$0].supersedes.contains(action) }
                        }
                }
                let values = try Self.values(evaluator, person, possible)
                let low = values.min() ?? 0
                let target = low + Double(random.below(100)) / 100 * (advice.after - low)
                func cost(_ set: [Int]) -> Double {
                    set.filter { !person.taken.contains($0) }.reduce(0) { $0 + price($1) }
                }
                let least = zip(possible, values).filter { $0.1 <= target }.map { cost($0.0) }.min()
                let exact = try advisor.cheapest(to: target, for: advice, by: key)
                let greedy = try advisor.cheapest(to: target, for: advice, by: key, exactUpTo: 0)
                #expect(exact.isExact && exact.isReached == (least != nil))
                guard let least else { continue }
                #expect(abs(exact.cost - least) <= 1e-9)
                #expect(exact.gap == 0)
                let isPossible = possible.contains { Set($0) == Set(person.taken + exact.actions) }
                #expect(isPossible)
                guard greedy.isReached else { continue }
                #expect(greedy.cost >= least - 1e-9)
                // What scales never makes another scale stronger: then the gap is a bound.
                if verbs == .scales {
                    #expect(greedy.cost - (greedy.gap ?? .infinity) <= least + 1e-9)
                }
            }
        }
    }

    /// Every set of a large group is not looked at; the floor is still the lowest where each action only lowers.
    @Test func aLargeGroupIsSearchedStepByStep() throws {
        let actions = (0..<18).map {
            "  a.n\($0): {who: person, domain: all, effects: [{scale: {target: x0, to: \(50 + $0) %}}], source: src.a}"
        }
        let model = try AdvicePack.load(actions: actions.joined(separator: "\n"))
        let floors = try Advisor(model).floors(of: Person(id: "p01"))
        #expect(!floors.personal.isExact)
        #expect(floors.personal.actions == Array(0..<18))
    }
}
