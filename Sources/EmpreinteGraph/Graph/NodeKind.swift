/// What a node is, beside its operands. Numbers are equal when their bits are.
public enum NodeKind: Sendable, Hashable {
    case number(Double)
    case flag(Bool)
    case code(Int32)
    /// A value given from outside, by position.
    case input(slot: Int)
    /// The value of a curve at its only operand.
    case curve(CurveID)
    /// What a plugin's function gives for its operands.
    case external(ExternalID)
    case operation(Operation)

    /// The constant of that type carried by a scalar, or nothing when the scalar is no such constant.
    init?(constant value: Scalar, of type: ValueType) {
        switch type {
        case .number: self = .number(value)
        case .flag: self = .flag(value != 0)
        case .code:
            guard let code = Int32(exactly: value) else { return nil }
            self = .code(code)
        }
    }

    /// The constant as a scalar, or nothing for what is not a constant.
    public var constant: Scalar? {
        switch self {
        case .number(let value): value
        case .flag(let value): value ? 1 : 0
        case .code(let value): Scalar(value)
        case .input, .curve, .external, .operation: nil
        }
    }

    public static func == (left: NodeKind, right: NodeKind) -> Bool { left.word == right.word }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(word.tag)
        hasher.combine(word.bits)
    }

    /// The kind as two integers, for comparing and hashing.
    var word: (tag: UInt64, bits: UInt64) {
        switch self {
        case .number(let value): (1, value.bitPattern)
        case .flag(let value): (2, value ? 1 : 0)
        case .code(let value): (3, UInt64(UInt32(bitPattern: value)))
        case .input(let slot): (4, UInt64(slot))
        case .curve(let curve): (5, UInt64(UInt32(bitPattern: curve.rawValue)))
        case .operation(let operation): (6, UInt64(operation.rawValue))
        case .external(let function): (7, UInt64(UInt32(bitPattern: function.rawValue)))
        }
    }
}
