internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// Sets out what one action brings a person: what it changes, and the branches and leaves that change with it.
struct ActionExplainer {
    private let evaluator: Evaluator
    private let person: Person
    private let year: Int
    /// The actions that are taken with and without it.
    private let others: [Int]

    private var model: Model { evaluator.model }

    init(_ evaluator: Evaluator, _ person: Person, _ year: Int, beside others: [Int]) {
        self.evaluator = evaluator
        self.person = person
        self.year = year
        self.others = others
    }

    func explain(_ index: Int) throws(CompilationError) -> Explanation {
        let action = model.actions[index]
        let indicator = model.indicators.first
        var explanation = Explanation(
            id: action.id, label: action.label, kind: .action(effects: action.text, before: 0, after: 0), value: nil,
            unit: indicator?.unit.description ?? "", place: action.place, evidence: action.evidence)
        if let reason = action.unquantified {
            explanation.kind = .idleAction(effects: "", reason: .notQuantified(reason: reason))
            return explanation
        }
        var written = Explainer(model: model, evaluation: try evaluator.evaluateAsWritten(person, year: year))
        guard written.evaluation.applies(action.presence) else {
            explanation.kind = .idleAction(
                effects: action.text, reason: .notApplicable(condition: action.condition ?? ""))
            explanation.steps = written.steps(
                action.conditionUses, readBy: [action.presence].compactMap { $0 })
            return explanation
        }
        guard let total = indicator?.total else { return explanation }
        let rest = others.filter { $0 != index }
        var taker = person
        taker.taken = rest + [index]
        if !others.isEmpty { try ChoiceCheck(model).refuseClashes(of: taker) }

        let sets = [ActionSet(fully: rest), ActionSet(fully: taker.taken)]
        let acted = ActedEvaluator(model, offered: taker.taken)
        let branches = ChangedBranches(model)
        let values = try acted.values(of: [total] + branches.nodes, people: [person], under: sets, in: [year])
        let (before, after) = (values[0, person: 0, set: 0], values[0, person: 0, set: 1])
        explanation.kind = .action(effects: action.text, before: before, after: after)
        explanation.value = before - after
        explanation.steps = branches.changes { node in
            (values[node + 1, person: 0, set: 0], values[node + 1, person: 0, set: 1])
        }
        // Where only some people switch there is no single person whose answers could be shown.
        if let evaluation = try? acted.evaluation(of: taker, sets[1], in: year) {
            var explainer = Explainer(model: model, evaluation: evaluation)
            explanation.steps = explainer.changed(by: action) + explanation.steps
        }
        return explanation
    }
}

/// The branches and leaves of the first indicator, with what each loses.
private struct ChangedBranches {
    private let model: Model
    /// The totals of the branches, then the values of the leaves.
    let nodes: [NodeID]
    private var positions: [NodeID: Int] = [:]

    init(_ model: Model) {
        self.model = model
        nodes =
            model.categories.compactMap { $0.totals.first ?? nil } + model.formulas.compactMap { $0.value(for: 0) }
        for (position, node) in nodes.enumerated() { positions[node] = position }
    }

    /// The top branches that change, down to the leaves that do.
    func changes(_ values: (_ position: Int) -> (before: Double, after: Double)) -> [Explanation] {
        model.categories.indices.filter { model.categories[$0].isTop }.compactMap { branch($0, values) }
    }

    private func branch(
        _ index: Int, _ values: (_ position: Int) -> (before: Double, after: Double)
    ) -> Explanation? {
        let category = model.categories[index]
        let total = category.totals.first ?? nil
        guard var explanation = change(category.id, category.label, category.place, total, values) else { return nil }
        explanation.steps = category.members.compactMap { member in
            switch member {
            case .category(let child): return branch(child, values)
            case .leaf(let leaf):
                let formula = model.formulas[leaf]
                let result = formula.result(for: 0)
                return change(formula.id, formula.label, result?.place ?? formula.place, result?.value, values)
            }
        }
        return explanation
    }

    private func change(
        _ id: String, _ label: Label, _ place: Place, _ node: NodeID?,
        _ values: (_ position: Int) -> (before: Double, after: Double)
    ) -> Explanation? {
        guard let position = node.flatMap({ positions[$0] }) else { return nil }
        let (before, after) = values(position)
        guard before != after else { return nil }
        return Explanation(
            id: id, label: label, kind: .change(before: before, after: after), value: before - after,
            unit: model.indicators[0].unit.description, place: place)
    }
}
