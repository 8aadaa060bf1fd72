internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

extension Analysis {
    /// Each person's footprint, by indicator and branch, and the distance to the targets.
    public static let footprint = Analysis(
        "footprint", "Each person's footprint, by branch, with the distance to the targets.",
        options: [
            .init("floors", .word(["yes", "no"]), standing: "no", "how low each person can go with actions"),
            Draws.option, Draws.seedOption,
        ]
    ) { request throws(CompilationError) in
        let draws = try Draws(request)
        let evaluator = Evaluator(request.model)
        var footprints: [Footprint] = []
        for person in request.everyone {
            footprints.append(try evaluator.footprint(of: person, year: request.year))
        }
        var questions: [UnansweredQuestion] = []
        if let only = request.everyone.first, request.everyone.count == 1, !request.model.indicators.isEmpty {
            questions = try evaluator.unanswered(by: only, indicator: 0, year: request.year)
        }
        let local = try evaluator.localShare(of: request.everyone, indicator: 0, year: request.year)
        var floors: [Floors] = []
        if request["floors"] == "yes" {
            let advisor = try Advisor(request.model)
            for person in request.everyone { floors.append(try advisor.floors(of: person, year: request.year)) }
        }
        var uncertainties: [[Uncertainty]] = []
        if let draws {
            let evaluator = UncertaintyEvaluator(request.model, draws)
            for person in request.everyone {
                uncertainties.append(try evaluator.uncertainties(of: person, year: request.year))
            }
        }
        let report = FootprintReport(
            request: request, footprints: footprints, questions: questions, local: local, floors: floors,
            uncertainties: uncertainties, drawn: draws.map { UncertaintyWords(request, $0) })
        return Report(
            title: report.title, about: .init(request, year: report.year), sections: report.sections,
            records: report.records, data: report.data)
    }
}
