/// Where an instruction reads: a column, or a constant of the year's row.
struct Operand: Sendable, Hashable {
    /// The column's slot, or the complement of the constant's position.
    private let word: Int32

    static func column(_ slot: Int) -> Operand { Operand(word: Int32(slot)) }
    static func constant(_ position: Int) -> Operand { Operand(word: ~Int32(position)) }

    var isConstant: Bool { word < 0 }
    /// The slot of a column, the position of a constant.
    var index: Int { Int(isConstant ? ~word : word) }
}

/// One step of a plan over a block of lanes: a kernel, where it writes, what it reads.
struct Instruction: Sendable, Hashable {
    var kernel: Kernel
    /// The slot written, never one that is read.
    var target: Int32
    /// Where its operands stand in the plan's list.
    var start: Int32
    var count: Int32
    /// The curve of `curve`, the call of `call`, the number of cells of `lookup`, the links of a chain, the tail of a sum
    /// or a choice.
    var detail: Int32 = 0

    /// The positions of the operands.
    var operands: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

/// What an instruction computes. Numbers are doubles, codes 32-bit integers, flags bytes of which all but 0 are true.
enum Kernel: UInt8, Sendable, Hashable, CaseIterable {
    case add, sub, mul, div, min, max, pow
    case neg, abs, round, floor, ceil, exp, log

    /// Three or more columns added from the left.
    case sum
    /// Pairs multiplied, and the products added from the left, to a first column when their number is odd.
    case dot
    /// The same with the second of each pair a constant.
    case weigh
    /// Two links one after the other: the second takes what the first gives.
    case chain

    case less, lessEqual, equal, codeEqual
    case and, or, not

    case selectNumber, selectFlag, selectCode
    /// `x < y ? yes : no` and its like, without the flag between.
    case ifLess, ifLessEqual, ifEqual, ifCodeEqual
    /// The same for two codes: both are the ones wanted, either is, only the first is.
    case ifBothCodes, ifEitherCode, ifOnlyFirstCode

    /// The cell of a row of constants at the position a code gives, then NaN.
    case lookup
    /// A link after such a cell.
    case lookupChain
    case curve
    /// A plugin's function on columns.
    case call

    /// A constant in every lane.
    case fillNumber, fillFlag, fillCode
    /// A flag as 0 or 1, a code as its integer.
    case numberOfFlag, numberOfCode
}
