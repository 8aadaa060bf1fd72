public import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

extension Analysis {
    /// What is published of a territory, and how far it is from what it aims at.
    public static let territory = Analysis(
        "territory", "What is published of a territory, year by year, and how far it is from its targets.",
        options: [Draws.option, Draws.seedOption]
    ) { request throws(CompilationError) in
        let draws = try Draws(request)
        guard let territory = request.model.territory else {
            throw CompilationError(
                "territory.missing", "\(request.model.identity.id) speaks of no territory",
                hint: "add a document of kind territory to the pack", in: request.sources)
        }
        guard !territory.isEmpty else {
            throw CompilationError(
                "territory.empty", "nothing is published of '\(territory.id)': no population, inventory or target",
                hint: "fill in the document of kind territory", in: request.sources)
        }
        return TerritoryReport(
            request: request, territory: territory, drawn: draws.map { DrawnTargets(territory, $0) }
        ).report
    }

    /// What coalitions of actors claim, each quantity counted once, and who is credited.
    public static let coalitions = Analysis(
        "coalitions", "What coalitions claim without double counting, their roadmap, coverage and changes.",
        documents: ["coalitions", "initiatives", "profile"],
        options: [
            .init(
                "credit", .word(RollUp.Credit.allCases.map(\.rawValue)), standing: "shapley",
                "how net effects are shared out"),
            .init("at", .text, standing: "latest", "the date of the report: 2025-11, or latest"),
            .init("since", .text, standing: "start", "the date of the report before: 2024-11, or start"),
            .init("sheets", .text, standing: "all", "the sheets to show: all, none, or a coalition"),
        ]
    ) { request throws(CompilationError) in
        guard !request.documents.entries(TerritoryKinds.coalitions).isEmpty else {
            throw .nothing(of: "coalitions", in: request)
        }
        var reader = CoalitionReader(request.model)
        reader.read(request.documents)
        let credit = RollUp.Credit(rawValue: request["credit"]) ?? .shapley
        if credit == .declared { reader.checkDeclaredShares() }
        let dates = try ForumDates(request)
        try reader.figures.diagnostics.throwIfErrors(in: request.sources)
        let effects = try FootprintEffects(request, &reader.book.claims)
        return try CoalitionsReport(
            request: request, book: reader.book, credit: credit, dates: dates, effects: effects
        ).report()
    }

    /// Which initiatives seen elsewhere fit a place, under which conditions, with what effect.
    public static let initiatives = Analysis(
        "initiatives", "Which initiatives seen elsewhere fit here: likeness, conditions, effects at our size.",
        documents: ["initiatives", "profile", "coalitions"],
        options: [
            .init("count", .text, standing: "3", "how many make the shortlist"),
            .init("theme", .text, standing: "all", "a theme, or all"),
        ]
    ) { request throws(CompilationError) in
        let entries = request.documents.entries(TerritoryKinds.initiatives)
        guard !entries.isEmpty else { throw .nothing(of: "initiatives", in: request) }
        guard let count = Int(request["count"]), (1...100).contains(count) else {
            throw CompilationError(
                "option.count", "count is a number from 1 to 100, not '\(request["count"])'", in: request.sources)
        }
        var reader = InitiativeReader(request.model)
        let profile = reader.profile(request.documents)
        let weights = reader.weights(request.documents)
        let initiatives = entries.map { reader.initiative($0) }
        try reader.figures.diagnostics.throwIfErrors(in: request.sources)
        let theme = request["theme"]
        let kept = initiatives.filter { theme == "all" || $0.theme == theme }
        guard !kept.isEmpty else {
            let themes = Set(initiatives.compactMap(\.theme)).sorted()
            throw CompilationError(
                "option.theme", "no initiative is about '\(theme)'", hint: "themes: \(themes.joined(separator: ", "))",
                in: request.sources)
        }
        let made = entries.filter { $0["assumption"]?.flag == true }.map { $0["reason"]?.text ?? "" }
        return InitiativesReport(
            request: request, profile: profile, fits: Fit.all(kept, in: profile, weights: weights), count: count,
            illustration: Illustration(made, request.language)
        ).report
    }
}

extension CompilationError {
    /// Nothing of what an analysis is about was given.
    static func nothing(of kind: String, in request: Analysis.Request) -> CompilationError {
        CompilationError(
            "document.missing", "no document of kind \(kind) is given, and the pack holds none",
            hint: "give a file that starts with kind: \(kind)", in: request.sources)
    }
}

extension Territory {
    /// Whether nothing but its name is known.
    fileprivate var isEmpty: Bool {
        population.isEmpty && inventory.isEmpty && undated.isEmpty && renewables.isEmpty && targets.isEmpty
    }
}

/// The date of a forum, and that of the one before.
struct ForumDates {
    /// Nothing for the latest of all.
    let at: CalendarDate?
    /// Nothing for before all.
    let since: CalendarDate?

    /// - Throws: `date.syntax`, `date.order`.
    init(_ request: Analysis.Request) throws(CompilationError) {
        func date(_ name: String, _ word: String) throws(CompilationError) -> CalendarDate? {
            let text = request[name]
            if text == word { return nil }
            guard let date = CalendarDate(text) else {
                throw CompilationError(
                    "date.syntax", "\(name) is a date such as 2025-11, or \(word), not '\(text)'", in: request.sources)
            }
            return date
        }
        at = try date("at", "latest")
        since = try date("since", "start")
        if let at, let since, at <= since {
            throw CompilationError("date.order", "\(at) is not after \(since)", in: request.sources)
        }
    }
}

/// What a report says of figures that are made up.
struct Illustration {
    private let reasons: [String]
    private let language: Language

    init(_ reasons: [String], _ language: Language) {
        var seen: Set<String> = []
        self.reasons = reasons.filter { seen.insert($0).inserted }
        self.language = language
    }

    var isThere: Bool { !reasons.isEmpty }

    /// What titles add.
    var mark: String { isThere ? language.say(" · illustrative figures", " · chiffres illustratifs") : "" }

    var sections: [Report.Section] {
        guard isThere else { return [] }
        let said = reasons.filter { !$0.isEmpty }.joined(separator: "; ")
        let start = language.say("Illustrative figures, not published ones", "Chiffres illustratifs, non publiés")
        return [.init(nil, .notes([said.isEmpty ? "\(start)." : "\(start)\(language.say(": ", " : "))\(said)."]))]
    }

    var data: [JSON.Member] { [.init("illustrative", .bool(isThere))] }
}
