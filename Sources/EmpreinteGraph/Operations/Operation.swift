/// A pure function of one or more values. Everything known about it stands in its declaration, once.
public enum Operation: UInt8, Sendable, Hashable, CaseIterable {
    case add, sub, mul, div, neg
    case min, max, abs, round, floor, ceil, pow, exp, log
    case less, lessEqual, equal, codeEqual
    case and, or, not
    case selectNumber, selectFlag, selectCode
    case pick

    /// The word dumps use.
    public var name: String { declaration.name }

    /// The types of the operands. The last one repeats, at least once, when the operation is variadic.
    public var operandTypes: [ValueType] { declaration.operandTypes }

    /// Whether any number of operands of the last type may follow.
    public var isVariadic: Bool { declaration.isVariadic }

    /// The type of the value.
    public var resultType: ValueType { declaration.resultType }

    /// What algebra says of the operation, bit for bit.
    public var facts: Facts { declaration.facts }

    /// Which operands matter once the first is known.
    public var reads: Reads { declaration.reads }

    var declaration: Declaration { Operation.table[Int(rawValue)] }

    private static let table: [Declaration] = allCases.map(\.declared)

    /// The value for these operands, flags as 0 or 1 and codes as integers.
    /// - Precondition: as many operands as the operation takes.
    public func callAsFunction(_ operands: Scalar...) -> Scalar { value(of: operands.count) { operands[$0] } }

    /// The value for operands fetched by position.
    @inline(__always)
    func value(of count: Int, _ operand: (Int) -> Scalar) -> Scalar {
        switch declaration.meaning {
        case .unary(let function): function(operand(0))
        case .binary(let function): function(operand(0), operand(1))
        case .ternary(let function): function(operand(0), operand(1), operand(2))
        case .chosen:
            positionsRead(after: operand(0), of: count).first.map(operand) ?? .nan
        }
    }
}
