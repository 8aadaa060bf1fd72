public import EmpreinteGraph

/// One change an action makes, at a strength `a` from 0 to 1.
public struct Effect: Sendable {
    /// What is changed.
    public enum Target: Sendable, Hashable {
        /// The answer to a question; the household's, before it is shared, where `isHousehold`.
        case input(Int, isHousehold: Bool)
        /// A figure, by position in `Model.factors` and in its cells.
        case figure(Int, cell: Int)
        /// A dated series.
        case trend(Int)
    }

    /// How it is changed; amounts are in the unit of the target, and read on the answers before any action.
    public enum Verb: Sendable {
        /// `(1 − a)·v + a·to`.
        case set(Target, to: NodeID)
        /// The option or flag, for a share of the people.
        case switching(Target, to: NodeID)
        /// Takes `a·share` of one and adds it, times the rate, to the other; the rate holds the household's size where one
        /// of the two is shared.
        case move(from: Target, to: Target, share: NodeID, rate: NodeID)
        /// `v + a·by`.
        case add(Target, by: NodeID)
        /// `(1 − a)·v + a·to·v`.
        case scale(Target, to: NodeID)
        /// `(1 − a)·v + a·min(v, at)`.
        case cap(Target, at: NodeID)
        /// `(1 − a)·v + a·max(v, at)`.
        case floor(Target, at: NodeID)
    }

    /// What is changed, and how.
    public var verb: Verb
    /// The share of those concerned, beside the adoption of the action.
    public var adoption: Double
    /// Where it is written.
    public var place: Place

    public init(_ verb: Verb, adoption: Double = 1, place: Place) {
        self.verb = verb
        self.adoption = adoption
        self.place = place
    }
}

extension Effect.Verb {
    /// The word packs use.
    public var name: String {
        switch self {
        case .set, .switching: "set"
        case .move: "move"
        case .add: "add"
        case .scale: "scale"
        case .cap: "cap"
        case .floor: "floor"
        }
    }

    /// Whether it chooses another option or flag.
    public var isSwitch: Bool { if case .switching = self { true } else { false } }

    /// What the verb changes: one target, or the two of a move.
    public var targets: [Effect.Target] {
        switch self {
        case .set(let target, _), .switching(let target, _), .add(let target, _), .scale(let target, _),
            .cap(let target, _), .floor(let target, _):
            [target]
        case .move(let from, let to, _, _): [from, to]
        }
    }

    /// The targets that apply, from 0, even where the question did not.
    public var targetsMadeApplicable: [Effect.Target] {
        switch self {
        case .set(let target, _), .switching(let target, _), .add(let target, _): [target]
        case .move(_, let to, _, _): [to]
        case .scale, .cap, .floor: []
        }
    }
}
