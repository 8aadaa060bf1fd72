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
    private var seconds: [String: [Clock: [Double]]] = [:]

    /// What is counted: the time that passes, or the work of all processors together.
    enum Clock: Hashable, CaseIterable {
        case wall, processor

        /// The seconds since some beginning.
        var now: Double {
            var time = timespec()
            unsafe clock_gettime(self == .wall ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
    }

    /// Runs a stage once, noting the time it takes; what it makes is freed later, outside.
    mutating func measure<Result>(_ stage: String, _ body: () throws -> Result) rethrows -> Result {
        let starts = Clock.allCases.map(\.now)
        let result = try body()
        let ends = Clock.allCases.map(\.now)
        if seconds[stage] == nil { stages.append(stage) }
        for (clock, (start, end)) in zip(Clock.allCases, zip(starts, ends)) {
            seconds[stage, default: [:]][clock, default: []].append(end - start)
        }
        return result
    }

    /// The median time of stages run together, in seconds.
    func median(_ stages: [String], _ clock: Clock) -> Double { Self.middle(of: rounds(stages, clock)) }

    /// The time that nine rounds in ten stay below.
    func ninth(_ stages: [String], _ clock: Clock) -> Double {
        let sorted = rounds(stages, clock).sorted()
        return sorted.isEmpty ? .nan : sorted[sorted.count * 9 / 10]
    }

    /// The median over the rounds of the ratio of stages to another.
    func ratio(of stages: [String], to base: String, _ clock: Clock) -> Double {
        Self.middle(of: zip(rounds(stages, clock), rounds([base], clock)).map { $0 / $1 })
    }

    private func rounds(_ stages: [String], _ clock: Clock) -> [Double] {
        let columns = stages.map { seconds[$0]?[clock] ?? [] }
        return (0..<(columns.map(\.count).min() ?? 0)).map { round in columns.reduce(0) { $0 + $1[round] } }
    }

    private static func middle(of values: [Double]) -> Double {
        values.isEmpty ? .nan : values.sorted()[values.count / 2]
    }
}
