public import EmpreinteModel
public import EmpreinteText
internal import EmpreinteUnits

/// What changed from one model to another: figures, defaults and formulas, and what that does to people.
public struct ModelDifference: Sendable {
    /// One thing that changed.
    public struct Change: Sendable, Hashable {
        /// What sort of thing changed.
        public enum Sort: String, Sendable, CaseIterable {
            case factor, question, formula, action, scenario, shadowed
        }

        /// What sort of thing it is.
        public let sort: Sort
        /// The id.
        public let id: String
        /// The option, or the year, of the figure that changed.
        public let part: String?
        /// What stood before; nothing for what is new.
        public let old: String?
        /// What stands now; nothing for what is gone.
        public let new: String?
        /// The new value over the old one, less 1, where both are numbers of one unit.
        public let relative: Double?
        /// The source of the old value, by id.
        public let oldSource: String?
        /// The source of the new value, by id.
        public let newSource: String?
    }

    /// The change of one person's result.
    public struct Effect: Sendable, Hashable {
        /// The person.
        public let person: String
        /// The result on the old model.
        public let old: Double
        /// The result on the new model.
        public let new: Double
    }

    /// What differs, by sort and then in the order of the models.
    public let changes: [Change]
    /// The people of the first model's tests, the largest change first.
    public let effects: [Effect]

    /// Compares two models on the people written in the first one's tests.
    ///
    /// - Throws: what either refuses to evaluate.
    public init(from old: Model, to new: Model, year: Int? = nil) throws(CompilationError) {
        changes =
            Self.factors(old, new) + Self.questions(old, new) + Self.formulas(old, new) + Self.actions(old, new)
            + Self.shadowed(old, new)
        effects = try Self.effects(old, new, year)
    }

    // MARK: Figures

    /// One figure of a factor, with what identifies it.
    private struct Figure {
        let id: String
        let part: String?
        let value: Double
        let unit: Unit
        let source: String?

        var text: String { unit == .one ? JSON.text(of: value) : "\(JSON.text(of: value)) \(unit)" }
    }

    private static func figures(of model: Model) -> [Figure] {
        model.factors.flatMap { factor in
            factor.cells.flatMap { cell in
                cell.points.map { point in
                    let parts = [cell.option, point.year.map(String.init)].compactMap { $0 }
                    return Figure(
                        id: factor.id, part: parts.isEmpty ? nil : parts.joined(separator: " "), value: point.value,
                        unit: factor.unit, source: factor.evidence.source)
                }
            }
        }
    }

    private static func factors(_ old: Model, _ new: Model) -> [Change] {
        changes(
            .factor, figures(of: old), figures(of: new), key: { "\($0.id) \($0.part ?? "")" },
            isSame: { $0.value == $1.value && $0.unit == $1.unit && $0.source == $1.source }
        ) { before, after in
            let ratio = before.flatMap { before in
                after.flatMap { after in
                    after.unit.conversion(to: before.unit).map { $0(after.value) / before.value - 1 }
                }
            }
            return Change(
                sort: .factor, id: before?.id ?? after?.id ?? "", part: before?.part ?? after?.part, old: before?.text,
                new: after?.text, relative: ratio.flatMap { $0.isFinite ? $0 : nil }, oldSource: before?.source,
                newSource: after?.source)
        }
    }

    // MARK: Questions and formulas

    private static func questions(_ old: Model, _ new: Model) -> [Change] {
        let describe = { (model: Model) in
            model.inputs.map { (id: $0.id, text: model.defaultDescription(of: $0), source: $0.evidence.source) }
        }
        return texts(.question, describe(old), describe(new))
    }

    private static func formulas(_ old: Model, _ new: Model) -> [Change] {
        let describe = { (model: Model) in
            model.formulas.map { formula in
                (id: formula.id, text: formula.results.map(\.text).joined(separator: "; "), source: String?.none)
            }
        }
        return texts(.formula, describe(old), describe(new))
    }

    private static func actions(_ old: Model, _ new: Model) -> [Change] {
        let describe = { (model: Model) in
            model.actions.map { (id: $0.id, text: $0.text, source: $0.evidence.source) }
        }
        let describeScenarios = { (model: Model) in
            model.scenarios.map { scenario in
                let choices = scenario.choices.map { choice in
                    "\(model.actions[choice.action].id) \(choice.text)"
                }
                return (id: scenario.id, text: choices.joined(separator: ", "), source: scenario.evidence.source)
            }
        }
        return texts(.action, describe(old), describe(new))
            + texts(.scenario, describeScenarios(old), describeScenarios(new))
    }

    /// What changed above and does not show, since the pack gives it anew.
    private static func shadowed(_ old: Model, _ new: Model) -> [Change] {
        let before = Dictionary(
            old.overrides.map { ("\($0.id) \($0.field)", $0) }, uniquingKeysWith: { first, _ in first })
        return new.overrides.compactMap { override in
            guard let older = before["\(override.id) \(override.field)"], older.above != override.above else {
                return nil
            }
            return Change(
                sort: .shadowed, id: override.id, part: override.field, old: older.above, new: override.above,
                relative: nil, oldSource: nil, newSource: nil)
        }
    }

    private typealias Described = (id: String, text: String, source: String?)

    private static func texts(_ sort: Change.Sort, _ old: [Described], _ new: [Described]) -> [Change] {
        changes(sort, old, new, key: \.id, isSame: { $0.text == $1.text && $0.source == $1.source }) { before, after in
            let numbers = (before.flatMap { Double($0.text) }, after.flatMap { Double($0.text) })
            var relative: Double?
            if let old = numbers.0, let new = numbers.1, old != 0 { relative = new / old - 1 }
            return Change(
                sort: sort, id: before?.id ?? after?.id ?? "", part: nil, old: before?.text, new: after?.text,
                relative: relative, oldSource: before?.source, newSource: after?.source)
        }
    }

    /// What is in one list and not the same in the other, in the order of the first, then what is new.
    private static func changes<Item>(
        _ sort: Change.Sort, _ old: [Item], _ new: [Item], key: (Item) -> String, isSame: (Item, Item) -> Bool,
        _ change: (Item?, Item?) -> Change
    ) -> [Change] {
        let before = Dictionary(old.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(new.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
        let changed = old.compactMap { item -> Change? in
            guard let other = after[key(item)] else { return change(item, nil) }
            return isSame(item, other) ? nil : change(item, other)
        }
        return changed + new.filter { before[key($0)] == nil }.map { change(nil, $0) }
    }

    // MARK: People

    private static func effects(_ old: Model, _ new: Model, _ year: Int?) throws(CompilationError) -> [Effect] {
        guard let oldTotal = old.indicators.first?.total, let newTotal = new.indicators.first?.total else { return [] }
        let (before, after) = (Evaluator(old), Evaluator(new))
        var effects: [Effect] = []
        for test in old.expectations where test.person.taken.isEmpty {
            var person = Person(id: test.name, year: test.person.year)
            for (index, answer) in test.person.answers {
                guard case .input(let other)? = new.element(old.inputs[index].id) else { continue }
                person.answers[other] = answer
            }
            effects.append(
                Effect(
                    person: test.name, old: try before.evaluate(test.person, year: year)[oldTotal],
                    new: try after.evaluate(person, year: year)[newTotal]))
        }
        return effects.sorted { ($0.new - $0.old).magnitude > ($1.new - $1.old).magnitude }
    }
}
