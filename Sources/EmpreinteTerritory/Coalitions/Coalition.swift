public import EmpreinteModel

/// Actors who act together.
public struct Coalition: Sendable {
    /// The id.
    public var id: String
    /// The name for people.
    public var label: Label
    /// What it is for.
    public var objective: Label?
    /// What it is about, where, or of which trade.
    public var perimeter: [(sort: String, name: String)] = []
    /// Who takes part.
    public var members: [Member] = []
    /// Who keeps it going.
    public var facilitator: String?
    /// How it works.
    public var workingMode: Label?
    /// How far it is.
    public var stage: Stage?
    /// When it was formed.
    public var formed: CalendarDate?
    /// What of the climate plan it works on.
    public var issues: [String] = []
    /// Why it is made up; nothing for a real one.
    public var assumption: String?

    public init(id: String, label: Label) {
        self.id = id
        self.label = label
    }

    /// Who takes part in it.
    public struct Member: Sendable, Hashable {
        /// The id.
        public var id: String
        /// What they do in it.
        public var role: String?

        public init(id: String, role: String? = nil) {
            self.id = id
            self.role = role
        }
    }

    /// How far it is.
    public enum Stage: String, Sendable, CaseIterable {
        case explore, inspire, planned, validated
    }

    /// What a complete sheet needs.
    public enum Requirement: String, Sendable, CaseIterable {
        case members, objective, issues
    }

    /// What its sheet lacks: two members, an objective, an issue of the plan.
    public var missing: [Requirement] {
        var missing: [Requirement] = []
        if Set(members.map(\.id)).count < 2 { missing.append(.members) }
        if objective == nil { missing.append(.objective) }
        if issues.isEmpty { missing.append(.issues) }
        return missing
    }
}
