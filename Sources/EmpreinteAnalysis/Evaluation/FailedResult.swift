internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText

/// A person's result that is no number, with everything it was computed from.
struct FailedResult {
    let graph: Graph
    let values: [Scalar]
    let model: Model
    let person: String
    let year: Int

    /// Names the first operation on the branches taken whose value is no number.
    ///
    /// Codes: `year.outside_series` at the figure, `run.division_by_zero` at the operator, `run.not_finite`.
    /// - Parameters:
    ///   - result: the node of the result.
    ///   - id: what it is the result of.
    ///   - place: where to point when no operation has a place.
    func report(_ result: NodeID, of id: String, at place: Place?, _ diagnostics: inout Diagnostics) {
        let culprit = graph.firstNonFinite(from: result, values: values)
        let range = (culprit.flatMap { model.origins[graph.origin(of: $0)] } ?? place)?.range
        func say(_ code: String, _ message: String, _ note: String, hint: String? = nil) {
            diagnostics.report(.error(code, message, at: range, notes: [note], hint: hint))
        }
        if let culprit, graph.curve(of: culprit) != nil {
            say(
                "year.outside_series", "the series has no figure for \(year)", "needed by '\(id)'",
                hint: "say what holds outside with before: hold or after: hold")
        } else if let culprit, graph.operation(of: culprit) == .div {
            say(
                "run.division_by_zero", "division by zero for \(person)", "in '\(id)'",
                hint: "say what to take instead: … else 0")
        } else if let culprit, let function = graph.external(of: culprit) {
            say("run.not_finite", "\(function.name) gives no number for \(person)", "in '\(id)'")
        } else {
            say("run.not_finite", "this is no number, or one too large, for \(person)", "in '\(id)'")
        }
    }
}
