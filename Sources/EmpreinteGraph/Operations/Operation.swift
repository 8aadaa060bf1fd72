/// A pure function of one or more values. Everything known about it stands in its declaration, once.
public enum Operation: UInt8, Sendable, Hashable, CaseIterable {
    case add, sub, mul, div, neg
    case min, max, abs, round, floor, ceil, pow, exp, log
    case less, lessEqual, equal, codeEqual
    case and, or, not
    case selectNumber, selectFlag, selectCode
    case pick

    /// The word dumps use.
    public var name: String { Operation.table[index].name }

    /// The types of the operands. The last one repeats, at least once, when the operation is variadic.
    public var operandTypes: [ValueType] { Operation.table[index].operandTypes }

    /// Whether any number of operands of the last type may follow.
    public var isVariadic: Bool { Operation.table[index].isVariadic }

    /// The type of the value.
    public var resultType: ValueType { Operation.table[index].resultType }

    /// What algebra says of the operation, bit for bit.
    public var facts: Facts { Operation.table[index].facts }

    /// Which operands matter once the first is known.
    public var reads: Reads { Operation.table[index].reads }

    /// The declarations, read in place: copying one would count references.
    private static let table: [Declaration] = allCases.map(\.declared)
    private var index: Int { Int(rawValue) }

    /// The value for these operands, flags as 0 or 1 and codes as integers.
    /// - Precondition: as many operands as the operation takes.
    public func callAsFunction(_ operands: Scalar...) -> Scalar { value(of: operands.count) { operands[$0] } }

    /// The value for a list of operands.
    /// - Precondition: as many operands as the operation takes.
    public func value(of operands: [Scalar]) -> Scalar { value(of: operands.count) { operands[$0] } }

    /// The value for operands fetched by position.
    @inline(__always)
    func value(of count: Int, _ operand: (Int) -> Scalar) -> Scalar {
        switch Operation.table[index].meaning {
        case .unary(let function): function(operand(0))
        case .binary(let function): function(operand(0), operand(1))
        case .ternary(let function): function(operand(0), operand(1), operand(2))
        case .chosen:
            positionsRead(after: operand(0), of: count).first.map(operand) ?? .nan
        }
    }
}
