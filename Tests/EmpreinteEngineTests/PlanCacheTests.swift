import EmpreinteGraph
import Testing

@testable import EmpreinteEngine

@Suite struct PlanCacheTests {
    @Test func bindingsDifferByBits() {
        let bindings =
            [0.0, -0.0, .nan, 1].map { Binding(inputs: [.literal($0)], outputs: []) }
            + [.uniform, .byYear, .lane].map { Binding(inputs: [$0], outputs: []) }
        #expect(Set(bindings).count == 7)
        #expect(bindings[2] == bindings[2])
    }

    @Test func plansAreKeptAndTheOldestGoes() {
        var graph = Graph()
        let x = graph.input(slot: 0, type: .number)
        let double = graph.apply(.add, x, x)
        let cache = PlanCache(graph, capacity: 2)
        let lane = Binding(inputs: [.lane], outputs: [double])
        let uniform = Binding(inputs: [.uniform], outputs: [double])
        #expect(cache.plan(for: lane).instructionCounts.yearFree == 1)
        #expect(cache.plan(for: uniform).columnsNeeded.isEmpty)
        #expect(cache.bindings == [lane, uniform])
        _ = cache.plan(for: lane)
        #expect(cache.bindings == [uniform, lane])
        let year = Binding(inputs: [.byYear], outputs: [double])
        #expect(cache.plan(for: year).binding == year)
        #expect(cache.bindings == [lane, year])
    }
}
