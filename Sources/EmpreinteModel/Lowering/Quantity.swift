public import EmpreinteGraph
public import EmpreinteUnits

/// A graph node with its meaning: unit or options, when it applies, and where it was written.
public struct Quantity: Sendable {
    /// What a value is.
    public enum Kind: Sendable, Hashable {
        case number(Unit)
        case flag
        case option(Codes)
    }

    /// The value in the graph.
    public var node: NodeID
    /// What sort of value it is, with its unit.
    public var kind: Kind
    /// The flag that says when the value applies; nothing means always.
    public var presence: NodeID?
    /// Where it is written.
    public var place: Place
    /// Whether it is a number written out in the formula, which is converted there and then; a figure keeps a node of
    /// its own, so that explanations meet it.
    var isWritten = false
    /// Whether it is a bare `0`, which takes the unit of what it meets.
    public var isBareZero = false

    public init(_ node: NodeID, _ kind: Kind, presence: NodeID? = nil, place: Place) {
        self.node = node
        self.kind = kind
        self.presence = presence
        self.place = place
    }

    /// The unit of a number, or nothing.
    public var unit: Unit? {
        if case .number(let unit) = kind { unit } else { nil }
    }

    /// The value's kind in words, for messages.
    public var words: String { kind.words }
}

extension Quantity.Kind {
    /// The kind in words, for messages.
    public var words: String {
        switch self {
        case .number(let unit): unit.words
        case .flag: "a condition"
        case .option: "an option"
        }
    }
}

extension Unit {
    /// The unit in words, for messages.
    public var words: String { self == .one ? "a plain number" : description }
}
