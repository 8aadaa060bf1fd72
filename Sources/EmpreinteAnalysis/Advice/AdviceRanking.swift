public import EmpreinteModel

/// What the next actions are ranked by.
public enum AdviceKey: String, Sendable, CaseIterable {
    /// What each saves after those taken.
    case gain
    /// The same, by the effort its source states.
    case gainPerEffort = "gain_per_effort"
    /// The same, by what it costs each year.
    case gainPerEuro = "gain_per_euro"
}

/// Actions in the order they are advised, the best first.
public struct AdviceRanking: Sendable {
    /// Those that save money as well, the best first: each before those that save less of both.
    public private(set) var paying: [PersonalAdvice.Advised] = []
    /// By the key.
    public private(set) var ranked: [PersonalAdvice.Advised] = []
    /// Those that the key says nothing of, by gain.
    public private(set) var unknown: [PersonalAdvice.Advised] = []
    /// Those that save nothing here.
    public private(set) var idle: [PersonalAdvice.Advised] = []

    /// - Parameter actions: those that can be taken, each with its gain.
    public init(_ actions: [PersonalAdvice.Advised], by key: AdviceKey, in model: Model) {
        for advised in actions.sorted(by: { ($1.gain, $0.action) < ($0.gain, $1.action) }) {
            switch key {
            case _ where advised.gain <= 0: idle.append(advised)
            case .gain: ranked.append(advised)
            case .gainPerEffort:
                if Self.effort(advised, model) == nil { unknown.append(advised) } else { ranked.append(advised) }
            case .gainPerEuro:
                switch advised.cost?.net {
                case nil: unknown.append(advised)
                case let net? where net > 0: ranked.append(advised)
                default: paying.append(advised)
                }
            }
        }
        paying = Self.front(paying)
        switch key {
        case .gain: break
        case .gainPerEffort: sort { $0.gain / (Self.effort($0, model) ?? 1) }
        case .gainPerEuro: sort { $0.gain / ($0.cost?.net ?? 1) }
        }
    }

    /// All of them in order, those without a place in the ranking last.
    public var all: [PersonalAdvice.Advised] { paying + ranked + unknown + idle }

    private static func effort(_ advised: PersonalAdvice.Advised, _ model: Model) -> Double? {
        model.actions[advised.action].effort.flatMap { $0 > 0 ? $0 : nil }
    }

    private mutating func sort(by value: (PersonalAdvice.Advised) -> Double) {
        ranked = ranked.enumerated()
            .sorted { (-value($0.element), $0.offset) < (-value($1.element), $1.offset) }.map(\.element)
    }

    /// The actions that no other beats both in gain and in money, then the same of the rest; within each, by gain.
    static func front(_ actions: [PersonalAdvice.Advised]) -> [PersonalAdvice.Advised] {
        func saving(_ advised: PersonalAdvice.Advised) -> Double { -(advised.cost?.net ?? 0) }
        var rest = actions
        var ordered: [PersonalAdvice.Advised] = []
        while !rest.isEmpty {
            let isBest = rest.map { one in
                !rest.contains {
                    $0.gain >= one.gain && saving($0) >= saving(one)
                        && ($0.gain > one.gain || saving($0) > saving(one))
                }
            }
            ordered += zip(rest, isBest).filter(\.1).map(\.0)
            rest = zip(rest, isBest).filter { !$0.1 }.map(\.0)
        }
        return ordered
    }
}

extension PersonalAdvice.Advised {
    /// What it brings after those taken; 0 where that is not known.
    var gain: Double { after ?? 0 }
}

extension PersonalAdvice {
    /// The actions that can be taken now: the person's own, or those of others.
    public func open(own: Bool, in model: Model) -> [Advised] {
        actions.filter { $0.standing == .open && model.actions[$0.action].actor.changesFigures != own }
    }
}
