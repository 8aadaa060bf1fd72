internal import EmpreinteModel
internal import EmpreinteUnits

/// A parsed formula; ranges are UTF-8 offsets in the text of its scalar.
struct Expression: Sendable {
    indirect enum Kind: Sendable {
        case number(Double, Unit)
        /// The id of an element; else an option, `true`, `false` or `year`: which, the reader of the word decides.
        case word(String, Element?)
        case negate(Expression)
        case not(Expression)
        case binary(BinaryOperator, Expression, Expression, at: Range<Int>)
        case conditional(Expression, then: Expression, otherwise: Expression, at: Range<Int>)
        case fallback(Expression, Expression, at: Range<Int>)
        case call(Function, [Expression], at: Range<Int>)
        /// A plugin's function.
        case external(Vocabulary.Function, [Expression], at: Range<Int>)
        case bands(Expression, [(from: Expression, value: Expression)], at: Range<Int>)
        case index(table: Expression, Expression, at: Range<Int>)
        case dated(Expression, year: Expression, at: Range<Int>)
    }

    enum BinaryOperator: String, Sendable {
        case add = "+", subtract = "-", multiply = "*", divide = "/", power = "^"
        case equal = "==", notEqual = "!=", lessOrEqual = "<=", greaterOrEqual = ">=", less = "<", greater = ">"
        case and, or
    }

    enum Function: String, CaseIterable, Sendable {
        case min, max, sum, clamp, abs, round, bands

        /// How many arguments it takes.
        var arity: ClosedRange<Int> {
            switch self {
            case .min, .max, .sum: 1...1_000
            case .clamp: 3...3
            case .abs, .round: 1...1
            case .bands: 2...1_000
            }
        }
    }

    let kind: Kind
    let range: Range<Int>
    /// The height of the tree.
    let depth: Int

    init(_ kind: Kind, _ range: Range<Int>) {
        self.kind = kind
        self.range = range
        var depth = 0
        kind.forEachOperand { depth = max(depth, $0.depth) }
        self.depth = depth + 1
    }

    /// An element that is read, and where.
    struct Reading: Sendable {
        let element: Element
        let range: Range<Int>
    }
}

extension Expression.Kind {
    /// Calls back with the operands, in the order written.
    func forEachOperand(_ body: (Expression) -> Void) {
        switch self {
        case .number, .word: break
        case .negate(let a), .not(let a): body(a)
        case .binary(_, let a, let b, _), .fallback(let a, let b, _), .index(let a, let b, _), .dated(let a, let b, _):
            body(a)
            body(b)
        case .conditional(let c, let a, let b, _):
            body(c)
            body(a)
            body(b)
        case .call(_, let arguments, _), .external(_, let arguments, _): arguments.forEach(body)
        case .bands(let x, let bands, _):
            body(x)
            for band in bands {
                body(band.from)
                body(band.value)
            }
        }
    }
}

/// Why a text is not a formula.
struct ExpressionError: Error {
    var code: String
    var message: String
    var range: Range<Int>
    var hint: String?
}
