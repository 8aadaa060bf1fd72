import EmpreinteEngine
import EmpreinteGraph
import TestSupport
import Testing

@Suite struct SinkTests {
    /// Two outputs, x + year and x · year, of five lanes in the years 10 and 20.
    static let run: Run = {
        var graph = Graph()
        let (x, year) = (graph.input(slot: 0, type: .number), graph.input(slot: 1, type: .number))
        let outputs = [graph.apply(.add, x, year), graph.apply(.mul, x, year)]
        let plan = Plan(graph, Binding(inputs: [.lane, .byYear], outputs: outputs))
        let column = Column(numbers: [1, 2, 3, 4, 5])
        return Run(plan, laneCount: 5, inputs: [0: .lane(column), 1: .byYear([10, 20])])
    }()

    static let layouts: [BufferSink.Strides] = [
        .init(lane: 1, year: 5, output: 10), .init(lane: 4, year: 2, output: 1), .init(lane: 2, year: 10, output: 1),
    ]

    @Test(arguments: layouts) func buffersFollowStrides(strides: BufferSink.Strides) throws {
        let memory = UnsafeMutableBufferPointer<Double>.allocate(capacity: 20)
        defer { unsafe memory.deallocate() }
        unsafe memory.initialize(repeating: .nan)
        var sink = unsafe BufferSink(memory, strides: strides)
        var run = Self.run
        run.blockHeight = 2
        try run.feed(&sink)
        for lane in 0..<5 {
            for (year, value) in [10.0, 20].enumerated() {
                let place = lane * strides.lane + year * strides.year
                #expect(unsafe memory[place] == Double(lane + 1) + value)
                #expect(unsafe memory[place + strides.output] == Double(lane + 1) * value)
            }
        }
    }

    /// Results computed where they are wanted are those copied there, for random graphs whose outputs may be answers,
    /// constants, one another, or read on.
    @Test(arguments: [1, 3, 4, 60, 4_096]) func resultsInPlaceAreThoseElsewhere(height: Int) throws {
        var random = SplitMix64(seed: 11)
        for _ in 0..<100 {
            let sample = Sample(laneCount: 37, yearCount: 1, using: &random)
            var binding = sample.binding
            binding.outputs.append(contentsOf: sample.roots.prefix(2))
            let outputCount = binding.outputs.count
            var run = sample.run(Plan(sample.graph, binding))
            run.blockHeight = height
            run.threadCount = 2
            let memory = UnsafeMutableBufferPointer<Double>.allocate(capacity: 37 * outputCount)
            defer { unsafe memory.deallocate() }
            var inPlace = unsafe BufferSink(memory, strides: .init(lane: 1, year: 0, output: 37))
            try run.feed(&inPlace)
            var elsewhere = CollectingSink(laneCount: 37, outputCount: outputCount)
            try run.feed(&elsewhere)
            let expected = elsewhere.results[0].flatMap { $0 }
            #expect(unsafe memory.map(\.bitPattern) == expected.map(\.bitPattern))
        }
    }

    @Test(arguments: [
        BufferSink.Strides(lane: 1, year: 5, output: 11), .init(lane: 5, year: 2, output: 1),
        .init(lane: -1, year: 5, output: 10), .init(lane: .max, year: 1, output: 1),
        .init(lane: 1, year: .max, output: 1),
    ])
    func aBufferTooSmallIsRefused(strides: BufferSink.Strides) {
        let memory = UnsafeMutableBufferPointer<Double>.allocate(capacity: 20)
        defer { unsafe memory.deallocate() }
        var sink = unsafe BufferSink(memory, strides: strides)
        #expect(throws: RunError.sinkMismatched) { try Self.run.feed(&sink) }
    }

    @Test func statisticsByYearAndGroup() throws {
        var sink = StatisticsSink(
            [Statistics(unit: 1), Statistics(unit: 1)], yearCount: 2, weights: Column(numbers: [1, 1, 2, 2, 1]),
            groups: Column(codes: [0, 1, 1, -1, 0]), groupCount: 2)
        try Self.run.feed(&sink)
        #expect(sink[0, group: 0].sum == 11 + 15)
        #expect(sink[0, group: 1].sum == 12 + 2 * 13)
        #expect(sink[1, year: 1, group: 1].sum == 40 + 2 * 60)
        #expect(sink[1, year: 1, group: 1].weight == 3)
        #expect(sink.ungroupedCount == 1 * 2 * 2)
    }

    @Test func aSinkIsFedOnTopOfWhatItHolds() throws {
        var sink = Both(
            StatisticsSink([Statistics(unit: 1), Statistics(unit: 1)], yearCount: 2),
            CollectingSink(laneCount: 5, outputCount: 2))
        try Self.run.feed(&sink)
        try Self.run.feed(&sink)
        #expect(sink.first[0].sum == 2 * 65 && sink.first[0].count == 10)
        #expect(sink.second.results[1][1] == [20, 40, 60, 80, 100])
    }

    static let mismatched = [
        StatisticsSink([Statistics(unit: 1)], yearCount: 2),
        StatisticsSink([Statistics(unit: 1), Statistics(unit: 1)]),
        StatisticsSink([Statistics(unit: 1), Statistics(unit: 1)], yearCount: 2, weights: Column(numbers: [1])),
        StatisticsSink(
            [Statistics(unit: 1), Statistics(unit: 1)], yearCount: 2, groups: Column(numbers: [1, 1, 1, 1, 1])),
        StatisticsSink([Statistics(unit: 1), Statistics(unit: 1)], yearCount: 2, groupCount: 0),
    ]

    @Test(arguments: mismatched.indices) func mismatchesAreRefused(place: Int) {
        var sink = Self.mismatched[place]
        #expect(throws: RunError.sinkMismatched) { try Self.run.feed(&sink) }
    }

    /// Threads, block heights and partitions of the lanes merge to the same bits, groups and weights included.
    @Test(arguments: [(1, 1), (2, 3), (8, 16), (1, 4_096)]) func partitionsAgree(threadCount: Int, height: Int) throws {
        var random = SplitMix64(seed: 10)
        for _ in 0..<30 {
            let sample = Sample(laneCount: 60, yearCount: 2, using: &random)
            let plan = Plan(sample.graph, sample.binding)
            let weights = (0..<60).map { _ in Double(random.below(100)) / 7 }
            let groups = (0..<60).map { _ in Int32(random.below(3)) }
            func feed(_ lanes: [Int], _ threadCount: Int, _ height: Int?) throws -> StatisticsSink {
                var sink = StatisticsSink(
                    sample.roots.map { _ in Statistics(unit: 10, quantiles: true) }, yearCount: 2,
                    weights: Column(numbers: lanes.map { weights[$0] }),
                    groups: Column(codes: lanes.map { groups[$0] }), groupCount: 2)
                var run = sample.run(plan, lanes: lanes)
                run.threadCount = threadCount
                run.blockHeight = height
                try run.feed(&sink)
                return sink
            }
            let whole = try feed(Array(0..<60), 1, nil)
            var parts = try feed(Array(0..<25), threadCount, height)
            parts.merge(try feed(Array(25..<60), threadCount, height))
            #expect(parts.ungroupedCount == whole.ungroupedCount)
            for output in sample.roots.indices {
                for year in 0..<2 {
                    for group in 0..<2 {
                        let left = parts[output, year: year, group: group]
                        let right = whole[output, year: year, group: group]
                        #expect(left.sum == right.sum && left.count == right.count && left.weight == right.weight)
                        #expect(left.minimum == right.minimum && left.quantile(0.5) == right.quantile(0.5))
                        #expect(left.refusedCount == right.refusedCount)
                    }
                }
            }
        }
    }
}
