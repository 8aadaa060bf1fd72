#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The times of several stages over the rounds of one run, which take turns so that all meet the same disturbances.
struct Timings {
    private(set) var stages: [String] = []
    private var seconds: [String: [Double]] = [:]

    /// Runs a stage once, noting the processor time it takes; what it makes is freed later, outside.
    mutating func measure<Result>(_ stage: String, _ body: () throws -> Result) rethrows -> Result {
        let start = Self.now
        let result = try body()
        let end = Self.now
        if seconds[stage] == nil { stages.append(stage) }
        seconds[stage, default: []].append(end - start)
        return result
    }

    /// The median time of stages run together, in seconds.
    func median(_ stages: String...) -> Double { Self.middle(of: rounds(stages)) }

    /// The time that nine rounds in ten stay below.
    func ninth(_ stage: String) -> Double {
        let sorted = rounds([stage]).sorted()
        return sorted.isEmpty ? .nan : sorted[sorted.count * 9 / 10]
    }

    /// The median over the rounds of the ratio of stages to another.
    func ratio(of stages: String..., to base: String) -> Double {
        Self.middle(of: zip(rounds(stages), rounds([base])).map { $0 / $1 })
    }

    private func rounds(_ stages: [String]) -> [Double] {
        let columns = stages.map { seconds[$0] ?? [] }
        return (0..<(columns.map(\.count).min() ?? 0)).map { round in columns.reduce(0) { $0 + $1[round] } }
    }

    private static func middle(of values: [Double]) -> Double {
        values.isEmpty ? .nan : values.sorted()[values.count / 2]
    }

    /// Processor time, which a busy machine disturbs less than the time of day.
    private static var now: Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
