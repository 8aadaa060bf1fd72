public import EmpreinteModel

/// How many commitments are kept, and what that may be at least and at most.
public struct KeptRate: Sendable, Hashable {
    /// Commitments kept, one kept in part counting its level over what was promised.
    public internal(set) var kept = 0.0
    /// How many were dropped.
    public internal(set) var dropped = 0
    /// How many were kept in part.
    public internal(set) var partial = 0
    /// Those of which nothing is known.
    public internal(set) var unknown = 0
    /// How many there are.
    public internal(set) var all = 0

    public init() {}

    /// Counts a commitment.
    public mutating func add(_ commitment: Commitment, before date: CalendarDate? = nil) {
        all += 1
        guard let last = commitment.last(before: date) else {
            unknown += 1
            return
        }
        switch last.status {
        case .kept: kept += 1
        case .partial:
            partial += 1
            kept += min((last.level ?? 0) / commitment.level, 1)
        case .dropped: dropped += 1
        case .unknown: unknown += 1
        }
    }

    /// Of those that something is known of; nothing of none.
    public var rate: Double? { all == unknown ? nil : kept / Double(all - unknown) }

    /// The rate if all of the others were dropped, and if all were kept; nothing of none.
    public var bounds: ClosedRange<Double>? {
        guard all > 0 else { return nil }
        return kept / Double(all)...(kept + Double(unknown)) / Double(all)
    }
}
