public import EmpreinteModel

/// What the council made of a proposal.
public struct Decision: Sendable {
    /// What was decided.
    public enum Outcome: String, Sendable, CaseIterable {
        case adopted, amended, refused, referendum
        case sentElsewhere = "sent_elsewhere"
    }

    /// The day it was taken.
    public let date: Day
    /// The id of the proposal.
    public let proposal: String
    /// What was decided.
    public let outcome: Outcome
    /// What was said with it.
    public let note: Label?
}
