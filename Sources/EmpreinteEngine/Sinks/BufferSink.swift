/// Writes every result into the caller's memory, wherever strides say.
@safe
public struct BufferSink: Sink, @unchecked Sendable {
    /// How far apart, in numbers, the results of two neighbouring lanes, years and outputs stand.
    public struct Strides: Sendable, Hashable {
        /// From one lane to the next.
        public var lane: Int
        /// From one year to the next.
        public var year: Int
        /// From one output to the next.
        public var output: Int

        public init(lane: Int, year: Int, output: Int) {
            self.lane = lane
            self.year = year
            self.output = output
        }
    }

    private let buffer: UnsafeMutableBufferPointer<Double>
    private let strides: Strides

    /// - Parameters:
    ///   - buffer: the memory, the caller's and nobody else's until the run has ended, nor that of an input: results
    ///     may be computed there.
    ///   - strides: none negative, and no two results in one place.
    @unsafe
    public init(_ buffer: UnsafeMutableBufferPointer<Double>, strides: Strides) {
        unsafe self.buffer = buffer
        self.strides = strides
    }

    public func emptied() -> Self { self }
    public mutating func merge(_ other: Self) {}

    /// Where the results of lanes go in the first year, when they stand side by side and may be computed there.
    func place(of output: Int, firstLane: Int) -> UnsafeMutableRawPointer? {
        guard strides.lane == 1, let base = unsafe buffer.baseAddress else { return nil }
        return unsafe UnsafeMutableRawPointer(base + firstLane + output * strides.output)
    }

    public mutating func absorb(_ block: borrowing Block) {
        guard let base = unsafe buffer.baseAddress else { return }
        let start = block.firstLane * strides.lane + block.year * strides.year
        for output in 0..<block.outputCount {
            let target = unsafe base + start + output * strides.output
            block.withNumbers(of: output) { numbers in
                if strides.lane == 1 {
                    unsafe numbers.withUnsafeBufferPointer { numbers in
                        guard let first = numbers.baseAddress, unsafe first != UnsafePointer(target) else { return }
                        unsafe target.update(from: first, count: numbers.count)
                    }
                    return
                }
                for lane in numbers.indices { unsafe target[lane * strides.lane] = numbers[lane] }
            }
        }
    }

    public func check(laneCount: Int, yearCount: Int, outputCount: Int) throws(RunError) {
        guard laneCount > 0, yearCount > 0, outputCount > 0 else { return }
        var last = 0
        for (count, stride) in [
            (laneCount, strides.lane), (yearCount, strides.year), (outputCount, strides.output),
        ] {
            let (reach, overflows) = (count - 1).multipliedReportingOverflow(by: stride)
            let (sum, alsoOverflows) = last.addingReportingOverflow(reach)
            guard stride >= 0, !overflows, !alsoOverflows else { throw .sinkMismatched }
            last = sum
        }
        guard unsafe last < buffer.count else { throw .sinkMismatched }
    }
}
