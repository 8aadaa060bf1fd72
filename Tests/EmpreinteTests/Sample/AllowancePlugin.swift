import Empreinte

/// A plugin as a territory would write it: what each branch of life may take in a year, and how many people take more.
///
/// ```yaml
/// kind: allowances
/// allowances:
///   travel: {most: 1.5 tCO2e/year}
/// ```
struct AllowancePlugin: Plugin {
    let name = "allowances"
    let version = "1.0.0"

    static let kind = DocumentKind(
        "allowances", "What a person may take, by branch.",
        entries: .init("allowances", [Field("most", .quantity, required: true, "how much in a year")]))

    func register(in additions: inout Registry.Additions) {
        additions.kinds.append(Self.kind)
        additions.analyses.append(
            Analysis("allowances", "How many people take more than they may.", documents: [Self.kind.name]) {
                request throws(CompilationError) in
                let year = request.year ?? request.model.years.reference
                let rows = try Self.rows(request, year)
                return Report(
                    title: "Allowances", about: .init(request, year: year), sections: [.init(nil, .table(rows))],
                    records: rows)
            })
    }

    /// A row an allowance: the branch, what it may take, how many take more.
    private static func rows(_ request: Analysis.Request, _ year: Int) throws(CompilationError) -> Report.Table {
        let evaluator = try PopulationEvaluator(request.model, year: year)
        let people = PeopleColumns(request.everyone, request.model)
        var results = PopulationResults()
        try evaluator.evaluate(people, into: &results)
        var table = Report.Table(
            columns: [
                .init(id: "branch", title: "branch"), .init(id: "most", title: "most", unit: "kgCO2e/year"),
                .init(id: "over", title: "people over it", unit: ""),
            ], rows: [])
        var diagnostics = Diagnostics()
        for entry in request.documents.entries(kind) {
            guard let output = evaluator.outputs.firstIndex(where: { $0.id == "ghg.\(entry.id)" }) else {
                diagnostics.error(
                    "allowance.branch", "\(request.model.identity.id) has no branch '\(entry.id)'",
                    at: entry.key.range,
                    hint: Spelling.didYouMean(entry.id, among: request.model.categories.map(\.id)))
                continue
            }
            guard let most = limit(entry, in: request.model, &diagnostics) else { continue }
            let over = (0..<people.count).filter { results[output, $0] > most }.count
            table.rows.append([
                .text(entry.id), .figure(Figure(most, "kgCO2e/year")), .figure(Figure(Double(over))),
            ])
        }
        try diagnostics.throwIfErrors(in: request.sources)
        return table
    }

    /// What a branch may take, in the unit of the results.
    private static func limit(
        _ entry: Collection.Entry, in model: Model, _ diagnostics: inout Diagnostics
    ) -> Double? {
        guard let node = entry["most"], let most = model.units.quantity(in: node, &diagnostics),
            let unit = model.indicators.first(where: { $0.id == "ghg" })?.unit
        else { return nil }
        guard let conversion = most.unit.conversion(to: unit) else {
            diagnostics.error("unit.mismatch", "\(most.unit) is not \(unit)", at: node.range)
            return nil
        }
        return conversion(most.value)
    }
}
