import EmpreinteGraph
import TestSupport
import Testing

@testable import EmpreinteEngine

/// Every operation, with each operand a column or a uniform value, alone and in the steps that fuse, on every
/// combination of special values, against its scalar meaning.
@Suite struct KernelTests {
    static let special: [ValueType: [Scalar]] = [
        .number: [0, -0.0, 1, -2.5, 1e300, .leastNonzeroMagnitude, -.infinity, .nan],
        .flag: [0, 1],
        .code: [-1, 0, 1, 2, Scalar(Int32.max), Scalar(Int32.min)],
    ]

    @Test(arguments: Operation.allCases) func shapesAgree(operation: Operation) throws {
        let types = operation.operandTypes + (operation.isVariadic ? [.number] : [])
        for shape in 0..<1 << types.count { try check(types, shape) { $0.apply(operation, to: $1) } }
    }

    static let steps: [Operation] = [.add, .sub, .mul, .div, .min, .max]

    /// Two steps of arithmetic, the first on either side of the second.
    @Test(arguments: steps, steps) func chainsAgree(first: Operation, second: Operation) throws {
        for shape in 0..<8 {
            try check([.number, .number, .number], shape) { graph, operands in
                graph.apply(second, graph.apply(first, operands[0], operands[1]), operands[2])
            }
            try check([.number, .number, .number], shape) { graph, operands in
                graph.apply(second, operands[2], graph.apply(first, operands[0], operands[1]))
            }
        }
    }

    @Test(arguments: steps) func lookupChainsAgree(second: Operation) throws {
        for shape in 0..<8 {
            try check([.code, .number, .number], shape) { graph, operands in
                graph.apply(second, graph.pick(operands[0], from: [operands[1]]), operands[2])
            }
            try check([.code, .number, .number], shape) { graph, operands in
                graph.apply(second, operands[2], graph.pick(operands[0], from: [operands[1]]))
            }
        }
    }

    @Test(arguments: [Operation.less, .lessEqual, .equal]) func comparedChoicesAgree(test: Operation) throws {
        for shape in 0..<8 {
            try check([.number, .number, .number], shape) { graph, operands in
                graph.apply(.selectNumber, graph.apply(test, operands[0], operands[1]), operands[2], operands[0])
            }
            try check([.number, .number, .number], shape) { graph, operands in
                graph.apply(.selectNumber, graph.apply(test, operands[0], operands[1]), operands[1], operands[2])
            }
        }
    }

    /// A choice that is only added to or multiplied, on either side.
    @Test(arguments: [Operation.add, .mul]) func choicesWithTailsAgree(tail: Operation) throws {
        for shape in 0..<16 {
            try check([.flag, .number, .number, .number], shape) { graph, operands in
                graph.apply(tail, graph.apply(.selectNumber, operands[0], operands[1], operands[2]), operands[3])
            }
            try check([.code, .number, .number, .number], shape) { graph, operands in
                let test = graph.apply(.codeEqual, operands[0], graph.code(1))
                return graph.apply(tail, operands[3], graph.apply(.selectNumber, test, operands[1], operands[2]))
            }
            try check([.number, .number, .number], shape) { graph, operands in
                let test = graph.apply(.less, operands[0], operands[1])
                return graph.apply(tail, graph.apply(.selectNumber, test, operands[2], operands[1]), operands[0])
            }
        }
    }

    @Test(arguments: [(Operation.add, false), (.mul, false), (.mul, true)])
    func aChoiceAndItsTailAreOneInstruction(tail: Operation, isUniform: Bool) {
        var graph = Graph()
        let inputs = (0..<4).map { graph.input(slot: $0, type: .number) }
        let choice = graph.apply(.selectNumber, graph.apply(.less, inputs[0], inputs[1]), inputs[1], inputs[2])
        let whole = graph.apply(tail, inputs[3], choice)
        let sources: [Binding.Source] = [.lane, .lane, .lane, isUniform ? .uniform : .lane]
        #expect(Plan(graph, Binding(inputs: sources, outputs: [whole])).instructions.map(\.kernel) == [.ifLess])
    }

    /// A choice by one or two codes, each compared or its contrary, the comparisons read once or also elsewhere.
    @Test(arguments: [Operation.and, .or], 0..<8) func choicesByCodesAgree(both: Operation, form: Int) throws {
        for arms in 0..<4 {
            try check([.code, .code, .number, .number], arms << 2) { graph, operands in
                var tests = [0, 1].map { graph.apply(.codeEqual, operands[$0], graph.code(Int32($0) + 1)) }
                for place in tests.indices where form >> place & 1 == 1 {
                    tests[place] = graph.apply(.not, tests[place])
                }
                let test = graph.apply(both, tests[0], tests[1])
                let choice = graph.apply(.selectNumber, test, operands[2], operands[3])
                guard form >> 2 == 1 else { return choice }
                let other = graph.apply(.selectNumber, tests[0], choice, operands[3])
                return graph.apply(.selectNumber, graph.apply(.or, test, tests[1]), other, choice)
            }
        }
    }

    @Test(arguments: [
        (Operation.and, 0b00, Kernel.ifBothCodes), (.and, 0b01, .ifOnlyFirstCode), (.and, 0b10, .ifOnlyFirstCode),
        (.and, 0b11, .ifEitherCode), (.or, 0b00, .ifEitherCode), (.or, 0b01, .ifOnlyFirstCode),
        (.or, 0b10, .ifOnlyFirstCode), (.or, 0b11, .ifBothCodes),
    ]) func aChoiceByTwoCodesIsOneInstruction(both: Operation, negated: Int, kernel: Kernel) {
        var graph = Graph()
        let (first, second) = (graph.input(slot: 0, type: .code), graph.input(slot: 1, type: .code))
        var tests = [graph.apply(.codeEqual, first, graph.code(1)), graph.apply(.codeEqual, second, graph.code(2))]
        for place in tests.indices where negated >> place & 1 == 1 { tests[place] = graph.apply(.not, tests[place]) }
        let amount = graph.input(slot: 2, type: .number)
        let choice = graph.apply(.selectNumber, graph.apply(both, tests[0], tests[1]), amount, graph.number(0))
        let plan = Plan(graph, Binding(inputs: [.lane, .lane, .lane], outputs: [choice]))
        #expect(plan.instructions.map(\.kernel) == [kernel])
    }

    /// One pass for columns with and without weights.
    @Test func aSumOfWeightedAndPlainColumnsIsOneInstruction() {
        var graph = Graph()
        let inputs = (0..<4).map { graph.input(slot: $0, type: .number) }
        var sum = graph.apply(.mul, inputs[0], graph.number(2))
        sum = graph.apply(.add, sum, graph.apply(.mul, inputs[1], graph.number(3)))
        sum = graph.apply(.add, sum, inputs[2])
        sum = graph.apply(.add, sum, graph.apply(.mul, inputs[3], graph.number(5)))
        let plan = Plan(graph, Binding(inputs: Array(repeating: .lane, count: 4), outputs: [sum]))
        #expect(plan.instructions.map(\.kernel) == [.weigh])
    }

    /// Sums of up to eleven terms, each a column, a constant, a product of columns or one with a constant, multiplied or
    /// not: in one lane they are the interpreter's.
    @Test func sumsAgree() throws {
        var random = SplitMix64(seed: 5)
        var kernels: Set<Kernel> = []
        for _ in 0..<1_000 {
            var graph = Graph()
            let columns = (0..<30).map { graph.input(slot: $0, type: .number) }
            var next = 0
            func factor() -> NodeID {
                next += 1
                return columns[next - 1]
            }
            let kinds = (0..<4).map { _ in random.below(4) }
            func term() -> NodeID {
                switch random.choose(kinds) {
                case 0: factor()
                case 1: graph.number(Double(random.below(100)) + 0.1)
                case 2: graph.apply(.mul, factor(), factor())
                default: graph.apply(.mul, graph.number(Double(random.below(100)) + 0.3), factor())
                }
            }
            var sum = graph.apply(.add, factor(), term())
            for _ in 0..<random.below(10) {
                let other = term()
                sum = random.below(2) == 0 ? graph.apply(.add, sum, other) : graph.apply(.add, other, sum)
            }
            switch random.below(4) {
            case 0: sum = graph.apply(.mul, sum, graph.number(1.7))
            case 1: sum = graph.apply(.mul, factor(), sum)
            default: break
            }
            let plan = Plan(graph, Binding(inputs: Array(repeating: .lane, count: 30), outputs: [sum]))
            kernels.formUnion(plan.instructions.map(\.kernel))
            let values = (0..<30).map { _ in Double(random.below(1_000_000)) / 7 }
            var interpreter = Interpreter()
            interpreter.run(graph, inputs: values)
            var solo = try SoloRun(plan)
            solo.evaluate(values)
            #expect(solo[0].bitPattern == interpreter.values[sum.index].bitPattern, "\(graph)\n\(plan)")
        }
        #expect(kernels.isSuperset(of: [.sum, .dot, .weigh]))
    }

    /// Evaluates a node of some operands on all combinations of special values.
    /// - Parameter shape: which operands are uniform, a bit each, lowest first; the others are columns.
    private func check(
        _ types: [ValueType], _ shape: Int, _ node: (inout Graph, [NodeID]) -> NodeID
    ) throws {
        let isUniform = types.indices.map { shape >> $0 & 1 == 1 }
        var graph = Graph()
        let operands = types.enumerated().map { graph.input(slot: $0, type: $1) }
        let root = node(&graph, operands)
        let plan = Plan(graph, Binding(inputs: isUniform.map { $0 ? .uniform : .lane }, outputs: [root]))
        var interpreter = Interpreter()
        let uniforms = zip(types, isUniform).map { $1 ? Self.special[$0, default: []] : [.nan] }
        let lanes = combinations(zip(types, isUniform).map { $1 ? [.nan] : Self.special[$0, default: []] })
        for uniform in combinations(uniforms) {
            var inputs: [Int: Run.Input] = [:]
            for (slot, type) in types.enumerated() {
                inputs[slot] =
                    isUniform[slot]
                    ? .uniform(uniform[slot]) : .lane(Column(lanes.map { $0[slot] }, as: type))
            }
            let results = try Run(plan, laneCount: lanes.count, inputs: inputs).results()[0][0]
            let agree = zip(lanes, results).allSatisfy { lane, result in
                interpreter.run(graph, inputs: types.indices.map { isUniform[$0] ? uniform[$0] : lane[$0] })
                return isSame(interpreter.values[root.index], result)
            }
            #expect(agree, "\(graph) shape \(shape) uniform \(uniform)\n\(plan)")
        }
    }

    private func combinations(_ lists: [[Scalar]]) -> [[Scalar]] {
        lists.reduce([[]]) { heads, list in heads.flatMap { head in list.map { head + [$0] } } }
    }
}
