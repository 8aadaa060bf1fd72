internal import Empreinte
internal import Measures
internal import Respondents

/// One person who changes a choice, and sees 26 years of totals and branches.
struct ChangedChoice {
    let actions: Int
    /// The median.
    let seconds: Double

    init(_ model: Model, rounds: Int) throws {
        let person = Respondents(model).person(1)
        let years = Array(YearContest.years)
        var set = ActionSet(
            YearContest.plan(model).map { Choice($0.action, start: $0.start) }, for: nil, in: model, from: 2025)
        let evaluator = ActedEvaluator(model, offered: set.order)
        actions = set.order.count
        var times: [Double] = []
        for round in 0..<max(rounds, 3) * actions {
            let action = set.order[round % actions]
            guard var taking = set[action] else { continue }
            taking.level = taking.level == 1 ? 0.5 : 1
            taking.start = 2025 + (taking.start - 2024) % 10
            set[action] = taking
            var path: ActedValues?
            let time = try Elapsed.measure {
                path = try evaluator.values(of: model.footprints, people: [person], under: [set], in: years)
            }.processor
            if round > 0 { times.append(time) }
            guard round % 11 == 0, let path else { continue }
            let population = try PopulationEvaluator(model, years: YearContest.years, taking: set)
            let trajectory = try population.trajectories(of: [person])[0]
            for output in population.outputs.indices {
                for year in years.indices
                where abs(path[output, person: 0, set: 0, year: year] / trajectory[output][year] - 1) > 1e-12 {
                    throw Failure("\(population.outputs[output].id) differs in \(years[year])")
                }
            }
        }
        seconds = times.median
    }
}
