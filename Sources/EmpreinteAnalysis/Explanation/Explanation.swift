internal import EmpreinteGraph
public import EmpreinteModel
public import EmpreinteText
internal import EmpreinteUnits

/// How a value came about: the value, where it is written, and what it rests on, down to answers and figures.
public struct Explanation: Sendable {
    /// What sort of thing a step is.
    public enum Kind: Sendable {
        case indicator, category
        /// A leaf or a step, with its expression.
        case formula(text: String)
        /// A question, and whether it was answered.
        case input(isAnswered: Bool, answer: String)
        /// A figure, with the option it was looked up for.
        case factor(option: String?, year: Int?, spread: Double?)
        case trend
    }

    public var id: String
    public var label: Label
    public var kind: Kind
    /// The value; nothing where it does not apply.
    public var value: Double?
    public var unit: String
    public var place: Place?
    public var evidence: Evidence?
    /// The pack it comes from, by position among the model's layers.
    public var layer: Int?
    /// What actions made of it, where they changed it.
    public var acted: Acted?
    /// What was read to compute it, in the order written; what a branch not taken would have read is left out.
    public var steps: [Explanation] = []
    /// Whether its steps were shown before, higher up.
    public var isShownAbove = false
}

extension Explanation {
    /// What actions made of a value.
    public struct Acted: Sendable {
        /// The value before any of them.
        public var before: Double
        /// The value after each change, in the order they are made.
        public var changes: [Change]

        public struct Change: Sendable {
            /// The ids of the actions that make it together.
            public var actions: [String]
            /// The verb, as packs write it.
            public var verb: String
            public var after: Double
        }
    }
}

extension Evaluator {
    /// Explains a formula, category, indicator, question, factor or trend for one person.
    ///
    /// The value is the evaluated one, bit for bit. One explanation for each indicator a leaf or category feeds; none
    /// when nothing has the id.
    /// - Parameter isActed: whether the actions the person has taken are at their full strength.
    /// - Throws: what `evaluate` refuses.
    public func explain(
        _ id: String, for person: Person, year: Int? = nil, acted isActed: Bool = false
    ) throws(CompilationError) -> [Explanation] {
        let evaluated = try evaluate(person, year: year)
        let evaluation: Evaluation
        if !isActed || person.taken.isEmpty {
            evaluation = try evaluateAsWritten(person, year: year)
        } else {
            try ChoiceCheck(model).refuseClashes(of: person)
            let actions = ActedEvaluator(model, offered: person.taken)
            evaluation = try actions.evaluation(of: person, ActionSet(fully: person.taken), in: evaluated.year)
        }
        var explainer = Explainer(model: model, evaluation: evaluation)
        return explainer.explain(id)
    }
}
