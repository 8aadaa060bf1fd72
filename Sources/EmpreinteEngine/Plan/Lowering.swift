internal import EmpreinteGraph

/// Instructions in the making, over columns numbered as they come: a slot each, before slots are shared.
struct Lowering {
    let graph: Graph
    let axes: [Axes]
    let inputs: [Plan.Input]
    let fusion: Fusion
    private let outputNodes: [NodeID]

    private(set) var yearFree: [Instruction] = []
    private(set) var yearly: [Instruction] = []
    private(set) var operands: [Operand] = []
    /// The type of each column.
    private(set) var columns: [ValueType]
    /// The column of each output.
    private(set) var outputs: [Int] = []
    /// The calls of plugins' functions.
    var calls: [Call] = []
    var row = Row()

    /// The column of each node that has one.
    private var columnOfNode: [Int?]
    private var filled: [Fill: Int] = [:]

    /// A constant wanted as a column.
    private struct Fill: Hashable {
        var position: Int
        var type: ValueType
    }

    init(_ graph: Graph, _ binding: Binding, outputs: [NodeID]) {
        self.graph = graph
        axes = graph.axes(binding)
        outputNodes = outputs
        fusion = Fusion(graph, axes: axes, outputs: outputs)
        columnOfNode = Array(repeating: nil, count: graph.count)
        var inputs: [Plan.Input] = []
        for node in graph.inputs where !axes[node.index].isUniform {
            guard let slot = graph.slot(of: node) else { continue }
            columnOfNode[node.index] = inputs.count
            inputs.append(Plan.Input(slot: slot, type: graph.type(of: node)))
        }
        self.inputs = inputs
        columns = inputs.map(\.type)
    }

    mutating func run() {
        for node in graph.scheduled(for: outputNodes, where: { !axes[$0.index].isUniform }) {
            guard columnOfNode[node.index] == nil, !fusion.isFused[node.index] else { continue }
            columnOfNode[node.index] = lower(node)
        }
        outputs = outputNodes.map { output($0) }
    }

    // MARK: - What a node reads

    /// Whether the node is a constant of the row.
    func isUniform(_ node: NodeID) -> Bool { axes[node.index].isUniform }

    /// The node as its readers read it.
    mutating func read(_ node: NodeID) -> Operand {
        guard !isUniform(node) else { return .constant(row.position(of: .node(node))) }
        guard let column = columnOfNode[node.index] else {
            preconditionFailure("\(node) is read before it is computed")
        }
        return .column(column)
    }

    /// The node as a column, filled with its value when it is a constant.
    mutating func readColumn(_ node: NodeID) -> Operand {
        guard isUniform(node) else { return read(node) }
        return fill(.node(node), graph.type(of: node), axes[node.index])
    }

    /// A constant as a column.
    mutating func fill(_ cell: RowCell, _ type: ValueType, _ axes: Axes) -> Operand {
        let position = row.position(of: cell)
        let fill = Fill(position: position, type: type)
        if let known = filled[fill] { return .column(known) }
        let kernel: Kernel =
            switch type {
            case .number: .fillNumber
            case .flag: .fillFlag
            case .code: .fillCode
            }
        let column = emit(kernel, [.constant(position)], type, axes)
        filled[fill] = column
        return .column(column)
    }

    // MARK: - What instructions write

    /// Adds an instruction to the section of those axes.
    /// - Returns: the column it writes.
    mutating func emit(
        _ kernel: Kernel, _ reads: [Operand], _ type: ValueType, _ axes: Axes, detail: Int = 0
    ) -> Int {
        let instruction = Instruction(
            kernel: kernel, target: Int32(columns.count), start: Int32(operands.count), count: Int32(reads.count),
            detail: Int32(detail))
        operands += reads
        columns.append(type)
        if axes.contains(.year) { yearly.append(instruction) } else { yearFree.append(instruction) }
        return columns.count - 1
    }

    /// Adds an instruction that may have a tail.
    mutating func emit(_ kernel: Kernel, _ reads: [Operand], _ tail: (Tail, Operand)?, _ axes: Axes) -> Int {
        guard let (tail, last) = tail else { return emit(kernel, reads, .number, axes) }
        return emit(kernel, reads + [last], .number, axes, detail: Int(tail.rawValue))
    }

    private mutating func output(_ node: NodeID) -> Int {
        let kernel: Kernel
        switch graph.type(of: node) {
        case .number: return readColumn(node).index
        case .flag: kernel = .numberOfFlag
        case .code: kernel = .numberOfCode
        }
        return emit(kernel, [readColumn(node)], .number, axes[node.index])
    }
}
