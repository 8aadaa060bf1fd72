public import EmpreinteText

/// A vote on an action for everybody.
public enum Vote: String, Sendable, Hashable, CaseIterable {
    case `for`, against, blank
}

/// Something that happened in a room.
public struct Event: Sendable {
    /// What was done; actions by position in `Model.actions`.
    public enum Deed: Sendable {
        case join(Arrival)
        case answer(String, [Int: Double])
        /// By nobody for what is entered for all.
        case pick(Int, person: String?, level: Double)
        case unpick(Int, person: String?)
        case vote(Int, person: String, Vote)
        case close
        case undo
        case leave(String)
    }

    /// A person who comes.
    public struct Arrival: Sendable {
        /// Who arrives.
        public var person: String
        /// By position in `Model.inputs`.
        public var answers: [Int: Double]
        /// The groups the person belongs to, by what tells them apart.
        public var profile: [String: String] = [:]
        /// Whether the person agrees to be counted; as the session says where nothing is said.
        public var agrees: Bool?

        public init(person: String, answers: [Int: Double]) {
            self.person = person
            self.answers = answers
        }
    }

    /// What happened.
    public var deed: Deed
    /// The round it was meant for, as written; the open one where nothing is said.
    public var round: String?
    /// Where it is written.
    public var range: SourceRange?

    public init(_ deed: Deed, round: String? = nil, range: SourceRange? = nil) {
        self.deed = deed
        self.round = round
        self.range = range
    }
}

/// Why a room does not accept an event.
public struct Refusal: Error, Sendable, Hashable {
    /// A stable code, such as `session.round_closed`.
    public let code: String
    /// Why it is refused.
    public let message: String
    /// What to do; nothing where nothing is known.
    public let hint: String?

    init(_ code: String, _ message: String, hint: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
    }
}
