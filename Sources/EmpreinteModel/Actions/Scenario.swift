/// A named set of choices that answers "what if": what it moves, and what it leaves alone.
public struct Scenario: Sendable {
    /// The id.
    public var id: String
    /// The name for people.
    public var label: Label
    /// What there is to add for people.
    public var note: Label?
    /// Its choices, those of the scenario it extends first unless it makes them anew.
    public var choices: [Choice]
    /// The ids of the scenarios it extends, the nearest first.
    public var ancestors: [String] = []
    /// What the source moves and this scenario does not.
    public var leftAtTrend: [Label] = []
    /// Where it comes from.
    public var evidence = Evidence()
    /// Where it is written.
    public var place: Place

    public init(id: String, label: Label, choices: [Choice], place: Place) {
        self.id = id
        self.label = label
        self.choices = choices
        self.place = place
    }
}

/// A scheme of the territory that helps to take some actions.
public struct Support: Sendable {
    /// The id.
    public var id: String
    /// The name for people.
    public var label: Label
    /// What there is to add for people.
    public var note: Label?
    /// Who offers it.
    public var supporter: String?
    /// Whom it is for, as written.
    public var beneficiaries: [String] = []
    /// The actions it helps with, by position in `Model.actions`.
    public var actions: [Int] = []
    /// Where it comes from.
    public var evidence = Evidence()
    /// Where it is written.
    public var place: Place

    public init(id: String, label: Label, place: Place) {
        self.id = id
        self.label = label
        self.place = place
    }
}
