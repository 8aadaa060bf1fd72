internal import EmpreinteText

/// Names a rule of a ``RuleSet``.
struct RuleID: Hashable, Sendable, Comparable {
    let index: Int32

    static func < (left: RuleID, right: RuleID) -> Bool { left.index < right.index }
}

/// A rule as read: its name, its value as a chain of mechanisms, and what it does to others.
struct Rule: Sendable {
    let name: String
    /// The rule it stands under; none at the top, or when that rule does not exist.
    var parent: RuleID?
    /// How many rules stand above.
    var depth = 0
    var isPrivate = false
    /// Its name in the file.
    let key: Node
    var term = TermID(index: 0)
    var choices: Choices?
    var declaredKind: Shape.Kind?
    var isQuestion = false
    /// Whether it says how to compute its value, rather than only what to take it for.
    var isComputed = false
    /// Whether a situation may say that the rule does not apply.
    var isPossiblyAbsent = false
    var replacements: [Replacement] = []
    /// The references written in it.
    var references: [Int] = []
    var title: String?

    /// What people call it: its title, else the last part of its name, with a capital.
    var displayName: String {
        let words = title ?? String(name[leafStart...])
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}

/// A rule read from another.
struct Reference: Sendable {
    /// As written.
    let name: String
    /// The rule it is written in; none in an expression of no rule.
    let origin: RuleID?
    let range: SourceRange?
    /// Settled once all rules are read.
    var target: RuleID?
}

/// What a rule puts in the place of references to another.
struct Replacement: Sendable {
    /// The place of the reference replaced, and of those that limit where, in the rule set's references.
    let replaced: Int
    let within: [Int]
    let except: [Int]
    let priority: Double
    /// Whether the other rule does not apply, rather than being worth this one.
    let isRemoval: Bool
}
