// Sums from the left. Each may have a tail.
extension Frame {
    /// Three or four columns.
    func sum(_ instruction: Instruction, _ reads: Reads) {
        let count = count(instruction, reads)
        let (a, b, c) = (numbers(reads[0]), numbers(reads[1]), numbers(reads[2]))
        guard count > 3 else { return fill(instruction, reads) { a[$0] + b[$0] + c[$0] } }
        let d = numbers(reads[3])
        fill(instruction, reads) { a[$0] + b[$0] + c[$0] + d[$0] }
    }

    /// One to three products added to a column, or two to four products.
    func dot(_ instruction: Instruction, _ reads: Reads) {
        let count = count(instruction, reads)
        let (a, b, c) = (numbers(reads[0]), numbers(reads[1]), numbers(reads[2]))
        guard count > 3 else { return fill(instruction, reads) { a[$0] + b[$0] * c[$0] } }
        let d = numbers(reads[3])
        guard count > 4 else { return fill(instruction, reads) { a[$0] * b[$0] + c[$0] * d[$0] } }
        let e = numbers(reads[4])
        guard count > 5 else { return fill(instruction, reads) { a[$0] + b[$0] * c[$0] + d[$0] * e[$0] } }
        let f = numbers(reads[5])
        guard count > 6 else {
            return fill(instruction, reads) { a[$0] * b[$0] + c[$0] * d[$0] + e[$0] * f[$0] }
        }
        let g = numbers(reads[6])
        guard count > 7 else {
            return fill(instruction, reads) { a[$0] + b[$0] * c[$0] + d[$0] * e[$0] + f[$0] * g[$0] }
        }
        let h = numbers(reads[7])
        fill(instruction, reads) { a[$0] * b[$0] + c[$0] * d[$0] + e[$0] * f[$0] + g[$0] * h[$0] }
    }

    /// The same with a constant as the second factor of each product.
    func weigh(_ instruction: Instruction, _ reads: Reads) {
        let count = count(instruction, reads)
        let first = numbers(reads[0])
        if count.isMultiple(of: 2) {
            let b = constant(reads[1])
            let (c, d) = (numbers(reads[2]), constant(reads[3]))
            guard count > 4 else { return fill(instruction, reads) { first[$0] * b + c[$0] * d } }
            let (e, f) = (numbers(reads[4]), constant(reads[5]))
            guard count > 6 else { return fill(instruction, reads) { first[$0] * b + c[$0] * d + e[$0] * f } }
            let (g, h) = (numbers(reads[6]), constant(reads[7]))
            fill(instruction, reads) { first[$0] * b + c[$0] * d + e[$0] * f + g[$0] * h }
        } else {
            let (b, c) = (numbers(reads[1]), constant(reads[2]))
            guard count > 3 else { return fill(instruction, reads) { first[$0] + b[$0] * c } }
            let (d, e) = (numbers(reads[3]), constant(reads[4]))
            guard count > 5 else { return fill(instruction, reads) { first[$0] + b[$0] * c + d[$0] * e } }
            let (f, g) = (numbers(reads[5]), constant(reads[6]))
            fill(instruction, reads) { first[$0] + b[$0] * c + d[$0] * e + f[$0] * g }
        }
    }

    @inline(__always)
    private func fill(_ instruction: Instruction, _ reads: Reads, _ sum: (_ lane: Int) -> Double) {
        fill(instruction, .byTwo, tailOf: reads, sum)
    }

    /// How many operands are summed.
    @inline(__always)
    private func count(_ instruction: Instruction, _ reads: Reads) -> Int {
        instruction.detail == Tail.none.rawValue ? reads.count : reads.count - 1
    }
}
