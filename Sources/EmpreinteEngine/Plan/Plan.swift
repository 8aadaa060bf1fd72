public import EmpreinteGraph

/// A graph staged for a binding: straight-line instructions over reusable column slots, one section an axis set.
///
/// What is uniform runs once a run, or once a year of it, through the graph's own operations and gives a row of
/// constants a year. Then, block of lanes after block, the year-free section runs once and the yearly section once a
/// year. A plan is immutable: one serves any number of runs at once.
public struct Plan: Sendable {
    /// The binding it was staged for.
    public let binding: Binding

    /// The lane inputs left after staging; input n is column slot n.
    let inputs: [Input]
    /// The type of each column slot, those of inputs first.
    let slots: [ValueType]
    /// The slot of each output, always a number.
    let outputs: [Int]
    /// The outputs whose slot is no input's and no other output's.
    let ownOutputs: [(output: Int, slot: Int)]

    /// The year-free section, then the yearly one.
    let instructions: [Instruction]
    let yearFreeCount: Int
    let operands: [Operand]
    let curves: [CurveTable]
    let calls: [Call]

    let uniforms: UniformProgram

    /// How many lanes a block holds unless a run says otherwise: a power of two from 512 to 4 096.
    public let blockHeight: Int

    /// A lane input.
    struct Input: Sendable {
        var slot: Int
        var type: ValueType
    }

    /// Stages a graph: literals fold, what no output needs goes, and the rest falls in sections by its axes.
    /// - Precondition: outputs are nodes of the graph.
    /// - Complexity: O(nodes + operands).
    public init(_ graph: Graph, _ binding: Binding) {
        let (bound, map) = graph.copied { node, copy in
            guard let slot = graph.slot(of: node), case .literal(let value) = binding[slot] else { return nil }
            return copy.constant(value, of: graph.type(of: node))
        }
        let roots = binding.outputs.map { map[$0.index] }
        let staged = bound.optimised(roots: roots)
        var lowering = Lowering(staged.graph, binding, outputs: roots.map { staged[$0] })
        lowering.run()
        self.init(lowering, binding)
    }

    private init(_ lowering: Lowering, _ binding: Binding) {
        let assignment = SlotAssignment(lowering)
        self.binding = binding
        inputs = lowering.inputs
        slots = assignment.slots
        outputs = assignment.outputs
        ownOutputs = Self.ownOutputs(assignment.outputs, inputCount: lowering.inputs.count)
        instructions = assignment.instructions
        operands = assignment.operands
        yearFreeCount = lowering.yearFree.count
        curves = lowering.graph.curves.map { CurveTable($0) }
        calls = lowering.calls
        uniforms = UniformProgram(lowering.graph, axes: lowering.axes, row: lowering.row.cells)
        blockHeight = Self.blockHeight(for: assignment.slots)
    }

    private static func ownOutputs(_ slots: [Int], inputCount: Int) -> [(output: Int, slot: Int)] {
        let counts = Dictionary(slots.map { ($0, 1) }, uniquingKeysWith: +)
        return slots.enumerated().filter { $1 >= inputCount && counts[$1] == 1 }.map { (output: $0, slot: $1) }
    }

    /// The tallest block whose columns fill half of a second-level cache, which the answers of this block and the next
    /// share, but not so low that instructions cost more than lanes.
    private static func blockHeight(for slots: [ValueType]) -> Int {
        let laneBytes = slots.reduce(0) { $0 + $1.laneSize }
        var height = 4_096
        while height > 512, height * laneBytes > 1 << 19 { height /= 2 }
        return height
    }
}

extension Plan {
    /// How many instructions run once a block, whatever the years, and how many once a block and year.
    public var instructionCounts: (yearFree: Int, yearly: Int) { (yearFreeCount, instructions.count - yearFreeCount) }

    /// The input slots a run must give a column for: lane inputs that some output needs.
    public var columnsNeeded: [Int] { inputs.map(\.slot) }
}

extension ValueType {
    /// The bytes a lane takes in a column.
    var laneSize: Int {
        switch self {
        case .number: 8
        case .code: 4
        case .flag: 1
        }
    }
}
