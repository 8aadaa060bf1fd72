import EmpreinteGraph
import TestSupport
import Testing

@Suite struct GraphTests {
    @Test func equalExpressionsAreOneNode() {
        var graph = Graph()
        let x = graph.input(slot: 0, type: .number)
        let two = graph.number(2)
        let product = graph.apply(.mul, x, two)
        #expect(graph.apply(.mul, graph.input(slot: 0, type: .number), graph.number(2)) == product)
        #expect(graph.apply(.mul, two, x) != product)
        #expect(graph.apply(.add, x, two) != product)
        #expect(graph.apply(.mul, to: [x, two]) == product)
        #expect(graph.count == 5)
    }

    @Test func constantsAreKnownByTheirBitsAndType() {
        var graph = Graph()
        let payload = Double(bitPattern: 0x7FF8_0000_0000_0001)
        let nodes = [
            graph.number(0), graph.number(-0.0), graph.number(.nan), graph.number(payload), graph.number(1),
            graph.flag(true), graph.flag(false), graph.code(1), graph.code(0), graph.code(-1),
        ]
        #expect(Set(nodes).count == nodes.count)
        #expect(graph.number(-0.0) == nodes[1] && graph.number(payload) == nodes[3] && graph.code(-1) == nodes[9])
        #expect(graph.constant(of: nodes[1])?.sign == .minus)
        #expect(graph.constant(of: nodes[3])?.bitPattern == payload.bitPattern)
        #expect(graph.constant(of: nodes[5]) == 1 && graph.constant(of: nodes[9]) == -1)
    }

    @Test func nodesTellWhatTheyAre() throws {
        var graph = Graph()
        let curve = try #require(Curve(points: [.init(x: 0, y: 1)], between: .step, before: .hold, after: .hold))
        let code = graph.input(slot: 4, type: .code)
        let year = graph.input(slot: 1, type: .number)
        let factor = graph.curve(curve, at: year)
        let values = [year, factor, year, year]
        let picked = graph.pick(code, from: values)
        #expect(graph.inputs == [code, year] && graph.slotCount == 5)
        #expect(graph.slot(of: code) == 4 && graph.slot(of: picked) == nil)
        #expect(graph.curve(of: factor) == curve && graph.operation(of: factor) == nil)
        #expect(graph.curve(curve, at: year) == factor && graph.curves == [curve])
        #expect(graph.kind(of: picked) == .operation(.pick) && graph.type(of: picked) == .number)
        #expect(Array(graph.operands(of: picked)) == [code] + values)
        #expect(graph.pick(code, from: values) == picked)
        #expect(graph.pick(code, from: values.dropLast()) != picked)
        #expect(graph.constant(of: year) == nil && graph.operands(of: year).isEmpty)
    }

    @Test func theFirstOriginStays() {
        var graph = Graph()
        let first = graph.number(1)
        #expect(graph.origin(of: first) == .none)
        _ = graph.number(1, origin: OriginID(rawValue: 7))
        _ = graph.number(1, origin: OriginID(rawValue: 8))
        #expect(graph.origin(of: first) == OriginID(rawValue: 7))
    }

    /// Through many growths of the table, every number is found again where it was put.
    @Test func manyNodesAreFoundAgain() {
        var graph = Graph()
        for value in 0..<5_000 { #expect(graph.number(Double(value)).index == value) }
        for value in 0..<5_000 { #expect(graph.number(Double(value)).index == value) }
        #expect(graph.count == 5_000)
    }

    @Test func operandsComeFirst() {
        var random = SplitMix64(seed: 1)
        let graph = RandomGraph(steps: 500, using: &random).graph
        #expect(graph.nodes.allSatisfy { node in graph.operands(of: node).allSatisfy { $0 < node } })
        #expect(graph.count > 300)
    }

    @Test func theDumpIsStable() throws {
        var graph = Graph()
        let curve = try #require(Curve(points: [.init(x: 0, y: 1)], between: .step, before: .hold, after: .hold))
        let owner = graph.input(slot: 0, type: .flag)
        let distance = graph.input(slot: 1, type: .number)
        let fuel = graph.input(slot: 2, type: .code)
        let factor = graph.pick(fuel, from: [graph.number(0.25), graph.number(-0.0), graph.number(.nan)])
        let scaled = graph.apply(.mul, distance, graph.curve(curve, at: factor))
        _ = graph.apply(.selectNumber, owner, scaled, graph.number(Double(bitPattern: 0x7FF8_0000_0000_0001)))
        _ = graph.apply(.codeEqual, fuel, graph.code(-3))
        _ = graph.apply(.and, owner, graph.flag(true))
        #expect(
            graph.description == """
                %0 = input @0 flag
                %1 = input @1 number
                %2 = input @2 code
                %3 = number 0.25
                %4 = number -0.0
                %5 = number nan
                %6 = pick %2 %3 %4 %5
                %7 = curve ~0 %6
                %8 = mul %1 %7
                %9 = number nan:0x7ff8000000000001
                %10 = selectNumber %0 %8 %9
                %11 = code -3
                %12 = codeEqual %2 %11
                %13 = flag true
                %14 = and %0 %13

                """)
        let named = graph.dump(slot: { ["owner", "distance", "fuel"][$0] }, curve: { _ in "grid" })
        #expect(named.hasPrefix("%0 = input owner flag\n%1 = input distance number\n"))
        #expect(named.contains("%7 = curve grid %6\n"))
    }
}
