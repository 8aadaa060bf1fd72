internal import CProcessor

/// How a column of numbers is computed, of which its kernel knows best.
enum Loop {
    /// Lane by lane, for the compiler to make vectors of.
    case plain
    /// Two lanes at a time, each pair written before the next is read. With vectors of two doubles that takes a tenth to
    /// a third less time for arithmetic than what becomes of a plain loop, which reads two vectors first; a plain loop
    /// it is where vectors are wider.
    case byTwo
    /// Four lanes at a time, for what comes from all over a table and does not vectorise.
    case byFour
}

extension Frame {
    /// Computes a column, lane by lane.
    @inline(__always)
    func fill<Element: BitwiseCopyable>(_ instruction: Instruction, _ value: (_ lane: Int) -> Element) {
        let target: Target<Element> = target(instruction)
        for lane in 0..<laneCount { target.set(lane, value(lane)) }
    }

    /// Computes a column of numbers.
    @inline(__always)
    func fill(_ instruction: Instruction, _ loop: Loop, _ value: (_ lane: Int) -> Double) {
        let target: Target<Double> = target(instruction)
        var lane = 0
        switch loop {
        case .byTwo where emp_has_wide_vectors() == 0:
            while lane < laneCount & ~1 {
                target.set(lane, SIMD2(value(lane), value(lane &+ 1)))
                lane &+= 2
            }
        case .byFour:
            while lane < laneCount & ~3 {
                target.set(lane, SIMD4(value(lane), value(lane &+ 1), value(lane &+ 2), value(lane &+ 3)))
                lane &+= 4
            }
        case .plain, .byTwo: break
        }
        for lane in lane..<laneCount { target.set(lane, value(lane)) }
    }

    /// Computes a column of numbers, and what the tail of the instruction makes of each.
    @inline(__always)
    func fill(_ instruction: Instruction, _ loop: Loop, tailOf reads: Reads, _ value: (_ lane: Int) -> Double) {
        guard let tail = Tail(rawValue: instruction.detail), tail != .none else {
            return fill(instruction, loop, value)
        }
        let last = reads[reads.count - 1]
        if last.isConstant {
            let c = constant(last)
            fill(instruction, loop) { value($0) * c }
        } else {
            let c = numbers(last)
            if tail == .times {
                fill(instruction, loop) { value($0) * c[$0] }
            } else {
                fill(instruction, loop) { value($0) + c[$0] }
            }
        }
    }
}
