internal import EmpreinteGraph
public import EmpreinteModel

/// When actions apply to people: read on the answers and their defaults, before any action.
public struct Applicability: Sendable {
    /// The model it works on.
    public let model: Model
    private let program: Rewrite

    public init(_ model: Model) {
        self.model = model
        program = model.graph.optimised(
            roots: model.actions.compactMap(\.presence), given: model.standingMultipliers)
    }

    /// Whether an action applies to a person in a year.
    public func applies(_ action: Int, to person: Person, in year: Int) -> Bool {
        guard let presence = model.actions[action].presence else { return true }
        var interpreter = Interpreter()
        interpreter.run(program.graph, inputs: model.slots(for: person, year: year))
        return interpreter.values[program[presence].index] != 0
    }
}
