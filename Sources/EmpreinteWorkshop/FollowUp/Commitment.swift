public import EmpreinteModel

/// Something somebody promised to do, and what was seen of it.
public struct Commitment: Sendable {
    /// What sort of actor promised.
    public enum Actor: String, Sendable, CaseIterable {
        case citizen, commune, association, firm, staff
    }

    /// The id.
    public let id: String
    /// A pseudonym.
    public let person: String
    /// What sort of actor commits.
    public let actor: Actor
    /// By position in `Model.actions`.
    public let action: Int
    /// How far, from 0 to 1.
    public let level: Double
    /// The day it starts.
    public let start: CalendarDate
    /// The day it ends; nothing where none is said.
    public let until: CalendarDate?
    /// The session it was made in.
    public let session: String?
    /// Who follows it up.
    public let relay: String?
    /// The scheme that helps with it.
    public let support: String?
    /// In the order of their dates.
    public let observations: [Observation]

    public init(
        _ id: String, person: String? = nil, actor: Actor = .citizen, action: Int, level: Double = 1,
        start: CalendarDate, until: CalendarDate? = nil, session: String? = nil, relay: String? = nil,
        support: String? = nil, observations: [Observation] = []
    ) {
        self.id = id
        self.person = person ?? id
        self.actor = actor
        self.action = action
        self.level = level
        self.start = start
        self.until = until
        self.session = session
        self.relay = relay
        self.support = support
        self.observations = observations.sorted { $0.date < $1.date }
    }

    /// The last observation before a date; all of them count where none is given.
    public func last(before date: CalendarDate? = nil) -> Observation? {
        observations.last { observation in date.map { observation.date < $0 } ?? true }
    }
}

/// What was seen of a commitment at some time.
public struct Observation: Sendable {
    /// What became of a commitment.
    public enum Status: String, Sendable, CaseIterable {
        case kept, partial, dropped, unknown
    }

    /// The day it was seen.
    public let date: CalendarDate
    /// What was seen.
    public let status: Status
    /// The level seen; nothing where it is unknown.
    public let level: Double?
    /// Whether it was measured rather than declared.
    public let isMeasured: Bool
    /// Why, as a word.
    public let reason: String?

    public init(
        _ status: Status, on date: CalendarDate, level: Double? = nil, isMeasured: Bool = false, reason: String? = nil
    ) {
        self.date = date
        self.status = status
        self.level = level
        self.isMeasured = isMeasured
        self.reason = reason
    }
}
