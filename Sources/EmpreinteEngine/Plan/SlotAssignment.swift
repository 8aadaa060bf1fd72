internal import EmpreinteGraph

/// Columns put into slots: a slot is used again once the last reader of its column has run.
///
/// A target never shares the slot of an operand, since kernels that may overlap do not vectorise. What the yearly
/// section reads of the year-free one, and outputs, keep their slots to the end.
struct SlotAssignment {
    private(set) var slots: [ValueType]
    private(set) var instructions: [Instruction]
    private(set) var operands: [Operand]
    private(set) var outputs: [Int] = []

    private var free: [ValueType: [Int]] = [:]

    init(_ lowering: Lowering) {
        instructions = lowering.yearFree + lowering.yearly
        operands = lowering.operands
        slots = lowering.inputs.map(\.type)
        let lastUse = Self.lastUses(lowering, instructions)
        var slotOfColumn = Array(slots.indices)
        slotOfColumn += Array(repeating: 0, count: lowering.columns.count - slots.count)

        for place in instructions.indices {
            let instruction = instructions[place]
            let column = Int(instruction.target)
            let target = takeSlot(lowering.columns[column])
            slotOfColumn[column] = target
            instructions[place].target = Int32(target)
            var dying: [Int] = []
            for position in instruction.operands where !operands[position].isConstant {
                let read = operands[position].index
                operands[position] = .column(slotOfColumn[read])
                if lastUse[read] == place, read >= lowering.inputs.count, !dying.contains(read) { dying.append(read) }
            }
            for column in dying { free[lowering.columns[column], default: []].append(slotOfColumn[column]) }
        }
        outputs = lowering.outputs.map { slotOfColumn[$0] }
    }

    private mutating func takeSlot(_ type: ValueType) -> Int {
        if let slot = free[type]?.popLast() { return slot }
        slots.append(type)
        return slots.count - 1
    }

    /// The place of the last instruction that reads each column; past the end for those that stay.
    private static func lastUses(_ lowering: Lowering, _ instructions: [Instruction]) -> [Int] {
        let firstYearly = lowering.yearFree.count
        var isYearly = Array(repeating: false, count: lowering.columns.count)
        var lastUse = Array(repeating: 0, count: lowering.columns.count)
        for (place, instruction) in instructions.enumerated() {
            isYearly[Int(instruction.target)] = place >= firstYearly
            for operand in lowering.operands[instruction.operands] where !operand.isConstant {
                let outlives = place >= firstYearly && !isYearly[operand.index]
                lastUse[operand.index] = outlives ? instructions.count : max(lastUse[operand.index], place)
            }
        }
        for output in lowering.outputs { lastUse[output] = instructions.count }
        return lastUse
    }
}
