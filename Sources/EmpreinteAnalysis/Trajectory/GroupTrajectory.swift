internal import EmpreinteEngine
public import EmpreinteModel
public import EmpreinteText

/// The mean values by year of a group of any size, added block by block; the same for any order and partition.
public struct GroupTrajectory: Sendable {
    private let years: ClosedRange<Int>
    private let outputCount: Int
    /// By group, then year, then output; the first group is everybody.
    private var statistics: [[Statistics]]
    /// How many people were added.
    public private(set) var people = 0

    /// - Parameter evaluator: one of everybody in some years.
    public init(_ evaluator: PopulationEvaluator) {
        years = evaluator.years ?? evaluator.model.years.reference...evaluator.model.years.reference
        outputCount = evaluator.outputs.count
        statistics = []
        reserve(groups: 0)
    }

    private mutating func reserve(groups count: Int) {
        while statistics.count <= count {
            statistics.append(Array(repeating: Statistics(unit: 1), count: years.count * outputCount))
        }
    }

    /// Adds the people of a block, evaluated together.
    ///
    /// - Throws: why a value is no number, at the operator.
    public mutating func add(
        _ block: borrowing PeopleColumns, _ evaluator: PopulationEvaluator
    ) throws(CompilationError) {
        let groupCount = (block.groups.max().map(Int.init) ?? -1) + 1
        var sink = StatisticsSink(
            evaluator.outputs.map { _ in Statistics(unit: 1) }, yearCount: years.count,
            weights: block.weights.isEmpty ? nil : Column(numbers: block.weights),
            groups: block.groups.isEmpty ? nil : Column(codes: block.groups), groupCount: max(groupCount, 1))
        try evaluator.feed(block, evaluator.draw, into: &sink)
        reserve(groups: groupCount)
        for group in 0..<max(groupCount, 1) {
            for (position, year) in years.enumerated() {
                for output in 0..<outputCount {
                    let added = sink[output, year: position, group: group]
                    if let lane = added.firstRefusedLane {
                        try evaluator.explainFailure(of: block.person(lane), in: year)
                    }
                    statistics[0][position * outputCount + output].merge(added)
                    if groupCount > 0 { statistics[group + 1][position * outputCount + output].merge(added) }
                }
            }
        }
        people += block.count
    }

    /// Adds one person.
    ///
    /// - Parameter group: the group beside everybody, if there is one.
    public mutating func add(_ trajectory: Trajectory, weight: Double, group: Int? = nil) {
        reserve(groups: group.map { $0 + 1 } ?? 0)
        for place in [0] + (group.map { [$0 + 1] } ?? []) {
            for output in 0..<outputCount {
                for (position, value) in trajectory[output].enumerated() {
                    statistics[place][position * outputCount + output].add(value, weight: weight)
                }
            }
        }
        people += 1
    }

    /// How many people they stand for.
    public var weight: Double { statistics[0].first?.weight ?? 0 }

    /// The means.
    public var mean: Trajectory { mean(of: 0) }

    /// The groups beside everybody: how many people each has, and its means.
    public var groups: [(people: Int, weight: Double, mean: Trajectory)] {
        statistics.indices.dropFirst().map { group in
            (statistics[group].first?.count ?? 0, statistics[group].first?.weight ?? 0, mean(of: group))
        }
    }

    private func mean(of group: Int) -> Trajectory {
        Trajectory(
            id: nil, years: years,
            values: (0..<outputCount).map { output in
                (0..<years.count).map { statistics[group][$0 * outputCount + output].mean }
            })
    }
}
