internal import EmpreinteEngine
internal import EmpreinteModel
internal import EmpreinteText

/// The mean totals of a group in every draw, by year, added people by people in memory that does not grow with them.
struct DrawnGroup: Sendable {
    let draws: Draws
    private let shocks: FigureShocks
    private let years: ClosedRange<Int>
    private let outputCount: Int
    /// By output, then year, then draw.
    private var sums: [Double]
    private var weight = 0.0
    /// The shocks of the only piece, kept for everybody.
    private let only: DrawnShocks?

    init(_ evaluator: PopulationEvaluator, _ shocks: FigureShocks, _ draws: Draws) {
        self.draws = draws
        self.shocks = shocks
        years = evaluator.years ?? evaluator.model.years.reference...evaluator.model.years.reference
        outputCount = evaluator.totals.outputs.count
        sums = Array(repeating: 0, count: outputCount * years.count * draws.count)
        let pieces = draws.pieces
        only = pieces.count == 1 ? DrawnShocks(shocks, pieces[0], seed: draws.seed) : nil
    }

    private func place(_ output: Int, _ year: Int) -> Int { (output * years.count + year) * draws.count }

    /// Up to this many people, each has a lane a draw; above, each draw has a lane a person. Values have the same bits.
    private static let few = 8

    /// Adds people who do the same.
    ///
    /// - Throws: why a value is no number.
    mutating func add(_ people: [Person], _ evaluator: PopulationEvaluator) throws(CompilationError) {
        let totals = evaluator.totals
        guard people.count > Self.few else {
            for person in people { try add(person, totals) }
            return
        }
        let all = only ?? DrawnShocks(shocks, 0..<draws.count, seed: draws.seed)
        for draw in 0..<draws.count {
            let trajectories = try totals.under(.draw(all.values(ofDraw: draw))).trajectories(of: people)
            for (person, trajectory) in zip(people, trajectories) {
                for output in 0..<outputCount {
                    for year in 0..<years.count {
                        sums[place(output, year) + draw] += person.weight * trajectory[output][year]
                    }
                }
            }
        }
        weight += people.reduce(0) { $0 + $1.weight }
    }

    private mutating func add(_ person: Person, _ totals: PopulationEvaluator) throws(CompilationError) {
        for piece in draws.pieces {
            let results = try totals.drawn(person, only ?? DrawnShocks(shocks, piece, seed: draws.seed))
            for output in 0..<outputCount {
                for year in 0..<years.count {
                    let start = place(output, year) + piece.lowerBound
                    for (offset, value) in results.lanes(of: output, year: year).enumerated() {
                        sums[start + offset] += person.weight * value
                    }
                }
            }
        }
        weight += person.weight
    }

    /// Adds a block of people, each draw a lane a person.
    mutating func add(_ block: borrowing PeopleColumns, _ evaluator: PopulationEvaluator) throws(CompilationError) {
        let totals = evaluator.totals
        let all = only ?? DrawnShocks(shocks, 0..<draws.count, seed: draws.seed)
        var results = PopulationResults()
        for draw in 0..<draws.count {
            try totals.under(.draw(all.values(ofDraw: draw))).evaluate(block, into: &results)
            for output in 0..<outputCount {
                for year in 0..<years.count {
                    var sum = 0.0
                    for person in 0..<block.count {
                        let own = block.weights.isEmpty ? 1 : block.weights[person]
                        sum += own * results[output, person, year: year]
                    }
                    sums[place(output, year) + draw] += sum
                }
            }
        }
        weight += block.weights.isEmpty ? Double(block.count) : block.weights.prefix(block.count).reduce(0, +)
    }

    /// The mean in every draw, by position of the year.
    func means(of output: Int, year: Int) -> [Double] {
        let start = place(output, year)
        return sums[start..<start + draws.count].map { $0 / weight }
    }

    /// The means of the totals, in the years shown, by output.
    func bands(in shown: ClosedRange<Int>) -> [[Band]] {
        (0..<outputCount).map { output in
            shown.map { Band(means(of: output, year: $0 - years.lowerBound)) }
        }
    }

    /// The part of the draws in which a total is no higher than a level in a year.
    func chance(of output: Int, atMost level: Double, in year: Int) -> Double? {
        guard years.contains(year) else { return nil }
        let means = means(of: output, year: year - years.lowerBound)
        return Double(means.count { $0 <= level }) / Double(means.count)
    }

    /// By how much a total is lower than another group's in a year, draw by draw.
    func reduction(of output: Int, from other: DrawnGroup, in year: Int) -> Band? {
        guard years.contains(year) else { return nil }
        let position = year - years.lowerBound
        return Band(
            zip(other.means(of: output, year: position), means(of: output, year: position)).map { $0 - $1 })
    }
}
