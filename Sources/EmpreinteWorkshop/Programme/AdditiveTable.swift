/// Counts that add up to totals, as arcs of a network in which as much comes into every node as leaves it.
///
/// What is hidden can be told from what is shown exactly when nothing could flow differently: that is how a table is
/// audited before it is published.
public struct AdditiveTable: Sendable {
    /// One count, a cell or a total.
    struct Arc: Sendable {
        let from: Int
        let to: Int
        let value: Int
        let sort: Sort
    }

    /// Cells are hidden before totals, and those before the grand total.
    enum Sort: Int, Sendable {
        case cell, margin, total
    }

    let arcs: [Arc]
    private let nodeCount: Int
    private let columnCount: Int
    private let rowCount: Int

    /// A table of one line: cells and their total.
    public init(line counts: [Int]) {
        (rowCount, columnCount, nodeCount) = (1, counts.count, 2)
        arcs =
            counts.map { Arc(from: 0, to: 1, value: $0, sort: .cell) }
            + [Arc(from: 1, to: 0, value: counts.reduce(0, +), sort: .total)]
    }

    /// A table of rows and columns, with the totals of both and of all; rows are as long as the first.
    public init(_ counts: [[Int]]) {
        let rows = counts.count
        let columns = counts.first?.count ?? 0
        (rowCount, columnCount, nodeCount) = (rows, columns, rows + columns + 2)
        let (source, sink) = (rows + columns, rows + columns + 1)
        var arcs: [Arc] = []
        for row in 0..<rows {
            for column in 0..<columns {
                arcs.append(Arc(from: row, to: rows + column, value: counts[row][column], sort: .cell))
            }
        }
        for row in 0..<rows {
            arcs.append(Arc(from: source, to: row, value: counts[row].reduce(0, +), sort: .margin))
        }
        for column in 0..<columns {
            let total = counts.reduce(0) { $0 + $1[column] }
            arcs.append(Arc(from: rows + column, to: sink, value: total, sort: .margin))
        }
        arcs.append(Arc(from: sink, to: source, value: counts.joined().reduce(0, +), sort: .total))
        self.arcs = arcs
    }

    /// The place of a cell among the arcs.
    func cell(_ row: Int, _ column: Int) -> Int { row * columnCount + column }
    /// The place of a row's total; of a table of several lines.
    func rowTotal(_ row: Int) -> Int { rowCount * columnCount + row }
    func columnTotal(_ column: Int) -> Int { rowCount * columnCount + rowCount + column }
    var total: Int { arcs.count - 1 }

    // MARK: Audit

    /// What a reader knows beforehand of what is hidden.
    enum Knowledge {
        /// A hidden count is at least one, since zeros are shown.
        case isCount
        /// Nothing, as of sums of any size.
        case nothing
    }

    /// The hidden arcs whose value follows from what is shown.
    func solvable(_ hidden: [Bool], _ knowledge: Knowledge) -> [Int] {
        var out = [[(to: Int, arc: Int)]](repeating: [], count: nodeCount)
        for (index, arc) in arcs.enumerated() where hidden[index] {
            out[arc.from].append((arc.to, index))
            if knowledge == .nothing || arc.value > 1 { out[arc.to].append((arc.from, index)) }
        }
        return arcs.indices.filter { index in
            guard hidden[index] else { return false }
            let arc = arcs[index]
            let mayShrink = knowledge == .nothing || arc.value > 1
            return !reaches(arc.to, arc.from, without: index, out)
                && !(mayShrink && reaches(arc.from, arc.to, without: index, out))
        }
    }

    private func reaches(_ start: Int, _ end: Int, without arc: Int, _ out: [[(to: Int, arc: Int)]]) -> Bool {
        var seen = [Bool](repeating: false, count: nodeCount)
        var pending = [start]
        seen[start] = true
        while let node = pending.popLast() {
            if node == end { return true }
            for step in out[node] where step.arc != arc && !seen[step.to] {
                seen[step.to] = true
                pending.append(step.to)
            }
        }
        return false
    }

    /// Hides more until nothing hidden can be told: the smallest cells that help first, then totals.
    ///
    /// - Parameters:
    ///   - hidden: what is hidden for its own sake.
    ///   - isEmpty: what stands for nobody, which is never hidden.
    func protected(_ hidden: [Bool], _ knowledge: Knowledge, isEmpty: (Int) -> Bool) -> [Bool] {
        var hidden = hidden
        while true {
            let solvable = solvable(hidden, knowledge)
            guard let first = solvable.first else { return hidden }
            let candidates = arcs.indices.filter { !hidden[$0] && !isEmpty($0) }
            let near = candidates.filter { isNear(arcs[$0], arcs[first]) && arcs[$0].sort == .cell }
            let cells = candidates.filter { arcs[$0].sort == .cell }
            let pool = !near.isEmpty ? near : !cells.isEmpty ? cells : candidates
            let best = pool.map { candidate -> (left: Int, sort: Int, value: Int, arc: Int) in
                var tried = hidden
                tried[candidate] = true
                return (
                    self.solvable(tried, knowledge).count, arcs[candidate].sort.rawValue, arcs[candidate].value,
                    candidate
                )
            }.min { ($0.left, $0.sort, $0.value, $0.arc) < ($1.left, $1.sort, $1.value, $1.arc) }
            guard let best else { return hidden.map { _ in true } }
            hidden[best.arc] = true
        }
    }

    private func isNear(_ a: Arc, _ b: Arc) -> Bool {
        a.from == b.from || a.to == b.to || a.from == b.to || a.to == b.from
    }
}
