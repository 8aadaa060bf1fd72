internal import EmpreinteEngine
internal import EmpreinteGraph
public import EmpreinteModel
internal import EmpreinteText

/// Evaluates a model under choices, many at a time: each lane is a person, a year and a set of actions.
///
/// Choosing other actions, levels and starts among those offered changes columns only. Immutable: one evaluator may be used
/// from any thread.
public struct ActedEvaluator: Sendable {
    /// The model it works on.
    public let model: Model
    /// The actions that may be taken.
    public let offered: [Int]
    /// The model's graph with the actions in it.
    public let acted: ActedGraph
    private let plans: PlanCache

    /// - Parameter offered: the actions that may be taken; all that have effects unless said.
    public init(_ model: Model, offered: [Int]? = nil) {
        self.init(model, acted: ActedGraph(model), offered: offered)
    }

    init(_ model: Model, acted: ActedGraph, offered: [Int]?) {
        // A plan for each set of actions that somebody of a room has taken.
        self.init(model, acted, offered, PlanCache(acted.graph, capacity: 64))
    }

    private init(_ model: Model, _ acted: ActedGraph, _ offered: [Int]?, _ plans: PlanCache) {
        self.model = model
        self.acted = acted
        let able = model.actions.indices.filter { acted.strengths[$0] != nil }
        self.offered = offered.map { Set($0).intersection(able).sorted() } ?? able
        self.plans = plans
    }

    /// The same evaluator for some actions only, quicker where few are taken; it shares what was planned.
    public func offering(_ actions: [Int]) -> ActedEvaluator { ActedEvaluator(model, acted, actions, plans) }

    /// One lane.
    struct Row {
        var person: Int
        var set: Int
        var year: Int
        /// Who switches options.
        var draw = Draw.whole

        enum Draw {
            /// Everybody, once an action has come half of its way.
            case whole
            /// Those actions are taken, and no others.
            case variant([Int])
            /// As the numbers of the person and the action say.
            case random(Philox)
        }
    }

    /// The people and sets of actions that rows speak of.
    struct Cast {
        var people: [Person]
        var sets: [ActionSet]
    }

    /// Evaluates rows.
    ///
    /// - Parameter nodes: of the acted graph.
    /// - Returns: by node, then by row.
    func values(of nodes: [NodeID], _ rows: [Row], _ cast: Cast) throws(CompilationError) -> [[Double]] {
        guard !rows.isEmpty else { return nodes.map { _ in [] } }
        var inputs = LaneInputs(model)
        inputs.give(rows, cast, offered)
        return try run(nodes, inputs, laneCount: rows.count)
    }

    /// Evaluates one person in one year under as many parts of a set of actions as asked for.
    ///
    /// - Parameters:
    ///   - node: of the model's graph.
    ///   - contains: whether a lane's part holds the action at a position of the set's order.
    func subsetValues(
        of node: NodeID, _ person: Person, _ set: ActionSet, _ year: Int, laneCount: Int,
        contains: (_ lane: Int, _ position: Int) -> Bool
    ) throws(CompilationError) -> [Double] {
        func part(_ lane: Int) -> ActionSet {
            set.keeping(set.order.indices.filter { contains(lane, $0) }.map { set.order[$0] })
        }
        var inputs = LaneInputs(model)
        inputs.give(person, set, year, laneCount: laneCount, contains)
        // Where everybody switches or nobody does, the lane is right as it is; a share in between takes a mean.
        let shares = splittingGroups(of: set).joined().compactMap { acted.shares[$0] }
        let results = try run([acted[node]] + shares, inputs, laneCount: laneCount)
        var values = results[0]
        let split = values.indices.filter { lane in
            results.dropFirst().contains { $0[lane] != 0 && $0[lane] != 1 }
        }
        if !split.isEmpty {
            let means = try self.values(of: [node], people: [person], under: split.map(part), in: [year])
            for (position, lane) in split.enumerated() { values[lane] = means[0, person: 0, set: position] }
        }
        if let lane = values.firstIndex(where: { !$0.isFinite }) {
            try explainFailure(
                of: node, Row(person: 0, set: 0, year: year), Cast(people: [person], sets: [part(lane)]))
        }
        return values
    }

    /// Evaluates lanes whose inputs are at hand.
    ///
    /// - Parameter nodes: of the acted graph.
    func run(
        _ nodes: [NodeID], _ inputs: LaneInputs, laneCount: Int
    ) throws(CompilationError) -> [[Double]] {
        guard !nodes.isEmpty, laneCount > 0 else { return nodes.map { _ in [] } }
        let plan = plans.plan(for: Binding(inputs: inputs.sources, outputs: nodes))
        var results = [Double](repeating: 0, count: nodes.count * laneCount)
        var failure: RunError?
        unsafe results.withUnsafeMutableBufferPointer { buffer in
            var sink = unsafe BufferSink(buffer, strides: .init(lane: 1, year: 0, output: laneCount))
            do throws(RunError) {
                try Run(plan, laneCount: laneCount, inputs: inputs.given).feed(&sink)
            } catch {
                failure = error
            }
        }
        if let failure {
            throw CompilationError(failure, in: model)
        }
        return nodes.indices.map { Array(results[$0 * laneCount..<($0 + 1) * laneCount]) }
    }
}
