internal import EmpreinteEngine
internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText

/// What has to be said of a course beside its values: whom its actions do not concern, and what came to more than there
/// is and was reduced.
struct CourseObservation {
    /// The actions with a condition.
    private let conditional: [Int]
    /// The actions that take shares of one thing, together.
    private let sharing: [[Int]]
    private let evaluator: PopulationEvaluator
    private var statistics: [Statistics]

    /// Nothing when there is nothing to see.
    init?(_ evaluator: PopulationEvaluator, _ set: ActionSet) {
        guard let acting = evaluator.acting else { return nil }
        conditional = set.order.filter { acting.graph.concerned[$0] != nil }.sorted()
        let reductions = acting.graph.reductions.filter { $0.actions.count { set[$0] != nil } > 1 }
        sharing = reductions.map { $0.actions.filter { set[$0] != nil } }
        let nodes = conditional.compactMap { acting.graph.concerned[$0] } + reductions.map(\.total)
        guard !nodes.isEmpty else { return nil }
        self.evaluator = evaluator.computing(nodes)
        statistics = nodes.map { _ in Statistics(unit: 1) }
    }

    /// Looks at the people of a block.
    mutating func add(_ block: borrowing PeopleColumns) throws(CompilationError) {
        let yearCount = evaluator.years?.count ?? 1
        var sink = StatisticsSink(statistics.map { _ in Statistics(unit: 1) }, yearCount: yearCount)
        try evaluator.feed(block, .whole, into: &sink)
        for output in statistics.indices {
            // Who is concerned is the same in every year.
            for year in 0..<(output < conditional.count ? 1 : yearCount) {
                statistics[output].merge(sink[output, year: year])
            }
        }
    }

    /// The actions that do not concern everybody, and how many people they leave out.
    var masked: [(action: Int, people: Int)] {
        zip(conditional, statistics).compactMap { action, statistics in
            let others = statistics.count - Int(statistics.sum.rounded())
            return others > 0 ? (action, others) : nil
        }
    }

    /// The actions whose shares were reduced, together.
    var reduced: [[Int]] {
        zip(sharing, statistics.dropFirst(conditional.count)).compactMap { actions, statistics in
            statistics.maximum > 1 + 1e-9 ? actions : nil
        }
    }
}
