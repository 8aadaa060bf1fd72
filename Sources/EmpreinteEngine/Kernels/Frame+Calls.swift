internal import EmpreinteGraph

/// A plugin's function as an instruction calls it.
struct Call: Sendable {
    let function: ExternalFunction
    /// Where the call stands.
    let origin: OriginID
}

extension Frame {
    /// Hands the block's columns to a plugin's function; all its operands are columns.
    func call(_ instruction: Instruction, _ reads: Reads) throws(CallFailure) {
        let call = calls[Int(instruction.detail)]
        let target = unsafe column(Int(instruction.target)).assumingMemoryBound(to: Double.self)
        try unsafe call.function.compute(laneCount, into: target, origin: call.origin) { place in
            unsafe UnsafePointer(column(reads[place].index).assumingMemoryBound(to: Double.self))
        }
    }
}
