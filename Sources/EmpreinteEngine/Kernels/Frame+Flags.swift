extension Frame {
    @inline(__always)
    func compare(_ instruction: Instruction, _ reads: Reads, _ holds: (Double, Double) -> Bool) {
        let (left, right) = (reads[0], reads[1])
        if right.isConstant {
            let (a, b) = (numbers(left), constant(right))
            fill(instruction) { flag(holds(a[$0], b)) }
        } else if left.isConstant {
            let (a, b) = (constant(left), numbers(right))
            fill(instruction) { flag(holds(a, b[$0])) }
        } else {
            let (a, b) = (numbers(left), numbers(right))
            fill(instruction) { flag(holds(a[$0], b[$0])) }
        }
    }

    func compareCodes(_ instruction: Instruction, _ reads: Reads) {
        let a = codes(reads[0])
        let right = reads[1]
        if right.isConstant {
            let b = code(right)
            fill(instruction) { flag(a[$0] == b) }
        } else {
            let b = codes(right)
            fill(instruction) { flag(a[$0] == b[$0]) }
        }
    }

    /// A bitwise operation on what is made 0 or 1 first.
    @inline(__always)
    func logical(_ instruction: Instruction, _ reads: Reads, _ value: (FlagByte, FlagByte) -> FlagByte) {
        let (a, b) = (flags(reads[0]), flags(reads[1]))
        fill(instruction) { value(flag(a[$0] != 0), flag(b[$0] != 0)) }
    }

    func not(_ instruction: Instruction, _ reads: Reads) {
        let a = flags(reads[0])
        fill(instruction) { flag(a[$0] == 0) }
    }

    func fillFlag(_ instruction: Instruction, _ reads: Reads) {
        let value = flag(constant(reads[0]) != 0)
        fill(instruction) { _ in value }
    }

    func fillCode(_ instruction: Instruction, _ reads: Reads) {
        let value = code(reads[0])
        fill(instruction) { _ in value }
    }

    @inline(__always)
    func flag(_ holds: Bool) -> FlagByte { holds ? 1 : 0 }

    /// A constant that is a code.
    @inline(__always)
    func code(_ operand: Operand) -> Int32 { Int32(exactly: constant(operand)) ?? .min }
}
