internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

/// What the model finds the plans of proposals to be worth: assessments of its own, beside those groups made.
struct EngineAssessments {
    /// Nothing where the model computes no emissions.
    let basis: EngineBasis?
    private let results: [String: Result]
    private let sets: [String: ActionSet]
    private let check: ChoiceCheck
    private let seed: UInt64

    /// What is found of one plan.
    struct Result {
        /// The change of one person's result, less than zero where it falls; nothing when no effect of it is known, or none
        /// of what has an effect concerns any of the people.
        let perPerson: Double?
        /// Whether no action has an effect that is known.
        var isUnquantified: Bool { unquantified.count == actionCount }
        /// The actions whose effect is not known.
        let unquantified: [Int]
        /// The actions that do not concern everybody, and how many people they leave out.
        let unconcerned: [(action: Int, people: Int)]
        fileprivate let actionCount: Int
    }

    init(_ request: Analysis.Request, _ set: ProposalSet, seed: UInt64) throws(CompilationError) {
        let model = request.model
        let planned = set.standing.filter { !$0.plan.isEmpty }
        let sets = planned.map { ActionSet(atFullStrength: $0.plan) }
        self.sets = Dictionary(zip(planned.map(\.id), sets), uniquingKeysWith: { first, _ in first })
        self.seed = seed
        check = ChoiceCheck(model)
        basis = planned.isEmpty ? nil : try EngineBasis(request, sets)
        var results: [String: Result] = [:]
        if let basis {
            let unconcerned = basis.unconcerned(Set(sets.flatMap(\.order)).sorted())
            for (position, change) in try basis.changes(sets).enumerated() {
                let actions = sets[position].order
                let unquantified = actions.filter { model.actions[$0].effects.isEmpty }
                let concerning = actions.filter { action in
                    !unquantified.contains(action) && (unconcerned[action] ?? 0) < basis.people.count
                }
                results[planned[position].id] = Result(
                    perPerson: concerning.isEmpty ? nil : change, unquantified: unquantified,
                    unconcerned: actions.compactMap { action in unconcerned[action].map { (action, $0) } },
                    actionCount: actions.count)
            }
        }
        self.results = results
    }

    /// What was found of a proposal; nothing where it has no plan.
    func result(_ proposal: String) -> Result? { results[proposal] }

    /// What a change of one person's result comes to in the territory; nothing where no pack says how many live there.
    func territory(_ perPerson: Double) -> Double? { basis?.inhabitants.map { perPerson * $0.value } }

    /// Some proposals taken together.
    struct Portfolio {
        /// The proposals whose effect is known, and the others.
        let counted: [String]
        let others: [String]
        /// What they bring together and each of them; or why they do not go together.
        let outcome: Outcome

        enum Outcome {
            case gains(Gains)
            case impossible([ChoiceCheck.Problem])
        }
    }

    /// What proposals bring together; nothing where the effect of none of them is known.
    func portfolio(_ proposals: [String]) throws(CompilationError) -> Portfolio? {
        let counted = proposals.filter { results[$0]?.perPerson != nil }
        guard let basis, !counted.isEmpty else { return nil }
        let sets = counted.compactMap { self.sets[$0] }
        var all = ActionSet()
        for set in sets { all.formUnion(set) }
        let others = proposals.filter { !counted.contains($0) }
        let problems = check.problems(of: all)
        guard problems.isEmpty, let gains = try basis.gains(sets, seed: seed) else {
            return Portfolio(counted: counted, others: others, outcome: .impossible(problems))
        }
        return Portfolio(counted: counted, others: others, outcome: .gains(gains))
    }
}
