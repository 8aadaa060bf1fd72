internal import EmpreinteGraph
public import EmpreinteModel
public import EmpreinteText

/// Values by year of one person, or the means of a group.
public struct Trajectory: Sendable {
    /// The person's id; nothing for a group.
    public let id: String?
    /// The years computed.
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
        guard let acting, case .exact = acting.splitting, !isWhole else {
            var results = PopulationResults()
            try evaluate(PeopleColumns(people, model), into: &results)
            return try trajectories(of: people, results)
        }
        let actions = partialGroups.flatMap(\.self)
        var shares = PopulationResults()
        try computing(actions.compactMap { acting.graph.shares[$0] })
            .evaluate(PeopleColumns(people, model), .whole, into: &shares)
        // People for whom the same actions count have the same combinations.
        let yearCount = years?.count ?? 1
        var alike: [[Int]: [Int]] = [:]
        for person in people.indices {
            let able = actions.indices.filter { action in
                (0..<yearCount).contains { shares[action, person, year: $0] > 0 }
            }
            alike[able, default: []].append(person)
        }
        var trajectories = [Trajectory?](repeating: nil, count: people.count)
        for (able, members) in alike {
            let groups = partialGroups.map { $0.compactMap(actions.firstIndex(of:)).filter(able.contains) }
            let some = members.map { people[$0] }
            let means = try means(of: some, actions, groups.filter { !$0.isEmpty }) { action, person, year in
                shares[action, members[person], year: year]
            }
            for (person, trajectory) in zip(members, try self.trajectories(of: some, means)) {
                trajectories[person] = trajectory
            }
        }
        return trajectories.compactMap { $0 }
    }

    private func trajectories(
        of people: [Person], _ values: PopulationResults
    ) throws(CompilationError) -> [Trajectory] {
        let years = years ?? model.years.reference...model.years.reference
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

    /// The mean over who switches options, each combination with the share of the people who have it in each year; drawn
    /// where there are too many.
    ///
    /// - Parameters:
    ///   - groups: the actions that split the people, by position among `actions`.
    ///   - share: of those who take an action, by its position, the person and the year.
    func means(
        of people: [Person], _ actions: [Int], _ groups: [[Int]], share: (Int, Int, Int) -> Double
    ) throws(CompilationError) -> PopulationResults {
        let columns = PeopleColumns(people, model)
        var results = PopulationResults()
        let variants = Splitting.variants(groups)
        guard !variants.isEmpty else {
            try evaluate(columns, into: &results)
            return results
        }
        var sum = PopulationResults.Mean()
        for variant in variants {
            try evaluate(columns, .variant(variant.map { actions[$0] }), into: &results)
            sum.add(results) { person, year in
                groups.reduce(1) { weight, group in
                    let own = group.first(where: variant.contains)
                    let rest = group.reduce(1) { $0 - share($1, person, year) }
                    return weight * (own.map { share($0, person, year) } ?? max(rest, 0))
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
