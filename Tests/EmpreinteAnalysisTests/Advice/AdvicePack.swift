import EmpreinteAnalysis
import EmpreinteModel
import TestSupport

/// Packs with random actions, small enough to try every set.
enum AdvicePack {
    /// What actions do.
    enum Verbs {
        case any
        /// Every action lowers something, by a share of what is left.
        case scales
    }

    /// A pack of three leaves and a common part of 70 kg, with as many random actions of persons and households, then
    /// one that changes nothing and one of the public authority that switches 30 % of the people.
    static func random(_ count: Int, _ verbs: Verbs, using random: inout SplitMix64) throws -> Model {
        let actions = (0..<count).map { action(at: $0, verbs, using: &random) }.joined(separator: "\n")
        return try load(
            actions: """
                \(actions)
                  a.idle: {who: person, domain: all, effects: [{scale: {target: idle, to: 50 %}}], source: src.a}
                  a.public: {who: public, domain: all, effects: [{set: {target: fuel, to: none}, adoption: 30 %}, {scale: {target: roads, to: 90 %}}], source: src.a}
                """)
    }

    static func load(actions: String, more: String = "") throws -> Model {
        try SmallModel.load(
            """
            kind: pack
            id: advised
            version: 1.0.0
            language: en
            currency: EUR
            years: {from: 2020, to: 2050, reference: 2025}
            ---
            kind: sources
            sources: {src.a: {title: A}}
            ---
            kind: factors
            factors:
              one: {value: 1 kgCO2e/km, year: 2024, source: src.a}
              roads: {value: 70 kgCO2e/year, year: 2024, source: src.a}
              fuel.ghg: {options: {oil: 3 kgCO2e/km, gas: 2 kgCO2e/km, none: 0.5 kgCO2e/km}, year: 2024, source: src.a}
            ---
            kind: questions
            questions:
              household.size: {unit: person, range: [1, 9], default: 2}
              x0: {unit: km/year, default: 1000}
              x1: {unit: km/year, default: 400}
              x2: {unit: km/year, default: 800}
              x3: {default: 3}
              x4: {unit: km/year, default: 300, per: household}
              idle: {unit: km/year, default: 10}
              fuel: {options: {oil: Oil, gas: Gas, none: None}, default: oil}
            ---
            kind: formulas
            formulas:
              a: {gives: {ghg: x0 * one + x1 * one * 2}}
              b: {gives: {ghg: x2 * (1 + x3) * one / 2}}
              c: {gives: {ghg: "x4 * fuel.ghg[fuel]"}}
              nothing: {value: idle * one}
              commons: {gives: {ghg: roads}}
            \(more)
            ---
            kind: categories
            categories: {all: {contains: [a, b, c]}, common: {contains: [commons], acts: public}}
            ---
            kind: actions
            actions:
            \(actions)
            """)
    }

    private static func action(at place: Int, _ verbs: Verbs, using random: inout SplitMix64) -> String {
        let targets = ["x0", "x1", "x2", "x3", "x4"]
        let target = random.choose(targets)
        let unit = target == "x3" ? "" : " km/year"
        let share = 10 + random.below(80)
        let effect: String
        switch verbs == .scales ? 0 : random.below(7) {
        case 0, 1: effect = "{scale: {target: \(target), to: \(share) %}}"
        case 2: effect = "{cap: {target: \(target), at: \(share * 5)\(unit)}}"
        case 3: effect = "{add: {target: \(target), by: -\(share)\(unit)}}"
        case 4: effect = "{set: {target: \(target), to: \(share * 4)\(unit)}}"
        case 5: effect = "{move: {from: x0, to: x1, share: \(share) %, rate: 0.3}}"
        default: effect = "{set: {target: fuel, to: \(random.choose(["gas", "none"]))}}"
        }
        var fields = "effects: [\(effect)]"
        if place > 0, random.below(3) == 0 { fields += ", excludes: [a.n\(random.below(place))]" }
        if place > 0, verbs == .any, random.below(5) == 0 { fields += ", requires: [a.n\(random.below(place))]" }
        if place > 0, verbs == .any, random.below(5) == 0 { fields += ", supersedes: [a.n\(random.below(place))]" }
        let who = random.below(2) == 0 ? "person" : "household"
        let cost = "cost: {upfront: 0 EUR, yearly: \(random.below(30) - 5) EUR/year}"
        return
            "  a.n\(place): {who: \(who), domain: all, \(fields), \(cost), effort: \(1 + random.below(9)), source: src.a}"
    }

    /// A person with random answers.
    static func person(_ model: Model, using random: inout SplitMix64) -> Person {
        var person = Person(id: "p\(random.below(1000))", weight: Double(1 + random.below(3)))
        for (index, input) in model.inputs.enumerated() where random.below(2) == 0 {
            switch input.kind {
            case .number(_, let range): person.answers[index] = Double(1 + random.below(range == nil ? 1500 : 8))
            case .option(let codes, _): person.answers[index] = Double(random.below(codes.count))
            case .flag: person.answers[index] = Double(random.below(2))
            }
        }
        return person
    }

    /// Every set of some actions that go together and have what they need.
    static func compatibleSets(_ model: Model, _ actions: [Int]) -> [[Int]] {
        let check = ChoiceCheck(model)
        return (0..<1 << actions.count).map { mask in
            actions.indices.filter { mask >> $0 & 1 == 1 }.map { actions[$0] }
        }.filter { check.problems(of: ActionSet(fully: $0)).isEmpty }
    }

    /// The positions of the persons' and households' actions, those that change nothing included.
    static func own(_ model: Model) -> [Int] {
        model.actions.indices.filter { !model.actions[$0].actor.changesFigures }
    }
}
