internal import EmpreinteGraph

/// The columns of one thread: room for a block in each slot, and where the slots of inputs now point.
@safe
struct Scratch: ~Copyable {
    private let memory: AlignedMemory
    let slots: UnsafeMutablePointer<UnsafeMutableRawPointer>
    let height: Int
    private var prefetch = Prefetch()

    /// - Parameter blockCount: how many blocks will go through it, about.
    init(_ plan: Plan, height: Int, blockCount: Int = 1) {
        // Slots start a cache line further than full blocks would, so that columns do not all meet in the same sets.
        let sizes = plan.slots.map { ($0.laneSize * height + 63) / 64 * 64 + 64 }
        memory = AlignedMemory(byteCount: sizes.reduce(64, +), isForLong: blockCount > 64)
        unsafe slots = .allocate(capacity: max(1, plan.slots.count))
        var offset = 64
        for (slot, size) in sizes.enumerated() {
            unsafe (slots + slot).initialize(to: memory.base + offset)
            offset += size
        }
        self.height = height
    }

    deinit { unsafe slots.deallocate() }

    /// Makes an input's slot hold lanes of a column: the column's own memory when it is dense, copies otherwise.
    /// - Precondition: the column has that many lanes from the first on, the block as much room.
    func load(_ column: Column, from first: Int, count: Int, into slot: Int) {
        precondition(first >= 0 && count <= height && first + count <= column.count, "lanes of the column")
        let base = unsafe column.base + first * column.stride
        guard !column.isDense else {
            unsafe slots[slot] = UnsafeMutableRawPointer(mutating: base)
            return
        }
        let size = column.type.laneSize
        for lane in 0..<count {
            unsafe (slots[slot] + lane * size).copyMemory(from: base + lane * column.stride, byteCount: size)
        }
    }

    /// Makes a slot stand where its values are wanted, instead of in the memory of this thread.
    /// - Precondition: there is room for the lanes of a block.
    func place(_ slot: Int, at memory: UnsafeMutableRawPointer) { unsafe slots[slot] = memory }

    /// Asks for lanes of columns ahead of their `load`, while so many instructions run.
    mutating func ask(for lanes: Range<Int>, of columns: [Column], during instructionCount: Int) {
        prefetch.turn(to: lanes, of: columns, times: instructionCount)
    }

    /// Sets the first lane of an input.
    func set(_ input: Int, _ value: Scalar, _ type: ValueType) {
        switch type {
        case .number: unsafe slots[input].storeBytes(of: value, as: Double.self)
        case .code: unsafe slots[input].storeBytes(of: Int32(exactly: value) ?? .min, as: Int32.self)
        case .flag: unsafe slots[input].storeBytes(of: value != 0 ? 1 : 0, as: FlagByte.self)
        }
    }

    /// The first lane of a column of numbers.
    func firstNumber(_ slot: Int) -> Double { unsafe slots[slot].load(as: Double.self) }

    /// Runs the yearly section for a year, after the year-free one when it is the first.
    /// - Throws: the call of a plugin's function that failed.
    mutating func run(_ plan: Plan, year: Int, rows: [Scalar], laneCount: Int) throws(CallFailure) {
        precondition(rows.count >= (year + 1) * plan.uniforms.width, "a row a year")
        try unsafe rows.withUnsafeBufferPointer { (rows) throws(CallFailure) in
            guard let base = rows.baseAddress else { return }
            let row = unsafe base + year * plan.uniforms.width
            let frame = unsafe Frame(slots: slots, row: row, laneCount: laneCount, plan: plan)
            let (instructions, operands) = (plan.instructions.span, plan.operands.span)
            if year == 0 {
                try frame.run(instructions.extracting(..<plan.yearFreeCount), operands, asking: &prefetch)
            }
            try frame.run(instructions.extracting(plan.yearFreeCount...), operands, asking: &prefetch)
        }
    }
}
