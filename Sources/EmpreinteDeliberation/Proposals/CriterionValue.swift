/// What the engine knows of a proposal to compare it by; other criteria are scores of the assembly's own.
enum CriterionValue: String, CaseIterable {
    /// Emissions and energy avoided, and bills saved: more is more avoided.
    case ghg, energy, bills
    /// Emissions avoided as the model finds them of its plan: in the territory, or by a person where no pack says how many
    /// live there.
    case engine
    case jobs
    case localSpend = "local_spend"
    /// The net cost to the authority in today's money.
    case cost
    /// What it pays once.
    case upfront
    /// What voters make of it: the mean grade, the share that approves, how far they agree.
    case support, approval, consensus

    /// The unit of values.
    var unit: String {
        switch self {
        case .ghg, .engine: Assessment.Measure.ghg.unit
        case .energy: Assessment.Measure.energy.unit
        case .bills, .localSpend: "EUR/year"
        case .cost, .upfront: "EUR"
        case .jobs, .support, .approval, .consensus: ""
        }
    }

    /// The value of a proposal; nothing where it is not known.
    func value(
        _ proposal: Proposal, _ set: ProposalSet, _ poll: Poll?, _ engine: EngineAssessments?
    ) -> Double? {
        switch self {
        case .engine:
            engine?.result(proposal.id)?.perPerson.map { -(engine?.territory($0) ?? $0) }
        case .ghg: proposal.estimate(.ghg).map { -$0.central }
        case .energy: proposal.estimate(.energy).map { -$0.central }
        case .bills: proposal.estimate(.bills).map { -$0.central }
        case .jobs: proposal.estimate(.jobs)?.central
        case .localSpend: proposal.estimate(.localSpend)?.central
        case .cost: set.finance.flatMap { proposal.netCost($0)?.central }
        case .upfront: proposal.estimate(.upfront)?.central
        case .support: poll?.result(proposal.id)?.mean
        case .approval: poll?.result(proposal.id)?.approval?.value
        case .consensus: poll?.result(proposal.id)?.counts.consensus
        }
    }
}

extension ProposalSet {
    /// The value of a proposal by a criterion; nothing where it is not known.
    func value(
        of proposal: Proposal, by criterion: String, _ poll: Poll?, _ engine: EngineAssessments?
    ) -> Double? {
        guard let known = CriterionValue(rawValue: criterion) else { return proposal.scores[criterion] }
        return known.value(proposal, self, poll, engine)
    }
}
