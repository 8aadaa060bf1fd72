#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// How long something took, in seconds: by the clock on the wall, and in processor time of all threads.
public struct Elapsed: Sendable {
    public var wall: Double
    public var processor: Double

    public init(wall: Double, processor: Double) {
        self.wall = wall
        self.processor = processor
    }

    /// Times a body.
    public static func measure(_ body: () throws -> Void) rethrows -> Elapsed {
        let (wall, processor) = (now(CLOCK_MONOTONIC), now(CLOCK_PROCESS_CPUTIME_ID))
        try body()
        return Elapsed(wall: now(CLOCK_MONOTONIC) - wall, processor: now(CLOCK_PROCESS_CPUTIME_ID) - processor)
    }

    private static func now(_ clock: clockid_t) -> Double {
        var time = timespec()
        unsafe clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    public static func / (left: Elapsed, right: Double) -> Elapsed {
        Elapsed(wall: left.wall / right, processor: left.processor / right)
    }

    public static func += (left: inout Elapsed, right: Elapsed) {
        left.wall += right.wall
        left.processor += right.processor
    }
}

extension Collection<Double> {
    /// The middle value; NaN of nothing.
    public var median: Double { isEmpty ? .nan : sorted()[count / 2] }
}
