import EmpreinteGraph
import TestSupport
import Testing

@Suite struct OperationTests {
    /// Operands of every row and column below; `s` is the smallest subnormal.
    static let specials: [Scalar] = read("-i -1 -s -0 0 s 1 i n")

    static func read(_ text: String) -> [Scalar] {
        text.split(whereSeparator: \.isWhitespace).map { token in
            let magnitude: Scalar =
                switch token.drop(while: { $0 == "-" }) {
                case "i": .infinity
                case "n": .nan
                case "s": .leastNonzeroMagnitude
                case "2s": 2 * .leastNonzeroMagnitude
                case let number: Scalar(number) ?? .signalingNaN
                }
            return token.hasPrefix("-") ? -magnitude : magnitude
        }
    }

    /// Rows are the first operand, columns the second.
    static let grids: [(Operation, String)] = [
        (
            .add,
            """
            -i -i -i  -i -i -i -i n  n
            -i -2 -1  -1 -1 -1 0  i  n
            -i -1 -2s -s -s 0  1  i  n
            -i -1 -s  -0 0  s  1  i  n
            -i -1 -s  0  0  s  1  i  n
            -i -1 0   s  s  2s 1  i  n
            -i 0  1   1  1  1  2  i  n
            n  i  i   i  i  i  i  i  n
            n  n  n   n  n  n  n  n  n
            """
        ),
        (
            .sub,
            """
            n -i -i -i -i -i  -i -i n
            i 0  -1 -1 -1 -1  -2 -i n
            i 1  0  -s -s -2s -1 -i n
            i 1  s  0  -0 -s  -1 -i n
            i 1  s  0  0  -s  -1 -i n
            i 1  2s s  s  0   -1 -i n
            i 2  1  1  1  1   0  -i n
            i i  i  i  i  i   i  n  n
            n n  n  n  n  n   n  n  n
            """
        ),
        (
            .mul,
            """
            i  i  i  n  n  -i -i -i n
            i  1  s  0  -0 -s -1 -i n
            i  s  0  0  -0 -0 -s -i n
            n  0  0  0  -0 -0 -0 n  n
            n  -0 -0 -0 0  0  0  n  n
            -i -s -0 -0 0  0  s  i  n
            -i -1 -s -0 0  s  1  i  n
            -i -i -i n  n  i  i  i  n
            n  n  n  n  n  n  n  n  n
            """
        ),
        (
            .div,
            """
            n  i  i  i  -i -i -i n  n
            0  1  i  i  -i -i -1 -0 n
            0  s  1  i  -i -1 -s -0 n
            0  0  0  n  n  -0 -0 -0 n
            -0 -0 -0 n  n  0  0  0  n
            -0 -s -1 -i i  1  s  0  n
            -0 -1 -i -i i  i  1  0  n
            n  -i -i -i i  i  i  n  n
            n  n  n  n  n  n  n  n  n
            """
        ),
        (
            .min,
            """
            -i -i -i -i -i -i -i -i n
            -i -1 -1 -1 -1 -1 -1 -1 n
            -i -1 -s -s -s -s -s -s n
            -i -1 -s -0 0  -0 -0 -0 n
            -i -1 -s -0 0  0  0  0  n
            -i -1 -s -0 0  s  s  s  n
            -i -1 -s -0 0  s  1  1  n
            -i -1 -s -0 0  s  1  i  n
            -i -1 -s -0 0  s  1  i  n
            """
        ),
        (
            .max,
            """
            -i -1 -s -0 0  s  1  i  n
            -1 -1 -s -0 0  s  1  i  n
            -s -s -s -0 0  s  1  i  n
            -0 -0 -0 -0 0  s  1  i  n
            0  0  0  -0 0  s  1  i  n
            s  s  s  s  s  s  1  i  n
            1  1  1  1  1  1  1  i  n
            i  i  i  i  i  i  i  i  n
            -i -1 -s -0 0  s  1  i  n
            """
        ),
        (
            .pow,
            """
            0 -0 0 1 1 i -i i n
            1 -1 n 1 1 n -1 1 n
            i -i n 1 1 n -s 0 n
            i -i i 1 1 0 -0 0 n
            i i  i 1 1 0 0  0 n
            i i  1 1 1 1 s  0 n
            1 1  1 1 1 1 1  1 1
            0 0  0 1 1 i i  i n
            n n  n 1 1 n n  n n
            """
        ),
        (
            .less,
            """
            0 1 1 1 1 1 1 1 0
            0 0 1 1 1 1 1 1 0
            0 0 0 1 1 1 1 1 0
            0 0 0 0 0 1 1 1 0
            0 0 0 0 0 1 1 1 0
            0 0 0 0 0 0 1 1 0
            0 0 0 0 0 0 0 1 0
            0 0 0 0 0 0 0 0 0
            0 0 0 0 0 0 0 0 0
            """
        ),
        (
            .lessEqual,
            """
            1 1 1 1 1 1 1 1 0
            0 1 1 1 1 1 1 1 0
            0 0 1 1 1 1 1 1 0
            0 0 0 1 1 1 1 1 0
            0 0 0 1 1 1 1 1 0
            0 0 0 0 0 1 1 1 0
            0 0 0 0 0 0 1 1 0
            0 0 0 0 0 0 0 1 0
            0 0 0 0 0 0 0 0 0
            """
        ),
        (
            .equal,
            """
            1 0 0 0 0 0 0 0 0
            0 1 0 0 0 0 0 0 0
            0 0 1 0 0 0 0 0 0
            0 0 0 1 1 0 0 0 0
            0 0 0 1 1 0 0 0 0
            0 0 0 0 0 1 0 0 0
            0 0 0 0 0 0 1 0 0
            0 0 0 0 0 0 0 1 0
            0 0 0 0 0 0 0 0 0
            """
        ),
    ]

    /// Operands, then results.
    static let rows: [(Operation, String, String)] = [
        (.neg, "-i -1 -s -0 0 s 1 i n", "i 1 s 0 -0 -s -1 -i n"),
        (.abs, "-i -1 -s -0 0 s 1 i n", "i 1 s 0 0 s 1 i n"),
        (.round, "-i -s -0 0 s i n 0.5 -0.5 1.5 2.5 -2.5 0.49999999999999994", "-i -0 -0 0 0 i n 1 -1 2 3 -3 0"),
        (.floor, "-i -s -0 0 s i n 0.5 -0.5 2 -2.5", "-i -1 -0 0 0 i n 0 -1 2 -3"),
        (.ceil, "-i -s -0 0 s i n 0.5 -0.5 2 -2.5", "-i -0 -0 0 1 i n 1 -0 2 -2"),
        (.exp, "-i -1 -s -0 0 s 1 i n 710", "0 0.36787944117144233 1 1 1 1 2.718281828459045 i n i"),
        (.log, "-i -1 -s -0 0 s 1 i n", "n n n -i -i -744.4400719213812 0 i n"),
        (.not, "0 1", "1 0"),
    ]

    /// Operands and result.
    static let cells: [(Operation, String, String)] = [
        (.codeEqual, "3 3", "1"), (.codeEqual, "3 -3", "0"), (.codeEqual, "-2147483648 -2147483648", "1"),
        (.and, "0 0", "0"), (.and, "0 1", "0"), (.and, "1 0", "0"), (.and, "1 1", "1"),
        (.or, "0 0", "0"), (.or, "0 1", "1"), (.or, "1 0", "1"), (.or, "1 1", "1"),
        (.selectNumber, "1 -0 n", "-0"), (.selectNumber, "0 n -0", "-0"), (.selectNumber, "1 n 2", "n"),
        (.selectFlag, "1 0 1", "0"), (.selectFlag, "0 0 1", "1"),
        (.selectCode, "1 -7 9", "-7"), (.selectCode, "0 -7 9", "9"),
        (.pick, "0 -0 1 n", "-0"), (.pick, "2 -0 1 i", "i"), (.pick, "1 -0 s n", "s"),
        (.pick, "3 -0 1 i", "n"), (.pick, "-1 -0 1 i", "n"), (.pick, "2147483647 5", "n"),
    ]

    @Test(arguments: grids) func binaryOperations(operation: Operation, grid: String) throws {
        let expected = Self.read(grid)
        try #require(expected.count == 81)
        for (row, left) in Self.specials.enumerated() {
            for (column, right) in Self.specials.enumerated() {
                let value = operation(left, right)
                #expect(isSame(value, expected[row * 9 + column]), "\(operation.name)(\(left), \(right)) = \(value)")
            }
        }
    }

    @Test(arguments: rows) func unaryOperations(operation: Operation, operands: String, results: String) throws {
        let (operands, results) = (Self.read(operands), Self.read(results))
        try #require(operands.count == results.count)
        for (operand, expected) in zip(operands, results) {
            #expect(isSame(operation(operand), expected), "\(operation.name)(\(operand)) = \(operation(operand))")
        }
    }

    @Test(arguments: cells) func otherOperations(operation: Operation, operands: String, result: String) {
        var graph = Graph()
        let slots = zip(0..., Self.read(operands)).map { slot, _ in
            graph.input(slot: slot, type: operation.operandTypes[min(slot, operation.operandTypes.count - 1)])
        }
        let node = graph.apply(operation, to: slots)
        var interpreter = Interpreter()
        interpreter.run(graph, inputs: Self.read(operands))
        #expect(isSame(interpreter.values[node.index], Self.read(result)[0]))
    }

    @Test func everyOperationHasItsRow() {
        let covered = Self.grids.map(\.0) + Self.rows.map(\.0) + Self.cells.map(\.0)
        #expect(Set(covered) == Set(Operation.allCases))
        #expect(Set(Operation.allCases.map(\.name)).count == Operation.allCases.count)
    }

    /// Every fact the table claims, on every pair of special values of the operand types.
    @Test(arguments: Operation.allCases) func factsHold(operation: Operation) {
        guard operation.operandTypes.count <= 2, !operation.isVariadic else { return }
        let domain = operation.operandTypes[0] == .number ? Self.specials : [0, 1]
        let facts = operation.facts
        for a in domain where operation.operandTypes.count == 1 {
            let once = operation(a)
            if facts.isInvolution { #expect(isSame(operation(once), a)) }
            if facts.isProjection { #expect(isSame(operation(once), once)) }
        }
        for a in domain where operation.operandTypes.count == 2 {
            if facts.isIdempotent { #expect(isSame(operation(a, a), a)) }
            if let value = facts.valueOnEqual { #expect(isSame(operation(a, a), value)) }
            if let identity = facts.leftIdentity { #expect(isSame(operation(identity, a), a)) }
            if let identity = facts.rightIdentity { #expect(isSame(operation(a, identity), a)) }
            if let zero = facts.absorbing { #expect(operation(zero, a) == zero && operation(a, zero) == zero) }
            for b in domain where facts.isCommutative { #expect(isSame(operation(a, b), operation(b, a))) }
        }
    }

    /// Short circuits, arms and picks: an operand that is not read does not matter.
    @Test(
        arguments: [
            (.and, 0, 2, 1..<1), (.and, 1, 2, 1..<2), (.or, 1, 2, 1..<1), (.or, 0, 2, 1..<2),
            (.selectNumber, 1, 3, 1..<2), (.selectFlag, 0, 3, 2..<3), (.pick, 0, 3, 1..<2), (.pick, 1, 3, 2..<3),
            (.pick, 2, 3, 1..<1), (.pick, -1, 3, 1..<1), (.pick, .nan, 3, 1..<1), (.add, 0, 2, 1..<2),
            (.neg, 0, 1, 1..<1),
        ] as [(Operation, Scalar, Int, Range<Int>)])
    func reads(operation: Operation, first: Scalar, count: Int, others: Range<Int>) {
        #expect(operation.positionsRead(after: first, of: count) == others)
    }
}
