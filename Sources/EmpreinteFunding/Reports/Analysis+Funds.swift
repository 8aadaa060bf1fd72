public import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

extension Analysis {
    /// What funds give or lend, to whom, and what is left.
    public static let funds = Analysis(
        "funds", "What participation funds give, what advances cost and when works have repaid them.",
        documents: ["funds", "applications", "aids", "works", "purchases"]
    ) { request throws(CompilationError) in
        let documents = request.documents
        var reader = AmountReader(request.model.units)
        let entries = documents.entries(FundingKinds.funds)
        guard !entries.isEmpty else { throw .nothing(of: "funds", in: request) }
        let funds = entries.compactMap { reader.fund($0, request.model) }
        // What asks a fund that was refused would be refused for no fault of its own.
        try reader.diagnostics.throwIfErrors(in: request.sources)
        let applications = documents.entries(FundingKinds.applications).compactMap {
            reader.application($0, funds, request.model)
        }
        let works = documents.entries(FundingKinds.works).compactMap { reader.works($0, funds, request.model) }
        try reader.diagnostics.throwIfErrors(in: request.sources)
        let accounts = try FundAccount.all(funds, applications, works, &reader.diagnostics, request.sources)
        return FundsReport(request: request, accounts: accounts, currency: reader.currencyName).report
    }

    /// Which aids a project may have, which it nearly may, and the best of them together.
    public static let aids = Analysis(
        "aids", "Which aids each project may have, what fails for the others, and the best stack.",
        documents: ["aids", "applications", "funds", "works", "purchases"]
    ) { request throws(CompilationError) in
        let documents = request.documents
        var reader = AmountReader(request.model.units)
        let entries = documents.entries(FundingKinds.aids)
        let projects = documents.entries(FundingKinds.applications)
        let schemes = request.model.supports.map { Aid($0, request.model) }
        guard !entries.isEmpty || !schemes.isEmpty else { throw .nothing(of: "aids", in: request) }
        guard !projects.isEmpty else { throw .nothing(of: "applications", in: request) }
        let ids = entries.map(\.id)
        let aids = entries.compactMap { reader.aid($0, among: ids, request.model) } + schemes
        let limits = reader.limits(documents)
        let funds = documents.entries(FundingKinds.funds).compactMap { reader.fund($0, request.model) }
        let applications = projects.compactMap { reader.application($0, funds, request.model) }
        try reader.diagnostics.throwIfErrors(in: request.sources)
        var stacks: [(application: Application, matches: [AidMatch], stack: AidStack)] = []
        for application in applications {
            let matches = application.request.matches(aids)
            do throws(FundingProblem) {
                let stack = try AidStack(
                    aids, fitting: matches.filter(\.isMatch).map(\.aid).sorted(), cost: application.request.cost, limits
                )
                stacks.append((application, matches, stack))
            } catch {
                reader.diagnostics.error(error.code, error.message, at: application.entry.key.range)
            }
        }
        try reader.diagnostics.throwIfErrors(in: request.sources)
        let illustrations = entries.map { FundingEntry($0, request.model) } + applications.map(\.entry)
        return AidsReport(
            request: request, aids: aids, limits: limits, stacks: stacks, currency: reader.currencyName,
            illustrations: illustrations
        ).report
    }

    /// What part of public purchases goes to local and small firms, and under which clauses.
    public static let purchases = Analysis(
        "purchases", "Shares of public purchases to local and small firms and under clauses, by year and family.",
        documents: ["purchases", "funds", "applications", "aids", "works"]
    ) { request throws(CompilationError) in
        var reader = AmountReader(request.model.units)
        let nodes = request.documents.all(FundingKinds.purchases).flatMap { $0["purchases"]?.items.map { $0 } ?? [] }
        guard !nodes.isEmpty else { throw .nothing(of: "purchases", in: request) }
        let purchases = nodes.compactMap { reader.purchase($0) }
        try reader.diagnostics.throwIfErrors(in: request.sources)
        let isIllustrative = nodes.contains { $0["assumption"]?.flag == true }
        return PurchasesReport(
            request: request, purchases: purchases, currency: reader.currencyName, isIllustrative: isIllustrative
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
