internal import EmpreinteEngine
public import EmpreinteModel
internal import EmpreinteText

/// The mean, spread and quantiles of a population's footprints, whole and by group; the same for any order and
/// partition of the people.
public struct PopulationSummary {
    private let evaluator: PopulationEvaluator
    /// Statistics of each output, by group; the first is everybody.
    private var groups: [[Statistics]]
    public private(set) var people = 0

    public init(_ evaluator: PopulationEvaluator) {
        self.evaluator = evaluator
        groups = [Self.empty(evaluator)]
    }

    private static func empty(_ evaluator: PopulationEvaluator) -> [Statistics] {
        evaluator.outputs.map { _ in Statistics(unit: 1, quantiles: true) }
    }

    /// Adds the people of a block.
    public mutating func add(_ block: borrowing PeopleColumns, _ results: PopulationResults) {
        let count = (block.groups.max().map(Int.init) ?? -1) + 2
        while groups.count < count { groups.append(Self.empty(evaluator)) }
        for person in 0..<block.count {
            let weight = block.weights.isEmpty ? 1 : block.weights[person]
            for output in evaluator.outputs.indices {
                let value = results[output, person]
                groups[0][output].add(value, weight: weight, lane: people + person)
                if !block.groups.isEmpty {
                    groups[Int(block.groups[person]) + 1][output].add(value, weight: weight, lane: people + person)
                }
            }
        }
        people += block.count
    }

    /// Sets the summary out.
    ///
    /// - Parameters:
    ///   - names: the groups' names, by code.
    ///   - request: the model, the language and the year asked for.
    public func report(_ request: Analysis.Request, groups names: [String]) -> Report {
        let language = request.language
        var report = Report(
            title: language.say("Carbon footprints of \(people) people", "Empreintes carbone de \(people) personnes"),
            about: .init(request, year: request.year ?? request.model.years.reference))
        guard let first = groups.first, people > 0, let total = first.first, let lead = evaluator.outputs.first else {
            report.sections = [
                .init(nil, .notes([language.say("The file holds nobody.", "Le fichier ne contient personne.")]))
            ]
            report.data = [.init("groups", .array([]))]
            return report
        }
        report.sections = [
            .init(
                nil,
                .headline([
                    .init(
                        Figure(total.mean, lead.unit), label: language.say("on average", "en moyenne"),
                        remark: spread(total, lead.unit, language))
                ])),
            .init(nil, .table(table(first, language))),
        ]
        if !names.isEmpty { report.sections.append(.init(nil, .table(comparison(names, language)))) }
        report.records = names.isEmpty ? table(first, language) : comparison(names, language)
        report.data = [
            .init(
                "groups",
                .array(zip([nil] + names.map(Optional.some), groups).map { json($0, $1) }))
        ]
        return report
    }

    private func spread(_ statistics: Statistics, _ unit: String, _ language: Language) -> String? {
        guard let low = statistics.quantile(0.1), let high = statistics.quantile(0.9) else { return nil }
        let words = UnitWords(language)
        return language.say(
            "8 in 10 between \(words.short(Figure(low, unit))) and \(words.short(Figure(high, unit)))",
            "8 sur 10 entre \(words.short(Figure(low, unit))) et \(words.short(Figure(high, unit)))")
    }

    /// One row an output: mean, deviation and quantiles.
    private func table(_ statistics: [Statistics], _ language: Language) -> Report.Table {
        let columns: [Report.Table.Column] = [
            .init(id: "id", title: ""),
            .init(id: "mean", title: language.say("mean", "moyenne"), alignment: .trailing),
            .init(id: "p10", title: language.say("1 in 10 below", "1 sur 10 sous"), alignment: .trailing),
            .init(id: "p50", title: language.say("median", "médiane"), alignment: .trailing),
            .init(id: "p90", title: language.say("1 in 10 above", "1 sur 10 au-dessus"), alignment: .trailing),
        ]
        let rows = zip(evaluator.outputs, statistics).map { output, statistics -> [Report.Table.Cell] in
            let indent = output.id.contains(".") ? "  " : ""
            let values = [statistics.mean] + [0.1, 0.5, 0.9].map { statistics.quantile($0) ?? .nan }
            return [.text(indent + output.label.text(in: language.rawValue))]
                + values.map { .figure(Figure($0, output.unit)) }
        }
        return Report.Table(columns: columns, rows: rows)
    }

    /// One row a group: how many, and the mean of each total and branch of the first indicator.
    private func comparison(_ names: [String], _ language: Language) -> Report.Table {
        let shown = evaluator.outputs.indices.filter { evaluator.outputs[$0].unit == evaluator.outputs[0].unit }
        let columns: [Report.Table.Column] =
            [
                .init(id: "group", title: language.say("group", "groupe")),
                .init(id: "people", title: language.say("people", "personnes"), alignment: .trailing),
            ]
            + shown.map { output in
                let described = evaluator.outputs[output]
                return .init(
                    id: described.id, title: described.label.text(in: language.rawValue), unit: described.unit)
            }
        let rows = zip(names, groups.dropFirst()).map { name, statistics -> [Report.Table.Cell] in
            [.text(name), .text(String(statistics[0].count))]
                + shown.map { .figure(Figure(statistics[$0].mean, evaluator.outputs[$0].unit)) }
        }
        return Report.Table(columns: columns, rows: rows)
    }

    private func json(_ name: String?, _ statistics: [Statistics]) -> JSON {
        .object(of: [
            "id": name.map(JSON.string), "people": .integer(statistics.first?.count ?? 0),
            "weight": .number(statistics.first?.weight ?? 0),
            "outputs": .object(
                zip(evaluator.outputs, statistics).map { output, statistics in
                    .init(
                        output.id,
                        .object(of: [
                            "unit": .string(output.unit), "mean": .number(statistics.mean),
                            "sd": .number(statistics.variance.squareRoot()), "min": .number(statistics.minimum),
                            "p10": .number(statistics.quantile(0.1) ?? .nan),
                            "p50": .number(statistics.quantile(0.5) ?? .nan),
                            "p90": .number(statistics.quantile(0.9) ?? .nan), "max": .number(statistics.maximum),
                        ]))
                }),
        ])
    }
}
