/// Counts linked by sums, as arcs of a network in which as much comes into every node as leaves it: tables that share
/// margins, parts of parts, several ways to part the same people.
///
/// What is hidden can be told from all that is shown exactly when nothing could flow differently: that is how what is
/// published together is audited before it is.
public struct LinkedCounts: Sendable {
    /// One count: a cell, or the sum of others.
    struct Arc: Sendable {
        let from: Int
        let to: Int
        let value: Int
        let sort: Sort
        let isPublic: Bool
    }

    /// Cells are hidden before totals, and those before the grand total.
    public enum Sort: Int, Sendable {
        case cell, margin, total
    }

    private(set) var arcs: [Arc] = []
    private var nodeCount = 0

    public init() {}

    public mutating func node() -> Int {
        nodeCount += 1
        return nodeCount - 1
    }

    /// Adds a count that flows between two nodes, and gives its place.
    ///
    /// - Parameter isPublic: whether it may be published at all; one that may not is kept from being told all the same.
    @discardableResult
    public mutating func add(
        _ value: Int, from: Int, to: Int, _ sort: Sort = .cell, isPublic: Bool = true
    ) -> Int {
        precondition((0..<nodeCount).contains(from) && (0..<nodeCount).contains(to))
        arcs.append(Arc(from: from, to: to, value: value, sort: sort, isPublic: isPublic))
        return arcs.count - 1
    }

    /// How many counts there are.
    public var count: Int { arcs.count }
    public func value(_ place: Int) -> Int { arcs[place].value }

    // MARK: Audit

    /// What a reader knows beforehand of what is hidden.
    public enum Knowledge: Sendable {
        /// A hidden count is at least one, since zeros are known.
        case isCount
        /// Nothing, as of sums of any size.
        case nothing
    }

    /// Whether a hidden count could be another one, for all a reader can tell from what is shown.
    public func couldDiffer(_ place: Int, _ hidden: [Bool], _ knowledge: Knowledge) -> Bool {
        let ways = Ways(self, knowledge)
        return arcs[place].value > 0 && ways.cycle(through: place, hidden)?.cost == 0
    }

    /// Hides more until nothing of what is to be kept can be told: the smallest cells that help first, then totals.
    ///
    /// What stands for nobody is never hidden, and what may not be published always is.
    ///
    /// - Parameter secret: what is to be kept for its own sake.
    /// - Returns: what is hidden, by place; whatever of it is above zero could be another count.
    /// - Complexity: a search of the network for each secret.
    public func protected(_ secret: [Bool], _ knowledge: Knowledge) -> [Bool] {
        let ways = Ways(self, knowledge)
        var hidden = arcs.indices.map { arcs[$0].value > 0 && (secret[$0] || !arcs[$0].isPublic) }
        // More that is hidden only tells less, and all of a cycle can change at once: one pass is enough.
        for place in arcs.indices where secret[place] && arcs[place].value > 0 {
            guard let cycle = ways.cycle(through: place, hidden) else { continue }
            for arc in cycle.arcs { hidden[arc] = true }
        }
        return hidden
    }
}

/// The ways in which counts could change together: each a cycle along which some grow and the others shrink by one.
private struct Ways {
    private struct Step {
        let to: Int
        let arc: Int
    }

    private let arcs: [LinkedCounts.Arc]
    private let knowledge: LinkedCounts.Knowledge
    private var steps: [[Step]]

    init(_ counts: LinkedCounts, _ knowledge: LinkedCounts.Knowledge) {
        arcs = counts.arcs
        self.knowledge = knowledge
        steps = Array(repeating: [], count: (arcs.map { max($0.from, $0.to) }.max() ?? -1) + 1)
        for (place, arc) in arcs.enumerated() where arc.value > 0 {
            steps[arc.from].append(Step(to: arc.to, arc: place))
            if mayShrink(arc) { steps[arc.to].append(Step(to: arc.from, arc: place)) }
        }
    }

    private func mayShrink(_ arc: LinkedCounts.Arc) -> Bool { knowledge == .nothing || arc.value > 1 }

    /// The cycle through an arc that takes the least hiding, with what that costs: zero where all of it is hidden.
    func cycle(through place: Int, _ hidden: [Bool]) -> (cost: Int, arcs: [Int])? {
        let arc = arcs[place]
        let growing = path(arc.to, arc.from, without: place, hidden)
        if growing?.cost == 0 || !mayShrink(arc) { return growing }
        let shrinking = path(arc.from, arc.to, without: place, hidden)
        guard let growing, let shrinking else { return growing ?? shrinking }
        return growing.cost <= shrinking.cost ? growing : shrinking
    }

    private func cost(_ place: Int, _ hidden: [Bool]) -> Int {
        if hidden[place] { return 0 }
        let arc = arcs[place]
        let size = min(arc.value, 1_000_000)
        return switch arc.sort {
        case .cell: 1 + size
        case .margin: 10_000_000 + size
        case .total: 1_000_000_000_000 + size
        }
    }

    /// The cheapest path, labels being corrected until none gets less.
    private func path(
        _ start: Int, _ end: Int, without excluded: Int, _ hidden: [Bool]
    ) -> (cost: Int, arcs: [Int])? {
        var best = [Int?](repeating: nil, count: steps.count)
        var last = [(arc: Int, from: Int)](repeating: (-1, -1), count: steps.count)
        var isPending = [Bool](repeating: false, count: steps.count)
        var pending = [start]
        best[start] = 0
        var next = 0
        while next < pending.count {
            let node = pending[next]
            next += 1
            isPending[node] = false
            guard let here = best[node] else { continue }
            if let found = best[end], here >= found { continue }
            for step in steps[node] where step.arc != excluded {
                let there = here + cost(step.arc, hidden)
                if let known = best[step.to], known <= there { continue }
                best[step.to] = there
                last[step.to] = (step.arc, node)
                if !isPending[step.to] {
                    isPending[step.to] = true
                    pending.append(step.to)
                }
            }
        }
        guard let cost = best[end] else { return nil }
        var arcs: [Int] = []
        var node = end
        while node != start {
            arcs.append(last[node].arc)
            node = last[node].from
        }
        return (cost, arcs)
    }
}
