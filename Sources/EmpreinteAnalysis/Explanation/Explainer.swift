internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// Walks from a result to what it rests on, along the branches taken.
struct Explainer {
    let model: Model
    let evaluation: Evaluation
    let overrides: [String: [Override]]
    private var shown: Set<Element> = []
    private var depth = 0
    /// Steps further down than this are left to an explanation of their own.
    private static let maximumDepth = 100

    init(model: Model, evaluation: Evaluation) {
        self.model = model
        self.evaluation = evaluation
        overrides = Dictionary(grouping: model.overrides, by: \.id)
    }

    mutating func explain(_ id: String) -> [Explanation] {
        if let indicator = model.indicator(id) {
            return model.indicators[indicator].total.map { [explain(indicator: indicator, $0)] } ?? []
        }
        if let category = model.category(id) {
            return model.indicators.indices.compactMap { indicator in
                var explainer = afresh()
                return explainer.explain(category: category, indicator)
            }
        }
        switch model.element(id) {
        case .formula(let index):
            return model.formulas[index].results.map { result in
                var explainer = afresh()
                return explainer.explain(formula: index, result)
            }
        case .input(let index): return [explain(input: index, node: model.inputs[index].value)]
        case .factor(let index): return [explain(table: index)]
        case .trend(let index): return [explain(trend: index, value: figure(of: model.trends[index]))]
        case nil: return model.targets.first { $0.id == id }.map { [explain($0)] } ?? []
        }
    }

    /// How far a person is from a level, and what their total is made of.
    private mutating func explain(_ target: Target) -> Explanation {
        let total = model.indicators[target.indicator].total
        let value = total.map { evaluation[$0] }
        return Explanation(
            id: target.id, label: target.label,
            kind: .target(
                .init(
                    goal: target.value, year: target.year,
                    known: value.map { .init(year: evaluation.year, value: $0) }, way: target.value)),
            value: value.map { $0 - target.value },
            unit: model.indicators[target.indicator].unit.description, place: target.place, evidence: target.evidence,
            steps: total.map { [explain(indicator: target.indicator, $0)] } ?? [])
    }

    /// The questions and figures an action changes, before and after.
    mutating func changed(by action: Action) -> [Explanation] {
        var seen = Set<Effect.Target>()
        return action.effects.flatMap(\.verb.targets).filter { seen.insert($0).inserted }.map { target in
            var explanation =
                switch target {
                case .input(let index, _): explain(input: index, node: model.inputs[index].value)
                case .figure(let index, let cell): explain(factor: index, cell: cell)
                case .trend(let index): explain(trend: index, value: figure(of: model.trends[index]))
                }
            explanation.steps = []
            return explanation
        }
    }

    /// An explainer that has shown nothing yet: each indicator's explanation is read alone.
    private func afresh() -> Explainer { Explainer(model: model, evaluation: evaluation) }

    private mutating func explain(indicator index: Int, _ total: NodeID) -> Explanation {
        let indicator = model.indicators[index]
        var explanation = Explanation(
            id: indicator.id, label: indicator.label, kind: .indicator, value: evaluation[total],
            unit: indicator.unit.description)
        for (category, branch) in model.categories.enumerated() where branch.isTop {
            if let step = explain(category: category, index) { explanation.steps.append(step) }
        }
        return explanation
    }

    private mutating func explain(category index: Int, _ indicator: Int) -> Explanation? {
        let category = model.categories[index]
        guard let total = category.totals[indicator] else { return nil }
        var explanation = Explanation(
            id: category.id, label: category.label, kind: .category, value: evaluation[total],
            unit: model.indicators[indicator].unit.description, place: category.place)
        for member in category.members {
            switch member {
            case .category(let child):
                if let step = explain(category: child, indicator) { explanation.steps.append(step) }
            case .leaf(let leaf):
                if let result = model.formulas[leaf].result(for: indicator) {
                    explanation.steps.append(explain(formula: leaf, result))
                }
            }
        }
        return explanation
    }

    private mutating func explain(formula index: Int, _ result: Formula.Result) -> Explanation {
        let formula = model.formulas[index]
        let applies = evaluation.applies(formula.presence)
        var explanation = Explanation(
            id: formula.id, label: formula.label, kind: .formula(text: result.text),
            value: applies ? evaluation[result.value] : nil, unit: result.unit.description, place: result.place,
            overrides: overrides[formula.id] ?? [])
        let roots = [formula.presence, applies ? result.value : nil].compactMap { $0 }
        explanation.steps = steps(formula.conditionUses + (applies ? result.uses : []), readBy: roots)
        return explanation
    }

    private mutating func explain(input index: Int, node: NodeID) -> Explanation {
        let input = model.inputs[index]
        let applies = evaluation.applies(input.presence)
        let isAnswered = evaluation.person.answers[index] != nil
        var explanation = Explanation(
            id: input.id, label: input.label,
            kind: .input(isAnswered: isAnswered, answer: answer(to: input)),
            value: applies ? evaluation[node] : nil, unit: input.unit.description, place: input.place,
            evidence: isAnswered ? nil : input.evidence, overrides: overrides[input.id] ?? [])
        explanation.acted =
            acted(.input(index, isHousehold: false), input.value)
            ?? (input.isPerHousehold ? acted(.input(index, isHousehold: true), input.stated) : nil)
        if shown.insert(.input(index)).inserted {
            // A condition is explained where it is first met; many questions share one.
            let conditions = input.conditionUses.filter { !shown.contains($0.element) }
            explanation.steps = steps(
                input.uses + conditions, readBy: [node] + [input.presence].compactMap { $0 })
        } else {
            explanation.isShownAbove = !input.uses.isEmpty && !isAnswered
        }
        return explanation
    }

    /// What actions made of a target, where they changed it.
    func acted(_ target: Effect.Target, _ node: NodeID) -> Explanation.Acted? {
        let before = evaluation.unacted(node)
        var changes: [Explanation.Acted.Change] = []
        var last = before
        for (actions, verb, value) in evaluation.trail(of: target) where value != last {
            let taken = actions.filter { evaluation.person.taken.contains($0) }.map { model.actions[$0].id }
            changes.append(.init(actions: taken, verb: verb, after: value))
            last = value
        }
        return changes.isEmpty ? nil : Explanation.Acted(before: before, changes: changes)
    }

    /// The answer or the default as a person gives it.
    private func answer(to input: Input) -> String {
        let stated = evaluation.unacted(input.stated)
        switch input.kind {
        case .flag: return stated != 0 ? "true" : "false"
        case .option(let codes, _): return codes.name(of: Int32(stated)) ?? ""
        case .number: return JSON.text(of: stated)
        }
    }

    /// Explains what was read on the branches taken to some results, each once.
    mutating func steps(_ uses: [Use], readBy roots: [NodeID]) -> [Explanation] {
        guard depth < Self.maximumDepth else { return [] }
        depth += 1
        defer { depth -= 1 }
        var read = Set<NodeID>()
        for root in roots {
            read.formUnion(Trace(of: evaluation.node(root), in: evaluation.graph, values: evaluation.values).nodes)
        }
        var done = Set<Use>()
        var result: [Explanation] = []
        for use in uses where read.contains(evaluation.node(use.node)) && done.insert(use).inserted {
            switch use.element {
            case .input(let index): result.append(explain(input: index, node: use.node))
            case .factor(let index): result.append(explain(factor: index, node: use.node, option: use.option))
            case .trend(let index): result.append(explain(trend: index, value: evaluation[use.node]))
            case .formula(let index):
                guard let step = model.formulas[index].results.first else { continue }
                if shown.insert(use.element).inserted {
                    result.append(explain(formula: index, step))
                } else {
                    var again = Explanation(
                        id: model.formulas[index].id, label: model.formulas[index].label,
                        kind: .formula(text: step.text),
                        value: evaluation[use.node], unit: step.unit.description, place: step.place)
                    again.isShownAbove = true
                    result.append(again)
                }
            }
        }
        return result
    }
}
