/// The place of a node in its graph. Operands always have smaller identifiers than the nodes that read them.
public struct NodeID: Sendable, Hashable, Comparable {
    /// The position in the graph.
    public let rawValue: Int32

    public init(rawValue: Int32) { self.rawValue = rawValue }

    init(index: Int) { rawValue = Int32(index) }

    /// The position of the node's value in an array of all values.
    public var index: Int { Int(rawValue) }

    public static func < (left: NodeID, right: NodeID) -> Bool { left.rawValue < right.rawValue }
}

/// Where a node came from; what the number means is the caller's business.
public struct OriginID: Sendable, Hashable {
    /// The position in the table of places.
    public let rawValue: Int32

    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// No origin known.
    public static let none = OriginID(rawValue: -1)
}

/// The place of a function in its graph's `externals`.
public struct ExternalID: Sendable, Hashable {
    /// The position among the graph's functions.
    public let rawValue: Int32

    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// The position in `externals`.
    public var index: Int { Int(rawValue) }
}

/// The place of a curve in its graph's `curves`.
public struct CurveID: Sendable, Hashable {
    /// The position among the graph's curves.
    public let rawValue: Int32

    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// The position in `curves`.
    public var index: Int { Int(rawValue) }
}
