import EmpreinteEngine
import EmpreinteGraph
import TestSupport

/// A random graph bound at random, with a value for every slot, lane and year.
struct Sample {
    let graph: Graph
    let roots: [NodeID]
    let binding: Binding
    let laneCount: Int
    let yearCount: Int
    /// By slot, then year, then lane: only the first of an axis the slot does not have is used.
    private let values: [[[Scalar]]]

    init(steps: Int = 40, laneCount: Int, yearCount: Int, using random: inout SplitMix64) {
        let sample = RandomGraph(steps: steps, using: &random)
        var graph = sample.graph
        let more = [graph.choiceByCodes(using: &random), graph.sumOfProducts(using: &random)]
        self.graph = graph
        roots = sample.roots + more
        self.laneCount = laneCount
        self.yearCount = yearCount
        values = RandomGraph.slotTypes.map { type in
            (0..<yearCount).map { _ in (0..<laneCount).map { _ in RandomGraph.scalar(type, using: &random) } }
        }
        let sources = values.map { values -> Binding.Source in
            switch random.below(6) {
            case 0: .literal(values[0][0])
            case 1: .uniform
            case 2: .byYear
            default: .lane
            }
        }
        binding = Binding(inputs: sources, outputs: roots)
    }

    /// The value of a slot for a lane and year.
    func scalar(_ slot: Int, lane: Int, year: Int) -> Scalar {
        switch binding[slot] {
        case .literal, .uniform: values[slot][0][0]
        case .byYear: values[slot][year][0]
        case .lane: values[slot][0][lane]
        }
    }

    /// The run over these lanes, in this order.
    func run(_ plan: Plan, lanes: [Int]? = nil) -> Run {
        let lanes = lanes ?? Array(0..<laneCount)
        var inputs: [Int: Run.Input] = [:]
        for (slot, type) in RandomGraph.slotTypes.enumerated() {
            switch binding[slot] {
            case .literal: break
            case .uniform: inputs[slot] = .uniform(values[slot][0][0])
            case .byYear: inputs[slot] = .byYear(values[slot].map { $0[0] })
            case .lane: inputs[slot] = .lane(Column(lanes.map { values[slot][0][$0] }, as: type))
            }
        }
        // A year axis even when no input has it.
        inputs[values.count] = .byYear(Array(repeating: 0, count: yearCount))
        return Run(plan, laneCount: lanes.count, inputs: inputs)
    }

    /// What the interpreter gives for each root.
    func reference(lane: Int, year: Int, _ interpreter: inout Interpreter) -> [Scalar] {
        interpreter.run(graph, inputs: values.indices.map { scalar($0, lane: lane, year: year) })
        return roots.map { interpreter.values[$0.index] }
    }
}

extension Graph {
    /// A choice among numbers by two codes, which random steps rarely come to.
    fileprivate mutating func choiceByCodes(using random: inout SplitMix64) -> NodeID {
        let (codes, numbers) = (nodes.filter { type(of: $0) == .code }, nodes.filter { type(of: $0) == .number })
        let tests = (0..<2).map { _ in
            let test = apply(.codeEqual, random.choose(codes), code(Int32(random.below(3))))
            return random.below(2) == 0 ? test : apply(.not, test)
        }
        let test = apply(random.below(2) == 0 ? .and : .or, tests[0], tests[1])
        return apply(.selectNumber, test, random.choose(numbers), random.choose(numbers))
    }

    /// Products added, which random steps rarely come to either.
    fileprivate mutating func sumOfProducts(using random: inout SplitMix64) -> NodeID {
        let numbers = nodes.filter { type(of: $0) == .number }
        let products = (0..<3).map { _ in apply(.mul, random.choose(numbers), random.choose(numbers)) }
        return products.dropFirst().reduce(products[0]) { apply(.add, $0, $1) }
    }
}

extension Column {
    /// Scalars as a column of a type.
    init(_ values: [Scalar], as type: ValueType) {
        switch type {
        case .number: self.init(numbers: values)
        case .code: self.init(codes: values.map { Int32($0) })
        case .flag: self.init(flags: values.map { $0 != 0 })
        }
    }
}

extension Run {
    /// Every result: by year, then output, then lane.
    func results() throws -> [[[Double]]] {
        var sink = CollectingSink(laneCount: laneCount, outputCount: plan.binding.outputs.count)
        try feed(&sink)
        return sink.results
    }
}

/// Keeps every result, without unsafe memory.
struct CollectingSink: Sink {
    let laneCount: Int
    let outputCount: Int
    private var blocks: [(first: Int, year: Int, values: [[Double]])] = []

    init(laneCount: Int, outputCount: Int) {
        self.laneCount = laneCount
        self.outputCount = outputCount
    }

    func emptied() -> Self { CollectingSink(laneCount: laneCount, outputCount: outputCount) }
    mutating func merge(_ other: Self) { blocks += other.blocks }

    mutating func absorb(_ block: borrowing Block) {
        var values: [[Double]] = []
        for output in 0..<block.outputCount {
            values.append(block.withNumbers(of: output) { numbers in numbers.indices.map { numbers[$0] } })
        }
        blocks.append((block.firstLane, block.year, values))
    }

    /// By year, then output, then lane.
    var results: [[[Double]]] {
        let yearCount = (blocks.map(\.year).max() ?? -1) + 1
        let lanes = Array(repeating: -12345.0, count: laneCount)
        var results = Array(repeating: Array(repeating: lanes, count: outputCount), count: yearCount)
        for block in blocks {
            for (output, values) in block.values.enumerated() {
                results[block.year][output].replaceSubrange(block.first..<block.first + values.count, with: values)
            }
        }
        return results
    }
}

/// The same bits everywhere, all NaNs being one.
func isSame(_ left: [[[Double]]], _ right: [[[Double]]]) -> Bool {
    left.count == right.count
        && zip(left, right).allSatisfy { left, right in
            left.count == right.count
                && zip(left, right).allSatisfy { $0.count == $1.count && zip($0, $1).allSatisfy { isSame($0, $1) } }
        }
}
