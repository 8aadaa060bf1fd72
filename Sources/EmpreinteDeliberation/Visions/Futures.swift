internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

/// The mean footprint year by year as things are, along each scenario of the model, and along each vision of a group.
struct Futures {
    let request: Analysis.Request
    /// By position in `Model.indicators`.
    let indicator: Int
    let years: [Int]
    /// As things are first, then scenarios, then visions.
    let futures: [Future]
    /// The top branches the indicator covers, by position in `Model.categories`.
    let branches: [Int]
    /// The targets with the way to them; nothing where it cannot be computed.
    let targets: [(target: Target, path: TargetPath?)]

    /// One way things may go.
    struct Future {
        let origin: Origin
        let actions: ActionSet
        /// By year.
        let total: [Double]
        /// By branch, then by year.
        let branches: [[Double]]

        enum Origin {
            case unchanged
            case scenario(Scenario)
            case vision(Vision)
        }
    }

    /// - Throws: `visions.nothing`, `year.outside`, and why a value is no number.
    init(_ request: Analysis.Request, _ visions: [Vision]) throws(CompilationError) {
        let model = request.model
        guard let indicator = model.indicator("ghg") ?? model.indicators.indices.first,
            let total = model.indicators[indicator].total, !(model.scenarios.isEmpty && visions.isEmpty)
        else {
            throw CompilationError(
                "visions.nothing", "there is no scenario in the model, and no vision in the documents",
                hint: "add visions: to a document of proposals", in: request.sources)
        }
        let start = request.year ?? model.years.reference
        try model.checkYear(start)
        let plans: [(origin: Future.Origin, set: ActionSet)] =
            [(.unchanged, ActionSet())]
            + model.scenarios.map { (.scenario($0), ActionSet($0.choices, for: nil, in: model, from: start)) }
            + visions.map { vision in
                (.vision(vision), vision.actions { ActionSet($0, for: nil, in: model, from: start) })
            }
        let totals = model.categories.indices.filter { model.categories[$0].isTop }.compactMap { branch in
            model.categories[branch].totals[indicator].map { (branch: branch, node: $0) }
        }
        let targets = model.targets.filter { $0.indicator == indicator }
        let shown = Array(start...model.years.range.upperBound)
        // Some ways to a target begin before the years shown.
        let bases = Set(targets.compactMap(\.baseYear).filter(model.years.range.contains)).subtracting(shown).sorted()
        let people = request.everyone
        let offered = Set(plans.flatMap(\.set.order) + people.flatMap(\.taken)).sorted()
        let values = try ActedEvaluator(model, offered: offered).means(
            of: [total] + totals.map(\.node), people: people, under: plans.map(\.set), in: bases + shown)
        self.request = request
        self.indicator = indicator
        years = shown
        branches = totals.map(\.branch)
        futures = plans.enumerated().map { position, plan in
            func series(_ output: Int) -> [Double] {
                shown.indices.map { values[output, person: 0, set: position, year: bases.count + $0] }
            }
            return Future(
                origin: plan.origin, actions: plan.set, total: series(0),
                branches: totals.indices.map { series($0 + 1) })
        }
        self.targets = targets.map { target in
            let base = target.baseYear.flatMap((bases + shown).firstIndex).map { position in
                TargetPath.Point(
                    year: (bases + shown)[position], value: values[0, person: 0, set: 0, year: position])
            }
            if target.base != nil, base == nil { return (target, nil) }
            return (
                target, try? TargetPath(.perPerson(target.value), by: target.year, base: base, course: target.course)
            )
        }
    }

    /// The years people compare: the tens to come, or the last year where there is none.
    var milestones: [Int] {
        let tens = years.filter { $0 % 10 == 0 }
        return tens.isEmpty ? years.suffix(1) : tens
    }
}

extension Target {
    /// The year the way to it begins, where one is known.
    fileprivate var baseYear: Int? { if case .year(let year)? = base { year } else { nil } }
}
