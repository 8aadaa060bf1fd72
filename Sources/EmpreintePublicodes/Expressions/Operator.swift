/// What two terms are joined by, in an expression or as a mechanism of two operands.
enum Operator: String, Sendable, CaseIterable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case divideWhole = "//"
    case raise = "**"
    case less = "<"
    case lessEqual = "<="
    case greater = ">"
    case greaterEqual = ">="
    case equal = "="
    case different = "!="
    case and = "et"
    case or = "ou"

    var symbol: String { rawValue }

    static let comparisons: [Operator] = [.greaterEqual, .lessEqual, .greater, .less, .different, .equal]
    static let sums: [Operator] = [.add, .subtract]
    static let products: [Operator] = [.divideWhole, .multiply, .divide]
    static let powers: [Operator] = [.raise]

    var isComparison: Bool {
        switch self {
        case .less, .lessEqual, .greater, .greaterEqual, .equal, .different: true
        default: false
        }
    }

    /// Whether the result is true or false.
    var isLogical: Bool { isComparison || self == .and || self == .or }
}
