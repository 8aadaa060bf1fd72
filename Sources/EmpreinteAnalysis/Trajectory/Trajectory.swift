internal import EmpreinteGraph
public import EmpreinteModel
public import EmpreinteText

/// Values by year of one person, or the means of a group.
public struct Trajectory: Sendable {
    /// The person's id; nothing for a group.
    public let id: String?
    public let years: ClosedRange<Int>
    /// By output of the evaluator, then by year.
    let values: [[Double]]

    /// The values of an output, by year.
    public subscript(output: Int) -> [Double] { values[output] }

    /// The values of an output over some of the years.
    func series(of output: Int, in shown: ClosedRange<Int>) throws(TargetProblem) -> YearSeries {
        let shown = shown.clamped(to: years)
        return try YearSeries(Array(shown), shown.map { values[output][$0 - years.lowerBound] })
    }
}

extension PopulationEvaluator {
    /// Each person's values in each of the years; the year a person states is left aside.
    ///
    /// - Throws: why a value is no number, at the operator.
    public func trajectories(of people: [Person]) throws(CompilationError) -> [Trajectory] {
        let years = years ?? model.years.reference...model.years.reference
        let columns = PeopleColumns(people, model)
        let values = try means(of: columns)
        var trajectories: [Trajectory] = []
        for (index, person) in people.enumerated() {
            let values = outputs.indices.map { output in
                (0..<years.count).map { values[output, index, year: $0] }
            }
            for (position, year) in years.enumerated() where !values.allSatisfy({ $0[position].isFinite }) {
                try explainFailure(of: person, in: year)
            }
            trajectories.append(Trajectory(id: person.id, years: years, values: values))
        }
        return trajectories
    }

    /// The values of people; where part of the people like them switch options, the mean over who does, each
    /// combination with its share of them in each year.
    private func means(of people: borrowing PeopleColumns) throws(CompilationError) -> PopulationResults {
        var results = PopulationResults()
        let variants = variants
        guard variants.count > 1, let acting, case .exact = acting.splitting else {
            try evaluate(people, into: &results)
            return results
        }
        let actions = Set(variants.joined()).sorted()
        var shares = PopulationResults()
        try computing(actions.compactMap { acting.graph.shares[$0] }).evaluate(people, .whole, into: &shares)
        let groups = acting.graph.splits.map { group in group.compactMap { actions.firstIndex(of: $0) } }
            .filter { !$0.isEmpty }
        var sum = PopulationResults.Mean()
        for variant in variants {
            try evaluate(people, .variant(variant), into: &results)
            let taken = Set(variant.compactMap { actions.firstIndex(of: $0) })
            sum.add(results) { person, year in
                groups.reduce(1) { weight, group in
                    let own = group.first(where: taken.contains)
                    let share =
                        own.map { shares[$0, person, year: year] }
                        ?? max(group.reduce(1) { $0 - shares[$1, person, year: year] }, 0)
                    return weight * share
                }
            }
        }
        return sum.mean
    }

    /// Evaluates alone a person without a result, to name the operation that failed.
    func explainFailure(of person: Person, in year: Int) throws(CompilationError) {
        if let acting {
            let single = ActedEvaluator(model, acted: acting.graph, offered: Array(acting.set.takings.keys))
            _ = try single.values(of: outputs.map(\.node), people: [person], under: [acting.set], in: [year])
        } else {
            var person = person
            person.year = year
            _ = try Evaluator(model).evaluate(person)
        }
        throw CompilationError(
            "run.not_finite", "\(person.id) has a result in \(year) that is not a number of any use",
            in: model.sources)
    }
}
