internal import EmpreinteGraph

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

extension Frame {
    /// Runs the instructions of a section over the block, one after another, each after asking for a share of the next
    /// block.
    ///
    /// Each spells the scalar meaning of its operation, in the same order and rounding, so that a lane has the bits
    /// the interpreter gives.
    /// - Throws: the call of a plugin's function that failed; what comes after it is not computed.
    func run(
        _ instructions: Span<Instruction>, _ operands: Span<Operand>, asking prefetch: inout Prefetch
    ) throws(CallFailure) {
        for place in instructions.indices {
            prefetch.ask()
            let instruction = instructions[place]
            let reads = operands.extracting(instruction.operands)
            switch instruction.kernel {
            case .add: binary(instruction, reads) { $0 + $1 }
            case .sub: binary(instruction, reads) { $0 - $1 }
            case .mul: binary(instruction, reads) { $0 * $1 }
            case .div: binary(instruction, reads) { $0 / $1 }
            case .min: binary(instruction, reads) { $0 < $1 ? $0 : $1 }
            case .max: binary(instruction, reads) { $0 > $1 ? $0 : $1 }
            case .pow: binary(instruction, reads) { power($0, $1) }

            case .neg: unary(instruction, reads) { -$0 }
            case .abs: unary(instruction, reads) { $0.magnitude }
            case .round: unary(instruction, reads) { $0.rounded(.toNearestOrAwayFromZero) }
            case .floor: unary(instruction, reads) { $0.rounded(.down) }
            case .ceil: unary(instruction, reads) { $0.rounded(.up) }
            case .exp: unary(instruction, reads) { exponential($0) }
            case .log: unary(instruction, reads) { logarithm($0) }

            case .sum: sum(instruction, reads)
            case .dot: dot(instruction, reads)
            case .weigh: weigh(instruction, reads)
            case .chain: chain(instruction, reads)

            case .less: compare(instruction, reads) { $0 < $1 }
            case .lessEqual: compare(instruction, reads) { $0 <= $1 }
            case .equal: compare(instruction, reads) { $0 == $1 }
            case .codeEqual: compareCodes(instruction, reads)
            case .and: logical(instruction, reads) { $0 & $1 }
            case .or: logical(instruction, reads) { $0 | $1 }
            case .not: not(instruction, reads)

            case .selectNumber: selectNumber(instruction, reads)
            case .selectFlag: selectFlag(instruction, reads)
            case .selectCode: selectCode(instruction, reads)
            case .ifLess: choose(instruction, reads) { $0 < $1 }
            case .ifLessEqual: choose(instruction, reads) { $0 <= $1 }
            case .ifEqual: choose(instruction, reads) { $0 == $1 }
            case .ifCodeEqual: chooseByCode(instruction, reads)
            case .ifBothCodes: chooseByCodes(instruction, reads) { $0 & $1 }
            case .ifEitherCode: chooseByCodes(instruction, reads) { $0 | $1 }
            case .ifOnlyFirstCode: chooseByCodes(instruction, reads) { $0 & ~$1 }

            case .lookup: lookup(instruction, reads)
            case .lookupChain: lookupChain(instruction, reads)
            case .curve: curve(instruction, reads)
            case .call: try call(instruction, reads)

            case .fillNumber: fillNumber(instruction, reads)
            case .fillFlag: fillFlag(instruction, reads)
            case .fillCode: fillCode(instruction, reads)
            case .numberOfFlag: numberOfFlag(instruction, reads)
            case .numberOfCode: numberOfCode(instruction, reads)
            }
        }
    }
}

// The C functions, out of the reach of the cases that have their names.
private func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
private func exponential(_ exponent: Double) -> Double { exp(exponent) }
private func logarithm(_ value: Double) -> Double { log(value) }
