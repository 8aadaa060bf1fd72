internal import EmpreinteGraph
public import EmpreinteModel
public import EmpreinteText

/// How local a child pack's result is: the figures it states itself, and the part of the total that rests on them.
public struct LocalShare: Sendable, Hashable {
    /// How many factors the pack states itself.
    public let factors: Int
    /// The share of the total, by size, of leaves that read at least one of them.
    public let share: Double
}

extension Evaluator {
    /// How local some people's results for an indicator are; nothing for a pack without a parent.
    public func localShare(
        of people: [Person], indicator: Int, year: Int? = nil
    ) throws(CompilationError) -> LocalShare? {
        guard model.layers.count > 1 else { return nil }
        let local = Set(model.factors.indices.filter { model.factors[$0].layer == model.layers.count - 1 })
        var all = 0.0
        var resting = 0.0
        for person in people {
            let evaluation = try evaluateAsWritten(person, year: year)
            for (index, formula) in model.formulas.enumerated() {
                guard let result = formula.result(for: indicator) else { continue }
                let size = evaluation[result.value].magnitude
                all += size
                let trace = Trace(of: result.value, in: evaluation.graph, values: evaluation.values)
                if figuresRead(by: .formula(index), trace).contains(where: local.contains) { resting += size }
            }
        }
        return LocalShare(factors: local.count, share: all == 0 ? 0 : resting / all)
    }

    /// The factors read on the branches taken, directly or through steps and defaults.
    private func figuresRead(by element: Element, _ trace: Trace) -> Set<Int> {
        var figures: Set<Int> = []
        var seen: Set<Element> = [element]
        var waiting = [element]
        while let next = waiting.popLast() {
            for use in uses(of: next) where trace.contains(use.node) {
                if case .factor(let index) = use.element { figures.insert(index) }
                if seen.insert(use.element).inserted { waiting.append(use.element) }
            }
        }
        return figures
    }

    private func uses(of element: Element) -> [Use] {
        switch element {
        case .formula(let index):
            model.formulas[index].conditionUses + model.formulas[index].results.flatMap(\.uses)
        case .input(let index): model.inputs[index].conditionUses + model.inputs[index].uses
        case .factor, .trend: []
        }
    }
}
