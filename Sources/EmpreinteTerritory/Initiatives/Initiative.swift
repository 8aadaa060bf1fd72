public import EmpreinteModel

/// Something done elsewhere that others may want to do too.
public struct Initiative: Sendable {
    /// The id.
    public var id: String
    /// The name for people.
    public var label: Label
    /// What it is about.
    public var theme: String?
    /// Where it was done.
    public var context: Profile
    /// What it takes.
    public var needs: [Condition]
    /// What its effects go with: schools, inhabitants, square metres.
    public var driver: String?
    /// What it did there, by indicator, in canonical units.
    public var effects: [(indicator: String, amount: Double, unit: String)]

    public init(
        id: String, label: Label, theme: String? = nil, context: Profile = Profile(), needs: [Condition] = [],
        driver: String? = nil, effects: [(indicator: String, amount: Double, unit: String)] = []
    ) {
        self.id = id
        self.label = label
        self.theme = theme
        self.context = context
        self.needs = needs
        self.driver = driver
        self.effects = effects
    }

    /// What must be so where it is done.
    public struct Condition: Sendable, Hashable {
        /// As written.
        public var text: String
        /// The trait looked at.
        public var name: String
        /// How it is compared.
        public var comparison: Comparison
        /// What it is compared with.
        public var value: Profile.Value

        public init(text: String, name: String, comparison: Comparison, value: Profile.Value) {
            self.text = text
            self.name = name
            self.comparison = comparison
            self.value = value
        }
    }

    /// How a trait is compared.
    public enum Comparison: String, Sendable, CaseIterable {
        case atLeast = ">="
        case atMost = "<="
        case differs = "!="
        case above = ">"
        case below = "<"
        case equals = "="
    }

    /// Whether a condition is met; what nobody knows is neither met nor not met.
    public enum Answer: String, Sendable {
        case met
        case notMet = "not_met"
        case unknown
    }

    /// How the conditions stand somewhere.
    public func answers(in profile: Profile) -> [Answer] { needs.map { $0.answer(in: profile) } }

    /// By how much its effects are multiplied somewhere else; nothing when the driver is not known in both places.
    public func scale(to profile: Profile) -> Double? {
        guard let driver, case .number(let here)? = profile.values[driver],
            case .number(let there)? = context.values[driver], there != 0
        else { return nil }
        return here / there
    }
}

extension Initiative.Condition {
    func answer(in profile: Profile) -> Initiative.Answer {
        guard let known = profile.values[name] else { return .unknown }
        switch (known, value) {
        case (.number(let known), .number(let wanted)):
            switch comparison {
            case .atLeast: return known >= wanted ? .met : .notMet
            case .atMost: return known <= wanted ? .met : .notMet
            case .differs: return known != wanted ? .met : .notMet
            case .above: return known > wanted ? .met : .notMet
            case .below: return known < wanted ? .met : .notMet
            case .equals: return known == wanted ? .met : .notMet
            }
        case (.word(let known), .word(let wanted)):
            switch comparison {
            case .equals: return known == wanted ? .met : .notMet
            case .differs: return known != wanted ? .met : .notMet
            default: return .unknown
            }
        default: return .unknown
        }
    }
}
