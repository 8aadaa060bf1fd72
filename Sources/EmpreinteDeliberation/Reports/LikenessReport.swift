internal import EmpreinteAnalysis
internal import EmpreinteText

/// Sets out proposals that may be the same one.
struct LikenessReport {
    let assembly: Assembly

    var report: Report {
        let pairs = assembly.set.alike(in: assembly.language.rawValue)
        let table = Report.Table(
            columns: [
                .init(id: "first", title: assembly.say("proposal", "proposition")),
                .init(id: "second", title: assembly.say("and", "et")),
                .init(id: "likeness", title: assembly.say("likeness", "ressemblance"), unit: "%"),
                .init(id: "labels", title: ""),
            ],
            rows: pairs.map { pair in
                [
                    .text(pair.first), .text(pair.second), .figure(Figure(pair.degree * 100, "%")),
                    .text("\(assembly.name(pair.first)) / \(assembly.name(pair.second))"),
                ]
            })
        let note = assembly.say(
            "Suggestions from the words alone: people decide what is merged.",
            "Suggestions d’après les seuls mots : ce sont les personnes qui décident des fusions.")
        return assembly.report(
            assembly.say("Proposals that look alike", "Propositions qui se ressemblent"),
            [.init(nil, .table(table)), .init(nil, .notes([note]))], records: table,
            data: [
                .init(
                    "alike",
                    .array(
                        pairs.map {
                            .object(of: [
                                "first": .string($0.first), "second": .string($0.second),
                                "likeness": .number($0.degree),
                            ])
                        }))
            ])
    }
}
