@testable import EmpreinteEngine
import EmpreinteGraph
import Testing

@Suite struct PlanTests {
    /// No target is also read or an input, and no slot is read before it is written: in the first year, nor by the
    /// yearly section of what an earlier year left.
    @Test func slotsAreSound() {
        var random = SplitMix64(seed: 4)
        for _ in 0..<500 {
            let sample = Sample(steps: 60, laneCount: 1, yearCount: 1, using: &random)
            let plan = Plan(sample.graph, sample.binding)
            let inputs = Set(plan.inputs.indices)
            var written = inputs
            var writtenYearly: Set<Int> = []
            var isSound = true
            for (place, instruction) in plan.instructions.enumerated() {
                let isYearly = place >= plan.yearFreeCount
                let target = Int(instruction.target)
                let reads = Set(plan.operands[instruction.operands].filter { !$0.isConstant }.map(\.index))
                isSound = isSound && !reads.contains(target) && !inputs.contains(target) && reads.isSubset(of: written)
                // What the yearly section overwrites of the year-free one is gone in the second year.
                if isYearly {
                    writtenYearly.insert(target)
                } else {
                    written.insert(target)
                }
                if isYearly { written.insert(target) }
            }
            var secondYear = written.subtracting(writtenYearly)
            for instruction in plan.instructions[plan.yearFreeCount...] {
                let reads = plan.operands[instruction.operands].filter { !$0.isConstant }.map(\.index)
                isSound = isSound && secondYear.isSuperset(of: reads)
                secondYear.insert(Int(instruction.target))
            }
            isSound = isSound && secondYear.isSuperset(of: plan.outputs)
            #expect(isSound, "\(plan)")
        }
    }

    /// `a · b + c · year` with everything along the lane.
    static func trend(_ sources: [Binding.Source]) -> Plan {
        var graph = Graph()
        let inputs = (0..<4).map { graph.input(slot: $0, type: .number) }
        let fixed = graph.apply(.mul, inputs[0], inputs[1])
        let yearly = graph.apply(.mul, inputs[2], inputs[3])
        let sum = graph.apply(.add, fixed, yearly)
        return Plan(graph, Binding(inputs: sources, outputs: [sum]))
    }

    @Test func whatIsFreeOfYearsRunsOnce() {
        let plan = Self.trend([.lane, .lane, .lane, .byYear])
        #expect(plan.instructionCounts.yearFree == 1 && plan.instructionCounts.yearly == 1)
        #expect(plan.columnsNeeded == [0, 1, 2])
    }

    @Test func whatIsFreeOfLanesIsNoInstruction() {
        let plan = Self.trend([.lane, .lane, .uniform, .byYear])
        #expect(plan.instructionCounts.yearFree == 1 && plan.instructionCounts.yearly == 1)
        #expect(plan.uniforms.counts.yearly == 3)
    }

    @Test func literalsFold() {
        let plan = Self.trend([.lane, .literal(1), .literal(3), .literal(2)])
        #expect(plan.instructionCounts.yearFree == 1 && plan.instructionCounts.yearly == 0)
        #expect(plan.uniforms.width == 1)
    }

    @Test func aMissingSourceIsZero() throws {
        var solo = try SoloRun(Self.trend([.lane]))
        solo.evaluate([5])
        #expect(solo[0] == 0)
    }

    @Test func dumpsReadWell() {
        let plan = Self.trend([.lane, .lane, .lane, .byYear])
        #expect(
            plan.description == """
                inputs s0=@0 s1=@1 s2=@2
                uniform 0 once, 1 a year, 1 constants
                year-free, 1 instructions
                  s3 = mul s0 s1
                yearly, 1 instructions
                  s4 = weigh s3 s2 c0
                outputs s4
                blocks of 2048 lanes, 5 slots

                """)
    }

    /// An action's ramp reads constants and lanes; deep chains must not exhaust the stack.
    @Test func aLongChainIsStaged() throws {
        var graph = Graph()
        let x = graph.input(slot: 0, type: .number)
        var node = x
        for step in 0..<50_000 { node = graph.apply(step % 2 == 0 ? .exp : .log, node) }
        var solo = try SoloRun(Plan(graph, Binding(inputs: [.lane], outputs: [node])))
        solo.evaluate([1])
        var interpreter = Interpreter()
        interpreter.run(graph, inputs: [1])
        #expect(solo[0] == interpreter.values[node.index])
    }
}
