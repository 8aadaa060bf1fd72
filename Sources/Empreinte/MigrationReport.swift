public import EmpreinteAnalysis
public import EmpreinteModel
public import EmpreintePacks
internal import EmpreinteText

extension PeopleMigration {
    /// What was done to each answer.
    public func report(_ model: Model, _ language: Language) -> Report {
        let isFrench = language == .fr
        let columns: [Report.Table.Column] = [
            .init(id: "person", title: isFrench ? "personne" : "person"), .init(id: "id", title: "id"),
            .init(id: "outcome", title: isFrench ? "issue" : "outcome"),
            .init(id: "old", title: isFrench ? "ancien" : "old"),
            .init(id: "new", title: isFrench ? "nouveau" : "new"),
        ]
        let rows = lines.map { line -> [Report.Table.Cell] in
            [
                .text(line.person), .text(line.step.id), .text(line.step.outcome.words(isFrench)),
                .text(line.step.old), .text(line.step.reason ?? line.step.new.joined(separator: ", ")),
            ]
        }
        let table = Report.Table(columns: columns, rows: rows)
        let summary =
            isFrench
            ? "Personnes : \(count). Réponses changées : \(lines.count)."
            : "People: \(count). Answers changed: \(lines.count)."
        return Report(
            title: isFrench ? "Migration vers \(model.identity.id)" : "Migration to \(model.identity.id)",
            about: .init(Analysis.Request(model, language: language), year: nil),
            sections: (rows.isEmpty ? [] : [.init(nil, .table(table))]) + [.init(nil, .notes([summary]))],
            records: table)
    }
}

extension MigratedAnswers.Step.Outcome {
    fileprivate func words(_ isFrench: Bool) -> String {
        guard isFrench else { return rawValue }
        return switch self {
        case .renamed: "renommée"
        case .converted: "convertie"
        case .split: "répartie"
        case .retired: "retirée"
        }
    }
}
