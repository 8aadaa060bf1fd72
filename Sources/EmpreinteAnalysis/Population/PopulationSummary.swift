internal import EmpreinteEngine
public import EmpreinteModel
public import EmpreinteText
internal import EmpreinteUnits

/// The mean, spread and quantiles of a population's footprints, whole and by group; the same for any order and
/// partition of the people.
public struct PopulationSummary {
    private let evaluator: PopulationEvaluator
    /// Statistics of each output, by group; the first is everybody.
    private var groups: [[Statistics]]
    /// How many people were added.
    public private(set) var people = 0
    /// The years the people were evaluated in.
    private var years: Set<Int32> = []

    public init(_ evaluator: PopulationEvaluator) {
        self.evaluator = evaluator
        groups = [Self.empty(evaluator)]
    }

    private static func empty(_ evaluator: PopulationEvaluator) -> [Statistics] {
        evaluator.outputs.map { _ in Statistics(unit: 1, quantiles: true) }
    }

    /// Adds the people of a block.
    ///
    /// - Throws: `run.not_finite` when a result is out of all proportion, which statistics would leave out.
    public mutating func add(
        _ block: borrowing PeopleColumns, _ results: PopulationResults
    ) throws(CompilationError) {
        let count = (block.groups.max().map(Int.init) ?? -1) + 2
        while groups.count < count { groups.append(evaluator.outputs.map { _ in Statistics(unit: 1) }) }
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
        if let refused = groups[0].lazy.compactMap(\.firstRefusedLane).first {
            throw CompilationError(
                "run.not_finite", "the result of person \(refused + 1) is too large for statistics",
                in: evaluator.model.sources)
        }
        people += block.count
        years.formUnion(block.years.prefix(block.count))
    }

    /// Sets the summary out.
    ///
    /// - Parameters:
    ///   - names: the groups' names, by code.
    ///   - request: the model, the language and the year asked for.
    ///   - drawn: where the means lie, if that was asked for.
    public func report(
        _ request: Analysis.Request, groups names: [String], drawn: DrawnPopulation? = nil
    ) -> Report {
        let language = request.language
        var report = Report(
            title: language.say("Carbon footprints of \(people) people", "Empreintes carbone de \(people) personnes"),
            about: .init(request, year: commonYear(request)))
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
                        remark: spread(total, lead.unit, language), range: drawn?.meanBand(of: 0)?.range)
                ]))
        ]
        for indicator in request.model.indicators where indicator.total != nil {
            report.sections.append(.init(nil, .table(table(of: indicator, first, language))))
        }
        if !names.isEmpty { report.sections.append(.init(nil, .table(comparison(names, language)))) }
        let drawnWords = drawn.map { UncertaintyWords(request, $0.draws) }
        if let drawnWords { report.sections.append(.init(nil, .notes([drawnWords.method, drawnWords.exact]))) }
        report.records = names.isEmpty ? nil : comparison(names, language)
        report.data = [
            .init(
                "groups",
                .array([json(nil, first, drawn)] + sorted(names).map { json($0, $1) }))
        ]
        if let drawnWords { report.data.append(.init("uncertainty", drawnWords.about)) }
        return report
    }

    /// The year of everybody; nothing where people state several.
    private func commonYear(_ request: Analysis.Request) -> Int? {
        years.isEmpty
            ? request.year ?? request.model.years.reference : years.count == 1 ? years.first.map(Int.init) : nil
    }

    private func spread(_ statistics: Statistics, _ unit: String, _ language: Language) -> String? {
        guard let low = statistics.quantile(0.1), let high = statistics.quantile(0.9) else { return nil }
        let words = UnitWords(language)
        return language.say(
            "8 in 10 between \(words.short(Figure(low, unit))) and \(words.short(Figure(high, unit)))",
            "8 sur 10 entre \(words.short(Figure(low, unit))) et \(words.short(Figure(high, unit)))")
    }

    /// One row an output of an indicator: mean and quantiles.
    private func table(of indicator: Indicator, _ statistics: [Statistics], _ language: Language) -> Report.Table {
        let unit = indicator.unit.description
        let titles = [
            ("mean", language.say("mean", "moyenne")), ("p10", language.say("1 in 10 below", "1 sur 10 sous")),
            ("p50", language.say("median", "médiane")), ("p90", language.say("1 in 10 above", "1 sur 10 au-dessus")),
        ]
        let columns = [Report.Table.Column(id: "id", title: "")] + titles.map { .init(id: $0, title: $1, unit: unit) }
        let rows = zip(evaluator.outputs, statistics).compactMap { output, statistics -> [Report.Table.Cell]? in
            let isTotal = output.id == indicator.id
            guard isTotal || output.id.hasPrefix(indicator.id + ".") else { return nil }
            let values = [statistics.mean] + [0.1, 0.5, 0.9].map { statistics.quantile($0) ?? .nan }
            return [.text((isTotal ? "" : "\u{A0}\u{A0}") + output.label.text(in: language.rawValue))]
                + values.map { .figure(Figure($0, unit)) }
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
        let rows = sorted(names).map { name, statistics -> [Report.Table.Cell] in
            [.text(name), .text(String(statistics[0].count))]
                + shown.map { .figure(Figure(statistics[$0].mean, evaluator.outputs[$0].unit)) }
        }
        return Report.Table(columns: columns, rows: rows)
    }

    /// The groups by name: the order they were met in is the file's, and says nothing.
    private func sorted(_ names: [String]) -> [(name: String, statistics: [Statistics])] {
        zip(names, groups.dropFirst()).map { (name: $0, statistics: $1) }.sorted { $0.name < $1.name }
    }

    private func json(_ name: String?, _ statistics: [Statistics], _ drawn: DrawnPopulation? = nil) -> JSON {
        .object(of: [
            "id": name.map(JSON.string), "people": .integer(statistics.first?.count ?? 0),
            "weight": .number(statistics.first?.weight ?? 0),
            "outputs": .object(
                zip(evaluator.outputs, statistics).map { output, statistics in
                    let total = drawn?.outputs.firstIndex { $0.id == output.id }
                    return .init(
                        output.id,
                        .object(of: [
                            "unit": .string(output.unit), "mean": .number(statistics.mean),
                            "sd": .number(statistics.variance.squareRoot()), "min": .number(statistics.minimum),
                            "p10": .number(statistics.quantile(0.1) ?? .nan),
                            "p50": .number(statistics.quantile(0.5) ?? .nan),
                            "p90": .number(statistics.quantile(0.9) ?? .nan), "max": .number(statistics.maximum),
                            "uncertainty": total.flatMap { drawn?.meanBand(of: $0)?.json },
                        ]))
                }),
        ])
    }
}
