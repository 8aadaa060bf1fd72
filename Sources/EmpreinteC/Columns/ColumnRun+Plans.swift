internal import Empreinte
internal import EmpreinteAnalysis
internal import EmpreinteEngine
internal import EmpreinteGraph

extension ColumnRun {
    /// The plan of the results, and of what has to be known before.
    struct Plans {
        let results: Plan
        /// Of the shares of those who switch options, where some may do in part.
        var shares: Plan?
        /// Of whom the actions concern that somebody may choose alone.
        var concerned: Plan?
    }

    var plans: Plans {
        var binding = binding
        guard let choices else { return Plans(results: evaluator.plans.plan(for: binding)) }
        let (acted, cache) = (choices.acting.acted, evaluator.actedPlans)
        choices.bind(&binding, drawn: splits)
        func plan(_ nodes: [NodeID], _ binding: Binding) -> Plan {
            cache.plan(for: Binding(inputs: binding.inputs, outputs: nodes))
        }
        var plans = Plans(results: plan(evaluator.outputs.map { acted[$0.node] }, binding))
        choices.bind(&binding, drawn: false)
        if splits {
            plans.shares = plan(
                choices.groups.joined().compactMap { acted.shares[choices.choices[$0].action] }, binding)
        }
        if !choices.conditional.isEmpty {
            if years == nil { binding.inputs[Model.yearSlot] = .uniform }
            plans.concerned = plan(
                choices.conditional.compactMap { acted.concerned[choices.choices[$0].action] }, binding)
        }
        return plans
    }

    /// Columns everybody answered, or nobody, need no flag.
    private var binding: Binding {
        let model = evaluator.model
        var binding = evaluator.unansweredBinding
        let year = Double(evaluator.years.lowerBound)
        binding.inputs[Model.yearSlot] = years != nil ? .lane : evaluator.years.count == 1 ? .literal(year) : .byYear
        for column in columns {
            let input = model.inputs[column.input]
            switch column.answered(of: peopleCount) {
            case .nobody: continue
            case .everybody: binding.inputs[input.answeredSlot] = .literal(1)
            case .some: binding.inputs[input.answeredSlot] = .lane
            }
            binding.inputs[input.valueSlot] = .lane
        }
        return binding
    }
}
