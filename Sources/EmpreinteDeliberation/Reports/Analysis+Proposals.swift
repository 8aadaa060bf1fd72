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
            Option("draws", .text, standing: "1000", "how many weights are drawn, 0 for none"),
            Option("seed", .text, standing: "1", "the same seed gives the same draws"),
        ]
    ) { request throws(CompilationError) in
        let assembly = try Assembly(request, needing: DeliberationKinds.proposals)
        guard let draws = Int(request["draws"]), (0...1_000_000).contains(draws), let seed = UInt64(request["seed"])
        else {
            throw CompilationError(
                "option.number", "draws is a whole number up to a million, and seed one of zero or more",
                in: request.sources)
        }
        let method = RankingMethod(rawValue: request["method"]) ?? .weightedSum
        let only = request["only"]
        guard only.isEmpty || assembly.set.proposals.contains(where: { $0.id == only }) else {
            throw CompilationError(
                "proposal.unknown", "there is no proposal '\(only)'",
                hint: Spelling.didYouMean(only, among: assembly.set.proposals.map(\.id)), in: request.sources)
        }
        switch request["show"] {
        case "sheets": return ProposalSheets(assembly: assembly, only: only.isEmpty ? nil : only).report
        case "alike": return LikenessReport(assembly: assembly).report
        default:
            return ProposalsReport(assembly: assembly, method: method, draws: draws, seed: seed).report
        }
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
