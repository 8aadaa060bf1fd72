extension Frame {
    /// Two links of arithmetic: `(a ∘ b) ∘ c`, with b and c columns or constants.
    func chain(_ instruction: Instruction, _ reads: Reads) {
        let a = numbers(reads[0])
        let (above, second) = Link.parts(of: instruction.detail)
        let first = Link(rawValue: above) ?? .add
        let c = reads[2]
        if reads[1].isConstant {
            let b = constant(reads[1])
            switch first {
            case .mul: link(second, c, instruction) { a[$0] * b }
            case .sub: link(second, c, instruction) { a[$0] - b }
            case .subTurned: link(second, c, instruction) { b - a[$0] }
            case .min: link(second, c, instruction) { a[$0] < b ? a[$0] : b }
            case .minTurned: link(second, c, instruction) { b < a[$0] ? b : a[$0] }
            case .max: link(second, c, instruction) { a[$0] > b ? a[$0] : b }
            case .maxTurned: link(second, c, instruction) { b > a[$0] ? b : a[$0] }
            default: link(second, c, instruction) { a[$0] + b }
            }
        } else {
            let b = numbers(reads[1])
            switch first {
            case .mul: link(second, c, instruction) { a[$0] * b[$0] }
            case .sub: link(second, c, instruction) { a[$0] - b[$0] }
            case .min: link(second, c, instruction) { a[$0] < b[$0] ? a[$0] : b[$0] }
            case .max: link(second, c, instruction) { a[$0] > b[$0] ? a[$0] : b[$0] }
            default: link(second, c, instruction) { a[$0] + b[$0] }
            }
        }
    }

    /// A link after the cell at the position the code gives.
    func lookupChain(_ instruction: Instruction, _ reads: Reads) {
        let codes = codes(reads[0])
        let cells = table(reads[1])
        let (count, link) = Link.parts(of: instruction.detail)
        let end = UInt32(bitPattern: count)
        self.link(link, reads[2], instruction, loop: .byFour) { cell(codes[$0], of: cells, end) }
    }

    @inline(__always)
    private func link(
        _ link: Link, _ operand: Operand, _ instruction: Instruction, loop: Loop = .byTwo, _ x: (_ lane: Int) -> Double
    ) {
        if operand.isConstant {
            self.link(link, Repeated(value: constant(operand)), instruction, loop: loop, x)
        } else {
            self.link(link, numbers(operand), instruction, loop: loop, x)
        }
    }

    @inline(__always)
    private func link(
        _ link: Link, _ c: some Arm, _ instruction: Instruction, loop: Loop, _ x: (_ lane: Int) -> Double
    ) {
        switch link {
        case .add: fill(instruction, loop) { x($0) + c[$0] }
        case .mul: fill(instruction, loop) { x($0) * c[$0] }
        case .sub: fill(instruction, loop) { x($0) - c[$0] }
        case .subTurned: fill(instruction, loop) { c[$0] - x($0) }
        case .div: fill(instruction, loop) { x($0) / c[$0] }
        case .divTurned: fill(instruction, loop) { c[$0] / x($0) }
        case .min: choose(instruction, loop, x, { c[$0] }) { $0 < $1 }
        case .minTurned: choose(instruction, loop, { c[$0] }, x) { $0 < $1 }
        case .max: choose(instruction, loop, x, { c[$0] }) { $0 > $1 }
        case .maxTurned: choose(instruction, loop, { c[$0] }, x) { $0 > $1 }
        }
    }

    /// The first value where the comparison of both holds, the second elsewhere.
    @inline(__always)
    private func choose(
        _ instruction: Instruction, _ loop: Loop, _ first: (Int) -> Double, _ second: (Int) -> Double,
        _ isFirst: (Double, Double) -> Bool
    ) {
        fill(instruction, loop) { lane -> Double in
            let (a, b) = (first(lane), second(lane))
            return isFirst(a, b) ? a : b
        }
    }
}
