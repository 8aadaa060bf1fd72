public import EmpreinteGraph
public import EmpreinteModel

/// All values of one person in one year.
public struct Evaluation: Sendable {
    /// The person.
    public let person: Person
    /// The year.
    public let year: Int
    let graph: Graph
    let values: [Scalar]
    private let program: Rewrite?
    /// Where the model's nodes went when actions were let in.
    private let acted: ActedGraph?

    init(person: Person, year: Int, program: Rewrite, values: [Scalar]) {
        self.init(person: person, year: year, program: program, graph: program.graph, values: values)
    }

    init(person: Person, year: Int, program: Rewrite?, graph: Graph, values: [Scalar]) {
        self.person = person
        self.year = year
        self.program = program
        self.graph = graph
        self.values = values
        acted = nil
    }

    /// The values under actions.
    init(person: Person, year: Int, acted: ActedGraph, values: [Scalar]) {
        self.person = person
        self.year = year
        program = nil
        graph = acted.graph
        self.values = values
        self.acted = acted
    }

    /// What a target of actions was worth before them, and after each of their changes.
    func trail(of target: Effect.Target) -> [(actions: [Int], verb: String, value: Double)] {
        (acted?.trails[target] ?? []).map { ($0.actions, $0.verb, values[$0.node.index]) }
    }

    /// The value of a node before any action.
    func unacted(_ node: NodeID) -> Double { values[node.index] }

    /// The node of the evaluated graph that stands for one of the model's.
    func node(_ node: NodeID) -> NodeID { acted?[node] ?? program?[node] ?? node }

    /// The value of one of the model's results.
    ///
    /// - Precondition: the node is one that the model names as a result, a presence, a branch, a total or an expectation:
    ///   only these are kept when the graph is optimised.
    public subscript(node: NodeID) -> Double { values[self.node(node).index] }

    /// Whether something applies; nothing always does.
    public func applies(_ presence: NodeID?) -> Bool {
        presence.map { self[$0] != 0 } ?? true
    }

    /// The graph inputs read on the branches taken to a result.
    func slotsRead(for node: NodeID) -> Set<Int> {
        let trace = Trace(of: self.node(node), in: graph, values: values)
        return Set(trace.nodes.compactMap { graph.slot(of: $0) })
    }
}
