extension Frame {
    /// What an instruction reads, by position.
    typealias Reads = ArraySlice<Operand>

    @inline(__always)
    func unary(_ instruction: Instruction, _ reads: Reads, _ value: (Double) -> Double) {
        let a = numbers(reads[reads.startIndex])
        fill(instruction) { value(a[$0]) }
    }

    /// Column and column, column and constant, or constant and column: two constants never reach a block.
    @inline(__always)
    func binary(_ instruction: Instruction, _ reads: Reads, _ value: (Double, Double) -> Double) {
        let (left, right) = (reads[reads.startIndex], reads[reads.startIndex + 1])
        if right.isConstant {
            let (a, b) = (numbers(left), constant(right))
            fill(instruction) { value(a[$0], b) }
        } else if left.isConstant {
            let (a, b) = (constant(left), numbers(right))
            fill(instruction) { value(a, b[$0]) }
        } else {
            let (a, b) = (numbers(left), numbers(right))
            fill(instruction) { value(a[$0], b[$0]) }
        }
    }

    // MARK: - Constants and other types as numbers

    func fillNumber(_ instruction: Instruction, _ reads: Reads) {
        let value = constant(reads[reads.startIndex])
        fill(instruction) { _ in value }
    }

    func numberOfFlag(_ instruction: Instruction, _ reads: Reads) {
        let flags = flags(reads[reads.startIndex])
        fill(instruction) { flags[$0] != 0 ? 1.0 : 0.0 }
    }

    func numberOfCode(_ instruction: Instruction, _ reads: Reads) {
        let codes = codes(reads[reads.startIndex])
        fill(instruction) { Double(codes[$0]) }
    }

    // MARK: - Tables

    /// The cell at the position the code gives; the NaN after the last one for a code outside.
    func lookup(_ instruction: Instruction, _ reads: Reads) {
        let codes = codes(reads[reads.startIndex])
        let cells = table(reads[reads.startIndex + 1])
        let end = UInt32(bitPattern: instruction.detail)
        fill(instruction) { cell(codes[$0], of: cells, end) }
    }

    @inline(__always)
    func cell(_ code: Int32, of cells: Lanes<Double>, _ end: UInt32) -> Double {
        let position = UInt32(bitPattern: code)
        return cells[Int(position < end ? position : end)]
    }

    func curve(_ instruction: Instruction, _ reads: Reads) {
        let x = numbers(reads[reads.startIndex])
        let curve = curves[Int(instruction.detail)]
        let (stretches, points) = (curve.stretches.span, curve.xs.span)
        fill(instruction) { stretches.value(at: x[$0], points) }
    }
}
