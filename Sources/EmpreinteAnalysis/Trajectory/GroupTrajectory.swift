internal import EmpreinteEngine
public import EmpreinteModel
public import EmpreinteText

/// The mean values by year of a group of any size, added block by block; the same for any order and partition.
public struct GroupTrajectory: Sendable {
    private let evaluator: PopulationEvaluator
    var outputs: [PopulationEvaluator.Output] { evaluator.outputs }
    private let years: ClosedRange<Int>
    private var statistics: StatisticsSink
    public private(set) var people = 0
    /// How many people they stand for.
    public private(set) var weight = 0.0

    /// - Parameter evaluator: one of everybody in some years.
    public init(_ evaluator: PopulationEvaluator) {
        self.evaluator = evaluator
        years = evaluator.years ?? evaluator.model.years.reference...evaluator.model.years.reference
        statistics = StatisticsSink(Self.empty(evaluator), yearCount: years.count)
    }

    private static func empty(_ evaluator: PopulationEvaluator) -> [Statistics] {
        evaluator.outputs.map { _ in Statistics(unit: 1) }
    }

    /// Adds the people of a block.
    ///
    /// - Throws: why a value is no number, at the operator.
    public mutating func add(_ block: borrowing PeopleColumns) throws(CompilationError) {
        let weights = block.weights.isEmpty ? nil : Column(numbers: block.weights)
        var sink = StatisticsSink(Self.empty(evaluator), yearCount: years.count, weights: weights)
        try evaluator.feed(block, into: &sink)
        for (position, year) in years.enumerated() {
            for output in evaluator.outputs.indices {
                guard let lane = sink[output, year: position].firstRefusedLane else { continue }
                try evaluator.explainFailure(of: block.person(lane), in: year)
            }
        }
        statistics.merge(sink)
        people += block.count
        if !evaluator.outputs.isEmpty { weight = statistics[0].weight }
    }

    /// The means.
    public var mean: Trajectory {
        Trajectory(
            id: nil, years: years,
            values: evaluator.outputs.indices.map { output in
                (0..<years.count).map { statistics[output, year: $0].mean }
            })
    }
}
