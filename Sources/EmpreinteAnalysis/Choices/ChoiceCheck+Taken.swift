internal import EmpreinteModel
internal import EmpreinteText

extension ChoiceCheck {
    /// Refuses actions that a person cannot have taken together.
    ///
    /// Codes: those of `Problem`.
    func refuseClashes(of person: Person, at place: Place? = nil) throws(CompilationError) {
        let diagnostics = problems(of: ActionSet(fully: person.taken)).map { problem in
            Diagnostic.error(
                problem.code, problem.message(in: model), at: place?.range, notes: ["taken by '\(person.id)'"])
        }
        guard !diagnostics.isEmpty else { return }
        throw CompilationError(diagnostics, in: model.sources)
    }
}
