internal import EmpreinteGraph
public import EmpreinteModel

/// A workshop as its document defines it: what is aimed at, and the rounds on the way.
public struct Workshop: Sendable {
    /// The id.
    public let id: String
    /// The name for people.
    public let label: Label
    /// What the room aims at.
    public let goal: Goal
    /// The year everybody starts from.
    public let start: Int
    /// How many people it is made for.
    public let size: ClosedRange<Int>
    /// The rounds, in order.
    public let rounds: [Round]
    /// What actions take of a budget in points, by position in `Model.actions`.
    let prices: [Int: Price]
    /// What is followed beside the goal.
    public let gauges: [Gauge]
    let influences: [Influence]
    /// How many people live where it is held.
    let population: Int?
    /// What people commit to afterwards.
    public let promise: Promise
    /// Why it is made up; nothing for what is real.
    let assumption: String?

    /// The level to reach.
    public struct Goal: Sendable {
        /// By position in `Model.indicators`.
        public let indicator: Int
        /// The total of one person.
        let total: NodeID
        /// One person's, in the indicator's unit.
        public let value: Double
        /// The year to reach it by.
        public let year: Int
    }

    /// An amount of something counted, such as points.
    struct Price: Sendable, Hashable {
        let amount: Double
        let unit: String
    }

    /// An indicator to keep within a range.
    public struct Gauge: Sendable {
        /// The indicator, by position in `Model.indicators`.
        public let indicator: Int
        /// Where it should stay.
        public let wanted: ClosedRange<Double>
    }

    /// An action of participants that brings others to one.
    struct Influence: Sendable {
        let action: Int
        let raised: Int
        /// How many others each participant brings to it.
        let gain: Double
    }

    /// What people are asked afterwards.
    public struct Promise: Sendable {
        /// Whether each person promises one action a domain at most.
        public let isOnePerDomain: Bool
        /// In years.
        public let horizon: Double
    }

    /// The years everybody is followed: from the start to the goal, and to the end of the last round if it is later.
    public var years: ClosedRange<Int> { start...max(goal.year, rounds.last?.until ?? start) }

    /// The first year of a round: the one after the round before it, so that nobody has begun in the year of the start.
    public func firstYear(of round: Int) -> Int { (round == 0 ? start : rounds[round - 1].until) + 1 }
}

/// One turn of a workshop.
public struct Round: Sendable {
    /// The id.
    public let id: String
    /// The name for people.
    public let label: Label
    /// Whether actions are chosen for everybody.
    public let isPublic: Bool
    /// The last year it stands for.
    public let until: Int
    /// The actions that may be chosen, by position in `Model.actions`.
    public let allowed: Set<Int>
    /// The most picks, of each person or of the group in a public round.
    public let mostPicks: Int?
    /// The most that picks may take.
    let budget: Workshop.Price?
    /// How a choice for everybody is made.
    public let decision: Decision

    /// Who decides in a public round.
    public enum Decision: Sendable, Hashable {
        /// Whoever enters the choice of the group.
        case facilitator
        /// More votes for than against.
        case majority
        /// That share of the votes expressed, or more.
        case share(Double)

        /// Whether votes carry an action.
        func carries(for votesFor: Int, against: Int) -> Bool {
            switch self {
            case .facilitator: false
            case .majority: votesFor > against
            case .share(let least):
                votesFor > 0 && Double(votesFor) >= least * Double(votesFor + against) - 1e-9
            }
        }
    }

    /// The years that rounds end in: equal parts of the way, halves to the later year.
    ///
    /// - Precondition: at least one round.
    public static func years(from start: Int, to end: Int, count: Int) -> [Int] {
        (1...count).map { turn in
            start + Int((Double(turn) * Double(end - start) / Double(count)).rounded(.toNearestOrAwayFromZero))
        }
    }
}
