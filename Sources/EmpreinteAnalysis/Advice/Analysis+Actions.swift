public import EmpreinteModel
public import EmpreinteText

extension Analysis {
    /// What the actions taken bring, what to take next, and how far that leads.
    public static let actions = Analysis(
        "actions", "What actions bring: those taken, those to take next, and how low one can go.",
        options: AdviceRequest.options
    ) { request throws(CompilationError) in
        let asked = try AdviceRequest(request)
        let advisor = try Advisor(request.model, indicator: asked.indicator)
        let everyone = request.everyone
        guard everyone.count <= mostShown else {
            var crowd = try CrowdAdvice(request)
            try crowd.add(everyone)
            return crowd.report
        }
        var group = GroupAdvice(request.model)
        var people: [PersonalFindings] = []
        for advice in try advisor.advice(to: everyone, year: request.year) {
            group.add(advice)
            people.append(try PersonalFindings(advice, advisor, asked))
        }
        return AdviceReport(asked, group: group, people: people).report
    }
}

/// What actions bring to a crowd, added piece by piece in memory that does not grow with it.
public struct CrowdAdvice: Sendable {
    private let asked: AdviceRequest
    private let advisor: Advisor
    private var group: GroupAdvice

    /// - Throws: what is wrong with the options of the request.
    public init(_ request: Analysis.Request) throws(CompilationError) {
        var request = request
        for option in AdviceRequest.options {
            request.options[option.name] = request.options[option.name] ?? option.standing
        }
        asked = try AdviceRequest(request)
        advisor = try Advisor(request.model, indicator: asked.indicator)
        group = GroupAdvice(request.model)
    }

    /// Whether nobody was added yet.
    public var isEmpty: Bool { group.people == 0 }

    /// Adds people.
    ///
    /// - Throws: what is wrong with the actions they have taken, or why a value is no number.
    public mutating func add(_ people: [Person]) throws(CompilationError) {
        try advisor.add(people, year: asked.request.year, to: &group)
    }

    /// What it comes to.
    public var report: Report { AdviceReport(asked, group: group, people: []).report }
}

/// What is told of one person.
struct PersonalFindings {
    let advice: PersonalAdvice
    let floors: Floors?
    let cheapest: CheapestSet?
    let curve: CostCurve?
    /// Nothing where it is not asked for, or money is not covered.
    let respending: Respending?
    /// How sure all this is; nothing unless draws are asked for.
    let drawn: DrawnAdvice?

    init(_ advice: PersonalAdvice, _ advisor: Advisor, _ asked: AdviceRequest) throws(CompilationError) {
        self.advice = advice
        floors = asked.showsFloors ? try advisor.floors(of: advice.person, year: advice.year) : nil
        curve = asked.showsCurve ? try advisor.costCurve(for: advice) : nil
        if let target = asked.target {
            cheapest = try advisor.cheapest(to: target.value, for: advice, by: asked.key)
        } else {
            cheapest = nil
        }
        if let draws = asked.draws {
            let shown = [true, false].flatMap { own in
                AdviceRanking(
                    advice.open(own: own, in: asked.request.model), by: own ? asked.key : .gain, in: asked.request.model
                )
                .all.filter { $0.gain > 0 }.prefix(asked.count)
            }
            drawn = try advisor.drawn(advice, shown.map(\.action), draws)
        } else {
            drawn = nil
        }
        if let factor = asked.respend {
            respending = try advisor.respending(advice, on: factor)
        } else {
            respending = nil
        }
    }
}
