internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

/// What an assembly's documents say, with the words to tell it.
struct Assembly {
    let request: Analysis.Request
    let set: ProposalSet
    let poll: Poll?
    let decisions: [Decision]
    /// What the model finds of plans, where it is asked.
    var engine: EngineAssessments?

    /// - Parameter kind: what there must be documents of.
    /// - Throws: `document.missing`, and what the readers refuse.
    init(_ request: Analysis.Request, needing kind: DocumentKind) throws(CompilationError) {
        guard !request.documents.all(kind).isEmpty else {
            throw CompilationError(
                "document.missing", "no document of kind \(kind.name) was given", hint: "give a file of \(kind.name)",
                in: request.sources)
        }
        var diagnostics = Diagnostics()
        set = ProposalReader(request.documents, request.model).read(&diagnostics)
        let known =
            request.documents.all(DeliberationKinds.proposals).isEmpty ? nil : set.proposals.map(\.id)
        poll = BallotReader(request.documents, request.model.units, known: known).read(&diagnostics)
        decisions = DecisionReader(request.documents, request.model, known: known).read(&diagnostics)
        try diagnostics.throwIfErrors(in: request.sources)
        self.request = request
    }

    var language: Language { request.language }
    var isIllustrative: Bool { poll?.isIllustrative == true || set.isIllustrative }

    func say(_ english: String, _ french: String) -> String { language.say(english, french) }

    func text(_ label: Label) -> String { label.text(in: language.rawValue) }

    /// The name of a proposal for people: its id where nothing more is known.
    func name(_ id: String) -> String { set.proposals.first { $0.id == id }.map { text($0.label) } ?? id }

    func percent(_ share: Double) -> String { NumberStyle(language).text(share * 100, decimals: 0) + say("%", " %") }

    /// The last decision on a proposal.
    func decision(_ id: String) -> Decision? { decisions.last { $0.proposal == id } }

    /// The notice every page of examples bears.
    var notices: [Report.Section] {
        guard isIllustrative else { return [] }
        return [
            .init(
                nil,
                .notes([
                    say(
                        "Illustrative: these proposals and ballots are examples nobody made.",
                        "Illustratif : ces propositions et ces bulletins sont des exemples, de personne.")
                ]))
        ]
    }

    /// A report on these documents.
    func report(
        _ title: String, _ sections: [Report.Section], records: Report.Table?, data: [JSON.Member]
    ) -> Report {
        Report(
            title: title + (isIllustrative ? say(" · illustrative", " · illustratif") : ""), about: .init(request),
            sections: notices + sections.filter { $0.body != .notes([]) },
            records: records,
            data: (isIllustrative ? [.init("illustrative", true)] : []) + data)
    }
}
