internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

/// Reads plans that stand within other documents, and refuses what cannot be done together.
struct PlanNodes {
    let model: Model

    init(_ model: Model) {
        self.model = model
    }

    /// The choices of a list; nothing where there is none.
    ///
    /// Codes: those of choices, and of `ChoiceCheck`.
    func choices(_ node: Node?, _ diagnostics: inout Diagnostics) -> [Choice] {
        guard let node else { return [] }
        let choices = PlanReader(model).choices(in: Array(node.items), &diagnostics)
        for problem in ChoiceCheck(model).problems(of: ActionSet(atFullStrength: choices)) {
            let place = choices.last { problem.actions.contains($0.action) }?.place
            diagnostics.error(problem.code, problem.message(in: model), at: place?.range ?? node.firstLine)
        }
        return choices
    }
}
