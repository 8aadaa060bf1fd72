internal import EmpreinteGraph
public import EmpreinteModel
public import EmpreinteText

/// Evaluates a model for one person at a time.
///
/// Immutable: one evaluator may be used from any thread.
public struct Evaluator: Sendable {
    public let model: Model
    /// The part of the model's graph that results need, optimised; passes keep every value's bits.
    private let program: Rewrite

    public init(_ model: Model) {
        self.model = model
        program = model.graph.optimised(roots: Self.outputs(of: model))
    }

    /// Everything a result can be asked for.
    private static func outputs(of model: Model) -> [NodeID] {
        model.formulas.flatMap { $0.results.map(\.value) + [$0.presence].compactMap { $0 } }
            + model.categories.flatMap { $0.totals.compactMap { $0 } } + model.indicators.compactMap(\.total)
            + model.expectations.flatMap { $0.values.map(\.node) }
    }

    /// Evaluates one person.
    ///
    /// - Parameter year: the year where the person states none; the reference year where neither does.
    /// - Throws: `year.outside`, `year.outside_series` at the figure, `run.division_by_zero` at the operator,
    ///   `run.not_finite`.
    public func evaluate(_ person: Person, year: Int? = nil) throws(CompilationError) -> Evaluation {
        let year = person.year ?? year ?? model.years.reference
        try model.checkYear(year)
        var interpreter = Interpreter()
        interpreter.run(program.graph, inputs: model.slots(for: person, year: year))
        let evaluation = Evaluation(person: person, year: year, program: program, values: interpreter.values)
        try check(evaluation)
        return evaluation
    }

    /// Evaluates the whole graph as it was written, to explain what was read.
    func evaluateAsWritten(_ person: Person, year: Int? = nil) throws(CompilationError) -> Evaluation {
        let year = person.year ?? year ?? model.years.reference
        try model.checkYear(year)
        var interpreter = Interpreter()
        interpreter.run(model.graph, inputs: model.slots(for: person, year: year))
        return Evaluation(person: person, year: year, program: nil, graph: model.graph, values: interpreter.values)
    }

    private func check(_ evaluation: Evaluation) throws(CompilationError) {
        var diagnostics = Diagnostics()
        for formula in model.formulas where formula.isLeaf {
            for result in formula.results where !evaluation[result.value].isFinite {
                report(result, of: formula, evaluation, &diagnostics)
            }
        }
        try diagnostics.throwIfErrors(in: model.sources)
    }

    /// Names the first operation on the branches taken whose value is not a number.
    private func report(
        _ result: Formula.Result, of formula: Formula, _ evaluation: Evaluation, _ diagnostics: inout Diagnostics
    ) {
        let graph = evaluation.graph
        let culprit = graph.firstNonFinite(from: evaluation.node(result.value), values: evaluation.values)
        let place = culprit.flatMap { model.origins[graph.origin(of: $0)] } ?? result.place
        let person = "for \(evaluation.person.id)"
        if let culprit, graph.curve(of: culprit) != nil {
            diagnostics.error(
                "year.outside_series", "the series has no figure for \(evaluation.year)", at: place.range,
                notes: ["needed by '\(formula.id)'"], hint: "say what holds outside with before: hold or after: hold")
        } else if let culprit, graph.operation(of: culprit) == .div {
            diagnostics.error(
                "run.division_by_zero", "division by zero \(person)", at: place.range,
                notes: ["in '\(formula.id)'"], hint: "say what to take instead: … else 0")
        } else {
            diagnostics.error(
                "run.not_finite", "this is no number, or one too large, \(person)", at: place.range,
                notes: ["in '\(formula.id)'"])
        }
    }
}

extension Model {
    /// Refuses a year the model does not speak of. Code: `year.outside`.
    func checkYear(_ year: Int) throws(CompilationError) {
        guard !years.range.contains(year) else { return }
        throw CompilationError(
            "year.outside", "\(identity.id) covers \(years.range.lowerBound) to \(years.range.upperBound), not \(year)",
            in: sources)
    }

    /// The graph's inputs for one person and year.
    func slots(for person: Person, year: Int) -> [Scalar] {
        var slots = [Scalar](repeating: 0, count: slotCount)
        slots[Model.yearSlot] = Scalar(year)
        for (index, answer) in person.answers where inputs.indices.contains(index) {
            slots[inputs[index].valueSlot] = answer
            slots[inputs[index].answeredSlot] = 1
        }
        return slots
    }
}
