public import EmpreinteModel
public import EmpreinteText
internal import EmpreinteUnits

/// The change of people's results between two answers and two models, split into what each of the two did.
///
/// In order: first the model changes under the old answers, then the answers change on the new model. The two parts add
/// up to the change.
public struct ChangeSplit: Sendable {
    /// The change of one person's result.
    public struct Line: Sendable, Hashable {
        /// The person.
        public let person: String
        /// The old answers on the old model.
        public let before: Double
        /// The old answers on the new model.
        public let between: Double
        /// The new answers on the new model.
        public let after: Double

        /// What the model's change did.
        public var byModel: Double { between - before }
        /// What the change of answers did.
        public var byAnswers: Double { after - between }
    }

    /// The people who are in both files.
    public let lines: [Line]
    /// The people of one file who are not in the other.
    public let unmatched: [String]
    private let indicator: Indicator

    /// - Parameters:
    ///   - people: who answered the old model, and the same people's old answers as the new model reads them.
    ///   - now: who answered the new model.
    /// - Throws: what either model refuses to evaluate; `diff.indicator` when the new one lacks the first indicator.
    public init(
        from old: Model, _ people: (old: [Person], migrated: [Person]), to new: Model, _ now: [Person],
        year: Int? = nil
    ) throws(CompilationError) {
        guard let first = old.indicators.first, let oldNode = first.total,
            let newNode = new.indicators.first(where: { $0.id == first.id })?.total
        else { throw CompilationError("diff.indicator", "the two packs compute nothing in common", in: new.sources) }
        indicator = first
        let (before, after) = (Evaluator(old), Evaluator(new))
        var lines: [Line] = []
        var unmatched: [String] = []
        for (person, migrated) in zip(people.old, people.migrated) {
            guard let later = now.first(where: { $0.id == person.id }) else {
                unmatched.append(person.id)
                continue
            }
            lines.append(
                Line(
                    person: person.id, before: try before.evaluate(person, year: year)[oldNode],
                    between: try after.evaluate(migrated, year: year)[newNode],
                    after: try after.evaluate(later, year: year)[newNode]))
        }
        self.lines = lines
        let known = Set(people.old.map(\.id))
        self.unmatched = unmatched + now.map(\.id).filter { !known.contains($0) }
    }

    /// Sets out the change of each person.
    public func report(to new: Model, _ language: Language) -> Report {
        let unit = indicator.unit.description
        func column(_ id: String, _ english: String, _ french: String) -> Report.Table.Column {
            .init(id: id, title: language.say(english, french), unit: unit)
        }
        let columns: [Report.Table.Column] = [
            .init(id: "person", title: language.say("person", "personne")), column("before", "before", "avant"),
            column("by_model", "model changed", "modèle changé"),
            column("by_answers", "answers changed", "réponses changées"), column("after", "after", "après"),
        ]
        let rows = lines.map { line -> [Report.Table.Cell] in
            [.text(line.person)]
                + [line.before, line.byModel, line.byAnswers, line.after].map { .figure(Figure($0, unit)) }
        }
        let table = Report.Table(columns: columns, rows: rows)
        var notes = [
            language.say(
                "First the model changes under the old answers, then the answers on the new model.",
                "D’abord le modèle change sous les anciennes réponses, puis les réponses sur le nouveau modèle.")
        ]
        if !unmatched.isEmpty {
            notes.append(
                language.say("In one file only: ", "Dans un seul fichier : ") + unmatched.joined(separator: ", ") + ".")
        }
        return Report(
            title: language.say("What changed for people", "Ce qui a changé pour les personnes"),
            about: .init(Analysis.Request(new, language: language), year: nil),
            sections: [.init(nil, .table(table)), .init(nil, .notes(notes))], records: table,
            data: [.init("people", .array(table.objects)), .init("unmatched", .array(unmatched.map(JSON.string)))])
    }
}
