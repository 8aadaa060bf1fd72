import EmpreinteEngine
import EmpreinteGraph
import TestSupport
import Testing

@Suite struct SoloRunTests {
    /// Alone again and again is as in a batch.
    @Test func aloneIsAsInABatch() throws {
        var random = SplitMix64(seed: 8)
        for _ in 0..<200 {
            let sample = Sample(laneCount: 5, yearCount: 2, using: &random)
            let plan = Plan(sample.graph, sample.binding)
            let run = sample.run(plan)
            let expected = try run.results()
            var solo = try SoloRun(plan, inputs: run.inputs)
            for lane in 0..<5 {
                solo.evaluate(RandomGraph.slotTypes.indices.map { sample.scalar($0, lane: lane, year: 0) })
                for year in 0..<2 {
                    for output in sample.roots.indices {
                        #expect(isSame(solo[output, year: year], expected[year][output][lane]))
                    }
                }
            }
        }
    }

    @Test func nothingIsKnownBeforeAnEvaluation() throws {
        let solo = try SoloRun(PlanTests.trend([.lane, .lane, .lane, .lane]))
        #expect(solo[0].isNaN)
    }

    @Test func inputsAreChecked() {
        let plan = PlanTests.trend([.lane, .lane, .uniform, .lane])
        #expect(throws: RunError.inputMissing(slot: 2)) { _ = try SoloRun(plan).yearCount }
    }
}
