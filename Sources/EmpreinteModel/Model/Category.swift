public import EmpreinteGraph
public import EmpreinteUnits

/// A branch of the footprint: leaves and other branches, in the order they are summed.
public struct Category: Sendable {
    /// What a branch contains.
    public enum Member: Sendable, Hashable {
        /// A leaf, by position in `Model.formulas`.
        case leaf(Int)
        /// A branch, by position in `Model.categories`.
        case category(Int)
    }

    /// The id.
    public var id: String
    /// The name for people.
    public var label: Label
    /// What it contains, in the order summed.
    public var members: [Member] = []
    /// Whether only public action can change it.
    public var isPublic = false
    /// Whether no other branch contains it.
    public var isTop = true
    /// The sum of the members for each indicator; nothing where none of them covers it.
    public var totals: [NodeID?] = []
    /// Where it is written.
    public var place: Place

    public init(id: String, label: Label, place: Place) {
        self.id = id
        self.label = label
        self.place = place
    }
}

/// What a footprint is counted in: greenhouse gases, energy, money.
public struct Indicator: Sendable {
    /// The id.
    public var id: String
    /// The name for people.
    public var label: Label
    /// The unit of one person's result.
    public var unit: Unit
    /// The sum of all branches; nothing when no leaf covers the indicator.
    public var total: NodeID?

    public init(id: String, label: Label, unit: Unit) {
        self.id = id
        self.label = label
        self.unit = unit
    }
}
