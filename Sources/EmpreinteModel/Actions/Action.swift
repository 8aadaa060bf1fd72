public import EmpreinteGraph

/// Something a person, a household, an organisation or the public authority can do, with what it changes.
///
/// No gain is stored: active effects change questions and figures, and the model is evaluated once.
public struct Action: Sendable {
    /// Who does it, and so what it may change.
    public enum Actor: String, Sendable, CaseIterable {
        case person, household, organisation, `public`

        /// Whether it may change figures, and so everybody's footprint.
        public var changesFigures: Bool { self == .organisation || self == .public }
    }

    /// A named strength.
    public struct Level: Sendable, Hashable {
        /// The name.
        public var name: String
        /// The strength, from 0 to 1.
        public var value: Double

        public init(name: String, value: Double) {
            self.name = name
            self.value = value
        }
    }

    /// The graph inputs that carry a choice of the action.
    public struct Slots: Sendable, Hashable {
        /// The level chosen, from 0 to 1; 0 where it is not chosen.
        public var level: Int
        /// The year it starts.
        public var start: Int
        /// The share of those it concerns who do it, from 0 to 1.
        public var adoption: Int
        /// What decides who switches an option: below 0 they do, from 1 on they do not, in between when it is below the
        /// share of those who do.
        public var draw: Int

        public init(level: Int, start: Int, adoption: Int, draw: Int) {
            self.level = level
            self.start = start
            self.adoption = adoption
            self.draw = draw
        }
    }

    /// The id.
    public var id: String
    /// The name for people.
    public var label: Label
    /// What there is to add for people.
    public var note: Label?
    /// Who does it.
    public var actor: Actor
    /// The top branch it belongs to, by position in `Model.categories`.
    public var domain: Int
    /// When it applies to a person, read on the answers and their defaults; nothing means always.
    public var presence: NodeID?
    /// The condition as written.
    public var condition: String?
    /// What the condition reads.
    public var conditionUses: [Use] = []
    /// The actions without which it cannot be chosen, by position in `Model.actions`.
    public var requires: [Int] = []
    /// The actions it cannot go with.
    public var excludes: [Int] = []
    /// The weaker actions it turns off.
    public var supersedes: [Int] = []
    /// The levels that have a name.
    public var levels: [Level] = []
    /// What it changes.
    public var effects: [Effect] = []
    /// The effects as written, with the ramp.
    public var text = ""
    /// Why the effect is not known, for an action that has none.
    public var unquantified: String?
    /// How it comes to its strength; whole from the start where nothing is said.
    public var ramp: Ramp?
    /// The year it starts unless a choice says another.
    public var start: Int?
    /// The share of what is saved on a question that comes back; above 1 it backfires.
    public var rebound = 0.0
    /// What it costs; nothing where no source says.
    public var cost: Cost?
    /// How hard it is, on the scale of its source.
    public var effort: Double?
    /// The saving its source gives for a typical person, in the unit of the first indicator: a check, never an input.
    public var typicalSaving: Double?
    /// Where it comes from.
    public var evidence = Evidence()
    /// The graph inputs that carry a choice of it.
    public var slots: Slots
    /// Where it is written.
    public var place: Place

    public init(id: String, label: Label, actor: Actor, domain: Int, slots: Slots, place: Place) {
        self.id = id
        self.label = label
        self.actor = actor
        self.domain = domain
        self.slots = slots
        self.place = place
    }

    /// Whether it changes the answer to a question with options, or to a yes or no question.
    public var switches: Bool { effects.contains { $0.verb.isSwitch } }
}

extension Action {
    /// What it costs whoever does it, in the currency of the model.
    public struct Cost: Sendable {
        /// Once, at the start.
        public var upfront: NodeID?
        /// Every year; below 0 where it saves money.
        public var yearly: NodeID?
        /// How many years what was bought lasts.
        public var lifetime: Double?

        public init(upfront: NodeID? = nil, yearly: NodeID? = nil, lifetime: Double? = nil) {
            self.upfront = upfront
            self.yearly = yearly
            self.lifetime = lifetime
        }
    }
}
