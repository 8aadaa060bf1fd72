public import EmpreinteModel
public import EmpreinteText

/// How sure a person's result is, as far as the ranges published of the figures it rests on say.
public struct Uncertainty: Sendable {
    /// By position in `Model.indicators`.
    public let indicator: Int
    public let band: Band
    /// By target of the indicator, by position in `Model.targets`, the part of the draws that are no higher.
    public let chances: [(target: Int, chance: Double)]
    /// What each factor has in the variance, the largest first; they sum to 1, where there is any.
    public let shares: [Share]
    /// The part of the variance that the shares account for: near 1 where effects of figures add up.
    public let explained: Double

    /// A factor's part of the variance.
    public struct Share: Sendable, Hashable {
        /// By position in `Model.factors`.
        public let factor: Int
        public let share: Double
    }
}

/// Tells how sure results are, by drawing figures in their ranges.
public struct UncertaintyEvaluator: Sendable {
    public let model: Model
    public let draws: Draws
    public let shocks: FigureShocks
    private let pieces: [Range<Int>]
    /// The shocks of the only piece, kept for everybody.
    private let only: DrawnShocks?

    public init(_ model: Model, _ draws: Draws) {
        self.model = model
        self.draws = draws
        shocks = FigureShocks(model)
        pieces = draws.pieces
        only = pieces.count == 1 ? DrawnShocks(shocks, pieces[0], seed: draws.seed) : nil
    }

    /// How sure a person's results are, by indicator.
    ///
    /// - Parameter year: the year where the person states none.
    /// - Throws: `year.outside`, `draws.not_finite`.
    public func uncertainties(of person: Person, year: Int? = nil) throws(CompilationError) -> [Uncertainty] {
        let evaluator = try PopulationEvaluator(model, year: person.year ?? year).totals
        var totals = evaluator.outputs.map { _ in [Double]() }
        var correlations: [[Int: Correlation]] = evaluator.outputs.map { _ in [:] }
        for piece in pieces {
            let shocks = only ?? DrawnShocks(shocks, piece, seed: draws.seed)
            let results = try evaluator.drawn(person, shocks)
            let slots = evaluator.figuresRead(by: person, shocks)
            for output in evaluator.outputs.indices {
                let lanes = results.lanes(of: output)
                totals[output] += lanes
                let start = totals[output][0]
                let distances = lanes.map { $0 - start }
                for slot in slots {
                    correlations[output][slot, default: Correlation()]
                        .add(shocks.values(at: slot), about: 1, distances)
                }
            }
        }
        return evaluator.outputs.indices.map { uncertainty(evaluator.outputs[$0], totals[$0], correlations[$0]) }
    }

    private func uncertainty(
        _ output: PopulationEvaluator.Output, _ totals: [Double], _ correlations: [Int: Correlation]
    ) -> Uncertainty {
        let indicator = model.indicator(output.id) ?? 0
        let factors = Dictionary(shocks.figures.map { ($0.slot, $0.factor) }, uniquingKeysWith: { first, _ in first })
        var parts: [Int: Double] = [:]
        for (slot, correlation) in correlations.sorted(by: { $0.key < $1.key }) {
            guard let factor = factors[slot] else { continue }
            parts[factor, default: 0] += correlation.squared
        }
        let sum = parts.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
        let shares = parts.filter { $0.value > 0 }.map { Uncertainty.Share(factor: $0.key, share: $0.value / sum) }
        return Uncertainty(
            indicator: indicator, band: Band(totals),
            chances: model.targets.indices.filter { model.targets[$0].indicator == indicator }.map { target in
                let met = totals.count { $0 <= model.targets[target].value }
                return (target, Double(met) / Double(totals.count))
            }, shares: shares.sorted { ($1.share, $0.factor) < ($0.share, $1.factor) },
            explained: correlations.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value.explained })
    }
}
