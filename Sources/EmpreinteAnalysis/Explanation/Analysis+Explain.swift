internal import EmpreinteModel
internal import EmpreinteText

extension Analysis {
    /// How one value came about, for each person.
    public static let explain = Analysis(
        "explain", "How a value came about: what it rests on, where it is written, and its sources.",
        options: [
            .init("id", .text, "the formula, category, indicator, question or factor to explain"),
            .init("actions", .word(["none", "taken"]), standing: "none", "taken: under the actions people have taken"),
        ]
    ) { request throws(CompilationError) in
        let evaluator = Evaluator(request.model)
        let id = request["id"]
        var explained: [(person: Person, year: Int, explanations: [Explanation])] = []
        for person in request.everyone {
            let explanations = try evaluator.explain(
                id, for: person, year: request.year, acted: request["actions"] == "taken")
            guard !explanations.isEmpty else { throw request.model.unknown(id) }
            explained.append(
                (person, person.year ?? request.year ?? request.model.years.reference, explanations))
        }
        let years = Set(explained.map(\.year))
        let writer = ExplanationWriter(request)
        return Report(
            title: request.language.say("Explanation of \(id)", "Explication de \(id)"),
            about: .init(request, year: years.count == 1 ? years.first : nil),
            sections: explained.flatMap { person, _, explanations in
                explanations.map { .init(explained.count > 1 ? person.id : nil, .tree(writer.item($0))) }
            },
            records: writer.records(explained.map { ($0.person.id, $0.explanations) }),
            data: [
                .init("id", .string(id)),
                .init(
                    "people",
                    .array(
                        explained.map { person, year, explanations in
                            .object(of: [
                                "id": .string(person.id), "year": .integer(year),
                                "explanations": .array(explanations.map(writer.json)),
                            ])
                        })),
            ])
    }
}

extension Model {
    /// The error for an id that nothing has.
    func unknown(_ id: String) -> CompilationError {
        let names = elementIDs + categories.map(\.id) + indicators.map(\.id)
        return CompilationError(
            "id.unknown", "\(identity.id) has nothing called '\(id)'", hint: Spelling.didYouMean(id, among: names),
            in: sources)
    }
}
