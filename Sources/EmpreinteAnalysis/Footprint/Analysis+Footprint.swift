internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

extension Analysis {
    /// Each person's footprint, by indicator and branch, and the distance to the targets.
    public static let footprint = Analysis(
        "footprint", "Each person's footprint, by branch, with the distance to the targets."
    ) { request throws(CompilationError) in
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
        let report = FootprintReport(
            request: request, footprints: footprints, questions: questions, local: local)
        return Report(
            title: report.title, about: .init(request, year: report.year), sections: report.sections,
            records: report.records, data: report.data)
    }
}

extension Report.About {
    /// What every report of a request says of where its numbers come from.
    init(_ request: Analysis.Request, year: Int?) {
        let identity = request.model.identity
        self.init(
            engine: Release.name, pack: identity.id, version: identity.version, hash: identity.hash, year: year,
            language: request.language)
    }
}

extension Language {
    /// One of two texts, by language.
    func say(_ english: String, _ french: String) -> String {
        switch self {
        case .en: english
        case .fr: french
        }
    }
}
