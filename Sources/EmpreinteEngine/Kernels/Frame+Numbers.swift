extension Frame {
    /// What an instruction reads, by position.
    typealias Reads = Span<Operand>

    @inline(__always)
    func unary(_ instruction: Instruction, _ reads: Reads, _ value: (Double) -> Double) {
        let a = numbers(reads[0])
        fill(instruction) { value(a[$0]) }
    }

    /// Column and column, column and constant, or constant and column: two constants never reach a block.
    @inline(__always)
    func binary(_ instruction: Instruction, _ reads: Reads, _ value: (Double, Double) -> Double) {
        let (left, right) = (reads[0], reads[1])
        if right.isConstant {
            let (a, b) = (numbers(left), constant(right))
            fill(instruction, .byTwo) { value(a[$0], b) }
        } else if left.isConstant {
            let (a, b) = (constant(left), numbers(right))
            fill(instruction, .byTwo) { value(a, b[$0]) }
        } else {
            let (a, b) = (numbers(left), numbers(right))
            fill(instruction, .byTwo) { value(a[$0], b[$0]) }
        }
    }

    // MARK: - Constants and other types as numbers

    func fillNumber(_ instruction: Instruction, _ reads: Reads) {
        let value = constant(reads[0])
        fill(instruction) { _ in value }
    }

    func numberOfFlag(_ instruction: Instruction, _ reads: Reads) {
        let flags = flags(reads[0])
        fill(instruction) { flags[$0] != 0 ? 1.0 : 0.0 }
    }

    func numberOfCode(_ instruction: Instruction, _ reads: Reads) {
        let codes = codes(reads[0])
        fill(instruction) { Double(codes[$0]) }
    }

    // MARK: - Tables

    /// The cell at the position the code gives; the NaN after the last one for a code outside.
    func lookup(_ instruction: Instruction, _ reads: Reads) {
        let codes = codes(reads[0])
        let cells = table(reads[1])
        let end = UInt32(bitPattern: instruction.detail)
        fill(instruction, .byFour) { cell(codes[$0], of: cells, end) }
    }

    @inline(__always)
    func cell(_ code: Int32, of cells: Lanes<Double>, _ end: UInt32) -> Double {
        let position = UInt32(bitPattern: code)
        return cells[Int(position < end ? position : end)]
    }

    func curve(_ instruction: Instruction, _ reads: Reads) {
        let x = numbers(reads[0])
        let curve = curves[Int(instruction.detail)]
        let (stretches, points) = (curve.stretches.span, curve.xs.span)
        fill(instruction) { stretches.value(at: x[$0], points) }
    }
}
