public import EmpreinteGraph
public import EmpreinteUnits

/// A test written in a model: a person, and what is expected of the result.
public struct Expectation: Sendable {
    /// One expected value: of an indicator, a branch, or a leaf or step.
    public struct Value: Sendable {
        /// What the actions taken are expected to do to a value.
        public enum Change: String, Sendable, CaseIterable {
            case decreases, increases, stays
        }

        /// The id.
        public var id: String
        /// The value in the graph.
        public var node: NodeID
        /// The unit it is expected in.
        public var unit: Unit
        /// The value expected, in `unit`.
        public var value: Double
        /// The relative tolerance.
        public var tolerance: Double
        /// What is expected of the value beside the one without the actions; nothing where a value is.
        public var change: Change?
        /// Where it is written.
        public var place: Place

        public init(id: String, node: NodeID, unit: Unit, value: Double, tolerance: Double, place: Place) {
            self.id = id
            self.node = node
            self.unit = unit
            self.value = value
            self.tolerance = tolerance
            self.place = place
        }
    }

    /// What the test is called.
    public var name: String
    /// The person, with the actions taken at their full strength.
    public var person: Person
    /// What is expected.
    public var values: [Value]
    /// Where it is written.
    public var place: Place

    public init(name: String, person: Person, values: [Value], place: Place) {
        self.name = name
        self.person = person
        self.values = values
        self.place = place
    }
}
