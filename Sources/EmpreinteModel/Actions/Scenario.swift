/// A named set of choices that answers "what if": what it moves, and what it leaves alone.
public struct Scenario: Sendable {
    public var id: String
    public var label: Label
    public var note: Label?
    /// Its choices, those of the scenario it extends first unless it makes them anew.
    public var choices: [Choice]
    /// The ids of the scenarios it extends, the nearest first.
    public var ancestors: [String] = []
    /// What the source moves and this scenario does not.
    public var leftAtTrend: [Label] = []
    public var evidence = Evidence()
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
    public var id: String
    public var label: Label
    public var note: Label?
    public var supporter: String?
    /// Whom it is for, as written.
    public var beneficiaries: [String] = []
    /// The actions it helps with, by position in `Model.actions`.
    public var actions: [Int] = []
    public var evidence = Evidence()
    public var place: Place

    public init(id: String, label: Label, place: Place) {
        self.id = id
        self.label = label
        self.place = place
    }
}
