public import EmpreinteGraph

/// How a graph is about to be evaluated: what each input varies along, and which values are wanted.
///
/// A binding is the key of a plan: equal bindings of one graph stage the same program.
public struct Binding: Sendable, Hashable {
    /// What an input varies along.
    public enum Source: Sendable, Hashable {
        /// Known now, and compiled in: a flag as 0 or 1, a code as its integer.
        case literal(Scalar)
        /// One value a run.
        case uniform
        /// One value a year of the run. The year itself is such an input when a run has several.
        case byYear
        /// A column: one value a lane.
        case lane

        /// Literals are equal when their bits are.
        public static func == (left: Self, right: Self) -> Bool {
            switch (left, right) {
            case (.literal(let left), .literal(let right)): left.bitPattern == right.bitPattern
            case (.uniform, .uniform), (.byYear, .byYear), (.lane, .lane): true
            default: false
            }
        }

        public func hash(into hasher: inout Hasher) {
            switch self {
            case .literal(let value): hasher.combine(value.bitPattern)
            case .uniform: hasher.combine(1)
            case .byYear: hasher.combine(2)
            case .lane: hasher.combine(3)
            }
        }
    }

    /// The source of each input slot; slots beyond are the literal 0.
    public var inputs: [Source]

    /// The nodes whose values are wanted, in the order results are given; one may be asked twice.
    public var outputs: [NodeID]

    public init(inputs: [Source], outputs: [NodeID]) {
        self.inputs = inputs
        self.outputs = outputs
    }

    /// The source of a slot.
    public subscript(slot: Int) -> Source { inputs.indices.contains(slot) ? inputs[slot] : .literal(0) }
}
