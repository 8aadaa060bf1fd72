public import EmpreinteGraph

/// Evaluates one lane again and again without allocating: the same instructions as a run's, so the same bits.
public struct SoloRun: ~Copyable {
    /// The plan that is run.
    public let plan: Plan
    /// How many years it gives.
    public let yearCount: Int
    private let rows: [Scalar]
    private var scratch: Scratch
    /// By year, then output.
    private var results: [Double]
    /// The call of a plugin's function that failed in the last evaluation; its results are NaN.
    public private(set) var failure: CallFailure?

    /// - Parameter inputs: the uniform inputs and those by year; lane inputs are given at each evaluation.
    /// - Throws: what is wrong with the inputs.
    public init(_ plan: Plan, inputs: [Int: Run.Input] = [:]) throws(RunError) {
        let checked = try CheckedInputs(uniformInputs: inputs, of: plan)
        let rows = try checked.rows(of: plan)
        self.plan = plan
        yearCount = checked.yearCount
        self.rows = rows
        scratch = Scratch(plan, height: 1)
        results = Array(repeating: .nan, count: checked.yearCount * plan.outputs.count)
    }

    /// Evaluates all years for these inputs.
    /// - Parameter inputs: a value for each input slot, of which only lane inputs are read; 0 for slots beyond.
    public mutating func evaluate(_ inputs: [Scalar]) {
        for (column, input) in plan.inputs.enumerated() {
            scratch.set(column, input.slot < inputs.count ? inputs[input.slot] : 0, input.type)
        }
        failure = nil
        for year in 0..<yearCount {
            do throws(CallFailure) {
                try scratch.run(plan, year: year, rows: rows, laneCount: 1)
            } catch {
                failure = error
                for place in results.indices { results[place] = .nan }
                return
            }
            for (output, slot) in plan.outputs.enumerated() {
                results[year * plan.outputs.count + output] = scratch.firstNumber(slot)
            }
        }
    }

    /// What the last evaluation gave; NaN before any.
    /// - Precondition: there are such an output and year.
    public subscript(output: Int, year year: Int = 0) -> Double {
        precondition(plan.outputs.indices.contains(output), "an output of the plan")
        return results[year * plan.outputs.count + output]
    }
}
