internal import EmpreinteAnalysis
internal import EmpreinteModel

/// The whole set as a table that reads back as the same proposals.
struct ProposalRecords {
    private let set: ProposalSet
    /// The ids of the model's actions.
    private let actions: [String]

    init(_ assembly: Assembly) {
        set = assembly.set
        actions = assembly.request.model.actions.map(\.id)
    }

    var table: Report.Table {
        let rows = set.proposals.map(cells)
        var columns = ["id"]
        var known: Set<String> = ["id"]
        for (column, _) in rows.joined() where known.insert(column).inserted { columns.append(column) }
        // Columns of one sort stand together, whichever proposal has them first.
        columns = columns.enumerated().sorted {
            (Self.rank($0.element), $0.offset) < (Self.rank($1.element), $1.offset)
        }.map(\.element)
        return Report.Table(
            columns: columns.map { .init(id: $0, title: $0) },
            rows: rows.map { row in
                let cells = Dictionary(row, uniquingKeysWith: { first, _ in first })
                return columns.map { cells[$0] ?? .empty }
            })
    }

    private static let sorts = [
        "id", "label", "text", "authors", "origin", "theme", "competence", "merges", "plan", "assessments", "scores",
        "status",
    ]

    private static func rank(_ column: String) -> Int {
        sorts.firstIndex(of: String(column.prefix { $0 != "." })) ?? sorts.count
    }

    private func cells(_ proposal: Proposal) -> [(String, Report.Table.Cell)] {
        var cells: [(String, Report.Table.Cell)] = [("id", .text(proposal.id))]
        func add(_ column: String, _ text: String?) {
            if let text, !text.isEmpty { cells.append((column, .text(text))) }
        }
        for text in proposal.label.texts { add("label.\(text.language)", text.text) }
        for text in proposal.text?.texts ?? [] { add("text.\(text.language)", text.text) }
        add("authors", proposal.authors.joined(separator: " "))
        add("origin", proposal.origin)
        add("theme", proposal.theme)
        for part in Competence.Part.allCases {
            guard let share = proposal.competence.shares[part] else { continue }
            cells.append(("competence.\(part.rawValue)", .figure(Figure(share))))
        }
        add("merges", set.proposals.filter { $0.mergedInto == proposal.id }.map(\.id).joined(separator: " "))
        for (index, choice) in proposal.plan.enumerated() { cells += self.cells(choice, "plan.\(index + 1).") }
        for (index, assessment) in proposal.assessments.enumerated() {
            cells += Self.cells(assessment, "assessments.\(index + 1).")
        }
        for (criterion, score) in proposal.scores.sorted(by: { $0.key < $1.key }) {
            cells.append(("scores.\(criterion)", .figure(Figure(score))))
        }
        for (date, state) in proposal.states { add("status.\(date)", state.rawValue) }
        return cells
    }

    private func cells(_ choice: Choice, _ prefix: String) -> [(String, Report.Table.Cell)] {
        func figure(_ value: Double) -> Report.Table.Cell { .figure(Figure(value)) }
        var cells: [(String, Report.Table.Cell)] = [
            (prefix + "action", .text(actions.indices.contains(choice.action) ? actions[choice.action] : ""))
        ]
        if let start = choice.start { cells.append((prefix + "start", figure(Double(start)))) }
        if choice.level != 1 { cells.append((prefix + "level", figure(choice.level))) }
        switch choice.adoption {
        case .whole: break
        case .always(let share): cells.append((prefix + "adoption", figure(share)))
        case .byYear(let series):
            cells += zip(series.years, series.values).map { ("\(prefix)adoption.\($0)", figure($1)) }
        }
        return cells
    }

    private static func cells(_ assessment: Assessment, _ prefix: String) -> [(String, Report.Table.Cell)] {
        var cells: [(String, Report.Table.Cell)] = []
        if let group = assessment.group { cells.append((prefix + "by_group", .text(group))) }
        if let date = assessment.date { cells.append((prefix + "date", .text(date.description))) }
        for text in assessment.note?.texts ?? [] { cells.append((prefix + "note.\(text.language)", .text(text.text))) }
        for measure in Assessment.Measure.allCases {
            guard let estimate = assessment.estimates[measure] else { continue }
            let name = prefix + (measure.isMoney ? "money." : "") + measure.rawValue
            if let range = estimate.range { cells.append((name + ".low", .figure(Figure(range.lowerBound)))) }
            cells.append((name + ".central", .figure(Figure(estimate.central))))
            if let range = estimate.range { cells.append((name + ".high", .figure(Figure(range.upperBound)))) }
            if !measure.unit.isEmpty { cells.append((name + ".unit", .text(measure.unit))) }
        }
        return cells
    }
}
