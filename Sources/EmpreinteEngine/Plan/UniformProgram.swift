internal import EmpreinteGraph

/// What a constant of a row is.
enum RowCell: Sendable, Hashable {
    /// Known when staging.
    case literal(UInt64)
    /// The value of a uniform node.
    case node(NodeID)

    static let nan = RowCell.literal(Scalar.nan.bitPattern)
}

/// The sections without lanes: a program that runs once a run, one that runs once a year, and the row of constants
/// that the sections with lanes read.
struct UniformProgram: Sendable {
    /// Inputs stand at their own slots.
    private let fixed: Graph
    /// Inputs stand at their own slots, then what it reads of `fixed`.
    private let yearly: Graph
    /// The nodes of `fixed` that `yearly` reads, at slots from `firstCarried` on.
    private let carried: [NodeID]
    private let firstCarried: Int
    private let cells: [Cell]

    /// Where a constant of the row comes from.
    private enum Cell: Sendable {
        case literal(Scalar)
        case fixed(NodeID)
        case yearly(NodeID)
    }

    /// The constants of a row.
    var width: Int { cells.count }

    /// The nodes that run once a run and once a year, inputs and constants among them.
    var counts: (fixed: Int, yearly: Int) { (fixed.count, yearly.count) }

    /// The uniform inputs still read, with their types.
    var inputs: [Plan.Input] {
        (fixed.inputs.map { (fixed, $0) } + yearly.inputs.map { (yearly, $0) }).compactMap { graph, node in
            guard let slot = graph.slot(of: node), slot < firstCarried else { return nil }
            return Plan.Input(slot: slot, type: graph.type(of: node))
        }
    }

    init(_ graph: Graph, axes: [Axes], row: [RowCell]) {
        let wanted = row.compactMap { if case .node(let node) = $0 { node } else { nil } }

        // What a yearly node reads of the fixed ones becomes an input of its program.
        let firstCarried = graph.slotCount
        let isCarried = graph.isFixedAndReadYearly(axes)
        var carriedNodes: [NodeID] = []
        let (yearly, map) = graph.copied { node, copy in
            guard isCarried[node.index] else { return nil }
            carriedNodes.append(node)
            return copy.input(slot: firstCarried + carriedNodes.count - 1, type: graph.type(of: node))
        }
        let pruned = yearly.pruned(to: wanted.filter { axes[$0.index] == .year }.map { map[$0.index] })

        let fixed = graph.pruned(to: wanted.filter { axes[$0.index] == [] } + carriedNodes)
        self.fixed = fixed.graph
        self.yearly = pruned.graph
        self.firstCarried = firstCarried
        carried = carriedNodes.map { fixed[$0] }
        cells = row.map { cell in
            switch cell {
            case .literal(let bits): .literal(Scalar(bitPattern: bits))
            case .node(let node) where axes[node.index] == .year: .yearly(pruned[map[node.index]])
            case .node(let node): .fixed(fixed[node])
            }
        }
    }

    /// The rows of constants, one a year after another.
    /// - Parameter input: the value of an input slot in a year.
    /// - Throws: the call of a plugin's function that failed.
    func rows(years: Int, input: (_ slot: Int, _ year: Int) -> Scalar) throws(CallFailure) -> [Scalar] {
        var (once, each) = (Interpreter(), Interpreter())
        once.run(fixed, inputs: (0..<fixed.slotCount).map { input($0, 0) })
        if let failure = once.failure { throw failure }
        let values = carried.map { once.values[$0.index] }
        var rows: [Scalar] = []
        rows.reserveCapacity(years * width)
        for year in 0..<years {
            if yearly.count > 0 { each.run(yearly, inputs: (0..<firstCarried).map { input($0, year) } + values) }
            if let failure = each.failure { throw failure }
            for cell in cells {
                switch cell {
                case .literal(let value): rows.append(value)
                case .fixed(let node): rows.append(once.values[node.index])
                case .yearly(let node): rows.append(each.values[node.index])
                }
            }
        }
        // Never empty, so that there is always a row to point at.
        rows.append(0)
        return rows
    }
}

extension Graph {
    /// Whether each node has no axis, is no constant, and is read by one that varies by year only.
    fileprivate func isFixedAndReadYearly(_ axes: [Axes]) -> [Bool] {
        var found = Array(repeating: false, count: count)
        for node in nodes where axes[node.index] == .year {
            for operand in operands(of: node) where axes[operand.index] == [] && constant(of: operand) == nil {
                found[operand.index] = true
            }
        }
        return found
    }
}
