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
        /// The counts, nothing where they are withheld.
        public let cells: [[Int?]]
        /// The totals of rows, nothing where they are withheld.
        public let rowTotals: [Int?]
        /// The totals of columns, nothing where they are withheld.
        public let columnTotals: [Int?]
        /// The total, nothing where it is withheld.
        public let total: Int?
    }

    /// Hides small cells, and as many more as it takes that none can be computed from the rest.
    public func publish(_ counts: [[Int]]) -> Published {
        let columns = counts.first?.count ?? 0
        var linked = LinkedCounts()
        let (start, end) = (linked.node(), linked.node())
        let rowNodes = counts.map { _ in linked.node() }
        let columnNodes = (0..<columns).map { _ in linked.node() }
        let cells = counts.indices.map { row in
            (0..<columns).map { linked.add(counts[row][$0], from: rowNodes[row], to: columnNodes[$0]) }
        }
        let rows = counts.indices.map {
            linked.add(counts[$0].reduce(0, +), from: start, to: rowNodes[$0], .margin)
        }
        let sums = (0..<columns).map { column in
            linked.add(counts.reduce(0) { $0 + $1[column] }, from: columnNodes[column], to: end, .margin)
        }
        let total = linked.add(counts.joined().reduce(0, +), from: end, to: start, .total)
        let shown = publish(linked)
        return Published(
            cells: cells.map { $0.map { shown[$0] } }, rowTotals: rows.map { shown[$0] },
            columnTotals: sums.map { shown[$0] }, total: shown[total])
    }

    /// The same for one line and its total.
    public func publish(line counts: [Int]) -> (cells: [Int?], total: Int?) {
        let (lines, total) = publish(lines: [counts])
        return (lines[0], total)
    }

    /// The same for several ways to part the same people, which have one total.
    ///
    /// - Parameter lines: each with the one sum.
    public func publish(lines: [[Int]]) -> (lines: [[Int?]], total: Int?) {
        var linked = LinkedCounts()
        let start = linked.node()
        var end = start
        let places = lines.map { line in
            let from = end
            end = linked.node()
            return line.map { linked.add($0, from: from, to: end) }
        }
        let total = linked.add(lines.first?.reduce(0, +) ?? 0, from: end, to: start, .total)
        let shown = publish(linked)
        return (places.map { $0.map { shown[$0] } }, shown[total])
    }

    /// The same for any counts that are linked: by place, nothing where a count is suppressed or not to be published.
    public func publish(_ linked: LinkedCounts) -> [Int?] {
        let hidden = linked.protected((0..<linked.count).map { !shows(linked.value($0)) }, .isCount)
        return linked.arcs.indices.map { hidden[$0] || !linked.arcs[$0].isPublic ? nil : linked.value($0) }
    }

    /// Whether a count may be shown by itself, where no total of it is.
    public func shows(_ count: Int) -> Bool { count == 0 || count >= threshold }

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
        var linked = LinkedSums(self)
        let (start, end) = (linked.node(), linked.node())
        let places = groups.indices.map { linked.add(groups[$0], from: start, to: end, isSecret: isCountHidden[$0]) }
        let all = linked.add(groups.flatMap(\.self), from: end, to: start, .total)
        let shown = linked.means
        return (places.map { shown[$0] }, shown[all])
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

/// Sums linked by sums, whose means are published.
struct LinkedSums {
    private let disclosure: Disclosure
    private var counts = LinkedCounts()
    private var all: [Double?] = []
    private var secret: [Bool] = []

    init(_ disclosure: Disclosure) { self.disclosure = disclosure }

    mutating func node() -> Int { counts.node() }

    /// Adds the values of a group, and gives its place.
    ///
    /// - Parameters:
    ///   - isPublic: whether the mean may be published at all.
    ///   - isSecret: whether it is to be kept, whatever the values.
    @discardableResult
    mutating func add(
        _ values: [Double], from: Int, to: Int, _ sort: LinkedCounts.Sort = .cell, isPublic: Bool = true,
        isSecret: Bool = false
    ) -> Int {
        all.append(values.isEmpty ? nil : values.mean)
        secret.append(!values.isEmpty && (isSecret || !disclosure.showsMean(of: values)))
        return counts.add(values.count, from: from, to: to, sort, isPublic: isPublic)
    }

    /// The means that may be shown, by place; nothing of nobody.
    var means: [Double?] {
        let hidden = counts.protected(secret, .nothing)
        return all.indices.map { hidden[$0] || !counts.arcs[$0].isPublic ? nil : all[$0] }
    }
}

extension [Double] {
    /// The mean; NaN of nothing.
    var mean: Double { reduce(0, +) / Double(count) }
}
