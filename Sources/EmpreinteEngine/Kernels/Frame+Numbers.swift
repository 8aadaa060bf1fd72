internal import EmpreinteGraph

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

    // MARK: - Sums, from the left

    /// Three or four columns.
    func sum(_ instruction: Instruction, _ reads: Reads) {
        let start = reads.startIndex
        let (a, b, c) = (numbers(reads[start]), numbers(reads[start + 1]), numbers(reads[start + 2]))
        guard reads.count > 3 else { return fill(instruction) { a[$0] + b[$0] + c[$0] } }
        let d = numbers(reads[start + 3])
        fill(instruction) { a[$0] + b[$0] + c[$0] + d[$0] }
    }

    /// One to three products added to a column, or two to four products.
    func dot(_ instruction: Instruction, _ reads: Reads) {
        let start = reads.startIndex
        let (a, b, c) = (numbers(reads[start]), numbers(reads[start + 1]), numbers(reads[start + 2]))
        guard reads.count > 3 else { return fill(instruction) { a[$0] + b[$0] * c[$0] } }
        let d = numbers(reads[start + 3])
        guard reads.count > 4 else { return fill(instruction) { a[$0] * b[$0] + c[$0] * d[$0] } }
        let e = numbers(reads[start + 4])
        guard reads.count > 5 else { return fill(instruction) { a[$0] + b[$0] * c[$0] + d[$0] * e[$0] } }
        let f = numbers(reads[start + 5])
        guard reads.count > 6 else {
            return fill(instruction) { a[$0] * b[$0] + c[$0] * d[$0] + e[$0] * f[$0] }
        }
        let g = numbers(reads[start + 6])
        guard reads.count > 7 else {
            return fill(instruction) { a[$0] + b[$0] * c[$0] + d[$0] * e[$0] + f[$0] * g[$0] }
        }
        let h = numbers(reads[start + 7])
        fill(instruction) { a[$0] * b[$0] + c[$0] * d[$0] + e[$0] * f[$0] + g[$0] * h[$0] }
    }

    /// The same with a constant as the second factor of each product.
    func weigh(_ instruction: Instruction, _ reads: Reads) {
        let start = reads.startIndex
        let first = numbers(reads[start])
        if reads.count.isMultiple(of: 2) {
            let b = constant(reads[start + 1])
            let (c, d) = (numbers(reads[start + 2]), constant(reads[start + 3]))
            guard reads.count > 4 else { return fill(instruction) { first[$0] * b + c[$0] * d } }
            let (e, f) = (numbers(reads[start + 4]), constant(reads[start + 5]))
            guard reads.count > 6 else { return fill(instruction) { first[$0] * b + c[$0] * d + e[$0] * f } }
            let (g, h) = (numbers(reads[start + 6]), constant(reads[start + 7]))
            fill(instruction) { first[$0] * b + c[$0] * d + e[$0] * f + g[$0] * h }
        } else {
            let (b, c) = (numbers(reads[start + 1]), constant(reads[start + 2]))
            guard reads.count > 3 else { return fill(instruction) { first[$0] + b[$0] * c } }
            let (d, e) = (numbers(reads[start + 3]), constant(reads[start + 4]))
            guard reads.count > 5 else { return fill(instruction) { first[$0] + b[$0] * c + d[$0] * e } }
            let (f, g) = (numbers(reads[start + 5]), constant(reads[start + 6]))
            fill(instruction) { first[$0] + b[$0] * c + d[$0] * e + f[$0] * g }
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
        fill(instruction) { lane -> Double in
            let code = UInt32(bitPattern: codes[lane])
            return cells[Int(code < end ? code : end)]
        }
    }

    func curve(_ instruction: Instruction, _ reads: Reads) {
        let x = numbers(reads[reads.startIndex])
        let curve = curves[Int(instruction.detail)]
        fill(instruction) { curve.value(at: x[$0]) }
    }
}
