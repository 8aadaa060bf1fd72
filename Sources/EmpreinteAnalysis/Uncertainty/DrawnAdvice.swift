internal import EmpreinteEngine
internal import EmpreinteModel
internal import EmpreinteText

/// How sure it is what actions bring: before and after on the same draws.
struct DrawnAdvice {
    let before: Band
    let after: Band
    /// What the actions taken bring together.
    let reduction: Band
    /// By action, what it would bring after those taken.
    let gains: [Int: Band]
}

extension Advisor {
    /// Draws what the actions taken bring, and what some others would.
    ///
    /// - Parameter actions: that can be taken.
    /// - Throws: `draws.not_finite`.
    func drawn(_ advice: PersonalAdvice, _ actions: [Int], _ draws: Draws) throws(CompilationError) -> DrawnAdvice {
        let shocks = FigureShocks(model)
        let pieces = draws.pieces.map { DrawnShocks(shocks, $0, seed: draws.seed) }
        let acting = Acting(graph: evaluator.acted, splitting: .exact(seed: draws.seed))
        let population = try PopulationEvaluator(model, years: advice.year...advice.year, acting: acting)
            .computing([evaluator.acted[total]])
        func values(_ taken: [Int]) throws(CompilationError) -> [Double] {
            var values: [Double] = []
            values.reserveCapacity(draws.count)
            for piece in pieces {
                values += try population.under(ActionSet(fully: taken)).drawn(advice.person, piece).lanes(of: 0)
            }
            return values
        }
        func difference(_ before: [Double], _ after: [Double]) -> Band { Band(zip(before, after).map { $0 - $1 }) }
        let taken = advice.person.taken
        let before = try values([])
        let after = taken.isEmpty ? before : try values(taken)
        var gains: [Int: Band] = [:]
        for action in actions { gains[action] = difference(after, try values(taken + [action])) }
        return DrawnAdvice(
            before: Band(before), after: Band(after), reduction: difference(before, after), gains: gains)
    }
}
