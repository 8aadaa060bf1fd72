/// Why an expression could not be read, and where in its text.
struct ExpressionProblem: Error {
    var code = "publicodes.expression"
    let message: String
    let offset: Range<Int>
    var hint: String?
}

/// Reads expressions into terms: comparisons, then sums, then products, then powers, then what stands alone.
struct ExpressionParser {
    private var scanner: ExpressionScanner
    /// How deep parentheses and signs may go.
    private var room = 200

    init(_ bytes: ArraySlice<UInt8>) { scanner = ExpressionScanner(bytes) }

    /// The term of the whole text.
    mutating func parse(into reader: inout RuleReader) throws(ExpressionProblem) -> TermID {
        let term = try comparison(&reader)
        scanner.skipBlanks()
        guard scanner.isAtEnd else {
            throw problem("this was not expected here", hint: "operators need a space on both sides")
        }
        return term
    }

    private func problem(_ message: String, hint: String? = nil) -> ExpressionProblem {
        ExpressionProblem(message: message, offset: scanner.offset..<scanner.offset + 1, hint: hint)
    }

    private mutating func comparison(_ reader: inout RuleReader) throws(ExpressionProblem) -> TermID {
        let start = scanner.offset
        var left = try sum(&reader)
        while let operation = scanner.take(among: Operator.comparisons) {
            let right = try sum(&reader)
            left = reader.add(Operation(operation, left, right, at: reader.place(of: start..<scanner.offset)))
        }
        return left
    }

    private mutating func sum(_ reader: inout RuleReader) throws(ExpressionProblem) -> TermID {
        let start = scanner.offset
        var left = try product(&reader)
        while let operation = scanner.take(among: Operator.sums) {
            let right = try product(&reader)
            left = reader.add(Operation(operation, left, right, at: reader.place(of: start..<scanner.offset)))
        }
        return left
    }

    private mutating func product(_ reader: inout RuleReader) throws(ExpressionProblem) -> TermID {
        let start = scanner.offset
        var left = try power(&reader)
        while let operation = scanner.take(among: Operator.products) {
            let right = try power(&reader)
            left = reader.add(Operation(operation, left, right, at: reader.place(of: start..<scanner.offset)))
        }
        return left
    }

    private mutating func power(_ reader: inout RuleReader) throws(ExpressionProblem) -> TermID {
        let start = scanner.offset
        let left = try primary(&reader)
        guard let operation = scanner.take(among: Operator.powers) else { return left }
        room -= 1
        defer { room += 1 }
        guard room > 0 else { throw problem("the expression is nested too deep") }
        let right = try power(&reader)
        return reader.add(Operation(operation, left, right, at: reader.place(of: start..<scanner.offset)))
    }

    private mutating func primary(_ reader: inout RuleReader) throws(ExpressionProblem) -> TermID {
        room -= 1
        defer { room += 1 }
        guard room > 0 else { throw problem("the expression is nested too deep") }
        let first = scanner.offset
        if scanner.take("(") {
            scanner.skipBlanks()
            let inner = try comparison(&reader)
            scanner.skipBlanks()
            guard scanner.take(")") else { throw problem("a closing parenthesis is missing here") }
            return inner
        }
        if scanner.take("-") {
            scanner.skipBlanks()
            let inner = try primary(&reader)
            if case let number as NumberLiteral = reader.rules.terms[Int(inner.index)] {
                return reader.add(NumberLiteral(value: -number.value, unit: number.unit))
            }
            let zero = reader.add(NumberLiteral(value: 0, unit: nil))
            return reader.add(Operation(.subtract, zero, inner, at: reader.place(of: first..<scanner.offset)))
        }
        if let date = scanner.takeDate() { return reader.add(DateLiteral(day: date.number)) }
        if let number = scanner.takeNumber() {
            let start = scanner.offset
            if let end = scanner.powerEnd(from: first) {
                throw ExpressionProblem(
                    code: "publicodes.number", message: "a number in an expression is written in decimal digits",
                    offset: first..<end, hint: "as in 1000 for 1e3")
            }
            guard number.isFinite else {
                throw ExpressionProblem(
                    code: "publicodes.number", message: "the number is too large", offset: first..<start)
            }
            guard let written = scanner.takeUnit() else { return reader.add(NumberLiteral(value: number, unit: nil)) }
            guard let unit = FreeUnit(written) else {
                throw ExpressionProblem(
                    code: "publicodes.unit", message: "'\(written)' is not a unit", offset: start..<scanner.offset)
            }
            return reader.add(NumberLiteral(value: number, unit: reader.rules.units.id(of: unit)))
        }
        if let text = scanner.takeText() { return reader.literal(text) }
        let start = scanner.offset
        guard let name = scanner.takeName() else {
            throw problem(scanner.isAtEnd ? "the expression stops here" : "a number, a name or a text was expected")
        }
        switch name {
        case "oui": return reader.add(FlagLiteral(value: true))
        case "non": return reader.add(FlagLiteral(value: false))
        default: return reader.reference(to: name, at: start..<scanner.offset)
        }
    }
}
