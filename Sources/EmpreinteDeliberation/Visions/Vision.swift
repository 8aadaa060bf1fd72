public import EmpreinteModel

/// What a group wants the future to be.
public struct Vision: Sendable {
    /// The id.
    public let id: String
    /// The name for people.
    public let label: Label
    /// Whose vision it is.
    public let group: String?
    /// What is chosen: by its plan, and by the plans of its proposals.
    public let plans: [[Choice]]
    /// The proposals it is made of.
    public let proposals: [String]
    /// Those of them that the model knows nothing to do of.
    public let withoutPlan: [String]
}
