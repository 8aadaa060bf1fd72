public import EmpreinteModel

/// What a coalition says it reduces: a part of one member's quantity, by one action, from a year on.
public struct Claim: Sendable {
    /// The coalition, by position.
    public var coalition: Int
    /// One member's quantity, such as `member_a/outdoor_light`.
    public var account: String
    /// What the same quantity is called where several members count it.
    public var shared: String?
    /// What is done to the account.
    public var action: String
    /// The quantity before any action, in the unit.
    public var base: Double
    /// The canonical unit of the quantity, such as `kWh/year`.
    public var unit: String
    /// The part of the quantity that is taken away, from 0 to 1; below zero for what grows.
    public var reduction: Double
    /// How the actions on the account go together.
    public var relation: Relation
    /// The year it starts.
    public var start: Int
    /// The last year it holds; for good where nothing is said.
    public var end: Int?
    /// The sector of the inventory the quantity is counted in.
    public var sector: String?
    /// The issue of the climate plan it answers.
    public var issue: String?
    /// The part of the account's net effect that is credited, where coalitions declare it.
    public var share: Double?
    /// What became of it, in the order of the dates.
    public var history: [(date: CalendarDate, status: Status)]
    /// How many people take which action of the model, where it says what that brings: the quantity is then the footprint
    /// of those people, which is not part of an inventory.
    public var taking: Taking?

    /// An action of the model taken by some people.
    public struct Taking: Sendable, Hashable {
        /// By position in `Model.actions`.
        public var action: Int
        /// How strongly, above 0 and up to 1.
        public var level: Double
        /// How many people are meant, and the share of them who take it.
        public var people: Double
        public var adoption: Double

        public init(action: Int, level: Double = 1, people: Double, adoption: Double = 1) {
            self.action = action
            self.level = level
            self.people = people
            self.adoption = adoption
        }
    }

    public init(
        coalition: Int, account: String, shared: String? = nil, action: String, base: Double, unit: String,
        reduction: Double, relation: Relation = .independent, start: Int, end: Int? = nil, sector: String? = nil,
        issue: String? = nil, share: Double? = nil, history: [(date: CalendarDate, status: Status)] = [],
        taking: Taking? = nil
    ) {
        self.coalition = coalition
        self.account = account
        self.shared = shared
        self.action = action
        self.base = base
        self.unit = unit
        self.reduction = reduction
        self.relation = relation
        self.start = start
        self.end = end
        self.sector = sector
        self.issue = issue
        self.share = share
        self.history = history
        self.taking = taking
    }

    /// How several actions on one quantity go together.
    public enum Relation: String, Sendable, CaseIterable {
        /// Each takes its part of what the others leave: `1 − Π(1 − r)`.
        case independent
        /// The largest holds the others: `max r`.
        case nested
        /// They take different parts: `min(1, Σ r)`.
        case additive

        /// What actions take away together.
        public func combined(_ reductions: [Double]) -> Double {
            switch self {
            case .independent: reductions.reduce(0) { $0 + $1 * (1 - $0) }
            case .nested: reductions.max() ?? 0
            case .additive: min(1, reductions.reduce(0, +))
            }
        }
    }

    /// How far it is.
    public enum Status: String, Sendable, CaseIterable {
        case planned, started, done, dropped
    }

    /// The account it counts in, whoever counts it.
    public var key: String { shared ?? account }
    /// What it is added up with.
    public var measure: Measure { Measure(unit: unit, isFootprint: taking != nil) }
    /// What it takes away on its own.
    public var effect: Double { base * reduction }

    /// The status at a date; nothing before the first one.
    public func status(at date: CalendarDate?) -> Status? {
        history.last { entry in date.map { entry.date <= $0 } ?? true }?.status
    }

    /// What quantities have in common that are added up: footprints of people are not mixed with inventories.
    public struct Measure: Sendable, Hashable {
        public let unit: String
        public let isFootprint: Bool

        public init(unit: String, isFootprint: Bool = false) {
            self.unit = unit
            self.isFootprint = isFootprint
        }
    }

    /// Whether it holds in a year.
    public func holds(in year: Int) -> Bool { start <= year && end.map { year <= $0 } ?? true }
}
