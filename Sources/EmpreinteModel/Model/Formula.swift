public import EmpreinteGraph
public import EmpreinteUnits

/// A computed quantity: a leaf of the footprint, or a step that other formulas read.
public struct Formula: Sendable {
    /// One computed value with the text it is computed by.
    public struct Result: Sendable {
        /// The indicator fed, by position in `Model.indicators`; nothing for a step.
        public var indicator: Int?
        /// The unit of the value.
        public var unit: Unit
        /// The value; 0 where the formula does not apply.
        public var value: NodeID
        /// The expression as written.
        public var text: String
        /// Where it is written.
        public var place: Place
        /// What it reads, in the order written.
        public var uses: [Use]

        public init(indicator: Int?, unit: Unit, value: NodeID, text: String, place: Place, uses: [Use]) {
            self.indicator = indicator
            self.unit = unit
            self.value = value
            self.text = text
            self.place = place
            self.uses = uses
        }
    }

    /// The id.
    public var id: String
    /// The name for people.
    public var label: Label
    /// The values given: one for a step, one an indicator for a leaf.
    public var results: [Result] = []
    /// When the formula applies; nothing means always.
    public var presence: NodeID?
    /// What the condition reads.
    public var conditionUses: [Use] = []
    /// Where it is written.
    public var place: Place

    public init(id: String, label: Label, place: Place) {
        self.id = id
        self.label = label
        self.place = place
    }

    /// Whether it feeds indicators rather than other formulas.
    public var isLeaf: Bool { results.indices.contains { results[$0].indicator != nil } }

    /// The value for an indicator, or nothing when the formula does not cover it.
    public func result(for indicator: Int) -> Result? {
        results.indices.first { results[$0].indicator == indicator }.map { results[$0] }
    }

    /// The node of the value for an indicator, or nothing when the formula does not cover it; spares a copy of the result
    /// where a pack is loaded.
    public func value(for indicator: Int) -> NodeID? {
        results.indices.first { results[$0].indicator == indicator }.map { results[$0].value }
    }
}
