/// What one person, or one case, says some rules are worth.
public struct Situation: Sendable {
    var answers: [RuleID: Answer] = [:]
    /// What the file calls it, if it does.
    public var name: String?

    /// How many rules it speaks of.
    public var count: Int { answers.count }
}
