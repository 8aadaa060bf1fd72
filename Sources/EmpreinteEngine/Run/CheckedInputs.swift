internal import EmpreinteGraph

/// The inputs of a run, found to be what its plan was staged for.
struct CheckedInputs {
    let yearCount: Int
    /// The column of each input of the plan.
    let columns: [Column]
    private let given: [Int: Run.Input]

    init(_ run: Run) throws(RunError) {
        var columns: [Column] = []
        for input in run.plan.inputs {
            guard let given = run.inputs[input.slot] else { throw .inputMissing(slot: input.slot) }
            guard case .lane(let column) = given else { throw .inputMismatched(slot: input.slot) }
            guard column.type == input.type else { throw .columnOfOtherType(slot: input.slot) }
            guard column.count >= run.laneCount else { throw .columnTooShort(slot: input.slot) }
            columns.append(column)
        }
        try self.init(uniformInputs: run.inputs, of: run.plan, columns: columns)
    }

    /// Checks the inputs that are the same for all lanes.
    init(uniformInputs inputs: [Int: Run.Input], of plan: Plan, columns: [Column] = []) throws(RunError) {
        let yearCounts = inputs.values.compactMap { if case .byYear(let values) = $0 { values.count } else { nil } }
        let yearCount = yearCounts.first ?? 1
        guard yearCount > 0, yearCounts.allSatisfy({ $0 == yearCount }) else { throw .yearsDiffer }
        var given: [Int: Run.Input] = [:]
        for input in plan.uniforms.inputs {
            switch (plan.binding[input.slot], inputs[input.slot]) {
            case (_, nil): throw .inputMissing(slot: input.slot)
            case (.uniform, .uniform(let value)?): given[input.slot] = .uniform(value.carried(as: input.type))
            case (.byYear, .byYear(let values)?):
                given[input.slot] = .byYear(values.map { $0.carried(as: input.type) })
            default: throw .inputMismatched(slot: input.slot)
            }
        }
        self.yearCount = yearCount
        self.columns = columns
        self.given = given
    }

    /// The rows of constants of the plan, one a year after another.
    func rows(of plan: Plan) throws(RunError) -> [Scalar] {
        do throws(CallFailure) {
            return try plan.uniforms.rows(years: yearCount, input: scalar)
        } catch {
            throw .callFailed(error)
        }
    }

    /// The value of a uniform input in a year; 0 for what the plan does not read.
    private func scalar(_ slot: Int, _ year: Int) -> Scalar {
        switch given[slot] {
        case .uniform(let value): value
        case .byYear(let values): values[year]
        case .lane, nil: 0
        }
    }
}
