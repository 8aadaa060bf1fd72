internal import Empreinte
internal import Measures
internal import Respondents

/// The same people under the same plan of actions: 26 years in one run, and a year at a time.
struct YearContest {
    let actions: Int
    /// Instructions a block of people takes once, and once a year.
    let yearFree: Int
    let yearly: Int
    /// Seconds of a processor for 26 years, one by one and in one run: medians.
    let apart: Double
    let together: Double
    /// The median of the ratios of each round.
    let ratio: Double

    var yearlyShare: Double { Double(yearly) / Double(yearFree + yearly) }
    /// What takes place every year, and a 26th of the rest; 15 % is left to the machine.
    var aim: Double { 1.15 * (yearlyShare + (1 - yearlyShare) / 26) }

    static let years = 2025...2050

    init(_ model: Model, people count: Int, rounds: Int) throws {
        let respondents = Respondents(model)
        let people = PeopleColumns((0..<count).map(respondents.person), model)
        let set = ActionSet(Self.plan(model), for: nil, in: model, from: 2025)
        let whole = try PopulationEvaluator(model, years: Self.years, taking: set, splitting: .drawn(seed: 1))
        let single = try Self.years.map { year in
            try PopulationEvaluator(model, years: year...year, taking: set, splitting: .drawn(seed: 1))
        }
        let counts = whole.instructionCounts(for: people)
        guard single.allSatisfy({ $0.instructionCounts(for: people) == counts }) else {
            throw Failure("the plans differ")
        }
        var results = PopulationResults()
        var parts = Self.years.map { _ in PopulationResults() }
        var rounds = (0...rounds).map { _ in (apart: 0.0, together: 0.0) }
        for round in rounds.indices {
            rounds[round].together = try Elapsed.measure { try whole.evaluate(people, into: &results) }.processor
            rounds[round].apart = try Elapsed.measure {
                for (index, evaluator) in single.enumerated() { try evaluator.evaluate(people, into: &parts[index]) }
            }.processor
        }
        // The first round stages the plans.
        rounds.removeFirst()
        for output in whole.outputs.indices {
            for year in parts.indices {
                for person in stride(from: 0, to: count, by: 7) {
                    let (one, other) = (results[output, person, year: year], parts[year][output, person])
                    guard one.bitPattern == other.bitPattern, one.isFinite else {
                        throw Failure("\(whole.outputs[output].id) of person \(person) is \(one) or \(other)")
                    }
                }
            }
        }
        actions = set.order.count
        (yearFree, yearly) = counts
        apart = rounds.map(\.apart).median
        together = rounds.map(\.together).median
        ratio = rounds.map { $0.together / $0.apart }.median
    }

    /// Thirty actions that go together, or all there are: from different years, some taken by more and more people.
    static func plan(_ model: Model) -> [Choice] {
        var choices: [Choice] = []
        for action in model.actions.indices where choices.count < 30 && !model.actions[action].effects.isEmpty {
            var choice = Choice(action, start: 2025 + action % 10)
            if action % 3 == 0, let series = try? YearSeries([2025, 2045], [0.1, 0.8]) {
                choice.adoption = .byYear(series)
            }
            let set = ActionSet(choices + [choice], for: nil, in: model, from: 2025)
            if ChoiceCheck(model).problems(of: set).isEmpty { choices.append(choice) }
        }
        return choices
    }
}
