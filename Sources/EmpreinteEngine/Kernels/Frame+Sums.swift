// Sums from the left. Each may be multiplied by a constant at the end, its last operand.
extension Frame {
    /// Three or four columns.
    func sum(_ instruction: Instruction, _ reads: Reads) {
        let (reads, scale) = scale(instruction, reads)
        let start = reads.startIndex
        let (a, b, c) = (numbers(reads[start]), numbers(reads[start + 1]), numbers(reads[start + 2]))
        guard reads.count > 3 else { return fill(instruction, scale) { a[$0] + b[$0] + c[$0] } }
        let d = numbers(reads[start + 3])
        fill(instruction, scale) { a[$0] + b[$0] + c[$0] + d[$0] }
    }

    /// One to three products added to a column, or two to four products.
    func dot(_ instruction: Instruction, _ reads: Reads) {
        let (reads, scale) = scale(instruction, reads)
        let start = reads.startIndex
        let (a, b, c) = (numbers(reads[start]), numbers(reads[start + 1]), numbers(reads[start + 2]))
        guard reads.count > 3 else { return fill(instruction, scale) { a[$0] + b[$0] * c[$0] } }
        let d = numbers(reads[start + 3])
        guard reads.count > 4 else { return fill(instruction, scale) { a[$0] * b[$0] + c[$0] * d[$0] } }
        let e = numbers(reads[start + 4])
        guard reads.count > 5 else { return fill(instruction, scale) { a[$0] + b[$0] * c[$0] + d[$0] * e[$0] } }
        let f = numbers(reads[start + 5])
        guard reads.count > 6 else {
            return fill(instruction, scale) { a[$0] * b[$0] + c[$0] * d[$0] + e[$0] * f[$0] }
        }
        let g = numbers(reads[start + 6])
        guard reads.count > 7 else {
            return fill(instruction, scale) { a[$0] + b[$0] * c[$0] + d[$0] * e[$0] + f[$0] * g[$0] }
        }
        let h = numbers(reads[start + 7])
        fill(instruction, scale) { a[$0] * b[$0] + c[$0] * d[$0] + e[$0] * f[$0] + g[$0] * h[$0] }
    }

    /// The same with a constant as the second factor of each product.
    func weigh(_ instruction: Instruction, _ reads: Reads) {
        let (reads, scale) = scale(instruction, reads)
        let start = reads.startIndex
        let first = numbers(reads[start])
        if reads.count.isMultiple(of: 2) {
            let b = constant(reads[start + 1])
            let (c, d) = (numbers(reads[start + 2]), constant(reads[start + 3]))
            guard reads.count > 4 else { return fill(instruction, scale) { first[$0] * b + c[$0] * d } }
            let (e, f) = (numbers(reads[start + 4]), constant(reads[start + 5]))
            guard reads.count > 6 else { return fill(instruction, scale) { first[$0] * b + c[$0] * d + e[$0] * f } }
            let (g, h) = (numbers(reads[start + 6]), constant(reads[start + 7]))
            fill(instruction, scale) { first[$0] * b + c[$0] * d + e[$0] * f + g[$0] * h }
        } else {
            let (b, c) = (numbers(reads[start + 1]), constant(reads[start + 2]))
            guard reads.count > 3 else { return fill(instruction, scale) { first[$0] + b[$0] * c } }
            let (d, e) = (numbers(reads[start + 3]), constant(reads[start + 4]))
            guard reads.count > 5 else { return fill(instruction, scale) { first[$0] + b[$0] * c + d[$0] * e } }
            let (f, g) = (numbers(reads[start + 5]), constant(reads[start + 6]))
            fill(instruction, scale) { first[$0] + b[$0] * c + d[$0] * e + f[$0] * g }
        }
    }

    /// What is summed, and what the sum is multiplied by.
    @inline(__always)
    private func scale(_ instruction: Instruction, _ reads: Reads) -> (Reads, Double?) {
        guard instruction.detail != 0 else { return (reads, nil) }
        return (reads.dropLast(), constant(reads[reads.endIndex - 1]))
    }

    @inline(__always)
    private func fill(_ instruction: Instruction, _ scale: Double?, _ sum: (_ lane: Int) -> Double) {
        if let scale {
            fill(instruction) { sum($0) * scale }
        } else {
            fill(instruction) { sum($0) }
        }
    }
}
