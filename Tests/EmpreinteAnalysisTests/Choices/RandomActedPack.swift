import EmpreinteAnalysis
import EmpreinteModel
import TestSupport

/// Small packs with random questions and actions, and random choices among the actions.
struct RandomActedPack {
    /// What the actions may do.
    enum Sort {
        case anything
        /// Only what takes away, and never two actions that share one thing.
        case reductions
        /// Only moves, one for one.
        case moves
    }

    let questions: String
    let ghg: String
    let factors: String
    let actions: [String]
    let ids: [String]

    init(_ sort: Sort, _ random: inout SplitMix64) {
        let count = 4
        let names = (0..<count).map { "q\($0)" }
        var questions = names.map { "  \($0): {unit: km/year, default: \(random.below(1000))}" }
        questions[1] = "  q1: {unit: km/year, default: {formula: q0 * 0.\(1 + random.below(9))}}"
        questions[3] = "  q3: {unit: km/year, default: \(random.below(500)), ask_if: has}"
        questions += ["  has: {default: \(random.below(2) == 0)}", "  mode: {options: {a: A, b: B, c: C}, default: a}"]
        self.questions = questions.joined(separator: "\n")
        factors =
            names.map { name in
                let value = sort == .moves ? 1 : random.below(50)
                return "  f.\(name): {value: \(value) kgCO2e/km, year: 2024, source: src.a}"
            }.joined(separator: "\n")
            + "\n  table: {options: {a: \(500 + random.below(500)) kgCO2e/km, b: \(100 + random.below(400)) kgCO2e/km, "
            + "c: \(random.below(100)) kgCO2e/km}, year: 2024, source: src.a}"
        let own = names.map { $0 == "q3" ? "(if has then q3 else 0 km/year) * f.q3" : "\($0) * f.\($0)" }
        ghg = (own + ["table[mode] * 1 km/year"]).joined(separator: " + ")
        var ids: [String] = []
        var actions: [String] = []
        for index in 0..<6 {
            let id = "a.\(Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(index))))"
            let effect: String
            switch sort {
            case .anything: effect = Self.effect(names, &random)
            case .reductions: effect = Self.reduction(index, names, &random)
            case .moves:
                // Away from questions no other starts from as computed.
                let from = random.choose(["q0", "q2"])
                effect = "{move: {from: \(from), to: \(from == "q0" ? "q2" : "q0"), share: \(1 + random.below(99)) %}}"
            }
            var text =
                "  \(id): {who: \(effect.contains("f.") ? "public" : "person"), domain: all, effects: [\(effect)]"
            text += random.choose(
                [
                    "", ", ramp: {shape: linear, years: \(1 + random.below(9))}",
                    ", ramp: {shape: logistic, years: \(2 + random.below(9))}",
                    ", ramp: {shape: bass, p: 0.03, q: 0.38}",
                    ", ramp: {shape: table, years: {2020: 10 %, 2025: 60 %, 2030: 100 %}}",
                ])
            if random.below(4) == 0 { text += ", applies_if: q0 > 300 km/year" }
            if sort == .anything, index > 0, random.below(5) == 0 {
                text += ", supersedes: [\(ids[random.below(ids.count)])]"
            }
            if sort == .anything, random.below(5) == 0 { text += ", rebound: 10 %" }
            ids.append(id)
            actions.append(text + ", source: src.a}")
        }
        (self.ids, self.actions) = (ids, actions)
    }

    private static func effect(_ names: [String], _ random: inout SplitMix64) -> String {
        let target = random.choose(names)
        let amount = random.below(800)
        switch random.below(8) {
        case 0: return "{set: {target: \(target), to: \(amount) km/year}}"
        case 1: return "{add: {target: \(target), by: \(amount - 400) km/year}}"
        case 2: return "{scale: {target: \(target), to: \(random.below(150)) %}}"
        case 3: return "{cap: {target: \(target), at: \(amount) km/year}}"
        case 4: return "{floor: {target: \(target), at: \(amount) km/year}}"
        case 5: return "{move: {from: q2, to: q0, share: \(random.below(101)) %, rate: 0.\(random.below(10))}}"
        case 6: return "{scale: {target: f.\(target), to: \(random.below(120)) %}}"
        default:
            let adoption = random.below(2) == 0 ? "" : ", adoption: \(1 + random.below(99)) %"
            return "{set: {target: mode, to: \(random.choose(["b", "c"]))}\(adoption)}"
        }
    }

    private static func reduction(_ index: Int, _ names: [String], _ random: inout SplitMix64) -> String {
        let target = random.choose(names)
        switch index {
        case 0: return "{set: {target: mode, to: c}}"
        case 1: return "{set: {target: \(target), to: 0 km/year}}"
        case 2: return "{scale: {target: f.\(target), to: \(random.below(100)) %}}"
        case 3: return "{cap: {target: \(target), at: \(random.below(800)) km/year}}"
        default: return "{scale: {target: \(target), to: \(random.below(100)) %}}"
        }
    }

    /// The model, its actions written in any order.
    func load(scenarios: String = "", shuffling random: inout SplitMix64) throws -> Model {
        try ActedModel.load(
            questions: questions, ghg: ghg,
            actions: actions.shuffled(using: &random).joined(separator: "\n") + scenarios, factors: factors)
    }

    /// A person who answers some questions.
    static func person(_ model: Model, _ random: inout SplitMix64) -> Person {
        var person = Person(id: "p\(random.below(1_000_000))")
        for (index, input) in model.inputs.enumerated() where random.below(2) == 0 {
            switch input.kind {
            case .number: person.answers[index] = Double(random.below(1500))
            case .option(let codes, _): person.answers[index] = Double(random.below(codes.count))
            case .flag: person.answers[index] = Double(random.below(2))
            }
        }
        return person
    }

    /// Some of the actions, each from a year, at a level, by a share.
    func choices(_ model: Model, _ random: inout SplitMix64) -> [Choice] {
        ids.shuffled(using: &random).prefix(1 + random.below(ids.count)).compactMap { id in
            guard let action = model.action(id) else { return nil }
            let share = Double(1 + random.below(100)) / 100
            let adoption = random.choose([Choice.Adoption.whole, .always(share)])
            return Choice(
                action, start: 2020 + random.below(15), level: random.choose([1, 0.25, 0.5]), adoption: adoption)
        }
    }
}
