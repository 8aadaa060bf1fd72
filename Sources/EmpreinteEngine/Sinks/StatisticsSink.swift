internal import EmpreinteGraph

/// Keeps statistics of each output, by year and by group of lanes, and no lane.
public struct StatisticsSink: Sink {
    /// By group, then year, then output.
    private var statistics: [Statistics]
    private let empty: [Statistics]
    private let yearCount: Int
    private let groupCount: Int
    private let weights: Column?
    private let groups: Column?

    /// How many results were in no group.
    public private(set) var ungroupedCount = 0

    /// - Parameters:
    ///   - outputs: for each output of the plan, the statistics to start from.
    ///   - weights: a number a lane; 1 when not said.
    ///   - groups: a code a lane, counted when it is not below `groupCount`; all in group 0 when not said.
    public init(
        _ outputs: [Statistics], yearCount: Int = 1, weights: Column? = nil, groups: Column? = nil, groupCount: Int = 1
    ) {
        self.yearCount = max(yearCount, 0)
        self.groupCount = max(groupCount, 0)
        self.weights = weights
        self.groups = groups
        empty = outputs
        statistics = (0..<self.yearCount * self.groupCount).flatMap { _ in outputs }
    }

    /// The statistics of an output.
    /// - Precondition: there are such an output, year and group.
    public subscript(output: Int, year year: Int = 0, group group: Int = 0) -> Statistics {
        statistics[place(output, year, group)]
    }

    private func place(_ output: Int, _ year: Int, _ group: Int) -> Int {
        precondition(empty.indices.contains(output) && year < yearCount && group < groupCount, "a place in the sink")
        return (group * yearCount + year) * empty.count + output
    }

    public func emptied() -> Self {
        StatisticsSink(empty, yearCount: yearCount, weights: weights, groups: groups, groupCount: groupCount)
    }

    public mutating func merge(_ other: Self) {
        for place in statistics.indices { statistics[place].merge(other.statistics[place]) }
        ungroupedCount += other.ungroupedCount
    }

    public mutating func absorb(_ block: borrowing Block) {
        for output in empty.indices {
            block.withNumbers(of: output) { numbers in
                if weights == nil, groups == nil {
                    statistics[place(output, block.year, 0)].add(numbers, firstLane: block.firstLane)
                } else {
                    absorb(numbers, output, block.year, block.firstLane)
                }
            }
        }
    }

    private mutating func absorb(_ numbers: Span<Double>, _ output: Int, _ year: Int, _ firstLane: Int) {
        for offset in numbers.indices {
            let lane = firstLane + offset
            let group = groups.map { Int($0.value(at: lane)) } ?? 0
            guard group >= 0, group < groupCount else {
                ungroupedCount += 1
                continue
            }
            let weight = weights?.value(at: lane) ?? 1
            statistics[place(output, year, group)].add(numbers[offset], weight: weight, lane: lane)
        }
    }

    public func check(laneCount: Int, yearCount: Int, outputCount: Int) throws(RunError) {
        guard yearCount <= self.yearCount, outputCount == empty.count, groupCount > 0 else { throw .sinkMismatched }
        for (column, type) in [(weights, ValueType.number), (groups, .code)] {
            guard let column else { continue }
            guard column.type == type, column.count >= laneCount else { throw .sinkMismatched }
        }
    }
}
