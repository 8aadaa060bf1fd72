internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText

extension ActedEvaluator {
    /// Says which operation gave no number.
    func explainFailure(of node: NodeID, _ row: Row, _ cast: Cast) throws(CompilationError) -> Never {
        let values = try allValues(of: row, cast)
        let failed = FailedResult(
            graph: acted.graph, values: values, model: model, person: cast.people[row.person].id, year: row.year)
        var diagnostics = Diagnostics()
        for formula in model.formulas where formula.isLeaf {
            for result in formula.results where !values[acted[result.value].index].isFinite {
                failed.report(acted[result.value], of: formula.id, at: result.place, &diagnostics)
            }
        }
        if !diagnostics.hasErrors { failed.report(acted[node], of: model.identity.id, at: nil, &diagnostics) }
        throw CompilationError(diagnostics.sorted, in: model.sources)
    }
}
