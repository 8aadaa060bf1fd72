internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText

/// What an action costs one person, who bears an equal share of what the household pays.
public struct ActionCost: Sendable, Hashable {
    /// Once, at the start; nothing where it is not known.
    public let upfront: Double?
    /// Every year, below 0 where it saves money; nothing where it is not known.
    public let yearly: Double?
    /// How many years what was bought lasts.
    public let lifetime: Double?

    /// What it costs each year in all, the purchase spread over its lifetime; nothing where a part is not known.
    public var net: Double? {
        guard let upfront, let yearly else { return nil }
        if upfront == 0 { return yearly }
        return lifetime.map { upfront / $0 + yearly }
    }
}

/// What the actions of a model are to one person in a year, read on the answers.
struct PersonalFacts {
    /// By action, whether its condition holds.
    let applies: [Bool]
    /// By action.
    let costs: [ActionCost?]
}

extension Advisor {
    /// What the actions are to people, each in a year.
    func facts(of people: [Person], in years: [Int]) throws(CompilationError) -> [PersonalFacts] {
        let rows = people.indices.map { ActedEvaluator.Row(person: $0, set: 0, year: years[$0]) }
        let questions = FactQuestions(model)
        // The nodes as they are in the model, before any action.
        let values = try evaluator.values(
            of: questions.nodes, rows, ActedEvaluator.Cast(people: people, sets: [ActionSet()]))
        return rows.indices.map { row in questions.facts(values.map { $0[row] }) }
    }
}

/// The nodes that say what actions are to a person.
struct FactQuestions {
    let nodes: [NodeID]
    private let model: Model
    private let size: Int?
    /// By action, positions among the nodes.
    private let places: [(presence: Int?, upfront: Int?, yearly: Int?)]

    init(_ model: Model) {
        var nodes: [NodeID] = []
        func place(_ node: NodeID?) -> Int? {
            guard let node else { return nil }
            nodes.append(node)
            return nodes.count - 1
        }
        size = place(model.householdSize.map { model.inputs[$0].value })
        places = model.actions.map { (place($0.presence), place($0.cost?.upfront), place($0.cost?.yearly)) }
        self.nodes = nodes
        self.model = model
    }

    /// - Parameter values: of the nodes.
    func facts(_ values: [Double]) -> PersonalFacts {
        let members = max(size.map { values[$0] } ?? 1, 1)
        let applies = places.map { $0.presence.map { values[$0] != 0 } ?? true }
        let costs = zip(model.actions, places).map { action, place -> ActionCost? in
            guard let cost = action.cost else { return nil }
            let sharers = action.actor == .household ? members : 1
            // A price that does not apply to the person may be no number: not known.
            func amount(_ place: Int?) -> Double? {
                place.flatMap { values[$0].isFinite ? values[$0] / sharers : nil }
            }
            return ActionCost(upfront: amount(place.upfront), yearly: amount(place.yearly), lifetime: cost.lifetime)
        }
        return PersonalFacts(applies: applies, costs: costs)
    }
}
