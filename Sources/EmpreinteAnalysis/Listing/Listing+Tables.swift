internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

extension Listing {
    /// All there is to say of each thing; ids and labels first.
    func table(_ model: Model, _ language: Language) -> Report.Table {
        func text(_ label: Label) -> Report.Table.Cell { .text(label.text(in: language.rawValue)) }
        func optional(_ text: String?) -> Report.Table.Cell { text.map { .text($0) } ?? .empty }
        func number(_ value: Double?) -> Report.Table.Cell { value.map { .figure(Figure($0)) } ?? .empty }
        func columns(_ ids: String...) -> [Report.Table.Column] { ids.map { .init(id: $0, title: $0) } }
        switch self {
        case .questions:
            return Report.Table(
                columns: columns("id", "label", "unit", "type", "options", "default", "per", "source"),
                rows: model.inputs.map { input in
                    let (type, options) = input.kindWords
                    return [
                        .text(input.id), text(input.label), .text(input.unit.description), .text(type),
                        optional(options), optional(model.constantDefault(of: input)),
                        optional(input.isPerHousehold ? "household" : nil), optional(input.evidence.source),
                    ]
                })
        case .factors:
            return Report.Table(
                columns: columns(
                    "id", "label", "option", "value", "unit", "year", "uncertainty", "source", "confidence", "pack"),
                rows: model.factors.flatMap { factor in
                    factor.cells.flatMap { cell in
                        cell.points.map { point -> [Report.Table.Cell] in
                            let year = point.year ?? factor.evidence.year
                            return [
                                .text(factor.id), text(factor.label), optional(cell.option), number(point.value),
                                .text(factor.unit.description), optional(year.map(String.init)), number(cell.spread),
                                optional(factor.evidence.source), .text(factor.evidence.confidence),
                                optional(
                                    model.layers.indices.contains(factor.layer) ? model.layers[factor.layer].id : nil),
                            ]
                        }
                    }
                })
        case .formulas:
            return Report.Table(
                columns: columns("id", "label", "unit", "indicator", "expression"),
                rows: model.formulas.flatMap { formula in
                    formula.results.map { result in
                        [
                            .text(formula.id), text(formula.label), .text(result.unit.description),
                            optional(result.indicator.map { model.indicators[$0].id }), .text(result.text),
                        ]
                    }
                })
        case .categories:
            return Report.Table(
                columns: columns("id", "label", "contains", "acts"),
                rows: model.categories.map { category in
                    let members = category.members.map { member in
                        switch member {
                        case .leaf(let index): model.formulas[index].id
                        case .category(let index): model.categories[index].id
                        }
                    }
                    return [
                        .text(category.id), text(category.label), .text(members.joined(separator: " ")),
                        optional(category.isPublic ? "public" : nil),
                    ]
                })
        case .indicators:
            return Report.Table(
                columns: columns("id", "label", "unit"),
                rows: model.indicators.filter { $0.total != nil }.map {
                    [.text($0.id), text($0.label), .text($0.unit.description)]
                })
        case .sources:
            return Report.Table(
                columns: columns("id", "label", "publisher", "date", "licence", "url"),
                rows: model.references.map { source in
                    [
                        .text(source.id), text(source.title), optional(source.publisher), optional(source.date),
                        optional(source.licence), optional(source.url),
                    ]
                })
        case .targets:
            func row(_ id: String, _ label: Label, _ subject: String, _ aim: Aim, _ year: Int, _ evidence: Evidence)
                -> [Report.Table.Cell]
            {
                [
                    .text(id), text(label), .text(subject), .text(aim.word), number(aim.value), .text(aim.unit),
                    .text(String(year)), optional(evidence.source),
                ]
            }
            let people = model.targets.map { target in
                let indicator = model.indicators[target.indicator]
                let aim = Aim(word: "per_person", value: target.value, unit: indicator.unit.description)
                return row(target.id, target.label, indicator.id, aim, target.year, target.evidence)
            }
            let places = (model.territory?.targets ?? []).map { target in
                let aim = Aim(target, isIndex: target.subject.account.flatMap { model.territory?.isIndex($0) } ?? false)
                return row(target.id, target.label, target.subject.rawValue, aim, target.year, target.evidence)
            }
            return Report.Table(
                columns: columns("id", "label", "indicator", "aim", "value", "unit", "by", "source"),
                rows: people + places)
        case .actions:
            let ids = { (actions: [Int]) -> Report.Table.Cell in
                optional(actions.isEmpty ? nil : actions.map { model.actions[$0].id }.joined(separator: " "))
            }
            let unit = model.indicators.first?.unit.description
            return Report.Table(
                columns: columns(
                    "id", "label", "who", "domain", "applies_if", "requires", "excludes", "supersedes", "start",
                    "not_quantified", "typical_saving", "unit", "source", "confidence"),
                rows: model.actions.map { action in
                    [
                        .text(action.id), text(action.label), .text(action.actor.rawValue),
                        .text(model.categories[action.domain].id), optional(action.condition), ids(action.requires),
                        ids(action.excludes), ids(action.supersedes), optional(action.start.map(String.init)),
                        optional(action.unquantified), number(action.typicalSaving),
                        optional(action.typicalSaving.flatMap { _ in unit }), optional(action.evidence.source),
                        .text(action.evidence.confidence),
                    ]
                })
        case .scenarios:
            return Report.Table(
                columns: columns("id", "label", "extends", "actions", "left_at_trend", "source", "confidence"),
                rows: model.scenarios.map { scenario in
                    let left = scenario.leftAtTrend.map { $0.text(in: language.rawValue) }.joined(separator: "; ")
                    return [
                        .text(scenario.id), text(scenario.label), optional(scenario.ancestors.first),
                        .text(scenario.choices.map { model.actions[$0.action].id }.joined(separator: " ")),
                        optional(left.isEmpty ? nil : left), optional(scenario.evidence.source),
                        .text(scenario.evidence.confidence),
                    ]
                })
        case .supports:
            return Report.Table(
                columns: columns("id", "label", "operator", "for", "actions", "source"),
                rows: model.supports.map { support in
                    [
                        .text(support.id), text(support.label), optional(support.supporter),
                        optional(
                            support.beneficiaries.isEmpty ? nil : support.beneficiaries.joined(separator: " ")),
                        .text(support.actions.map { model.actions[$0].id }.joined(separator: " ")),
                        optional(support.evidence.source),
                    ]
                })
        }
    }
}

extension Evidence {
    /// How sure the figure is, in one word.
    var confidence: String { assumption != nil ? "assumption" : isRecalled ? "recalled" : "read" }
}

extension Input {
    /// The type of an answer in a word, and its options or range.
    fileprivate var kindWords: (type: String, options: String?) {
        switch kind {
        case .flag: ("flag", nil)
        case .option(let codes, _): ("option", codes.names.joined(separator: " "))
        case .number(_, let range):
            ("number", range.map { "\(JSON.text(of: $0.lowerBound)) \(JSON.text(of: $0.upperBound))" })
        }
    }
}

/// What a target asks for, in the word it is written with.
private struct Aim {
    var word: String
    var value: Double
    var unit: String

    init(word: String, value: Double, unit: String) {
        self.word = word
        self.value = value
        self.unit = unit
    }

    /// - Parameter isIndex: whether levels are parts of those of a year rather than amounts.
    init(_ target: Territory.Target, isIndex: Bool) {
        let unit = isIndex ? "%" : target.subject.account?.unit ?? "%"
        let scale = isIndex ? 100.0 : 1
        switch target.aim {
        case .divideBy(let divisor): self.init(word: "divide_by", value: divisor, unit: "1")
        case .reduceBy(let share): self.init(word: "reduce_by", value: share * 100, unit: "%")
        case .atMost(let level): self.init(word: "at_most", value: level * scale, unit: unit)
        case .perPerson(let level): self.init(word: "per_person", value: level * scale, unit: unit)
        case .shareAtLeast(let share): self.init(word: "share_at_least", value: share * 100, unit: "%")
        }
    }
}
