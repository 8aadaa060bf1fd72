public import EmpreinteGraph

/// A model's graph with every action in it, each at a strength that inputs carry: choosing changes a column, never the
/// program, and an action at strength 0 leaves the bits of the value as they were.
///
/// The order inside is fixed by verb and not by choice: `set`, `move`, `add`, `scale`, `cap`, `floor`; within a verb, by
/// the ids of the actions.
public struct ActedGraph: Sendable {
    /// The model's own graph, and after it what its values become.
    public let graph: Graph
    /// By action, its strength from 0 to 1 in the year evaluated; nothing for an action without effects.
    public let strengths: [NodeID?]
    /// By action that switches an option, the share of those concerned who do, after actions on one option have split
    /// the people.
    public let shares: [NodeID?]
    /// The actions that split the people together, since they switch one option or exclude one another.
    public let splits: [[Int]]
    /// What each target is worth after each change, in the order they are made.
    public let trails: [Effect.Target: [Trail]]
    /// By action with a condition, 1 for those it applies to and 0 for the others.
    public let concerned: [NodeID?]
    /// What is reduced in proportion where it comes to more than there is.
    public let reductions: [Reduction]
    private let images: [NodeID]

    /// The value of a target after a change.
    public struct Trail: Sendable {
        /// The actions that make the change together, by position in `Model.actions`.
        public let actions: [Int]
        /// The verb, as packs write it.
        public let verb: String
        /// The value after the change.
        public let node: NodeID
    }

    /// - Complexity: O(nodes + effects).
    public init(_ model: Model) {
        var building = ActedBuilding(model)
        building.build()
        strengths = building.strengths
        shares = building.shares
        splits = building.splits
        trails = building.trails
        concerned = building.concerned
        reductions = building.reductions
        images = model.graph.nodes.map { building.substitution.image(of: $0) }
        graph = building.substitution.graph
    }

    /// Shares of one thing that several actions take.
    public struct Reduction: Sendable {
        /// The actions that share, by position in `Model.actions`.
        public let actions: [Int]
        /// What they add up to before they are reduced.
        public let total: NodeID
    }

    /// What a node of the model's graph becomes under the choices.
    public subscript(node: NodeID) -> NodeID { images[node.index] }
}

/// The making of an acted graph.
struct ActedBuilding {
    let model: Model
    var substitution: Substitution
    var strengths: [NodeID?]
    var shares: [NodeID?]
    /// By action that switches an option, the flag that says who does.
    var switched: [NodeID?]
    var splits: [[Int]] = []
    var concerned: [NodeID?]
    var reductions: [ActedGraph.Reduction] = []
    /// The actions with effects, in the order of their ids: the order of files and choices must not show.
    let order: [Int]
    /// What changes each target.
    var changes: [Effect.Target: [Change]] = [:]
    /// What each target is worth after each change.
    var trails: [Effect.Target: [ActedGraph.Trail]] = [:]
    /// The values after `set`, where moves start.
    var starts: [Effect.Target: NodeID] = [:]

    /// One effect on one target.
    struct Change {
        let action: Int
        let effect: Effect
        /// The strength of the action, times the effect's own adoption.
        let strength: NodeID
    }

    init(_ model: Model) {
        self.model = model
        substitution = Substitution(model.graph)
        let none = [NodeID?](repeating: nil, count: model.actions.count)
        (strengths, shares, switched, concerned) = (none, none, none, none)
        order = model.actions.indices.filter { !model.actions[$0].effects.isEmpty }
            .sorted { model.actions[$0].id < model.actions[$1].id }
    }

    mutating func build() {
        buildStrengths()
        buildSplits()
        for action in order {
            guard let strength = strengths[action] else { continue }
            for effect in model.actions[action].effects {
                let own = effect.adoption == 1 ? strength : apply(.mul, strength, number(effect.adoption))
                let change = Change(action: action, effect: effect, strength: own)
                for target in Set(effect.verb.targets) { changes[target, default: []].append(change) }
            }
        }
        buildApplicability()
        for step in ActedOrder(model).steps {
            if step.isStart {
                buildStart(of: step.target)
            } else if let node = model.node(of: step.target) {
                substitution.replace(node, by: changed(step.target))
            }
        }
    }

    /// A question applies where an active effect says what its answer is.
    private mutating func buildApplicability() {
        for (index, input) in model.inputs.enumerated() {
            guard let slot = input.applicableSlot else { continue }
            let targets = [true, false].map { Effect.Target.input(index, isHousehold: $0) }
            let makers = targets.flatMap { target in
                (changes[target] ?? []).filter { $0.effect.verb.targetsMadeApplicable.contains(target) }
            }
            let flag = makers.map { isActive($0) }.reduce(nil) { (all: NodeID?, flag) in
                all.map { apply(.or, $0, flag) } ?? flag
            }
            guard let flag else { continue }
            substitution.replace(substitution.graph.input(slot: slot, type: .flag), by: flag)
        }
    }

    /// Whether an effect does anything.
    mutating func isActive(_ change: Change) -> NodeID {
        if change.effect.verb.isSwitch, let flag = switched[change.action] { return flag }
        return apply(.less, number(0), change.strength)
    }

    // MARK: Nodes

    mutating func apply(_ operation: Operation, _ operands: NodeID...) -> NodeID {
        substitution.graph.apply(operation, to: operands)
    }

    mutating func number(_ value: Double) -> NodeID { substitution.graph.number(value) }

    /// The sum of nodes in their order; nothing of none.
    mutating func sum(_ nodes: [NodeID]) -> NodeID? {
        guard let first = nodes.first else { return nil }
        return nodes.dropFirst().reduce(first) { apply(.add, $0, $1) }
    }
}
