public import EmpreinteModel

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
        /// An action with its effects as written; the value is what it brings, between the totals without and with it.
        case action(effects: String, before: Double, after: Double)
        /// An action that brings nothing that can be said, and why.
        case idleAction(effects: String, reason: Idleness)
        /// A branch or a leaf that an action changes; the value is what it loses.
        case change(before: Double, after: Double)
        /// A level to reach by a year; the value is how far the one known is from the level it is measured against.
        case target(Aim)
    }

    /// Why an action brings nothing that can be said.
    public enum Idleness: Sendable, Hashable {
        /// Its condition, as written, does not hold.
        case notApplicable(condition: String)
        /// No effect is known.
        case notQuantified(reason: String)
    }

    /// What a target is measured by.
    public struct Aim: Sendable, Hashable {
        /// The level, and the year to reach it by; no level where it cannot be computed.
        public var goal: Double?
        /// The year to reach the level by.
        public var year: Int
        /// The value known, its year, and the level to have by then on the way to the goal.
        public var known: TargetPath.Point?
        /// The level to have by the year known.
        public var way: Double?
        /// Why nothing is computed.
        public var reason: String?
    }

    /// The id.
    public var id: String
    /// The name for people.
    public var label: Label
    /// What sort of thing it is, with what only that sort has.
    public var kind: Kind
    /// The value; nothing where it does not apply.
    public var value: Double?
    /// The unit of the value.
    public var unit: String
    /// Where it is written.
    public var place: Place?
    /// Where it comes from.
    public var evidence: Evidence?
    /// The pack it comes from, by position among the model's layers.
    public var layer: Int?
    /// What actions made of it, where they changed it.
    public var acted: Acted?
    /// What packs gave anew of it, field by field, over the packs above them.
    public var overrides: [Override] = []
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

        /// One change of the value.
        public struct Change: Sendable {
            /// The ids of the actions that make it together.
            public var actions: [String]
            /// The verb, as packs write it.
            public var verb: String
            /// The value after the change.
            public var after: Double
        }
    }
}

extension Explanation {
    /// The same explanation, that many steps down; what a step further down came from is left out.
    public func cut(toDepth depth: Int) -> Explanation {
        var cut = self
        cut.steps = depth > 0 ? steps.map { $0.cut(toDepth: depth - 1) } : []
        return cut
    }
}
