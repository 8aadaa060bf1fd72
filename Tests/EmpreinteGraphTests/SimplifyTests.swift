import EmpreinteGraph
import Testing

@Suite struct SimplifyTests {
    /// A builder of leaves, for one-line expressions.
    struct Leaves {
        var graph = Graph()
        let x, y, f, g, code: NodeID

        init() {
            x = graph.input(slot: 0, type: .number)
            y = graph.input(slot: 1, type: .number)
            f = graph.input(slot: 2, type: .flag)
            g = graph.input(slot: 3, type: .flag)
            code = graph.input(slot: 4, type: .code)
        }

        mutating func n(_ value: Double) -> NodeID { graph.number(value) }
        mutating func yes() -> NodeID { graph.flag(true) }
        mutating func no() -> NodeID { graph.flag(false) }
        mutating func op(_ operation: Operation, _ operands: NodeID...) -> NodeID {
            graph.apply(operation, to: operands)
        }
    }

    typealias Expression = @Sendable (inout Leaves) -> NodeID

    /// Each expression and what it is worth, bit for bit.
    static let identities: [(Expression, Expression)] = [
        ({ $0.op(.mul, $0.x, $0.n(1)) }, { $0.x }),
        ({ $0.op(.mul, $0.n(1), $0.x) }, { $0.x }),
        ({ $0.op(.div, $0.x, $0.n(1)) }, { $0.x }),
        ({ $0.op(.sub, $0.x, $0.n(0)) }, { $0.x }),
        ({ $0.op(.add, $0.x, $0.n(-0.0)) }, { $0.x }),
        ({ $0.op(.add, $0.n(-0.0), $0.x) }, { $0.x }),
        ({ $0.op(.neg, $0.op(.neg, $0.x)) }, { $0.x }),
        ({ $0.op(.abs, $0.op(.abs, $0.x)) }, { $0.op(.abs, $0.x) }),
        ({ $0.op(.floor, $0.op(.floor, $0.x)) }, { $0.op(.floor, $0.x) }),
        ({ $0.op(.min, $0.x, $0.x) }, { $0.x }),
        ({ $0.op(.max, $0.x, $0.x) }, { $0.x }),
        ({ $0.op(.less, $0.x, $0.x) }, { $0.no() }),
        ({ $0.op(.codeEqual, $0.code, $0.code) }, { $0.yes() }),
        ({ $0.op(.not, $0.op(.not, $0.f)) }, { $0.f }),
        ({ $0.op(.and, $0.f, $0.f) }, { $0.f }),
        ({ $0.op(.or, $0.f, $0.f) }, { $0.f }),
        ({ $0.op(.and, $0.f, $0.yes()) }, { $0.f }),
        ({ $0.op(.and, $0.yes(), $0.f) }, { $0.f }),
        ({ $0.op(.and, $0.f, $0.no()) }, { $0.no() }),
        ({ $0.op(.or, $0.f, $0.no()) }, { $0.f }),
        ({ $0.op(.or, $0.f, $0.yes()) }, { $0.yes() }),
        ({ $0.op(.selectNumber, $0.yes(), $0.x, $0.y) }, { $0.x }),
        ({ $0.op(.selectNumber, $0.no(), $0.x, $0.y) }, { $0.y }),
        ({ $0.op(.selectNumber, $0.f, $0.x, $0.x) }, { $0.x }),
        ({ $0.op(.selectNumber, $0.op(.not, $0.f), $0.x, $0.y) }, { $0.op(.selectNumber, $0.f, $0.y, $0.x) }),
        (
            { $0.op(.selectNumber, $0.f, $0.op(.selectNumber, $0.f, $0.x, $0.y), $0.n(3)) },
            { $0.op(.selectNumber, $0.f, $0.x, $0.n(3)) }
        ),
        (
            { $0.op(.selectNumber, $0.f, $0.n(3), $0.op(.selectNumber, $0.f, $0.x, $0.y)) },
            { $0.op(.selectNumber, $0.f, $0.n(3), $0.y) }
        ),
        ({ $0.op(.selectFlag, $0.f, $0.yes(), $0.no()) }, { $0.f }),
        ({ $0.op(.selectFlag, $0.f, $0.no(), $0.yes()) }, { $0.op(.not, $0.f) }),
        ({ $0.op(.pick, $0.graph.code(1), $0.x, $0.y) }, { $0.y }),
        // One rule opening the way to another.
        ({ $0.op(.selectNumber, $0.op(.not, $0.op(.not, $0.f)), $0.x, $0.op(.mul, $0.x, $0.n(1))) }, { $0.x }),
    ]

    /// Expressions that look as simple as something else and are not.
    static let kept: [Expression] = [
        { $0.op(.add, $0.x, $0.n(0)) },
        { $0.op(.sub, $0.x, $0.n(-0.0)) },
        { $0.op(.sub, $0.n(0), $0.x) },
        { $0.op(.sub, $0.x, $0.x) },
        { $0.op(.mul, $0.x, $0.n(0)) },
        { $0.op(.mul, $0.x, $0.n(-1)) },
        { $0.op(.div, $0.x, $0.x) },
        { $0.op(.div, $0.x, $0.n(2)) },
        { $0.op(.pow, $0.x, $0.n(1)) },
        { $0.op(.equal, $0.x, $0.x) },
        { $0.op(.lessEqual, $0.x, $0.x) },
        { $0.op(.not, $0.op(.less, $0.x, $0.y)) },
        { $0.op(.pick, $0.code, $0.x, $0.x) },
        { $0.op(.pick, $0.graph.code(2), $0.x, $0.y) },
        { $0.op(.add, $0.op(.add, $0.x, $0.n(1)), $0.n(2)) },
        { $0.op(.selectNumber, $0.f, $0.op(.selectNumber, $0.g, $0.x, $0.y), $0.y) },
    ]

    @Test(arguments: identities.indices) func identity(index: Int) {
        var leaves = Leaves()
        let node = Self.identities[index].0(&leaves)
        let expected = Self.identities[index].1(&leaves)
        let rewrite = leaves.graph.simplified()
        #expect(rewrite[node] == rewrite[expected], "\(leaves.graph)")
    }

    @Test(arguments: kept.indices) func notAnIdentity(index: Int) {
        var leaves = Leaves()
        let node = Self.kept[index](&leaves)
        let rewrite = leaves.graph.simplified()
        #expect(rewrite.graph.description == leaves.graph.description)
        #expect(rewrite[node] == node)
    }
}
