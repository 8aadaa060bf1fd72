internal import EmpreinteModel
internal import EmpreinteText

extension Analysis {
    /// How one value came about, for each person.
    public static let explain = Analysis(
        "explain", "How a value came about: what it rests on, where it is written, and its sources.",
        options: [
            .init("id", .text, "the result, question, factor, action or target to explain"),
            .init("actions", .word(["none", "taken"]), standing: "none", "taken: under the actions people have taken"),
            .init("depth", .text, standing: "all", "how many steps down to go: a number, or all"),
        ]
    ) { request throws(CompilationError) in
        let evaluator = Evaluator(request.model)
        let id = request["id"]
        let depth = Int(request["depth"])
        guard request["depth"] == "all" || (depth ?? -1) >= 0 else {
            throw CompilationError("option.number", "depth is a number of steps, or all, not '\(request["depth"])'")
        }
        var explained: [(person: Person, year: Int, explanations: [Explanation])] = []
        for person in request.everyone {
            var explanations = try evaluator.explain(
                id, for: person, year: request.year, acted: request["actions"] == "taken")
            if let depth { explanations = explanations.map { $0.cut(toDepth: depth) } }
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
        let names =
            elementIDs + categories.map(\.id) + indicators.map(\.id) + actions.map(\.id) + targets.map(\.id)
            + (territory?.targets.map(\.id) ?? [])
        return CompilationError(
            "id.unknown", "\(identity.id) has nothing called '\(id)'",
            hint: Spelling.didYouMean(id, among: names) ?? Self.listed(names.filter { $0.contains(id) })
                ?? "list names all there is: formulas, questions, factors, actions, targets",
            in: sources)
    }

    /// The first of some names that hold what was typed.
    private static func listed(_ names: [String]) -> String? {
        guard !names.isEmpty else { return nil }
        return "there are " + names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
    }
}
