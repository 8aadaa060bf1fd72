internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText

extension ActedEvaluator {
    /// Says which operation gave no number.
    func explainFailure(of node: NodeID, _ row: Row, _ cast: Cast) throws(CompilationError) -> Never {
        let person = cast.people[row.person]
        var slots = model.slots(for: person, year: row.year)
        for action in offered {
            guard let taking = cast.sets[row.set][action] else { continue }
            let own = model.actions[action].slots
            slots[own.level] = taking.level
            slots[own.start] = Double(taking.start)
            slots[own.adoption] = taking.adoption.value(in: row.year)
            slots[own.draw] = row.number(of: action, in: model, for: person)
        }
        var interpreter = Interpreter()
        interpreter.run(acted.graph, inputs: slots)
        try interpreter.check(model)
        let failed = FailedResult(
            graph: acted.graph, values: interpreter.values, model: model, person: person.id, year: row.year)
        var diagnostics = Diagnostics()
        for formula in model.formulas where formula.isLeaf {
            for result in formula.results where !interpreter.values[acted[result.value].index].isFinite {
                failed.report(acted[result.value], of: formula.id, at: result.place, &diagnostics)
            }
        }
        if !diagnostics.hasErrors { failed.report(acted[node], of: model.identity.id, at: nil, &diagnostics) }
        throw CompilationError(diagnostics.sorted, in: model.sources)
    }
}
