/// Expressions as an append-only arena of pure nodes.
///
/// Equal expressions are one node: asking again for the same operation on the same operands gives the same
/// identifier. Operands come before the nodes that read them, so walking identifiers upwards evaluates and walking
/// them downwards finds what a node depends on. A graph holds no names and no text; an `OriginID` a node leads the
/// caller back to where it came from. A graph holds up to 2³¹ − 1 nodes and as many operands.
public struct Graph: Sendable {
    struct Cell: Sendable {
        var kind: NodeKind
        var type: ValueType
        /// Where its operands stand in the pool.
        var start: Int32
        var operandCount: Int32

        /// The places of its operands in the pool.
        var operands: Range<Int> { Int(start)..<Int(start) + Int(operandCount) }
    }

    var cells: [Cell] = []
    var pool: [NodeID] = []
    var origins: [OriginID] = []
    var index = Index()

    /// The input nodes, oldest first.
    public private(set) var inputs: [NodeID] = []

    /// One more than the largest slot of an input; 0 without inputs.
    public private(set) var slotCount = 0

    /// The curves in use, each once. Passes keep them all in place.
    public private(set) var curves: [Curve] = []
    private var curveIDs: [Curve: CurveID] = [:]

    /// The functions of plugins in use, each once. Passes keep them all in place.
    public private(set) var externals: [ExternalFunction] = []

    /// An empty graph.
    public init() {}

    /// An empty graph that knows the curves and functions of another by the same identifiers, with room for as many
    /// nodes.
    init(tablesOf other: Graph) {
        externals = other.externals
        curves = other.curves
        curveIDs = other.curveIDs
        reserveCapacity(other.count)
    }

    /// Makes room for that many nodes in all.
    public mutating func reserveCapacity(_ count: Int) {
        cells.reserveCapacity(count)
        pool.reserveCapacity(2 * count)
        origins.reserveCapacity(count)
        index.reserveCapacity(count, cells: cells, pool: pool)
    }

    mutating func identify(_ curve: Curve) -> CurveID {
        if let known = curveIDs[curve] { return known }
        let id = CurveID(rawValue: Int32(curves.count))
        curves.append(curve)
        curveIDs[curve] = id
        return id
    }

    /// Few functions are ever in use, so they are looked for one by one.
    mutating func identify(_ function: ExternalFunction) -> ExternalID {
        let known = externals.firstIndex(of: function)
        if known == nil { externals.append(function) }
        return ExternalID(rawValue: Int32(known ?? externals.count - 1))
    }

    /// The node of that kind on the operands that stand in the pool from `start` on; they are taken back when the
    /// node is known already. The first origin given stays; `.none` gives none.
    mutating func intern(_ kind: NodeKind, _ type: ValueType, operandsFrom start: Int, _ origin: OriginID) -> NodeID {
        let count = pool.count - start
        let cell = Cell(kind: kind, type: type, start: Int32(start), operandCount: Int32(count))
        if let known = index.find(cell, elseAdd: cells.count, cells: cells, pool: pool) {
            pool.removeLast(count)
            if origins[known] == .none { origins[known] = origin }
            return NodeID(index: known)
        }
        let id = NodeID(index: cells.count)
        cells.append(cell)
        origins.append(origin)
        if case .input(let slot) = kind {
            inputs.append(id)
            slotCount = max(slotCount, slot + 1)
        }
        return id
    }
}
