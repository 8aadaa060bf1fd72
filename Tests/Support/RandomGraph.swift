public import EmpreinteGraph

/// A graph of every operation, every leaf, curves and calls, with special values in its constants and inputs, and few enough
/// distinct operands that identities, sharing and constant subtrees are common.
public struct RandomGraph {
    public private(set) var graph = Graph()
    public private(set) var roots: [NodeID] = []
    private var pools: [ValueType: [NodeID]] = [:]

    public static let slotTypes: [ValueType] = [.number, .number, .number, .flag, .flag, .flag, .code, .code]

    public static let numbers: [Double] = [
        0, -0.0, 1, -1, 0.5, 2.5, -2.5, 3, 100, 1e300,
        .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .infinity, -.infinity, .nan,
    ]

    public static let curves: [Curve] = {
        let points = [(-1.0, 2.0), (0.0, -0.0), (1.0, 3.5), (3.0, 1e300)].map { Curve.Point(x: $0, y: $1) }
        let shapes: [(Curve.Between, Curve.Outside, Curve.Outside)] = [
            (.step, .none, .hold), (.linear, .hold, .none), (.none, .hold, .hold), (.linear, .none, .none),
        ]
        return shapes.compactMap { Curve(points: points, between: $0, before: $1, after: $2) }
    }()

    /// Functions of one and of two numbers.
    public static let functions: [ExternalFunction] = [1, 2].map { arity in
        unsafe ExternalFunction("sample.less\(arity)", of: "sample", arity: arity) { arguments, count, results in
            for lane in 0..<count {
                guard let x = unsafe arguments[0]?[lane], let y = unsafe arguments[arity - 1]?[lane] else {
                    return "a column is missing"
                }
                unsafe results[lane] = x - 2 * y
            }
            return nil
        }
    }

    /// - Parameter steps: how many nodes to ask for beside the inputs; fewer result, since equal ones are one.
    public init(steps: Int, using random: inout SplitMix64) {
        for (slot, type) in Self.slotTypes.enumerated() { add(graph.input(slot: slot, type: type)) }
        add(graph.number(random.choose(Self.numbers)))
        add(graph.flag(random.below(2) == 0))
        add(graph.code(Int32(random.below(3))))
        for _ in 0..<steps { add(node(using: &random)) }
        roots = (0..<4).map { _ in random.choose(Array(graph.nodes)) } + graph.nodes.suffix(3)
    }

    /// A value for each slot.
    public static func inputs(using random: inout SplitMix64) -> [Scalar] {
        slotTypes.map { scalar($0, using: &random) }
    }

    public static func scalar(_ type: ValueType, using random: inout SplitMix64) -> Scalar {
        switch type {
        case .number: random.choose(numbers)
        case .flag: Scalar(random.below(2))
        case .code: Scalar(random.below(6) - 1)
        }
    }

    private mutating func add(_ node: NodeID) { pools[graph.type(of: node), default: []].append(node) }

    private mutating func node(using random: inout SplitMix64) -> NodeID {
        let origin = OriginID(rawValue: Int32(random.below(1000)))
        switch random.below(9) {
        case 0:
            return graph.number(random.choose(Self.numbers), origin: origin)
        case 1:
            return random.below(2) == 0
                ? graph.flag(random.below(2) == 0, origin: origin) : graph.code(Int32(random.below(6) - 1))
        case 2:
            return graph.curve(random.choose(Self.curves), at: operand(.number, using: &random), origin: origin)
        case 3:
            let function = random.choose(Self.functions)
            let operands = (0..<function.arity).map { _ in operand(.number, using: &random) }
            return graph.call(function, on: operands, origin: origin)
        default:
            let operation = random.choose(Operation.allCases)
            var types = operation.operandTypes
            if operation.isVariadic { types += Array(repeating: .number, count: random.below(3)) }
            return graph.apply(operation, to: types.map { operand($0, using: &random) }, origin: origin)
        }
    }

    /// An old node or one of the latest.
    private func operand(_ type: ValueType, using random: inout SplitMix64) -> NodeID {
        let pool = pools[type, default: []]
        return random.below(3) == 0 ? random.choose(pool) : random.choose(pool.suffix(6))
    }
}

/// The same bits, all NaNs being one.
public func isSame(_ left: Scalar, _ right: Scalar) -> Bool {
    left.bitPattern == right.bitPattern || left.isNaN && right.isNaN
}
