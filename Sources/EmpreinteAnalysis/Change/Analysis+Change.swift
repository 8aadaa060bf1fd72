internal import EmpreinteModel
internal import EmpreinteText

extension Analysis {
    /// Why results change between two years, or between two sets of answers: what answers, figures and dated series each
    /// did, leaf by leaf.
    public static let change = Analysis(
        "change", "Why results change: what answers, figures and dated series each did, leaf by leaf.",
        options: [
            Option("from", .text, standing: "reference", "the first year: a year, or reference"),
            Option(
                "to", .text, standing: "",
                "the last year: a year, or end; for people given twice the first year, else the end"),
            Option("scenario", .text, standing: "", "what is done by the last year: the id of a scenario"),
        ]
    ) { request throws(CompilationError) in
        let span = try TrajectorySpan(request)
        let model = request.model
        var taken = ActionSet()
        if !request["scenario"].isEmpty {
            guard let index = model.scenario(request["scenario"]) else {
                let names = model.scenarios.map(\.id)
                throw CompilationError(
                    "scenario.unknown", "no scenario is called '\(request["scenario"])'",
                    hint: Spelling.didYouMean(request["scenario"], among: names), in: model.sources)
            }
            taken = ActionSet(model.scenarios[index].choices, for: nil, in: model, from: span.shown.lowerBound)
        }
        let evaluator = ActedEvaluator(model, offered: taken.order)
        var changes: [(person: Person, change: ChangeAnalysis)] = []
        for pair in PersonChange.pairs(of: request.everyone) {
            let first = pair.first.year ?? span.shown.lowerBound
            let isTwice = pair.last != nil && request["to"].isEmpty
            let last = pair.last?.year ?? (isTwice ? first : span.shown.upperBound)
            try model.checkYear(first)
            try model.checkYear(last)
            changes.append(
                (
                    pair.first,
                    try ChangeAnalysis(
                        of: pair.first, in: evaluator, from: .init(year: first, taken: taken),
                        to: .init(year: last, taken: taken, person: pair.last))
                ))
        }
        return ChangeReport(request: request, changes: changes).report
    }
}

/// A person's answers, and those given later, where the person is given twice.
private struct PersonChange {
    let first: Person
    private(set) var last: Person?

    /// The people in the order first met, each with the last of their answers.
    static func pairs(of people: [Person]) -> [PersonChange] {
        var pairs: [PersonChange] = []
        var places: [String: Int] = [:]
        for person in people {
            if let place = places[person.id] {
                pairs[place].last = person
            } else {
                places[person.id] = pairs.count
                pairs.append(PersonChange(first: person))
            }
        }
        return pairs
    }
}
