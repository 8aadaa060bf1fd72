/// What a rule is worth for one situation.
public enum RuleValue: Sendable, Hashable {
    case number(Double)
    case flag(Bool)
    /// A text; a date reads `31/12/2024`.
    case text(String)
    /// The rule does not apply.
    case absent
    /// An answer is missing and nothing stands for it.
    case undefined
    /// It cannot be computed: something is divided by zero.
    case failed
}
