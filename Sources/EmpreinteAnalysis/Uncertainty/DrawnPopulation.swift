internal import EmpreinteEngine
public import EmpreinteModel
public import EmpreinteText

/// Where the totals of a stream of people lie, person by person and on average, in memory that does not grow with them.
///
/// Draws come one after the other, and in each of them a lane is a person: a figure is wrong for all of them at once.
public struct DrawnPopulation {
    /// The totals drawn.
    public let outputs: [PopulationEvaluator.Output]
    public let draws: Draws
    let shocks: FigureShocks
    private let evaluator: PopulationEvaluator
    /// The shocks by input, draw by draw.
    private let values: [[Int: Double]]
    /// The values of a block: by output, then person, then draw.
    private var block: [Double] = []
    private var people = 0
    /// The weighted sums of all, by output, then draw.
    private var sums: [Double]
    private var weight = 0.0

    /// - Throws: `draws.table` for more than `Draws.mostOfTable`.
    public init(_ evaluator: PopulationEvaluator, _ draws: Draws) throws(CompilationError) {
        guard draws.count <= Draws.mostOfTable else {
            throw CompilationError(
                "draws.table", "a table of people takes at most \(Draws.mostOfTable) draws, not \(draws.count)",
                hint: "people given as YAML or JSON take up to \(Draws.allowed.upperBound)",
                in: evaluator.model.sources)
        }
        self.evaluator = evaluator.totals
        self.draws = draws
        outputs = self.evaluator.outputs
        let shocks = FigureShocks(evaluator.model)
        self.shocks = shocks
        let drawn = DrawnShocks(shocks, 0..<draws.count, seed: draws.seed)
        values = (0..<draws.count).map { drawn.values(ofDraw: $0) }
        sums = Array(repeating: 0, count: outputs.count * draws.count)
    }

    /// Draws the people of a block; their bands are those of this block until the next.
    ///
    /// - Throws: `draws.not_finite`, and what a plugin's function refuses.
    public mutating func add(_ people: borrowing PeopleColumns) throws(CompilationError) {
        let count = people.count
        let size = outputs.count * count * draws.count
        if block.count < size { block = Array(repeating: 0, count: size) }
        self.people = count
        var results = PopulationResults()
        for draw in 0..<draws.count {
            try evaluator.under(.draw(values[draw])).evaluate(people, into: &results)
            for output in outputs.indices {
                var sum = 0.0
                var place = output * count * draws.count + draw
                for (person, value) in results.lanes(of: output).prefix(count).enumerated() {
                    block[place] = value
                    place += draws.count
                    sum += (people.weights.isEmpty ? 1 : people.weights[person]) * value
                }
                guard sum.isFinite else {
                    throw CompilationError(
                        "draws.not_finite", "somebody has a result that is no number of any use in draw \(draw + 1)",
                        in: evaluator.model.sources)
                }
                sums[output * draws.count + draw] += sum
            }
        }
        weight += people.weights.isEmpty ? Double(count) : people.weights.prefix(count).reduce(0, +)
    }

    /// Where the total of a person of the block lies.
    ///
    /// - Precondition: there are such an output and person.
    public func band(of output: Int, person: Int) -> Band {
        let start = (output * people + person) * draws.count
        return Band(block[start..<start + draws.count])
    }

    /// Where the mean total of everybody lies; nothing where there is nobody.
    public func meanBand(of output: Int) -> Band? {
        guard weight > 0 else { return nil }
        return Band(sums[output * draws.count..<(output + 1) * draws.count].map { $0 / weight })
    }
}
