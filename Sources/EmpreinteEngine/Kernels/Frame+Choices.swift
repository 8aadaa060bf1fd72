/// An arm of a choice: a column, or a constant.
protocol Arm {
    subscript(lane: Int) -> Double { get }
}

extension Lanes: Arm where Element == Double {}

/// The same number in every lane.
struct Repeated: Arm {
    let value: Double

    @inline(__always)
    subscript(lane: Int) -> Double { value }
}

extension Frame {
    func selectNumber(_ instruction: Instruction, _ reads: Reads) {
        let test = flags(reads[0])
        choose(instruction, reads.extracting(droppingFirst: 1)) { test[$0] != 0 }
    }

    func selectFlag(_ instruction: Instruction, _ reads: Reads) {
        let (test, yes, no) = (flags(reads[0]), flags(reads[1]), flags(reads[2]))
        fill(instruction) { lane -> FlagByte in
            let (y, n) = (yes[lane], no[lane])
            return test[lane] != 0 ? y : n
        }
    }

    func selectCode(_ instruction: Instruction, _ reads: Reads) {
        let (test, yes, no) = (flags(reads[0]), codes(reads[1]), codes(reads[2]))
        fill(instruction) { lane -> Int32 in
            let (y, n) = (yes[lane], no[lane])
            return test[lane] != 0 ? y : n
        }
    }

    /// Compares two numbers and takes an arm.
    @inline(__always)
    func choose(_ instruction: Instruction, _ reads: Reads, _ holds: (Double, Double) -> Bool) {
        let (left, right) = (reads[0], reads[1])
        let arms = reads.extracting(droppingFirst: 2)
        if right.isConstant {
            let (a, b) = (numbers(left), constant(right))
            choose(instruction, arms) { holds(a[$0], b) }
        } else if left.isConstant {
            let (a, b) = (constant(left), numbers(right))
            choose(instruction, arms) { holds(a, b[$0]) }
        } else {
            let (a, b) = (numbers(left), numbers(right))
            choose(instruction, arms) { holds(a[$0], b[$0]) }
        }
    }

    func chooseByCode(_ instruction: Instruction, _ reads: Reads) {
        let (codes, wanted) = (codes(reads[0]), code(reads[1]))
        choose(instruction, reads.extracting(droppingFirst: 2)) { codes[$0] == wanted }
    }

    /// Compares two codes with constants, and takes an arm by what becomes of both answers.
    @inline(__always)
    func chooseByCodes(_ instruction: Instruction, _ reads: Reads, _ test: (Int32, Int32) -> Int32) {
        let (first, firstWanted) = (codes(reads[0]), code(reads[1]))
        let (second, secondWanted) = (codes(reads[2]), code(reads[3]))
        // Answers as words of ones or zeros: Boolean operators may branch, and would not vectorise as well.
        choose(instruction, reads.extracting(droppingFirst: 4)) { lane in
            let (x, y) = (first[lane], second[lane])
            return test(x == firstWanted ? -1 : 0, y == secondWanted ? -1 : 0) != 0
        }
    }

    @inline(__always)
    private func choose(_ instruction: Instruction, _ arms: Reads, _ isYes: (_ lane: Int) -> Bool) {
        let (yes, no) = (arms[0], arms[1])
        switch (yes.isConstant, no.isConstant) {
        case (false, false): choose(instruction, arms, numbers(yes), numbers(no), isYes)
        case (false, true): choose(instruction, arms, numbers(yes), Repeated(value: constant(no)), isYes)
        case (true, false): choose(instruction, arms, Repeated(value: constant(yes)), numbers(no), isYes)
        case (true, true):
            choose(instruction, arms, Repeated(value: constant(yes)), Repeated(value: constant(no)), isYes)
        }
    }

    /// Both arms are read before one is taken: reading only the one would not vectorise.
    @inline(__always)
    private func choose(
        _ instruction: Instruction, _ arms: Reads, _ yes: some Arm, _ no: some Arm, _ isYes: (_ lane: Int) -> Bool
    ) {
        fill(instruction, .plain, tailOf: arms) { lane -> Double in
            let (y, n) = (yes[lane], no[lane])
            return isYes(lane) ? y : n
        }
    }
}
