internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// Reads the text of a formula by recursive descent; from loosest to tightest:
/// `else`, `or`, `and`, `not`, comparisons, `+ -`, `* /`, unary `-`, `^`, `x[option]` and `x at(year)`.
///
/// Codes: `formula.syntax`, `formula.spacing`, `formula.function`, `formula.arity`, `formula.depth`, and those of
/// quantities.
struct ExpressionParser {
    var scanner: Scanner
    private let symbols: [String: Element]
    /// The functions of plugins.
    private let functions: [String: Vocabulary.Function]
    private var readings: [Expression.Reading] = []
    private var depth = 0
    /// Nesting and chains beyond these are refused, so that no text can exhaust the stack.
    private static let maximumNesting = 50
    private static let maximumDepth = 250

    private init(
        _ scanner: Scanner, _ symbols: [String: Element], _ functions: [String: Vocabulary.Function]
    ) {
        self.scanner = scanner
        self.symbols = symbols
        self.functions = functions
    }

    /// Reads a whole text; gives the elements it reads too, in the order written.
    static func parse(
        _ text: String, units: UnitCatalogue, symbols: [String: Element] = [:],
        functions: [String: Vocabulary.Function] = [:]
    ) throws(ExpressionError) -> (expression: Expression, readings: [Expression.Reading]) {
        var parser = ExpressionParser(Scanner(text, units: units), symbols, functions)
        let expression = try parser.expression()
        try parser.scanner.expectEnd()
        return (expression, parser.readings)
    }

    private mutating func nested(
        _ read: (inout ExpressionParser) throws(ExpressionError) -> Expression
    ) throws(ExpressionError) -> Expression {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumNesting else { throw tooDeep(scanner.here) }
        return try read(&self)
    }

    private func make(_ kind: Expression.Kind, _ range: Range<Int>) throws(ExpressionError) -> Expression {
        let expression = Expression(kind, range)
        guard expression.depth <= Self.maximumDepth else { throw tooDeep(range.lowerBound..<range.lowerBound + 1) }
        return expression
    }

    private func join(
        _ kind: Expression.Kind, _ first: Expression, _ last: Expression
    ) throws(ExpressionError) -> Expression {
        try make(kind, first.range.lowerBound..<last.range.upperBound)
    }

    private func tooDeep(_ range: Range<Int>) -> ExpressionError {
        ExpressionError(
            code: "formula.depth", message: "the formula is nested or chained too deep", range: range,
            hint: "use sum(…), or name its parts as formulas of their own")
    }

    // MARK: From loosest to tightest

    private mutating func expression() throws(ExpressionError) -> Expression {
        try nested { (parser) throws(ExpressionError) in
            let value = try parser.disjunction()
            guard let at = parser.scanner.keyword("else") else { return value }
            let fallback = try parser.expression()
            return try parser.join(.fallback(value, fallback, at: at), value, fallback)
        }
    }

    private mutating func disjunction() throws(ExpressionError) -> Expression {
        try chain({ $0.keyword("or").map { (.or, $0) } }) { (parser) throws(ExpressionError) in
            try parser.conjunction()
        }
    }

    private mutating func conjunction() throws(ExpressionError) -> Expression {
        try chain({ $0.keyword("and").map { (.and, $0) } }) { (parser) throws(ExpressionError) in
            try parser.negation()
        }
    }

    private mutating func negation() throws(ExpressionError) -> Expression {
        guard let at = scanner.keyword("not") else { return try comparison() }
        let operand = try nested { (parser) throws(ExpressionError) in try parser.negation() }
        return try make(.not(operand), at.lowerBound..<operand.range.upperBound)
    }

    private mutating func comparison() throws(ExpressionError) -> Expression {
        let left = try sum()
        guard let (comparison, at) = try scanner.comparison() else { return left }
        let right = try sum()
        if let (_, again) = try scanner.comparison() {
            throw ExpressionError(
                code: "formula.syntax", message: "comparisons are not chained", range: again,
                hint: "join two comparisons with and")
        }
        return try join(.binary(comparison, left, right, at: at), left, right)
    }

    private mutating func sum() throws(ExpressionError) -> Expression {
        try chain({ (scanner) throws(ExpressionError) in try scanner.symbol(.sum) }) {
            (parser) throws(ExpressionError) in try parser.product()
        }
    }

    private mutating func product() throws(ExpressionError) -> Expression {
        try chain({ (scanner) throws(ExpressionError) in try scanner.symbol(.product) }) {
            (parser) throws(ExpressionError) in try parser.sign()
        }
    }

    private mutating func sign() throws(ExpressionError) -> Expression {
        guard let at = scanner.minus() else { return try power() }
        let operand = try nested { (parser) throws(ExpressionError) in try parser.sign() }
        return try make(.negate(operand), at.lowerBound..<operand.range.upperBound)
    }

    private mutating func power() throws(ExpressionError) -> Expression {
        let base = try postfix()
        guard let (_, at) = try scanner.symbol(.power) else { return base }
        let exponent = try nested { (parser) throws(ExpressionError) in try parser.sign() }
        return try join(.binary(.power, base, exponent, at: at), base, exponent)
    }

    /// Operands joined from left to right by operators of one strength.
    private mutating func chain(
        _ next: (inout Scanner) throws(ExpressionError) -> (Expression.BinaryOperator, Range<Int>)?,
        _ operand: (inout ExpressionParser) throws(ExpressionError) -> Expression
    ) throws(ExpressionError) -> Expression {
        var left = try operand(&self)
        while let (symbol, at) = try next(&scanner) {
            let right = try operand(&self)
            left = try join(.binary(symbol, left, right, at: at), left, right)
        }
        return left
    }

    private mutating func postfix() throws(ExpressionError) -> Expression {
        var value = try primary()
        while true {
            if let at = scanner.take("[") {
                let option = try expression()
                let end = try scanner.expect("]", "to close the index")
                value = try make(
                    .index(table: value, option, at: at), value.range.lowerBound..<end.upperBound)
            } else if let at = scanner.callKeyword("at") {
                let year = try expression()
                let end = try scanner.expect(")", "to close at(")
                value = try make(
                    .dated(value, year: year, at: at), value.range.lowerBound..<end.upperBound)
            } else {
                return value
            }
        }
    }

    // MARK: Operands

    private mutating func primary() throws(ExpressionError) -> Expression {
        if let open = scanner.take("(") {
            let inner = try expression()
            let close = try scanner.expect(")", "to close the parenthesis")
            return try make(inner.kind, open.lowerBound..<close.upperBound)
        }
        if let number = try scanner.number() { return number }
        if let at = scanner.keyword("if") { return try conditional(at) }
        guard let (word, range) = try scanner.word() else { throw scanner.unexpected("a value") }
        guard scanner.take("(", adjacent: true) != nil else {
            let element = symbols[word]
            if let element { readings.append(.init(element: element, range: range)) }
            return try make(.word(word, element), range)
        }
        if let function = functions[word] { return try call(function, range) }
        guard let function = Expression.Function(rawValue: word) else {
            let names = Expression.Function.allCases.map(\.rawValue) + functions.keys.sorted()
            throw ExpressionError(
                code: "formula.function", message: "there is no function '\(word)'", range: range,
                hint: Spelling.didYouMean(word, among: names) ?? "functions: \(names.joined(separator: ", "))")
        }
        return try call(function, range)
    }

    private mutating func conditional(_ at: Range<Int>) throws(ExpressionError) -> Expression {
        let condition = try nested { (parser) throws(ExpressionError) in try parser.disjunction() }
        try scanner.expectKeyword("then")
        let then = try nested { (parser) throws(ExpressionError) in try parser.disjunction() }
        try scanner.expectKeyword("else")
        let otherwise = try expression()
        return try make(
            .conditional(condition, then: then, otherwise: otherwise, at: at),
            at.lowerBound..<otherwise.range.upperBound)
    }

    private mutating func call(_ function: Expression.Function, _ name: Range<Int>) throws(ExpressionError)
        -> Expression
    {
        var arguments: [Expression] = []
        var bands: [(from: Expression, value: Expression)] = []
        repeat {
            let argument = try expression()
            if function == .bands, !arguments.isEmpty {
                guard scanner.take("->") != nil else { throw scanner.unexpected("'->' and the value of the band") }
                bands.append((argument, try expression()))
            } else {
                arguments.append(argument)
            }
        } while scanner.take(",") != nil
        let close = try scanner.expect(")", "to close \(function.rawValue)(")
        let count = arguments.count + bands.count
        try check(count, function.arity, of: function.rawValue, name)
        let range = name.lowerBound..<close.upperBound
        return try function == .bands
            ? make(.bands(arguments[0], bands, at: name), range)
            : make(.call(function, arguments, at: name), range)
    }

    /// A plugin's function, which takes its very number of arguments.
    private mutating func call(
        _ function: Vocabulary.Function, _ name: Range<Int>
    ) throws(ExpressionError) -> Expression {
        var arguments: [Expression] = []
        repeat { arguments.append(try expression()) } while scanner.take(",") != nil
        let close = try scanner.expect(")", "to close \(function.name)(")
        try check(arguments.count, function.arity...function.arity, of: function.name, name)
        return try make(.external(function, arguments, at: name), name.lowerBound..<close.upperBound)
    }

    private func check(
        _ count: Int, _ wanted: ClosedRange<Int>, of function: String, _ range: Range<Int>
    ) throws(ExpressionError) {
        guard !wanted.contains(count) else { return }
        let words = wanted.count == 1 ? "\(wanted.lowerBound)" : "at least \(wanted.lowerBound)"
        throw ExpressionError(
            code: "formula.arity", message: "\(function) takes \(words) arguments, not \(count)", range: range)
    }
}
