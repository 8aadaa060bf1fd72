internal import Synchronization

/// A way to stop runs from any thread; a run looks at it once a chunk of lanes.
public final class Cancellation: Sendable {
    private let flag = Atomic(false)

    public init() {}

    /// Stops the runs that hold this.
    public func cancel() { flag.store(true, ordering: .relaxed) }

    /// Whether somebody cancelled.
    public var isCancelled: Bool { flag.load(ordering: .relaxed) }
}
