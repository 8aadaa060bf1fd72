/// The results of a few lanes in one year, on loan while a sink absorbs them.
@safe
public struct Block: ~Copyable {
    /// The lane the block starts at.
    public let firstLane: Int
    /// How many lanes it holds.
    public let laneCount: Int
    /// The position of the year in the run.
    public let year: Int
    /// How many outputs it holds.
    public var outputCount: Int { outputs.count }
    private let slots: UnsafePointer<UnsafeMutableRawPointer>
    private let outputs: [Int]

    init(_ plan: Plan, _ scratch: borrowing Scratch, firstLane: Int, laneCount: Int, year: Int) {
        self.firstLane = firstLane
        self.laneCount = laneCount
        self.year = year
        outputs = plan.outputs
        unsafe slots = UnsafePointer(scratch.slots)
    }

    /// Reads the values of an output, a number a lane: a flag as 0 or 1, a code as its integer.
    /// - Precondition: there is such an output.
    public func withNumbers<Result>(of output: Int, _ body: (Span<Double>) -> Result) -> Result {
        let column = unsafe slots[outputs[output]].assumingMemoryBound(to: Double.self)
        return body(unsafe UnsafeBufferPointer(start: column, count: laneCount).span)
    }
}
