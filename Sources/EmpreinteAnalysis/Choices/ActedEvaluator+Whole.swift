internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText

extension ActedEvaluator {
    /// The values of every node for one person under actions that everybody takes whole.
    ///
    /// - Throws: `acted.partial` when only a share of the people switches an option: what is known then is a mean over
    ///   several persons, of which no single one can be set out node by node; what a plugin's function refuses.
    func evaluation(of person: Person, _ set: ActionSet, in year: Int) throws(CompilationError) -> Evaluation {
        let cast = Cast(people: [person], sets: [set])
        let values = try allValues(of: Row(person: 0, set: 0, year: year), cast)
        for action in splittingGroups(of: set).joined() {
            guard let share = acted.shares[action].map({ values[$0.index] }), share > 0, share < 1 else { continue }
            throw CompilationError(
                "acted.partial",
                "\(JSON.text(of: share * 100)) % of people take '\(model.actions[action].id)' in \(year): "
                    + "one person's values cannot show that",
                hint: "footprints and trajectories give the mean over those who do and those who do not",
                in: model.sources)
        }
        return Evaluation(person: person, year: year, acted: acted, values: values)
    }

    /// The value of every node of the acted graph for a row.
    func allValues(of row: Row, _ cast: Cast) throws(CompilationError) -> [Scalar] {
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
        return interpreter.values
    }
}
