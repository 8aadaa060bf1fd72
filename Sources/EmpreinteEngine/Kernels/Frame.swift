internal import EmpreinteGraph

/// One block of lanes on its way through a section: where columns are, the year's constants, how many lanes.
@safe
struct Frame {
    private let slots: UnsafePointer<UnsafeMutableRawPointer>
    private let row: UnsafePointer<Scalar>
    let laneCount: Int
    let curves: [CurveTable]
    let calls: [Call]

    /// - Parameters:
    ///   - slots: the column of each slot, with room for the lanes of a block.
    ///   - row: the constants of the year.
    @inline(__always)
    init(
        slots: UnsafePointer<UnsafeMutableRawPointer>, row: UnsafePointer<Scalar>, laneCount: Int, plan: Plan
    ) {
        unsafe self.slots = slots
        unsafe self.row = row
        self.laneCount = laneCount
        curves = plan.curves
        calls = plan.calls
    }

    // MARK: - What instructions read and write

    @inline(__always)
    func numbers(_ operand: Operand) -> Lanes<Double> { unsafe Lanes(slots[operand.index]) }

    @inline(__always)
    func codes(_ operand: Operand) -> Lanes<Int32> { unsafe Lanes(slots[operand.index]) }

    @inline(__always)
    func flags(_ operand: Operand) -> Lanes<FlagByte> { unsafe Lanes(slots[operand.index]) }

    @inline(__always)
    func constant(_ operand: Operand) -> Scalar { unsafe row[operand.index] }

    /// Constants from a position of the row on.
    @inline(__always)
    func table(_ operand: Operand) -> Lanes<Double> {
        unsafe Lanes(UnsafeMutableRawPointer(mutating: row + operand.index))
    }

    /// Where the column of a slot begins.
    @unsafe
    func column(_ slot: Int) -> UnsafeMutableRawPointer { unsafe slots[slot] }

    @inline(__always)
    func target<Element: BitwiseCopyable>(_ instruction: Instruction) -> Target<Element> {
        unsafe Target(slots[Int(instruction.target)])
    }
}
