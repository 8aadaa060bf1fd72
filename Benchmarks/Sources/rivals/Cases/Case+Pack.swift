internal import Empreinte
internal import EmpreinteGraph
internal import Respondents

extension Case {
    /// A pack with every question answered, bound as `PopulationEvaluator` binds it.
    static func pack(at path: String, peopleCounts: [Int]) throws -> Case {
        let model = try Engine().model(path)
        let respondents = Respondents(model)
        let questions = respondents.asked.map { question in
            let input = model.inputs[question]
            let type: ValueType =
                switch input.kind {
                case .number: .number
                case .option: .code
                case .flag: .flag
                }
            return People.Question(slot: input.valueSlot, type: type) { person, _ in
                respondents.answer(question, of: person)
            }
        }
        var common = model.unboundSlots
        common[Model.yearSlot] = Scalar(model.years.reference)
        for input in model.inputs { common[input.answeredSlot] = 1 }
        return Case(
            model.identity.id, model.graph, outputs: model.footprints, asking: questions, common: common,
            peopleCounts: peopleCounts)
    }
}
