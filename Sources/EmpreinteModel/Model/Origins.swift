public import EmpreinteGraph

/// Where graph nodes come from: an `OriginID` of the graph is a position in this table.
public struct Origins: Sendable {
    private var places: [Place] = []

    public init() {}

    mutating func reserveCapacity(_ count: Int) { places.reserveCapacity(count) }

    /// Remembers a place and gives the id to attach to a node.
    public mutating func add(_ place: Place) -> OriginID {
        places.append(place)
        return OriginID(rawValue: Int32(clamping: places.count - 1))
    }

    /// The place of a node's origin, or nothing for nodes made by passes.
    public subscript(origin: OriginID) -> Place? {
        places.indices.contains(Int(origin.rawValue)) ? places[Int(origin.rawValue)] : nil
    }
}
