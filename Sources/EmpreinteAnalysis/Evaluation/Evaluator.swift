internal import EmpreinteGraph
public import EmpreinteModel
public import EmpreinteText

/// Evaluates a model for one person at a time.
///
/// Immutable: one evaluator may be used from any thread.
public struct Evaluator: Sendable {
    /// The model it works on.
    public let model: Model
    /// The part of the model's graph that results need, optimised; passes keep every value's bits.
    private let program: Rewrite

    public init(_ model: Model) {
        self.model = model
        program = model.graph.optimised(roots: Self.outputs(of: model), given: model.standingMultipliers)
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
    ///   `run.not_finite`, `plugin.failed`.
    public func evaluate(_ person: Person, year: Int? = nil) throws(CompilationError) -> Evaluation {
        let year = person.year ?? year ?? model.years.reference
        try model.checkYear(year)
        var interpreter = Interpreter()
        interpreter.run(program.graph, inputs: model.slots(for: person, year: year))
        try interpreter.check(model)
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
        try interpreter.check(model)
        return Evaluation(person: person, year: year, program: nil, graph: model.graph, values: interpreter.values)
    }

    private func check(_ evaluation: Evaluation) throws(CompilationError) {
        var diagnostics = Diagnostics()
        let failed = FailedResult(
            graph: evaluation.graph, values: evaluation.values, model: model, person: evaluation.person.id,
            year: evaluation.year)
        for formula in model.formulas where formula.isLeaf {
            for result in formula.results where !evaluation[result.value].isFinite {
                failed.report(evaluation.node(result.value), of: formula.id, at: result.place, &diagnostics)
            }
        }
        try diagnostics.throwIfErrors(in: model.sources)
    }
}

extension Model {
    /// Refuses a year the model does not speak of. Code: `year.outside`.
    public func checkYear(_ year: Int) throws(CompilationError) {
        guard !years.range.contains(year) else { return }
        throw CompilationError(
            "year.outside", "\(identity.id) covers \(years.range.lowerBound) to \(years.range.upperBound), not \(year)",
            in: sources)
    }

    /// The graph's inputs for one person and year.
    func slots(for person: Person, year: Int) -> [Scalar] {
        var slots = unboundSlots
        slots[Model.yearSlot] = Scalar(year)
        for (index, answer) in person.answers where inputs.indices.contains(index) {
            slots[inputs[index].valueSlot] = answer
            slots[inputs[index].answeredSlot] = 1
        }
        return slots
    }
}
