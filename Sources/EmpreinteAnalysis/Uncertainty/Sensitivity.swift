internal import EmpreinteEngine
internal import EmpreinteGraph
public import EmpreinteModel
public import EmpreinteText

/// What moves a person's total, each thing by itself: the figure or the answer is replaced and the model computed anew.
public struct Sensitivity: Sendable {
    public let person: Person
    public let year: Int
    public let total: Double
    /// The figures with a range that the total rests on, the widest effect first.
    public let figures: [FigureEffect]
    /// The answers given, the widest effect first.
    public let answers: [AnswerEffect]
    /// The numbers asked for that move the total, answered or not, the largest elasticity first.
    public let elasticities: [Elasticity]

    /// What a figure does at the ends of its range.
    public struct FigureEffect: Sendable {
        /// The factor's id, and the option in brackets where there are options.
        public let name: String
        /// By position in `Model.factors`.
        public let factor: Int
        /// The totals with the figure at its p5 and at its p95.
        public let low: Double
        public let high: Double
        /// By how many per cent the total moves when the figure moves by one.
        public let elasticity: Double
    }

    /// What an answer does beside the default.
    public struct AnswerEffect: Sendable {
        /// By position in `Model.inputs`.
        public let input: Int
        /// The total had the question not been answered.
        public let withoutIt: Double
    }

    /// How a number asked for moves the total.
    public struct Elasticity: Sendable {
        /// By position in `Model.inputs`.
        public let input: Int
        /// The answer, or the default, in the question's unit.
        public let value: Double
        public let isAnswered: Bool
        /// By how many per cent the total moves when the number moves by one.
        public let elasticity: Double
    }
}

extension Evaluator {
    /// What moves a person's total of an indicator.
    ///
    /// - Parameter year: the year where the person states none.
    /// - Throws: `year.outside`, and why the total is no number.
    public func sensitivity(
        of person: Person, indicator: Int = 0, year: Int? = nil
    ) throws(CompilationError) -> Sensitivity {
        let year = person.year ?? year ?? model.years.reference
        guard model.indicators.indices.contains(indicator), let node = model.indicators[indicator].total else {
            throw CompilationError("indicator.empty", "no formula gives the indicator asked for", in: model.sources)
        }
        let total = try evaluate(person, year: year)[node]
        return Sensitivity(
            person: person, year: year, total: total, figures: try figures(of: person, node, total, year),
            answers: try answers(of: person, node, total, year),
            elasticities: try elasticities(of: person, node, total, year))
    }

    /// How far a number is moved to see what follows.
    private static let step = 0.01

    private func figures(
        of person: Person, _ node: NodeID, _ total: Double, _ year: Int
    ) throws(CompilationError) -> [Sensitivity.FigureEffect] {
        let shocks = DrawnShocks(FigureShocks(model), 0..<1, seed: 0)
        let evaluator = try PopulationEvaluator(model, year: year).computing([node])
        let columns = PeopleColumns([person], model)
        let ones = Dictionary(uniqueKeysWithValues: shocks.slots.map { ($0, 1.0) })
        var results = PopulationResults()
        var effects: [Sensitivity.FigureEffect] = []
        for slot in evaluator.figuresRead(by: person, shocks).sorted() {
            guard let figure = shocks.figure(at: slot) else { continue }
            var totals: [Double] = []
            for value in [figure.shock.quantile(0.05), figure.shock.quantile(0.95), 1 - Self.step, 1 + Self.step] {
                var values = ones
                values[slot] = value
                try evaluator.under(.draw(values)).evaluate(columns, into: &results)
                totals.append(results[0, 0])
            }
            guard totals.allSatisfy(\.isFinite) else { continue }
            effects.append(
                .init(
                    name: figure.name, factor: figure.factor, low: totals[0], high: totals[1],
                    elasticity: Self.elasticity(totals[2], totals[3], total)))
        }
        return effects.sorted { (abs($1.high - $1.low), $0.factor) < (abs($0.high - $0.low), $1.factor) }
    }

    private func answers(
        of person: Person, _ node: NodeID, _ total: Double, _ year: Int
    ) throws(CompilationError) -> [Sensitivity.AnswerEffect] {
        var effects: [Sensitivity.AnswerEffect] = []
        for input in person.answers.keys.sorted() {
            var other = person
            other.answers[input] = nil
            effects.append(.init(input: input, withoutIt: try evaluate(other, year: year)[node]))
        }
        return effects.sorted {
            (abs($1.withoutIt - total), $0.input) < (abs($0.withoutIt - total), $1.input)
        }
    }

    private func elasticities(
        of person: Person, _ node: NodeID, _ total: Double, _ year: Int
    ) throws(CompilationError) -> [Sensitivity.Elasticity] {
        let standing = try evaluateAsWritten(person, year: year)
        var effects: [Sensitivity.Elasticity] = []
        for (index, input) in model.inputs.enumerated() {
            guard case .number = input.kind, standing.applies(input.presence) else { continue }
            let value = standing[input.stated]
            var other = person
            other.answers[index] = value * (1 - Self.step)
            // A number that leads nowhere says nothing of the effect.
            guard value != 0, let low = try? evaluate(other, year: year)[node] else { continue }
            other.answers[index] = value * (1 + Self.step)
            guard let high = try? evaluate(other, year: year)[node], high != low else { continue }
            effects.append(
                .init(
                    input: index, value: value, isAnswered: person.answers[index] != nil,
                    elasticity: Self.elasticity(low, high, total)))
        }
        return effects.sorted { (abs($1.elasticity), $0.input) < (abs($0.elasticity), $1.input) }
    }

    private static func elasticity(_ low: Double, _ high: Double, _ total: Double) -> Double {
        total == 0 ? 0 : (high - low) / (2 * step * total)
    }
}
