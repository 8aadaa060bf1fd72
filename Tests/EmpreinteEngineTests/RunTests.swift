import EmpreinteEngine
import EmpreinteGraph
import Testing

@Suite struct RunTests {
    /// Every lane, year and root of 2 000 random graphs in random bindings is what the interpreter gives.
    @Test func agreesWithTheInterpreter() throws {
        var random = SplitMix64(seed: 1)
        var interpreter = Interpreter()
        for _ in 0..<2_000 {
            let sample = Sample(
                laneCount: 1 + random.below(9), yearCount: 1 + random.below(3), using: &random)
            let plan = Plan(sample.graph, sample.binding)
            let results = try sample.run(plan).results()
            var differs = false
            for year in 0..<sample.yearCount {
                for lane in 0..<sample.laneCount {
                    let expected = sample.reference(lane: lane, year: year, &interpreter)
                    for (output, value) in expected.enumerated() where !isSame(value, results[year][output][lane]) {
                        differs = true
                    }
                }
            }
            #expect(!differs, "\(sample.graph)\n\(sample.binding)\n\(plan)")
            if differs { return }
        }
    }
}
