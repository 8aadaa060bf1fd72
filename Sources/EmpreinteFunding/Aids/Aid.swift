public import EmpreinteModel

/// A public or private help with the cost of a project.
public struct Aid: Sendable {
    /// The id.
    public var id: String
    /// The name for people.
    public var label: Label
    /// Who may ask; anybody when nobody is named. Likewise themes and areas.
    public var beneficiaries: [String] = []
    /// What it is for; anything where none is said.
    public var themes: [String] = []
    /// Where it is given; anywhere where none is said.
    public var areas: [String] = []
    /// The actions it helps with; all where none is named.
    public var actions: [String] = []
    /// The days it may be asked for.
    public var opens: CalendarDate?
    /// The last day to ask.
    public var closes: CalendarDate?
    /// The least a project may cost.
    public var leastCost: Money?
    /// The most a project may cost.
    public var largestCost: Money?
    /// The share of the cost it pays at most.
    public var rate: Rate?
    /// The most it gives.
    public var ceiling: Money?
    /// Whether it counts towards the cap of public money.
    public var isPublic = true
    /// The aids it cannot be had with; saying so on one side is enough.
    public var excludes: [String] = []

    public init(id: String, label: Label) {
        self.id = id
        self.label = label
    }

    /// What it may come to for a cost, all other rules aside; nothing for a scheme that states no amount.
    public func amount(for cost: Money) -> Money {
        let limits = [rate.map(cost.share), ceiling].compactMap { $0 }
        return max(.zero, min(limits.min() ?? .zero, cost))
    }
}

/// A project in search of aids; what is not said is unknown, which neither meets a criterion nor fails it.
public struct AidRequest: Sendable {
    /// The id.
    public var id: String
    /// What the project costs.
    public var cost: Money
    /// Who asks; nothing where it is not known.
    public var beneficiary: String?
    /// What the project is about.
    public var theme: String?
    /// Where it is.
    public var area: String?
    /// What is done.
    public var actions: [String]
    /// The day it is asked.
    public var date: CalendarDate?

    public init(
        id: String, cost: Money, beneficiary: String? = nil, theme: String? = nil, area: String? = nil,
        actions: [String] = [], date: CalendarDate? = nil
    ) {
        self.id = id
        self.cost = cost
        self.beneficiary = beneficiary
        self.theme = theme
        self.area = area
        self.actions = actions
        self.date = date
    }
}

/// How an aid fits a project, criterion by criterion.
public struct AidMatch: Sendable, Hashable {
    /// The aid, by position.
    public let aid: Int
    /// What is not met.
    public let failing: [Criterion]
    /// What cannot be told.
    public let unknown: [Criterion]

    /// What an aid asks of a project.
    public enum Criterion: String, Sendable, CaseIterable {
        case beneficiary, theme, area, action, date, cost
    }

    /// Whether nothing fails; what is unknown is to be asked.
    public var isMatch: Bool { failing.isEmpty }
    /// Whether a single criterion stands in the way.
    public var isNearMiss: Bool { failing.count == 1 }
}

extension AidRequest {
    /// How every aid fits: those that do first, then by how many criteria fail, in the order of the aids.
    public func matches(_ aids: [Aid]) -> [AidMatch] {
        let all = aids.indices.map { match(aids[$0], at: $0) }
        return all.sorted { ($0.failing.count, $0.aid) < ($1.failing.count, $1.aid) }
    }

    private func match(_ aid: Aid, at position: Int) -> AidMatch {
        func listed(_ value: String?, in list: [String]) -> Bool? {
            list.isEmpty ? true : value.map(list.contains)
        }
        var isHelped: Bool? = true
        if !aid.actions.isEmpty { isHelped = actions.isEmpty ? nil : actions.contains(where: aid.actions.contains) }
        var isOpen: Bool? = true
        if aid.opens != nil || aid.closes != nil {
            isOpen = date.map { date in (aid.opens.map { $0 <= date } ?? true) && date.isWithin(aid.closes) }
        }
        let fits = (aid.leastCost.map { $0 <= cost } ?? true) && (aid.largestCost.map { cost <= $0 } ?? true)
        let answers: [(AidMatch.Criterion, Bool?)] = [
            (.beneficiary, listed(beneficiary, in: aid.beneficiaries)), (.theme, listed(theme, in: aid.themes)),
            (.area, listed(area, in: aid.areas)), (.action, isHelped), (.date, isOpen), (.cost, fits),
        ]
        return AidMatch(
            aid: position, failing: answers.filter { $0.1 == false }.map(\.0),
            unknown: answers.filter { $0.1 == nil }.map(\.0))
    }
}

extension CalendarDate {
    /// Whether the date is not after the end of a period named as precisely as known: the 16th is within its month.
    fileprivate func isWithin(_ end: CalendarDate?) -> Bool {
        guard let end else { return true }
        guard year == end.year, let last = end.month else { return year <= end.year }
        guard let month, month == last, let lastDay = end.day else { return (month ?? 0) <= last }
        return (day ?? 0) <= lastDay
    }
}
