import EmpreinteEngine
import EmpreinteGraph
import Testing

@Suite struct ColumnTests {
    /// A row of memory as a caller may have it: a number, a code and a flag, nothing aligned.
    static let rowSize = 13

    /// Columns in rows, forwards and backwards, give what dense ones give.
    @Test(arguments: [false, true]) func stridesAreFollowed(isBackwards: Bool) throws {
        let count = 100
        let memory = UnsafeMutableRawPointer.allocate(byteCount: count * Self.rowSize + 1, alignment: 8)
        defer { unsafe memory.deallocate() }
        for row in 0..<count {
            let base = unsafe memory + 1 + row * Self.rowSize
            unsafe base.storeBytes(of: Double(row) / 4, as: Double.self)
            unsafe (base + 8).storeBytes(of: Int32(row % 3), as: Int32.self)
            unsafe (base + 12).storeBytes(of: row % 2 == 0 ? 2 : 0, as: UInt8.self)
        }
        let first = unsafe memory + 1 + (isBackwards ? (count - 1) * Self.rowSize : 0)
        let stride = isBackwards ? -Self.rowSize : Self.rowSize
        func column(_ type: ValueType, at offset: Int) -> Run.Input {
            .lane(unsafe Column(borrowing: first + offset, of: type, count: count, stride: stride))
        }

        var graph = Graph()
        let x = graph.input(slot: 0, type: .number)
        let code = graph.input(slot: 1, type: .code)
        let flag = graph.input(slot: 2, type: .flag)
        let outputs = [x, code, flag]
        let plan = Plan(graph, Binding(inputs: [.lane, .lane, .lane], outputs: outputs))
        var run = Run(
            plan, laneCount: count,
            inputs: [0: column(.number, at: 0), 1: column(.code, at: 8), 2: column(.flag, at: 12)])
        run.blockHeight = 7
        let rows = isBackwards ? (0..<count).reversed() : Array(0..<count)
        #expect(
            try run.results() == [
                [rows.map { Double($0) / 4 }, rows.map { Double($0 % 3) }, rows.map { $0 % 2 == 0 ? 1 : 0 }]
            ])
    }

    /// Any byte but 0 is true, whatever reads the flag.
    @Test func flagsAreBytes() throws {
        let bytes: [UInt8] = [0, 1, 2, 128, 255]
        var graph = Graph()
        let flag = graph.input(slot: 0, type: .flag)
        let other = graph.input(slot: 1, type: .flag)
        let arms = (graph.number(1), graph.number(0))
        let outputs = [
            flag, graph.apply(.not, flag), graph.apply(.and, flag, other), graph.apply(.or, flag, other),
            graph.apply(.selectNumber, flag, arms.0, arms.1), graph.apply(.selectFlag, flag, other, flag),
        ]
        let plan = Plan(graph, Binding(inputs: [.lane, .lane], outputs: outputs))
        let results = try unsafe bytes.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return [[[Double]]]() }
            let column = unsafe Column(borrowing: base, of: .flag, count: 5)
            let all = Column(flags: Array(repeating: true, count: 5))
            return try Run(plan, laneCount: 5, inputs: [0: .lane(column), 1: .lane(all)]).results()
        }
        let yes = [0.0, 1, 1, 1, 1]
        #expect(results == [[yes, yes.map { 1 - $0 }, yes, [1, 1, 1, 1, 1], yes, yes]])
    }

    @Test func columnsKnowTheirTypes() {
        #expect(Column(numbers: [1]).type == .number && Column(codes: [1]).type == .code)
        #expect(Column(flags: [true, false]).type == .flag && Column(flags: []).count == 0)
    }
}
