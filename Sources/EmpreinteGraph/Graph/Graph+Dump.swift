extension Graph: CustomStringConvertible {
    /// One line a node, `%12 = mul %3 %7`, operands first.
    /// - Parameters:
    ///   - slot: names a slot; `@3` unless said otherwise.
    ///   - curve: names a curve; `~3` unless said otherwise.
    public func dump(
        slot: (Int) -> String = { "@\($0)" }, curve: (CurveID) -> String = { "~\($0.rawValue)" }
    ) -> String {
        var text = ""
        for node in nodes {
            text += "\(node) = "
            switch kind(of: node) {
            case .number(let value): text += "number \(Graph.text(of: value))"
            case .flag(let value): text += "flag \(value)"
            case .code(let value): text += "code \(value)"
            case .input(let position): text += "input \(slot(position)) \(type(of: node))"
            case .curve(let id): text += "curve \(curve(id))"
            case .external(let id): text += "call \(externals[id.index].name)"
            case .operation(let operation): text += operation.name
            }
            for operand in operands(of: node) { text += " \(operand)" }
            text += "\n"
        }
        return text
    }

    public var description: String { dump() }

    /// The shortest text with the same bits; NaNs other than the usual one show theirs.
    private static func text(of value: Double) -> String {
        guard value.isNaN, value.bitPattern != Double.nan.bitPattern else { return value.description }
        return "nan:0x" + String(value.bitPattern, radix: 16)
    }
}

extension NodeID: CustomStringConvertible {
    public var description: String { "%\(rawValue)" }
}
