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
        var results = PopulationResults()
        try evaluate(columns, into: &results)
        var trajectories: [Trajectory] = []
        for (index, person) in people.enumerated() {
            let values = outputs.indices.map { output in
                (0..<years.count).map { results[output, index, year: $0] }
            }
            for (position, year) in years.enumerated() where !values.allSatisfy({ $0[position].isFinite }) {
                try explainFailure(of: person, in: year)
            }
            trajectories.append(Trajectory(id: person.id, years: years, values: values))
        }
        return trajectories
    }

    /// Evaluates alone a person without a result, to name the operation that failed.
    func explainFailure(of person: Person, in year: Int) throws(CompilationError) {
        var person = person
        person.year = year
        _ = try Evaluator(model).evaluate(person)
        throw CompilationError(
            "run.not_finite", "\(person.id) has a result in \(year) that is not a number of any use",
            in: model.sources)
    }
}
