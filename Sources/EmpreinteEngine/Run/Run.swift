internal import Dispatch
public import EmpreinteGraph
internal import Synchronization

/// One evaluation of a plan: its inputs, how many lanes, and how to go about it.
///
/// A lane's results have the same bits alone, in any company, on any number of threads and at any block height.
public struct Run: Sendable {
    /// What a run gives for an input slot, as the binding announced.
    public enum Input: Sendable {
        case uniform(Scalar)
        /// A value a year of the run, in order; as many for all such inputs.
        case byYear([Scalar])
        /// A value a lane.
        case lane(Column)
    }

    /// The plan that is run.
    public let plan: Plan
    /// How many lanes there are.
    public var laneCount: Int
    /// By input slot. What the plan does not need may be left out, and is ignored when given.
    public var inputs: [Int: Input]
    /// How many threads share the blocks.
    public var threadCount = 1
    /// Lanes a block, from 1 to 4 096; the plan's own choice when not said.
    public var blockHeight: Int?
    /// What stops it; nothing when nobody can.
    public var cancellation: Cancellation?
    /// Hears how many lanes are done, after each chunk of them, on the thread that did it.
    public var progress: (@Sendable (_ lanesDone: Int) -> Void)?

    public init(_ plan: Plan, laneCount: Int, inputs: [Int: Input]) {
        self.plan = plan
        self.laneCount = laneCount
        self.inputs = inputs
    }

    /// Evaluates every lane in every year and feeds the results to a sink, a block at a time, in no set order.
    /// - Throws: what is wrong with the inputs or the sink, before anything is computed; `cancelled` and `callFailed`,
    ///   after which the sink holds nothing but what it wrote elsewhere.
    public func feed<S: Sink>(_ sink: inout S) throws(RunError) {
        let inputs = try CheckedInputs(self)
        try sink.check(laneCount: laneCount, yearCount: inputs.yearCount, outputCount: plan.outputs.count)
        guard laneCount > 0 else { return }

        let height = min(max(blockHeight ?? plan.blockHeight, 1), 4_096)
        let chunks = Chunks(laneCount: laneCount, height: height, threadCount: threadCount)
        let workerCount = min(max(threadCount, 1), chunks.count)
        let rows = try inputs.rows(of: plan)
        let empty = sink.emptied()
        let total = Mutex(empty)
        let done = Atomic(0)
        let failure = Mutex<CallFailure?>(nil)
        let work: @Sendable (Int) -> Void = { _ in
            var own = empty
            var worker = Worker(
                plan, columns: inputs.columns, rows: rows, yearCount: inputs.yearCount, height: height,
                blockCount: laneCount / height / workerCount)
            while !isCancelled, failure.withLock({ $0 == nil }), let lanes = chunks.next() {
                do throws(CallFailure) {
                    try worker.run(lanes, into: &own)
                } catch {
                    failure.withLock { $0 = $0 ?? error }
                    return
                }
                let lanesDone = done.wrappingAdd(lanes.count, ordering: .relaxed).newValue
                progress?(lanesDone)
            }
            total.withLock { $0.merge(own) }
        }
        if workerCount == 1 { work(0) } else { DispatchQueue.concurrentPerform(iterations: workerCount, execute: work) }
        guard !isCancelled else { throw .cancelled }
        if let failure = failure.withLock({ $0 }) { throw .callFailed(failure) }
        total.withLock { sink.merge($0) }
    }

    private var isCancelled: Bool { cancellation?.isCancelled ?? false }
}

/// The lanes of a run in pieces of whole blocks, about eight a thread, taken one after another by whoever is free.
private struct Chunks: ~Copyable {
    private let laneCount: Int
    private let size: Int
    private let taken = Atomic(0)
    let count: Int

    init(laneCount: Int, height: Int, threadCount: Int) {
        self.laneCount = laneCount
        let blockCount = (laneCount - 1) / height + 1
        let pieces = 8 * min(max(threadCount, 1), 1 << 20)
        let blocks = max(1, blockCount / pieces)
        size = blocks * height
        count = (blockCount - 1) / blocks + 1
    }

    func next() -> Range<Int>? {
        let chunk = taken.wrappingAdd(1, ordering: .relaxed).oldValue
        guard chunk < count else { return nil }
        return chunk * size..<min(laneCount, (chunk + 1) * size)
    }
}
