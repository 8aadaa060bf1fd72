internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// Walks from a result to what it rests on, along the branches taken.
struct Explainer {
    let model: Model
    let evaluation: Evaluation
    private var shown: Set<Element> = []
    private var depth = 0
    /// Steps further down than this are left to an explanation of their own.
    private static let maximumDepth = 100

    init(model: Model, evaluation: Evaluation) {
        self.model = model
        self.evaluation = evaluation
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
        case .factor(let index): return [explain(factor: index)]
        case .trend(let index): return [explain(trend: index, value: figure(of: model.trends[index]))]
        case nil: return []
        }
    }

    /// An explainer that has shown nothing yet: each indicator's explanation is read alone.
    private func afresh() -> Explainer { Explainer(model: model, evaluation: evaluation) }

    private func figure(of trend: Trend) -> Double? {
        trend.cell.flatMap { $0.curve?.value(at: Double(evaluation.year)) ?? $0.points.first?.value }
    }

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
            value: applies ? evaluation[result.value] : nil, unit: result.unit.description, place: result.place)
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
            evidence: isAnswered ? nil : input.evidence)
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
    private func acted(_ target: Effect.Target, _ node: NodeID) -> Explanation.Acted? {
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

    private func explain(factor index: Int, node: NodeID? = nil, option: NodeID? = nil) -> Explanation {
        let factor = model.factors[index]
        let value = node.map { evaluation[$0] } ?? factor.value.map { evaluation[$0] }
        let name = option.flatMap { chosen(by: $0, of: factor) }
        let cell = factor.cells.first { $0.option == name } ?? (factor.options == nil ? factor.cells.first : nil)
        let year = factor.evidence.year ?? cell?.points.last { ($0.year ?? 0) <= evaluation.year }?.year
        var explanation = Explanation(
            id: factor.id, label: factor.label, kind: .factor(option: name, year: year, spread: cell?.spread),
            value: value, unit: factor.unit.description, place: cell?.place ?? factor.place, evidence: factor.evidence,
            layer: factor.layer)
        if let position = factor.cells.firstIndex(where: { $0.option == cell?.option }),
            let node = factor.cells[position].value
        {
            explanation.acted = acted(.figure(index, cell: position), node)
        }
        return explanation
    }

    /// The option a code stands for: codes are the question's, found by the question that has the node.
    private func chosen(by option: NodeID, of factor: Factor) -> String? {
        let code = Int32(evaluation[option])
        for input in model.inputs where input.value == option {
            if case .option(let codes, _) = input.kind { return codes.name(of: code) }
        }
        return factor.options?.name(of: code)
    }

    private func explain(trend index: Int, value: Double?) -> Explanation {
        let trend = model.trends[index]
        return Explanation(
            id: trend.id, label: trend.label, kind: .trend, value: value, unit: trend.unit.description,
            place: trend.cell?.place ?? trend.place, evidence: trend.evidence)
    }

    /// Explains what was read on the branches taken to some results, each once.
    private mutating func steps(_ uses: [Use], readBy roots: [NodeID]) -> [Explanation] {
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
