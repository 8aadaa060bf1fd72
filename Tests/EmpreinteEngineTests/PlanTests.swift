import EmpreinteGraph
import TestSupport
import Testing

@testable import EmpreinteEngine

@Suite struct PlanTests {
    /// No target is an input or also read, and no slot is read before it is written: neither in the first year, nor
    /// in the next ones, when what the yearly section may have overwritten is not to be relied on.
    @Test func slotsAreSound() {
        var random = SplitMix64(seed: 4)
        for _ in 0..<500 {
            let sample = Sample(steps: 60, laneCount: 1, yearCount: 1, using: &random)
            let plan = Plan(sample.graph, sample.binding)
            let yearly = plan.instructions[plan.yearFreeCount...]
            var isSound = true
            func run(_ section: ArraySlice<Instruction>, from known: Set<Int>) -> Set<Int> {
                section.reduce(into: known) { known, instruction in
                    let target = Int(instruction.target)
                    let reads = plan.operands[instruction.operands].filter { !$0.isConstant }.map(\.index)
                    isSound = isSound && known.isSuperset(of: reads) && !reads.contains(target)
                    isSound = isSound && target >= plan.inputs.count
                    known.insert(target)
                }
            }
            let yearFree = run(plan.instructions[..<plan.yearFreeCount], from: Set(plan.inputs.indices))
            for known in [yearFree, yearFree.subtracting(yearly.map { Int($0.target) })] {
                isSound = run(yearly, from: known).isSuperset(of: plan.outputs) && isSound
            }
            #expect(isSound, "\(plan)")
        }
    }

    /// `a · b + c · d` in a binding.
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
                blocks of 4096 lanes, 5 slots

                """)
    }

    /// A deep graph does not exhaust the stack.
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
