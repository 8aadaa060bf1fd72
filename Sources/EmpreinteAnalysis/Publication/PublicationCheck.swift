internal import EmpreinteGraph
public import EmpreinteModel
public import EmpreinteText

/// What stands between a model that works and one fit to publish.
///
/// Codes: errors `strict.translation`, `strict.unused`, `strict.idle`, `strict.option_unused`, `strict.series_ends`;
/// warnings `strict.recalled`, `strict.assumed`.
public struct PublicationCheck {
    private let model: Model
    private let languages: [String]
    private var diagnostics = Diagnostics(limit: 10_000)

    public init(_ model: Model) {
        self.model = model
        let labels = Self.labels(of: model).map(\.label)
        let written = Set(labels.flatMap { $0.texts.map(\.language) }).union([model.identity.language])
        languages = written.sorted()
    }

    /// All findings, by place.
    public func findings() -> [Diagnostic] {
        var check = self
        check.checkTranslations()
        check.checkEvidence()
        check.checkUses()
        check.checkQuestions()
        check.checkFigures()
        return check.diagnostics.sorted
    }

    // MARK: Words

    private static func labels(of model: Model) -> [(id: String, label: Label, place: Place)] {
        var labels: [(id: String, label: Label, place: Place)] = []
        for input in model.inputs {
            labels.append((input.id, input.label, input.place))
            if let ask = input.ask { labels.append((input.id, ask, input.place)) }
            if case .option(_, let options) = input.kind {
                labels += options.map { (input.id, $0, input.place) }
            }
        }
        labels += model.factors.map { ($0.id, $0.label, $0.place) }
        labels += model.formulas.map { ($0.id, $0.label, $0.place) }
        labels += model.categories.map { ($0.id, $0.label, $0.place) }
        labels += model.targets.map { ($0.id, $0.label, $0.place) }
        labels += (model.territory?.targets ?? []).map { ($0.id, $0.label, $0.place) }
        return labels
    }

    private mutating func checkTranslations() {
        for (id, label, place) in Self.labels(of: model) {
            let missing = languages.filter { label[$0] == nil }
            guard !missing.isEmpty else { continue }
            diagnostics.error(
                "strict.translation", "'\(id)' has a text without \(missing.joined(separator: ", "))", at: place.range,
                hint: "write {\(languages.map { "\($0): …" }.joined(separator: ", "))}")
        }
    }

    // MARK: Figures

    private mutating func checkEvidence() {
        let all =
            model.factors.map { ($0.id, $0.evidence, $0.place) } + model.inputs.map { ($0.id, $0.evidence, $0.place) }
            + model.trends.map { ($0.id, $0.evidence, $0.place) } + model.targets.map { ($0.id, $0.evidence, $0.place) }
            + model.inputs.compactMap { input in input.distribution.map { (input.id, $0.evidence, $0.place) } }
            + (model.territory?.figures ?? [])
        for (id, evidence, place) in all {
            if evidence.isRecalled {
                diagnostics.warning(
                    "strict.recalled", "'\(id)' was written from memory", at: place.range,
                    hint: "check it in its source")
            }
            if let reason = evidence.assumption {
                diagnostics.warning("strict.assumed", "'\(id)' is assumed: \(reason)", at: place.range)
            }
        }
    }

    private mutating func checkFigures() {
        let asked = Set(model.inputs.flatMap(\.optionNames))
        for factor in model.factors {
            for cell in factor.cells {
                guard let course = cell.course, !course.holdsAfter, let last = cell.points.last?.year,
                    last < model.years.range.upperBound
                else { continue }
                diagnostics.error(
                    "strict.series_ends", "'\(factor.id)' has no figure after \(last)", at: cell.place.range,
                    hint: "the pack goes on to \(model.years.range.upperBound): add years, or after: hold")
            }
            guard let options = factor.options else { continue }
            for cell in factor.cells where cell.option.map({ !asked.contains($0) }) ?? false {
                diagnostics.error(
                    "strict.option_unused", "no question of the pack has the option '\(cell.option ?? "")'",
                    at: cell.place.range, hint: "options: \(options.names.joined(separator: ", "))")
            }
        }
    }

    // MARK: Uses

    private mutating func checkUses() {
        var used = Set<Element>()
        for use in model.inputs.flatMap({ $0.uses + $0.conditionUses })
            + model.formulas.flatMap({ $0.conditionUses + $0.results.flatMap(\.uses) })
        {
            used.insert(use.element)
        }
        for (index, factor) in model.factors.enumerated() where !used.contains(.factor(index)) {
            reportUnused(factor.id, factor.place)
        }
        for (index, trend) in model.trends.enumerated() where !used.contains(.trend(index)) {
            reportUnused(trend.id, trend.place)
        }
        for (index, formula) in model.formulas.enumerated() where !formula.isLeaf && !used.contains(.formula(index)) {
            reportUnused(formula.id, formula.place)
        }
        var evidence = model.factors.map(\.evidence) + model.inputs.map(\.evidence) + model.trends.map(\.evidence)
        evidence += model.targets.map(\.evidence) + model.inputs.compactMap(\.distribution?.evidence)
        evidence += (model.territory?.figures ?? []).map(\.evidence)
        let cited = Set(evidence.compactMap(\.source) + (model.territory?.sources ?? [:]).values.joined())
        for reference in model.references where !cited.contains(reference.id) {
            reportUnused(reference.id, reference.place)
        }
    }

    private mutating func reportUnused(_ id: String, _ place: Place) {
        diagnostics.error("strict.unused", "nothing reads '\(id)'", at: place.range, hint: "use it, or delete it")
    }

    /// A question from which no way leads to a total.
    private mutating func checkQuestions() {
        let totals = model.indicators.compactMap(\.total)
        let reached = model.graph.optimised(roots: totals).graph
        let slots = Set(reached.inputs.compactMap { reached.slot(of: $0) })
        for input in model.inputs where !slots.contains(input.valueSlot) {
            diagnostics.error(
                "strict.idle", "the answer to '\(input.id)' changes no total", at: input.place.range,
                hint: "read it in a formula, or ask it no more")
        }
    }
}

extension Input {
    /// The names of the options; none for numbers and flags.
    fileprivate var optionNames: [String] {
        if case .option(let codes, _) = kind { codes.names } else { [] }
    }
}

extension Territory {
    /// What it states, with where each comes from.
    fileprivate var figures: [(id: String, evidence: Evidence, place: Place)] {
        (inventory + undated).map { ("\(id).\($0.account.rawValue)", $0.evidence, $0.place) }
            + targets.map { ($0.id, $0.evidence, $0.place) }
    }
}
