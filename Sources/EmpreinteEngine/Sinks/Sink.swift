/// What takes the results of a run, a block at a time.
///
/// Each thread feeds a copy of its own; the copies merge in any order, so a sink must not depend on one: merging the
/// parts of any partition of the lanes gives the same bits.
public protocol Sink: Sendable {
    /// The sink as it was before it absorbed anything.
    func emptied() -> Self

    /// Takes the results of a block of lanes in one year.
    mutating func absorb(_ block: borrowing Block)

    /// Adds what another one took.
    mutating func merge(_ other: Self)

    /// Refuses a run whose results have no place.
    func check(laneCount: Int, yearCount: Int, outputCount: Int) throws(RunError)
}

extension Sink {
    public func check(laneCount: Int, yearCount: Int, outputCount: Int) throws(RunError) {}
}

/// Two sinks fed by one run.
public struct Both<First: Sink, Second: Sink>: Sink {
    /// The sink fed first.
    public private(set) var first: First
    /// The sink fed after it.
    public private(set) var second: Second

    public init(_ first: First, _ second: Second) {
        self.first = first
        self.second = second
    }

    public func emptied() -> Self { Both(first.emptied(), second.emptied()) }

    public mutating func absorb(_ block: borrowing Block) {
        first.absorb(block)
        second.absorb(block)
    }

    public mutating func merge(_ other: Self) {
        first.merge(other.first)
        second.merge(other.second)
    }

    public func check(laneCount: Int, yearCount: Int, outputCount: Int) throws(RunError) {
        try first.check(laneCount: laneCount, yearCount: yearCount, outputCount: outputCount)
        try second.check(laneCount: laneCount, yearCount: yearCount, outputCount: outputCount)
    }
}
