public import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

extension Analysis {
    /// The proposals of an assembly: whose power they are within, what they are worth, their order, what a budget pays.
    public static let proposals = Analysis(
        "proposals", "The proposals of an assembly: what they are worth, whose power they are within, their order.",
        documents: ["proposals", "ballots", "decisions"],
        options: [
            Option(
                "show", .word(["set", "sheets", "alike"]), standing: "set", "the whole set, a sheet each, or likenesses"
            ),
            Option("only", .text, standing: "", "the id of the one proposal whose sheet is wanted"),
            Option("method", .word(RankingMethod.allCases.map(\.rawValue)), standing: "weighted_sum", "which order"),
            Option("chosen", .text, standing: "", "the ids of proposals to look at as a whole, separated by commas"),
            Option("draws", .text, standing: "1000", "how many weights are drawn, 0 for none"),
            Option("seed", .text, standing: "1", "the same seed gives the same draws"),
        ]
    ) { request throws(CompilationError) in
        var assembly = try Assembly(request, needing: DeliberationKinds.proposals)
        guard let draws = Int(request["draws"]), (0...1_000_000).contains(draws), let seed = UInt64(request["seed"])
        else {
            throw CompilationError(
                "option.number", "draws is a whole number up to a million, and seed one of zero or more",
                in: request.sources)
        }
        let method = RankingMethod(rawValue: request["method"]) ?? .weightedSum
        let only = request["only"]
        let chosen = request["chosen"].split { $0 == "," || $0 == " " }.reduce(into: [String]()) { ids, id in
            if !ids.contains(String(id)) { ids.append(String(id)) }
        }
        let known = assembly.set.proposals.map(\.id)
        for id in (only.isEmpty ? [] : [only]) + chosen where !known.contains(id) {
            throw CompilationError(
                "proposal.unknown", "there is no proposal '\(id)'", hint: Spelling.didYouMean(id, among: known),
                in: request.sources)
        }
        if request["show"] == "alike" { return LikenessReport(assembly: assembly).report }
        let engine = try EngineAssessments(request, assembly.set, seed: seed)
        assembly.engine = engine
        if request["show"] == "sheets" {
            return ProposalSheets(assembly: assembly, only: only.isEmpty ? nil : only, engine: engine).report
        }
        return try ProposalsReport(
            assembly: assembly, method: method, draws: draws, seed: seed, engine: engine, chosen: chosen
        ).report()
    }

    /// The scenarios of the model side by side, with the visions of groups.
    public static let visions = Analysis(
        "visions", "The scenarios of the model side by side, with the visions of groups and the way to the targets.",
        documents: ["proposals", "ballots", "decisions"]
    ) { request throws(CompilationError) in
        var diagnostics = Diagnostics()
        let set = ProposalReader(request.documents, request.model).read(&diagnostics)
        try diagnostics.throwIfErrors(in: request.sources)
        return VisionsReport(futures: try Futures(request, set.visions), isIllustrative: set.isIllustrative).report
    }

    /// What voters make of proposals: consensus, rankings, adoption.
    public static let ballots = Analysis(
        "ballots", "What voters make of proposals: consensus, rankings, what is adopted.",
        documents: ["ballots", "proposals", "decisions"]
    ) { request throws(CompilationError) in
        let assembly = try Assembly(request, needing: DeliberationKinds.ballots)
        guard let poll = assembly.poll else {
            throw CompilationError("document.missing", "no ballots were given", in: request.sources)
        }
        return BallotsReport(assembly: assembly, poll: poll).report
    }
}
