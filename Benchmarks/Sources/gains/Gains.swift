internal import Empreinte
internal import EmpreinteGraph
internal import Foundation
internal import Measures
internal import Respondents

/// Times the gains of actions by every method, every order counted, for a room of people in one year.
///
/// `gains [--people N] [--actions N] [--rounds N] [--pack PATH]`; exits with 1 when a Shapley value differs from its
/// definition, computed from each set of actions evaluated by itself.
@main
struct GainsBenchmark {
    static func main() {
        do {
            var options = Options()
            try options.read(CommandLine.arguments.dropFirst())
            print(try Room(options).report)
        } catch {
            FileHandle.standardError.write(Data("gains: \(error)\n".utf8))
            exit(1)
        }
    }

    struct Options {
        var people = 15
        var actions = 12
        var rounds = 7
        var pack = "../models/france"

        mutating func read(_ arguments: ArraySlice<String>) throws {
            var rest = arguments
            while let name = rest.popFirst() {
                let value = rest.popFirst() ?? ""
                switch (name, Int(value)) {
                case ("--people", let count?) where count > 0: people = count
                case ("--actions", let count?) where (1...Gains.mostExact).contains(count): actions = count
                case ("--rounds", let count?) where count > 0: rounds = count
                case ("--pack", _): pack = value
                default: throw Failure("usage: gains [--people N] [--actions N] [--rounds N] [--pack PATH]")
                }
            }
        }
    }
}

/// People who have each taken some actions.
struct Room {
    private let options: GainsBenchmark.Options
    private let evaluator: ActedEvaluator
    private let total: NodeID
    private let year: Int
    private let people: [Person]

    init(_ options: GainsBenchmark.Options) throws {
        let model = try Engine().model(options.pack)
        guard let total = model.indicators.first?.total else { throw Failure("the pack has no total") }
        self.options = options
        self.total = total
        year = model.years.reference
        evaluator = ActedEvaluator(model)
        let respondents = Respondents(model)
        let people = (0..<options.people).map(respondents.person)
        let check = ChoiceCheck(model)
        self.people = zip(people, try Advisor(model).advice(to: people)).map { person, advice in
            var person = person
            let able = advice.open(own: true, in: model).filter { ($0.after ?? 0) > 0 }.map(\.action)
            for action in able where person.taken.count < options.actions {
                guard check.problems(of: ActionSet(fully: person.taken + [action])).isEmpty else { continue }
                person.taken.append(action)
            }
            return person
        }
        guard self.people.allSatisfy({ $0.taken.count == options.actions }) else {
            throw Failure("somebody has fewer than \(options.actions) actions to take")
        }
    }

    var report: String {
        get throws {
            var gains: [Gains] = []
            var seconds: [Double] = []
            var first = 0.0
            for round in -1..<options.rounds {
                let elapsed = try Elapsed.measure {
                    gains = try people.map {
                        try evaluator.gains(of: $0, taking: ActionSet(fully: $0.taken), on: total, in: year)
                    }
                }
                if round < 0 { first = elapsed.processor } else { seconds.append(elapsed.processor) }
            }
            for (person, gains) in zip(people, gains) { try check(gains, of: person) }
            return """
                \(people.count) people, \(options.actions) actions each, every order: \
                \((seconds.median * 1e3).text(decimals: 1)) ms on one core, \
                \((first * 1e3).text(decimals: 1)) ms the first time
                """
        }
    }

    /// Compares with the definition: `Σ |S|!·(n − |S| − 1)!/n! · (v(S) − v(S ∪ i))`.
    private func check(_ gains: Gains, of person: Person) throws {
        let count = person.taken.count
        let sets = (0..<1 << count).map { mask in
            ActionSet(fully: person.taken.indices.filter { mask >> $0 & 1 == 1 }.map { person.taken[$0] })
        }
        let found = try evaluator.values(of: [total], people: [person], under: sets, in: [year])
        let values = sets.indices.map { found[0, person: 0, set: $0] }
        let factorials = (0...count).map { $0 == 0 ? 1.0 : (1...$0).reduce(1.0) { $0 * Double($1) } }
        for position in 0..<count {
            let expected = values.indices.filter { $0 >> position & 1 == 0 }.reduce(0.0) { sum, mask in
                let size = mask.nonzeroBitCount
                let weight = factorials[size] * factorials[count - size - 1] / factorials[count]
                return sum + weight * (values[mask] - values[mask | 1 << position])
            }
            guard (gains.shapley[position] - expected).magnitude <= 1e-9 * max(gains.reduction.magnitude, 1) else {
                throw Failure("\(person.id) gains \(gains.shapley[position]) by an action, not \(expected)")
            }
        }
    }
}
