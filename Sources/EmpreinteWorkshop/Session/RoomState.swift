/// Where a room stands: who is there, what was chosen, which round is open.
public struct RoomState: Sendable, Hashable {
    /// In the order they came.
    public internal(set) var participants: [Participant] = []
    /// In the order they were made, votes carried among them once their round is closed.
    public internal(set) var picks: [Pick] = []
    /// In the order they were cast.
    public internal(set) var ballots: [Ballot] = []
    /// The round that is open, by position; the number of rounds when all are closed.
    public internal(set) var open = 0

    /// Somebody in the room.
    public struct Participant: Sendable, Hashable {
        /// The id.
        public let id: String
        /// By position in `Model.inputs`.
        public internal(set) var answers: [Int: Double]
        /// What is known of them, by name of trait.
        public let profile: [String: String]
        /// Whether they agree to be counted, without their name; nothing where nobody asked.
        public let agrees: Bool?
        /// Whether they are still here.
        public internal(set) var isPresent = true

        /// Whether nothing is known of the person, who then counts as the default person.
        public var isDefault: Bool { answers.isEmpty }
    }

    /// An action chosen, which runs from the first year of its round.
    public struct Pick: Sendable, Hashable {
        /// The action, by position in `Model.actions`.
        public let action: Int
        /// Nobody for what is chosen for everybody.
        public let person: String?
        /// The round, by position.
        public let round: Int
        /// How far it goes, from 0 to 1.
        public let level: Double
    }

    /// A vote on an action for everybody.
    public struct Ballot: Sendable, Hashable {
        /// The action voted on, by position in `Model.actions`.
        public let action: Int
        /// Who votes.
        public let person: String
        /// The round, by position.
        public let round: Int
        /// What they say.
        public let vote: Vote
    }

    /// The participant of an id, by position.
    public func position(of person: String) -> Int? { participants.firstIndex { $0.id == person } }
}
