internal import EmpreinteModel
internal import EmpreinteText

/// What each action of a course brings to one result, year by year: the mean over people, by every method.
struct Attribution {
    /// How what an action brings is told from what the others do.
    enum Method: String, CaseIterable {
        case alone, last, inOrder = "in_order", shapley
    }

    /// The result looked at, by position among the indicators.
    let indicator: Int
    /// The actions that bring anything to anybody, by position in `Model.actions`.
    let actions: [Int]
    /// By method asked for, then action, then year.
    let gains: [(method: Method, values: [[Double]])]
    /// The largest standard error of a year's value, by action, where orders were drawn.
    let errors: [Double]?

    /// More people than this take too long to look at every order of choice.
    static let mostPeople = 100
}

extension TrajectoryRun {
    /// What each action brings along the only course asked for, by the methods asked for; none unless asked.
    ///
    /// - Throws: `attribution.people`, `attribution.course`.
    func attributions() throws(CompilationError) -> [Attribution] {
        let asked = request["attribution"]
        let methods = Attribution.Method.allCases.filter { asked == "all" || asked == $0.rawValue }
        guard !methods.isEmpty else { return [] }
        guard self.asked.count == 1, let followed = self.asked.first else {
            throw CompilationError(
                "attribution.course", "what each action brings is told of one scenario at a time",
                hint: "name one scenario")
        }
        let everyone = request.everyone
        guard people == everyone.count, people <= Attribution.mostPeople else {
            throw CompilationError(
                "attribution.people",
                "what each action brings is told of \(Attribution.mostPeople) people at most, given as a document")
        }
        let seed = try request.seed()
        var attributions: [Attribution] = []
        for (indicator, described) in request.model.indicators.enumerated() where described.total != nil {
            attributions.append(
                try attribution(of: followed, everyone, to: indicator, by: methods, seed: seed))
        }
        return attributions
    }

    private func attribution(
        of followed: Followed, _ everyone: [Person], to indicator: Int, by methods: [Attribution.Method],
        seed: UInt64
    ) throws(CompilationError) -> Attribution {
        let model = request.model
        let years = Array(span.shown)
        let weight = everyone.reduce(0) { $0 + $1.weight }
        var sums: [Int: [[Double]]] = [:]
        var errors: [Int: Double] = [:]
        let sets = everyone.map { followed.course.set(for: $0, in: model, from: span.shown.lowerBound) }
        let evaluator = ActedEvaluator(model, offered: sets.flatMap(\.order))
        for (person, set) in zip(everyone, sets) {
            guard let node = model.indicators[indicator].total else { continue }
            let taken = set.keeping(set.order.filter { !model.actions[$0].effects.isEmpty })
            for (position, year) in years.enumerated() where !taken.order.isEmpty {
                let gains = try evaluator.gains(of: person, taking: taken, on: node, in: year, seed: seed)
                for (place, action) in gains.actions.enumerated() {
                    let part = person.weight / weight
                    var values = sums[action] ?? methods.map { _ in years.map { _ in 0 } }
                    for (index, method) in methods.enumerated() {
                        let gain =
                            switch method {
                            case .alone: gains.alone[place]
                            case .last: gains.last[place]
                            case .inOrder: gains.inOrder[place]
                            case .shapley: gains.shapley[place]
                            }
                        values[index][position] += part * gain
                    }
                    sums[action] = values
                    if let error = gains.standardErrors?[place] {
                        errors[action] = max(errors[action] ?? 0, part * error)
                    }
                }
            }
        }
        let actions = sums.keys.sorted()
        return Attribution(
            indicator: indicator, actions: actions,
            gains: methods.enumerated().map { index, method in
                (method, actions.map { sums[$0]?[index] ?? [] })
            }, errors: errors.isEmpty ? nil : actions.map { errors[$0] ?? 0 })
    }
}
