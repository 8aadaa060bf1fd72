/// What may be published of a group of people without telling anything of one of them.
public struct Disclosure: Sendable, Hashable {
    /// The fewest people a published cell stands for.
    public let threshold: Int
    /// The largest part of a sum that one person may make.
    public static let dominance = 0.85
    /// The lowest threshold there may be.
    public static let leastThreshold = 5

    public init(threshold: Int = 10) {
        self.threshold = max(threshold, Self.leastThreshold)
    }

    /// A table as it may be published: what is nothing is suppressed, which is not zero.
    public struct Published: Sendable, Hashable {
        public let cells: [[Int?]]
        public let rowTotals: [Int?]
        public let columnTotals: [Int?]
        public let total: Int?
    }

    /// Hides small cells, and as many more as it takes that none can be computed from the rest.
    public func publish(_ counts: [[Int]]) -> Published {
        let table = AdditiveTable(counts)
        let hidden = protected(table)
        func shown(_ arc: Int) -> Int? { hidden[arc] ? nil : table.arcs[arc].value }
        let columns = counts.first?.count ?? 0
        return Published(
            cells: counts.indices.map { row in (0..<columns).map { shown(table.cell(row, $0)) } },
            rowTotals: counts.indices.map { shown(table.rowTotal($0)) },
            columnTotals: (0..<columns).map { shown(table.columnTotal($0)) }, total: shown(table.total))
    }

    /// The same for one line and its total.
    public func publish(line counts: [Int]) -> (cells: [Int?], total: Int?) {
        let table = AdditiveTable(line: counts)
        let hidden = protected(table)
        return (
            counts.indices.map { hidden[$0] ? nil : counts[$0] },
            hidden[table.total] ? nil : table.arcs[table.total].value
        )
    }

    /// Whether a count may be shown by itself, where no total of it is.
    public func shows(_ count: Int) -> Bool { count == 0 || count >= threshold }

    private func protected(_ table: AdditiveTable) -> [Bool] {
        let own = table.arcs.map { !shows($0.value) }
        return table.protected(own, .isCount) { table.arcs[$0].value == 0 }
    }

    // MARK: Means and quantiles

    /// Whether the mean of some values may be shown by itself: of enough people, none of whom makes most of it.
    public func showsMean(of values: [Double]) -> Bool {
        guard values.count >= threshold else { return false }
        let sum = values.reduce(0) { $0 + $1.magnitude }
        return (values.map(\.magnitude).max() ?? 0) <= Self.dominance * sum
    }

    /// The means of groups and of all of them that may be shown together.
    ///
    /// - Parameters:
    ///   - groups: the values of each; an empty group has no mean.
    ///   - isCountHidden: whether the number of people of a group is hidden already.
    public func means(
        of groups: [[Double]], isCountHidden: [Bool]
    ) -> (groups: [Double?], all: Double?) {
        let table = AdditiveTable(line: groups.map(\.count))
        let everybody = groups.flatMap(\.self)
        var hidden = groups.indices.map { !groups[$0].isEmpty && (isCountHidden[$0] || !showsMean(of: groups[$0])) }
        hidden.append(!showsMean(of: everybody))
        hidden = table.protected(hidden, .nothing) { table.arcs[$0].value == 0 }
        return (
            groups.indices.map { hidden[$0] || groups[$0].isEmpty ? nil : groups[$0].mean },
            hidden[table.total] || everybody.isEmpty ? nil : everybody.mean
        )
    }

    /// A quantile of enough people; nothing of fewer. Neither the least nor the largest value is ever one.
    public func quantile(_ share: Double, of values: [Double]) -> Double? {
        guard values.count >= 4 * threshold, share > 0, share < 1 else { return nil }
        let ordered = values.sorted()
        let place = share * Double(ordered.count - 1)
        let low = Int(place.rounded(.down))
        let part = place - Double(low)
        let high = min(low + 1, ordered.count - 1)
        return ordered[low] * (1 - part) + ordered[high] * part
    }

    /// Whether two publications differ by so few people that these could be told.
    public func isTooClose<Person: Hashable>(_ one: Set<Person>, _ other: Set<Person>) -> Bool {
        let difference = one.symmetricDifference(other).count
        return difference > 0 && difference < threshold
    }
}

extension [Double] {
    /// The mean; NaN of nothing.
    var mean: Double { reduce(0, +) / Double(count) }
}
