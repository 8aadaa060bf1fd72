import EmpreinteGraph
import EmpreinteModel
import EmpreinteText
import TestSupport
import Testing

@testable import EmpreinteAnalysis

/// Laws of actions, each on a thousand random cases or more.
@Suite struct ActedPropertyTests {
    private static let years = [2020, 2026, 2031, 2050]

    /// One random pack, with what evaluates it.
    private struct Case {
        let pack: RandomActedPack
        let model: Model
        let evaluator: ActedEvaluator
        let node: NodeID

        init(_ sort: RandomActedPack.Sort, _ random: inout SplitMix64) throws {
            pack = RandomActedPack(sort, &random)
            model = try pack.load(shuffling: &random)
            evaluator = ActedEvaluator(model)
            node = try #require(model.indicators[0].total)
        }

        /// The totals of people under sets, one set a person.
        func totals(_ people: [Person], _ sets: [ActionSet]) throws -> [[Double]] {
            let values = try evaluator.values(
                of: [node], people: people, under: sets, paired: true, in: ActedPropertyTests.years)
            return people.indices.map { person in
                ActedPropertyTests.years.indices.map { values[0, person: person, set: 0, year: $0] }
            }
        }
    }

    private static func set(_ choices: [Choice], _ model: Model) -> ActionSet {
        ActionSet(choices, for: nil, in: model, from: 2025)
    }

    private static func bits(_ values: [[Double]]) -> [[UInt64]] { values.map { $0.map(\.bitPattern) } }

    /// Nothing chosen, chosen at level 0, by nobody, or taken back: the bits of the baseline. 60 packs, 20 people each.
    @Test func whatIsNotDoneLeavesTheBits() throws {
        var random = SplitMix64(seed: 1)
        for _ in 0..<60 {
            let one = try Case(.anything, &random)
            let people = (0..<20).map { _ in RandomActedPack.person(one.model, &random) }
            let single = Evaluator(one.model)
            let baseline = try people.map { person in
                try Self.years.map { try single.footprint(of: person, year: $0).indicators[0].total }
            }
            let sets = people.map { _ in Self.set(one.pack.choices(one.model, &random), one.model) }
            #expect(Self.bits(try one.totals(people, people.map { _ in ActionSet() })) == Self.bits(baseline))
            let nobody = sets.map { set in
                var none = ActionSet()
                for action in set.order {
                    let level = Double(random.below(2))
                    none[action] = .init(level: level, start: 2020, adoption: .always(1 - level))
                }
                return none
            }
            #expect(Self.bits(try one.totals(people, nobody)) == Self.bits(baseline))
            let back = sets.map { set in
                var back = set
                for action in set.order { back[action] = nil }
                return back
            }
            #expect(Self.bits(try one.totals(people, back)) == Self.bits(baseline))
        }
    }

    /// The order of choices and of files does not matter, nor does choosing twice. 50 packs, 20 people each.
    @Test func orderDoesNotMatter() throws {
        var random = SplitMix64(seed: 2)
        for _ in 0..<50 {
            let one = try Case(.anything, &random)
            let other = try one.pack.load(shuffling: &random)
            let second = ActedEvaluator(other)
            let people = (0..<20).map { _ in RandomActedPack.person(one.model, &random) }
            let choices = people.map { _ in one.pack.choices(one.model, &random) }
            let totals = try one.totals(people, choices.map { Self.set($0, one.model) })
            let again = try one.totals(
                people, choices.map { Self.set(($0 + $0.shuffled(using: &random)), one.model) })
            #expect(Self.bits(again) == Self.bits(totals))
            let renamed = choices.map { choices in
                choices.map { choice -> Choice in
                    var choice = choice
                    choice.action = other.action(one.model.actions[choice.action].id) ?? 0
                    return choice
                }
            }
            let node = try #require(other.indicators[0].total)
            let values = try second.values(
                of: [node], people: people, under: renamed.map { Self.set($0, other) }, paired: true, in: Self.years)
            for person in people.indices {
                for year in Self.years.indices {
                    #expect(
                        values[0, person: person, set: 0, year: year].bitPattern == totals[person][year].bitPattern)
                }
            }
        }
    }

    /// More level, an earlier start, more adoption: never more. 60 packs, 20 people each.
    @Test func reductionsNeverRaise() throws {
        var random = SplitMix64(seed: 3)
        for _ in 0..<60 {
            let one = try Case(.reductions, &random)
            let people = (0..<20).map { _ in RandomActedPack.person(one.model, &random) }
            var weak: [ActionSet] = []
            var strong: [ActionSet] = []
            for _ in people {
                let choices = one.pack.choices(one.model, &random)
                weak.append(Self.set(choices, one.model))
                var more = Self.set(choices, one.model)
                let action = random.choose(more.order)
                guard var taking = more[action] else { continue }
                switch random.below(3) {
                case 0: taking.level = min(1, taking.level * 1.5)
                case 1: taking.start -= random.below(6)
                default: taking.adoption = .always(min(1, taking.adoption.value(in: 2030) * 1.3))
                }
                more[action] = taking
                strong.append(more)
            }
            for (less, more) in zip(try one.totals(people, weak), try one.totals(people, strong)) {
                for (less, more) in zip(less, more) { #expect(more <= less + 1e-9 * max(less, 1)) }
            }
        }
    }

    /// What is moved one for one is neither lost nor found. 60 packs, 20 people each.
    @Test func movesConserve() throws {
        var random = SplitMix64(seed: 4)
        for _ in 0..<60 {
            let one = try Case(.moves, &random)
            let people = (0..<20).map { _ -> Person in
                var person = RandomActedPack.person(one.model, &random)
                // An unanswered question would follow the other it reads.
                person.answers[one.model.inputs.firstIndex { $0.id == "q1" } ?? 0] = 100
                return person
            }
            let sets = people.map { _ in Self.set(one.pack.choices(one.model, &random), one.model) }
            let before = try one.totals(people, people.map { _ in ActionSet() })
            for (before, after) in zip(before, try one.totals(people, sets)) {
                for (before, after) in zip(before, after) { #expect(abs(after - before) <= 1e-12 * max(before, 1)) }
            }
        }
    }

    /// Strengths and shares are from 0 to 1, whatever the years and the choices. 40 packs, 30 choices, 6 actions.
    @Test func strengthsAreShares() throws {
        var random = SplitMix64(seed: 5)
        for _ in 0..<40 {
            let one = try Case(.anything, &random)
            let acted = ActedGraph(one.model)
            var interpreter = Interpreter()
            for _ in 0..<30 {
                let person = RandomActedPack.person(one.model, &random)
                var slots = one.model.slots(for: person, year: 2020 + random.below(31))
                for choice in one.pack.choices(one.model, &random) {
                    let own = one.model.actions[choice.action].slots
                    slots[own.level] = choice.level
                    slots[own.start] = Double(choice.start ?? 2025)
                    slots[own.adoption] = choice.adoption.value(in: 2030)
                }
                interpreter.run(acted.graph, inputs: slots)
                for node in (acted.strengths + acted.shares).compactMap({ $0 }) {
                    #expect((0...1).contains(interpreter.values[node.index]))
                }
                for group in acted.splits {
                    let sum = group.compactMap { acted.shares[$0] }.reduce(0) { $0 + interpreter.values[$1.index] }
                    #expect(sum <= 1 + 1e-12)
                }
            }
        }
    }

    /// A person followed alone, beside others or as part of a crowd has the same bits. 40 packs, 30 people each.
    @Test func companyDoesNotMatter() throws {
        var random = SplitMix64(seed: 6)
        for _ in 0..<40 {
            let pack = RandomActedPack(.anything, &random)
            let plan = pack.ids.filter { _ in random.below(2) == 0 }.map {
                "{action: \($0), start: \(2020 + random.below(15)), adoption: \(1 + random.below(100)) %}"
            }
            let scenarios = """

                ---
                kind: scenarios
                scenarios:
                  some: {label: Some, plan: [\(plan.joined(separator: ", "))], source: src.a}
                  more: {label: More, extends: some, plan: [], source: src.a}
                """
            let model = try pack.load(scenarios: scenarios, shuffling: &random)
            let people = (0..<30).map { index -> Person in
                var person = RandomActedPack.person(model, &random)
                person.id = "p\(index)"
                return person
            }
            let request = try Analysis.trajectory.checked(
                .init(model, options: ["scenario": "some,more", "to": "2029"]))
            for isCrowd in [false, true] {
                func ways(_ parts: [[Person]]) throws -> [String: [UInt64]] {
                    var ways: [String: [UInt64]] = [:]
                    for part in parts {
                        var run = try TrajectoryRun(request, isCrowd: isCrowd)
                        try run.add(part) { course, trajectory in
                            let key = "\(trajectory.id ?? "") \(course.scenario ?? -1)"
                            ways[key] = trajectory[0].map(\.bitPattern)
                        }
                    }
                    return ways
                }
                let together = try ways([people])
                #expect(together.count == 60)
                #expect(try ways([people.shuffled(using: &random)]) == together)
                #expect(try ways([[people[0]], [people[1]], Array(people[2...])]) == together)
                // A scenario that extends another with an empty plan is that scenario.
                for person in people { #expect(together["\(person.id) 0"] == together["\(person.id) 1"]) }
            }
        }
    }
}
