internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

extension Analysis {
    /// What a model holds, one sort at a time.
    public static let list = Analysis(
        "list",
        "The questions, factors, formulas, categories, indicators, sources, targets, actions, scenarios or supports of a "
            + "pack.",
        options: [.init("what", .word(Listing.allCases.map(\.rawValue)), standing: "questions", "what to list")]
    ) { request throws(CompilationError) in
        let listing = Listing(rawValue: request["what"]) ?? .questions
        let table = listing.table(request.model, request.language)
        return Report(
            title: request.language.say(
                "\(request.model.identity.id): \(listing.rawValue)", "\(request.model.identity.id) : \(listing.french)"),
            about: .init(request, year: nil), sections: [.init(nil, .table(listing.brief(table)))], records: table,
            listing: table.objects)
    }
}

/// A sort of thing a model holds.
enum Listing: String, CaseIterable {
    case questions, factors, formulas, categories, indicators, sources, targets, actions, scenarios, supports

    var french: String {
        switch self {
        case .questions: "questions"
        case .factors: "facteurs"
        case .formulas: "formules"
        case .categories: "catégories"
        case .indicators: "indicateurs"
        case .sources: "sources"
        case .targets: "objectifs"
        case .actions: "actions"
        case .scenarios: "scénarios"
        case .supports: "aides"
        }
    }

    /// The columns that fit a page.
    func brief(_ table: Report.Table) -> Report.Table {
        let kept: Set<String> =
            switch self {
            case .questions: ["id", "label", "unit", "default"]
            case .factors: ["id", "option", "value", "unit", "year"]
            case .formulas: ["id", "label", "unit"]
            case .categories: ["id", "label", "acts"]
            case .indicators: ["id", "label", "unit"]
            case .sources: ["id", "label", "date"]
            case .targets: ["id", "aim", "value", "unit", "by"]
            case .actions: ["id", "label", "who"]
            case .scenarios: ["id", "label", "extends"]
            case .supports: ["id", "label", "operator"]
            }
        let positions = table.columns.indices.filter { kept.contains(table.columns[$0].id) }
        return Report.Table(
            columns: positions.map { table.columns[$0] }, rows: table.rows.map { row in positions.map { row[$0] } })
    }
}

extension Report.Table {
    /// One JSON object a row; empty cells are left out.
    var objects: [JSON] {
        rows.map { row in
            .object(
                zip(columns, row).compactMap { column, cell in
                    switch cell {
                    case .text(let text): .init(column.id, .string(text))
                    case .figure(let figure): .init(column.id, .number(figure.value))
                    case .missing, .empty: nil
                    }
                })
        }
    }
}
