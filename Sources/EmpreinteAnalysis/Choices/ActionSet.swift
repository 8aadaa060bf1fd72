public import EmpreinteModel

/// The actions taken together, each from a year, at a level, by a share of those concerned.
public struct ActionSet: Sendable {
    /// How one action is taken.
    public struct Taking: Sendable, Hashable {
        /// From 0 to 1.
        public var level: Double
        /// The year it starts.
        public var start: Int
        /// The share of those concerned who do it.
        public var adoption: Choice.Adoption

        public init(level: Double = 1, start: Int, adoption: Choice.Adoption = .whole) {
            self.level = level
            self.start = start
            self.adoption = adoption
        }
    }

    /// By position in `Model.actions`.
    public private(set) var takings: [Int: Taking] = [:]
    /// The same actions in the order they were chosen.
    public private(set) var order: [Int] = []

    public init() {}

    /// Actions at their full strength in any year, in the order of the list.
    public init(fully actions: [Int]) {
        for action in actions { self[action] = Taking(start: Self.longAgo) }
    }

    /// Whether everybody concerned takes every action since a start so early that its ramp is at its end, at any level.
    var isFull: Bool { takings.values.allSatisfy { $0.start == Self.longAgo && $0.adoption == .whole } }

    /// A start so early that every ramp is at its end.
    static let longAgo = -10_000

    /// How an action is taken; nothing where it is not.
    public subscript(action: Int) -> Taking? {
        get { takings[action] }
        set {
            if takings[action] == nil, newValue != nil { order.append(action) }
            if newValue == nil { order.removeAll { $0 == action } }
            takings[action] = newValue
        }
    }

    /// Takes the actions of another set too; one that both take, as far as the one that goes further.
    public mutating func formUnion(_ other: ActionSet) {
        for action in other.order {
            guard let taking = other[action], self[action]?.goesFurther(than: taking) != true else { continue }
            self[action] = taking
        }
    }

    /// These actions and no others.
    public func keeping(_ actions: some Sequence<Int>) -> ActionSet {
        var set = ActionSet()
        let kept = Set(actions)
        for action in order where kept.contains(action) { set[action] = takings[action] }
        return set
    }
}

extension ActionSet {
    /// The choices that concern a person, over those made for everybody; a later one of an action counts.
    ///
    /// - Parameters:
    ///   - person: the id; nothing for the choices made for everybody only.
    ///   - year: when actions start that state no year.
    public init(_ choices: [Choice], for person: String?, in model: Model, from year: Int) {
        self.init()
        let common = choices.filter { $0.person == nil }
        let own = choices.filter { $0.person != nil && $0.person == person }
        for choice in common + own where model.actions.indices.contains(choice.action) {
            self[choice.action] =
                choice.level == 0
                ? nil
                : Taking(
                    level: choice.level, start: choice.start ?? model.actions[choice.action].start ?? year,
                    adoption: choice.adoption)
        }
    }
}

extension ActionSet {
    /// Choices made for everybody at their full strength in any year: begun long ago, taken up by as many as ever will.
    public init(atFullStrength choices: [Choice]) {
        self.init()
        for choice in choices where choice.person == nil {
            let adoption = Choice.Adoption.always(choice.adoption.ultimate)
            self[choice.action] =
                choice.level == 0 ? nil : Taking(level: choice.level, start: Self.longAgo, adoption: adoption)
        }
    }
}

extension ActionSet.Taking {
    /// Whether more is done than in another taking: by strength, then by the earlier start.
    fileprivate func goesFurther(than other: ActionSet.Taking) -> Bool {
        (level * adoption.ultimate, -start) > (other.level * other.adoption.ultimate, -other.start)
    }
}

extension Choice.Adoption {
    /// The share it comes to.
    fileprivate var ultimate: Double {
        switch self {
        case .always(let share): share
        case .byYear(let series): series.values.last ?? 0
        }
    }
}
