public import EmpreinteGraph
public import EmpreinteUnits

/// A question of the model and the graph inputs that carry its answer.
public struct Input: Sendable {
    /// What an answer may be.
    public enum Kind: Sendable {
        /// A number in `unit`, within `range` when one is declared.
        case number(unit: Unit, range: ClosedRange<Double>?)
        /// One of the options.
        case option(Codes, labels: [Label])
        /// Yes or no.
        case flag
    }

    /// What happens to a number outside the declared range.
    public enum OutOfRange: String, Sendable {
        case refuse, clamp
    }

    /// The id.
    public var id: String
    /// The name for people.
    public var label: Label
    /// The question as asked, when worded.
    public var ask: Label?
    /// What a reader should know.
    public var note: Label?
    /// What an answer may be.
    public var kind: Kind
    /// Whether the answer is the household's, divided once by its size.
    public var isPerHousehold = false
    /// What happens to a number outside the range.
    public var outOfRange = OutOfRange.refuse
    /// Where the default comes from.
    public var evidence = Evidence()
    /// How answers are spread over a population, where it is known.
    public var distribution: Distribution?
    /// Where it is written.
    public var place: Place

    /// The graph input of the answer; 0 when not answered.
    public var valueSlot: Int
    /// The graph input, a flag, that says whether it was answered.
    public var answeredSlot: Int
    /// The value formulas read: the answer or the default, shared in the household; meaningless when not applicable.
    public var value: NodeID
    /// The answer or the default as it would be given, before any sharing.
    public var stated: NodeID
    /// When the question applies; nothing means always.
    public var presence: NodeID?
    /// The graph input, a flag, that makes the question apply; only of a conditional one that actions may answer. It is
    /// the second operand of the presence.
    public var applicableSlot: Int?
    /// What the default and the sharing read.
    public var uses: [Use] = []
    /// What the condition reads.
    public var conditionUses: [Use] = []

    public init(id: String, label: Label, kind: Kind, place: Place, valueSlot: Int, answeredSlot: Int, value: NodeID) {
        self.id = id
        self.label = label
        self.kind = kind
        self.place = place
        self.valueSlot = valueSlot
        self.answeredSlot = answeredSlot
        self.value = value
        stated = value
    }

    /// The unit of a number; dimensionless for options and flags.
    public var unit: Unit {
        if case .number(let unit, _) = kind { unit } else { .one }
    }
}
