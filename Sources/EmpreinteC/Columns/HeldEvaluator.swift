internal import Empreinte
internal import EmpreinteAnalysis
internal import EmpreinteEngine
internal import EmpreinteGraph
internal import Synchronization

/// What an `emp_evaluator` is: the nodes and years wanted, and the plans staged for them so far.
final class HeldEvaluator: Sendable {
    let pack: HeldPack
    let outputs: [Output]
    let years: ClosedRange<Int>
    let plans: PlanCache
    private let acted = Mutex<PlanCache?>(nil)
    /// By question.
    let rules: [AnswerRule]

    var model: Model { pack.model }

    /// The plans staged for people who act.
    var actedPlans: PlanCache {
        acted.withLock { acted in
            let plans = acted ?? PlanCache(pack.acting.acted.graph)
            acted = plans
            return plans
        }
    }

    /// A value computed for each person and year.
    struct Output: Sendable {
        let id: String
        let unit: String
        let node: NodeID
    }

    /// - Parameter years: both included; 0 and 0 is the reference year.
    /// - Throws: `argument.output`, `argument.id` and `year.outside`.
    init(_ pack: HeldPack, outputs ids: [String], years: (first: Int, last: Int)) throws {
        let model = pack.model
        let (first, last) = years == (0, 0) ? (model.years.reference, model.years.reference) : years
        guard first <= last else { throw Failure(argument: "\(last) is before \(first)", code: "year.order") }
        for year in [first, last] where !model.years.range.contains(year) {
            let covered = model.years.range
            throw Failure(
                .input,
                CompilationError(
                    "year.outside",
                    "\(model.identity.id) covers \(covered.lowerBound) to \(covered.upperBound), not \(year)"))
        }
        self.pack = pack
        self.years = first...last
        outputs = ids.isEmpty ? Self.standing(model) : try ids.map { try Self.output($0, model) }
        plans = PlanCache(model.graph)
        rules = model.inputs.map(AnswerRule.init)
        guard !outputs.isEmpty else {
            throw Failure(argument: "\(model.identity.id) computes nothing", code: "argument.output")
        }
    }

    /// Every indicator, followed by its top categories.
    private static func standing(_ model: Model) -> [Output] {
        model.indicators.enumerated().flatMap { index, indicator -> [Output] in
            guard let total = indicator.total else { return [] }
            let unit = indicator.unit.description
            return [Output(id: indicator.id, unit: unit, node: total)]
                + model.categories.filter(\.isTop).compactMap { category in
                    category.totals[index].map { Output(id: "\(indicator.id).\(category.id)", unit: unit, node: $0) }
                }
        }
    }

    private static func output(_ id: String, _ model: Model) throws -> Output {
        for (index, indicator) in model.indicators.enumerated() {
            let unit = indicator.unit.description
            if id == indicator.id, let total = indicator.total { return Output(id: id, unit: unit, node: total) }
            guard id.hasPrefix(indicator.id + ".") else { continue }
            let rest = String(id.dropFirst(indicator.id.count + 1))
            if let category = model.category(rest), let total = model.categories[category].totals[index] {
                return Output(id: id, unit: unit, node: total)
            }
            if case .formula(let formula)? = model.element(rest), let node = model.formulas[formula].value(for: index) {
                return Output(id: id, unit: unit, node: node)
            }
        }
        if case .formula(let formula)? = model.element(id), let step = model.formulas[formula].results.first,
            step.indicator == nil
        {
            return Output(id: id, unit: step.unit.description, node: step.value)
        }
        let known = model.indicators.flatMap { indicator in
            [indicator.id] + (model.categories.map(\.id) + model.formulas.map(\.id)).map { "\(indicator.id).\($0)" }
        }
        throw Failure(
            argument: "\(model.identity.id) computes no '\(id)'", code: "argument.output",
            hint: Spelling.didYouMean(id, among: known)
                ?? "an output is an indicator, an indicator and a category or leaf joined by a dot, or a step")
    }
}

extension HeldEvaluator {
    /// What a plan is staged for when nobody answers and nobody acts.
    var unansweredBinding: Binding {
        Binding(inputs: model.unboundSlots.map { .literal($0) }, outputs: outputs.map(\.node))
    }

    /// Says why a person has no result, by evaluating the person alone.
    /// - Parameters:
    ///   - set: what the person does, as `acting` evaluates it.
    func failure(
        of person: Person, at index: Int, output: Int, year: Int, under set: ActionSet? = nil,
        _ acting: ActedEvaluator? = nil
    ) -> Failure {
        do throws(CompilationError) {
            if let set, let acting {
                _ = try acting.values(of: outputs.map(\.node), people: [person], under: [set], in: [year])
            } else {
                _ = try Evaluator(model).evaluate(person, year: year)
            }
        } catch {
            return Failure(.input, error, person: index)
        }
        let message = "\(outputs[output].id) is not a number for \(person.id) in \(year)"
        return Failure(.input, CompilationError("run.not_finite", message), person: index)
    }
}
