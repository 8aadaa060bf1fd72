internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText

extension ActedEvaluator {
    /// The values of every node for one person under actions that everybody takes whole.
    func evaluation(of person: Person, _ set: ActionSet, in year: Int) throws(CompilationError) -> Evaluation {
        var slots = model.slots(for: person, year: year)
        for action in offered {
            guard let taking = set[action] else { continue }
            let own = model.actions[action].slots
            slots[own.level] = taking.level
            slots[own.start] = Double(taking.start)
            slots[own.adoption] = taking.adoption.value(in: year)
        }
        var interpreter = Interpreter()
        interpreter.run(acted.graph, inputs: slots)
        try interpreter.check(model)
        return Evaluation(person: person, year: year, acted: acted, values: interpreter.values)
    }
}
