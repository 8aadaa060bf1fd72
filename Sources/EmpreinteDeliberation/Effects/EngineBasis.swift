internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

/// What the model is asked about plans: for whom, in which year, of which indicator, for how many inhabitants.
struct EngineBasis {
    let model: Model
    let people: [Person]
    let year: Int
    /// By position in `Model.indicators`.
    let indicator: Int
    /// How many people the territory has, and the year they were counted in; nothing where no pack says.
    let inhabitants: TargetPath.Point?
    private let evaluator: ActedEvaluator

    /// Nothing when the model computes no emissions.
    ///
    /// - Parameter sets: all that will be asked about.
    /// - Throws: `year.outside`.
    init?(_ request: Analysis.Request, _ sets: [ActionSet]) throws(CompilationError) {
        model = request.model
        guard let indicator = model.indicator("ghg") ?? model.indicators.indices.first,
            model.indicators[indicator].total != nil
        else { return nil }
        self.indicator = indicator
        people = request.everyone
        year = request.year ?? model.years.reference
        try model.checkYear(year)
        inhabitants = model.territory?.inhabitants(by: year)
        let offered = Set(sets.flatMap(\.order) + people.flatMap(\.taken))
        evaluator = ActedEvaluator(model, offered: offered.sorted())
    }

    /// The unit of one person's result.
    var unit: String { model.indicators[indicator].unit.description }

    /// Whether the one person is the one who answers nothing.
    var isDefaultPerson: Bool { people.map(\.id) == [Analysis.Request.defaultPerson] && people[0].answers.isEmpty }

    /// What each set changes of the mean result of a person: less than zero where it falls.
    func changes(_ sets: [ActionSet]) throws(CompilationError) -> [Double] {
        guard let total = model.indicators[indicator].total else { return [] }
        let means = try evaluator.means(of: [total], people: people, under: [ActionSet()] + sets, in: [year])
        return sets.indices.map { means[0, person: 0, set: $0 + 1] - means[0, person: 0, set: 0] }
    }

    /// What sets bring together, and each of them.
    func gains(_ sets: [ActionSet], seed: UInt64) throws(CompilationError) -> Gains? {
        guard let total = model.indicators[indicator].total else { return nil }
        return try evaluator.gains(of: people, taking: sets, on: total, in: year, seed: seed)
    }

    /// How many of the people each of some actions does not concern.
    func unconcerned(_ actions: [Int]) -> [Int: Int] {
        let applicability = Applicability(model)
        var counts: [Int: Int] = [:]
        for action in actions where model.actions[action].presence != nil {
            let count = people.count { !applicability.applies(action, to: $0, in: year) }
            if count > 0 { counts[action] = count }
        }
        return counts
    }
}

extension Territory {
    /// How many people there are in a year; those of the last year known before it, where it is not known itself.
    fileprivate func inhabitants(by year: Int) -> TargetPath.Point? {
        population(in: year).map { .init(year: year, value: $0) } ?? population.last { $0.year < year }
    }
}
