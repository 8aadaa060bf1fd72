internal import EmpreinteGraph

extension Plan: CustomStringConvertible {
    /// The sections with lanes, one line an instruction: `s3 = add s0 c1` writes slot 3 from slot 0 and constant 1.
    public var description: String {
        var text = "inputs"
        for (column, input) in inputs.enumerated() { text += " s\(column)=@\(input.slot)" }
        text += "\nuniform \(uniforms.counts.fixed) once, \(uniforms.counts.yearly) a year, \(uniforms.width) constants"
        text += "\n" + lines(instructions[..<yearFreeCount], "year-free")
        text += lines(instructions[yearFreeCount...], "yearly")
        text += "outputs"
        for slot in outputs { text += " s\(slot)" }
        return text + "\nblocks of \(blockHeight) lanes, \(slots.count) slots\n"
    }

    private func lines(_ section: ArraySlice<Instruction>, _ title: String) -> String {
        section.reduce("\(title), \(section.count) instructions\n") { text, instruction in
            var line = "  s\(instruction.target) = \(instruction.kernel)"
            for operand in operands[instruction.operands] {
                line += operand.isConstant ? " c\(operand.index)" : " s\(operand.index)"
            }
            switch instruction.kernel {
            case .lookup: line += " of \(instruction.detail)"
            case .curve: line += " ~\(instruction.detail)"
            case .call: line += " \(calls[Int(instruction.detail)].function.name)"
            default: break
            }
            return text + line + "\n"
        }
    }
}
