public import EmpreinteModel
public import EmpreinteText

extension Evaluator {
    /// Explains a formula, category, indicator, question, factor, trend, action or target for one person.
    ///
    /// The value is the evaluated one, bit for bit. One explanation for each indicator a leaf or category feeds; none
    /// when nothing has the id.
    /// - Parameter isActed: whether the actions the person has taken are at their full strength.
    /// - Throws: what `evaluate` refuses.
    public func explain(
        _ id: String, for person: Person, year: Int? = nil, acted isActed: Bool = false
    ) throws(CompilationError) -> [Explanation] {
        let evaluated = try evaluate(person, year: year)
        let isActed = isActed && !person.taken.isEmpty
        if isActed { try ChoiceCheck(model).refuseClashes(of: person) }
        if let action = model.action(id) {
            let explainer = ActionExplainer(self, person, evaluated.year, beside: isActed ? person.taken : [])
            return [try explainer.explain(action)]
        }
        if let target = model.territory?.targets.first(where: { $0.id == id }), let territory = model.territory {
            return [territory.explain(target)]
        }
        let evaluation: Evaluation
        if isActed {
            let actions = ActedEvaluator(model, offered: person.taken)
            evaluation = try actions.evaluation(of: person, ActionSet(fully: person.taken), in: evaluated.year)
        } else {
            evaluation = try evaluateAsWritten(person, year: year)
        }
        var explainer = Explainer(model: model, evaluation: evaluation)
        return explainer.explain(id)
    }
}
