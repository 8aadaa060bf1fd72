import EmpreinteAnalysis
import EmpreinteModel
import EmpreinteText
import TestSupport
import Testing

@Suite struct AdviceTests {
    private static let actions = """
          a.half: {who: person, domain: all, effects: [{scale: {target: x0, to: 50 %}}], cost: {upfront: 100 EUR, yearly: 40 EUR/year, lifetime: 10 year}, effort: 2, source: src.a}
          a.fifth: {who: person, domain: all, effects: [{scale: {target: x0, to: 80 %}}], requires: [a.half], source: src.a}
          a.less: {who: household, domain: all, effects: [{scale: {target: x4, to: 50 %}}], cost: {upfront: 0 EUR, yearly: "-20 EUR/year"}, effort: 9, source: src.a}
          a.none: {who: household, domain: all, effects: [{scale: {target: x4, to: 10 %}}], supersedes: [a.less], cost: {upfront: 300 EUR}, source: src.a}
          a.other: {who: person, domain: all, effects: [{scale: {target: x0, to: 90 %}}], excludes: [a.half], source: src.a}
          a.pledge: {who: person, domain: all, effects: none, reason: no published effect}
          a.rich: {who: person, domain: all, applies_if: x0 > 5000 km/year, effects: [{scale: {target: x0, to: 90 %}}], source: src.a}
          a.roads: {who: public, domain: all, effects: [{scale: {target: roads, to: 50 %}}], source: src.a}
        """

    private static func advised(_ taken: [String] = []) throws -> (Model, PersonalAdvice) {
        let model = try AdvicePack.load(actions: actions)
        let person = Person(id: "p01", taken: taken.compactMap { model.action($0) })
        return (model, try Advisor(model).advice(to: [person])[0])
    }

    @Test func eachActionStandsSomewhere() throws {
        let (model, advice) = try Self.advised()
        #expect(
            advice.actions.map(\.standing) == [
                .open, .locked(needs: [0]), .open, .open, .open, .notQuantified, .notApplicable, .open,
            ])
        #expect(advice.actions[0].unlocks == [1])
        #expect(advice.actions[0].after == 500)
        // Half of 300 km × 3 kg, shared by two.
        #expect(advice.actions[2].after == 225)
        #expect(advice.open(own: false, in: model).map(\.action) == [7])
        #expect(advice.actions[7].after == 35)
        #expect(advice.actions[5].after == nil)
    }

    @Test func gainsComeAfterWhatIsTaken() throws {
        let (_, advice) = try Self.advised(["a.half", "a.none"])
        #expect(advice.before - advice.after == 500 + 405)
        #expect(advice.actions[1].standing == .open)
        #expect(advice.actions[1].alone == 200)
        #expect(advice.actions[1].after == 100)
        #expect(advice.actions[2].standing == .superseded(by: 3))
        #expect(advice.actions[4].standing == .excluded(by: [0]))
    }

    /// A household pays together: each bears a share.
    @Test func costsByYear() throws {
        let (_, advice) = try Self.advised()
        #expect(advice.actions[0].cost?.net == 50)
        #expect(advice.actions[2].cost?.net == -10)
        #expect(advice.actions[3].cost?.upfront == 150)
        #expect(advice.actions[3].cost?.net == nil)
        #expect(advice.actions[4].cost == nil)
    }

    /// What a household pays each year is read on its answers, undivided.
    @Test func theCostOfAHouseholdIsReadUndivided() throws {
        let model = try AdvicePack.load(
            actions: """
                  a.less: {who: household, domain: all, effects: [{scale: {target: x4, to: 50 %}}], cost: {upfront: 0 EUR, yearly: x4 * 1 EUR/km}, source: src.a}
                """)
        let advice = try Advisor(model).advice(to: [Person(id: "p01")])[0]
        #expect(advice.actions[0].cost?.net == 150)
    }

    @Test func rankings() throws {
        let (model, advice) = try Self.advised()
        let open = advice.open(own: true, in: model)
        func ids(_ actions: [PersonalAdvice.Advised]) -> [String] { actions.map { model.actions[$0.action].id } }
        #expect(ids(AdviceRanking(open, by: .gain, in: model).ranked) == ["a.half", "a.none", "a.less", "a.other"])
        let effort = AdviceRanking(open, by: .gainPerEffort, in: model)
        #expect(ids(effort.ranked) == ["a.half", "a.less"])
        #expect(ids(effort.unknown) == ["a.none", "a.other"])
        let money = AdviceRanking(open, by: .gainPerEuro, in: model)
        #expect(ids(money.paying) == ["a.less"])
        #expect(ids(money.ranked) == ["a.half"])
        #expect(ids(money.unknown) == ["a.none", "a.other"])
    }

    /// Of those that pay for themselves, none stands before one that saves more of both.
    @Test func payingActionsStandByTheirFront() throws {
        var random = SplitMix64(seed: 6)
        for _ in 0..<100 {
            let model = try AdvicePack.random(8, .scales, using: &random)
            let advice = try Advisor(model).advice(to: [AdvicePack.person(model, using: &random)])[0]
            let paying = AdviceRanking(advice.open(own: true, in: model), by: .gainPerEuro, in: model).paying
            for (place, one) in paying.enumerated() {
                for later in paying[(place + 1)...] {
                    let gain = (one.after ?? 0, later.after ?? 0)
                    let cost = (one.cost?.net ?? 0, later.cost?.net ?? 0)
                    #expect(!(gain.1 > gain.0 && cost.1 < cost.0))
                }
            }
        }
    }

    @Test(arguments: [
        (["a.half", "a.other"], ["choice.excluded -"]), (["a.fifth"], ["choice.requires -"]),
        (["a.rich"], ["choice.not_applicable -"]), (["a.half", "a.fifth", "a.pledge"], []),
    ])
    func whatCannotBeTakenIsRefused(_ taken: [String], _ codes: [String]) throws {
        #expect(refusals { try Self.advised(taken) } == codes)
    }

    @Test func theFailingConditionIsSaid() throws {
        do {
            _ = try Self.advised(["a.rich"])
            Issue.record("the action does not apply")
        } catch let error as CompilationError {
            #expect(error.description.contains("p01: 'a.rich' does not apply: it needs x0 > 5000 km/year"))
        }
    }

    @Test func theCurveAddsUp() throws {
        let model = try AdvicePack.load(actions: Self.actions)
        let advisor = try Advisor(model)
        let advice = try advisor.advice(to: [Person(id: "p01")])[0]
        let curve = try advisor.costCurve(for: advice)
        #expect(curve.steps.map(\.action) == [2, 0])
        #expect(curve.steps.map(\.gain) == [225, 500])
        #expect(curve.steps.map(\.cumulative) == [225, 725])
        #expect(curve.steps.map(\.price) == [nil, 0.1])
        #expect(curve.leftOut.sorted() == [3, 4])
    }

    @Test func aCrowdIsTheMeanOfItsPeople() throws {
        var random = SplitMix64(seed: 7)
        for _ in 0..<10 {
            let model = try AdvicePack.random(6, .any, using: &random)
            let advisor = try Advisor(model)
            let sets = AdvicePack.compatibleSets(model, Array(model.actions.indices))
            let people = (0..<100).map { place in
                var person = AdvicePack.person(model, using: &random)
                person.id = "p\(place)"
                if random.below(2) == 0 { person.taken = random.choose(sets) }
                return person
            }
            var single = GroupAdvice(model)
            for advice in try advisor.advice(to: people) { single.add(advice) }
            var crowd = GroupAdvice(model)
            try advisor.add(people, to: &crowd)
            #expect(single.people == crowd.people && single.weight == crowd.weight)
            #expect(abs(single.meanBefore - crowd.meanBefore) <= 1e-9 * abs(single.meanBefore))
            #expect(abs(single.meanAfter - crowd.meanAfter) <= 1e-9 * abs(single.meanBefore))
            let (one, other) = (
                single.next.sorted { $0.action < $1.action }, crowd.next.sorted { $0.action < $1.action }
            )
            #expect(one.map(\.action) == other.map(\.action) && one.map(\.people) == other.map(\.people))
            for (one, other) in zip(one, other) { #expect(abs(one.sum - other.sum) <= 1e-9 * single.weight * 1000) }
        }
    }

    @Test(arguments: [
        (["indicator": "gas"], "indicator.unknown -"), (["count": "0"], "option.count -"),
        (["target": "two tonnes"], "option.target -"), (["target": "2 km"], "option.target -"),
        (["respend": "nothing"], "respend.unknown -"), (["respend": "roads"], "respend.unit -"),
        (["by": "size"], "option.word -"),
    ])
    func wrongOptionsAreRefused(_ options: [String: String], _ code: String) throws {
        let model = try AdvicePack.load(actions: Self.actions)
        #expect(refusals { try Analysis.actions.run(.init(model, options: options)) } == [code])
    }

    /// 40 EUR a year saved, of 0.5 kg each.
    @Test func savedMoneyIsSpentElsewhere() throws {
        let model = try AdvicePack.load(
            actions: """
                  a.half: {who: person, domain: all, effects: [{scale: {target: x0, to: 50 %}}], source: src.a}
                """,
            more: """
                  trips: {gives: {money: x0 * 0.08 EUR/km}}
                ---
                kind: factors
                factors: {spending: {value: 0.5 kgCO2e/EUR, year: 2024, source: src.a}}
                ---
                kind: categories
                categories: {bills: {contains: [trips]}}
                """)
        let person = Person(id: "p01", taken: [0])
        let report = try Analysis.actions.run(.init(model, people: [person], options: ["respend": "spending"]))
        let people = try #require(report.data.first { $0.key == "people" }?.value)
        #expect(people[0]?["respending"]?["emitted"]?.double == 20)
    }
}
