internal import Measures

/// Several rivals on one case and the same people, taking turns so that all meet the same disturbances.
struct Contest {
    let name: String
    let people: Int
    private(set) var entries: [Entry] = []
    /// The engine against one rival each that leaves the system busy with what it gave back, which slowed whoever came
    /// next.
    var later: [Contest] = []

    /// What one rival took.
    struct Entry {
        let engine: String
        let threads: Int
        /// Seconds a person, by round.
        fileprivate(set) var rounds: [Elapsed] = []

        /// The median speed. One thread is timed by its processor, which other programs disturb less, and several by
        /// the wall.
        var peoplePerSecond: Double { 1 / rounds.map { threads == 1 ? $0.processor : $0.wall }.median }
    }

    /// Runs every rival once to warm up and to choose how often to repeat it, then so many rounds.
    ///
    /// - Parameter reference: the results all must agree with, those of the reference interpreter for some people.
    init(_ name: String, _ rivals: [any Rival], people: Int, rounds: Int, against reference: Results) throws {
        self.name = name
        self.people = people
        entries = rivals.map { Entry(engine: $0.engine, threads: $0.threadCount) }
        var times = rivals.map { _ in 1 }
        for round in -1..<rounds {
            for (place, rival) in rivals.enumerated() {
                rival.results.erase()
                let elapsed = try rival.run(times: times[place])
                try rival.results.check(against: reference, rival.engine)
                if let first = rivals.first, place > 0 {
                    try rival.results.check(against: first.results, rival.engine)
                }
                if round < 0 {
                    times[place] = Self.repetitions(of: elapsed)
                } else {
                    entries[place].rounds.append(elapsed / Double(rival.results.count * times[place]))
                }
            }
        }
    }

    /// Everybody once: of who is in several contests, what the first measured.
    var allEntries: [Entry] { entries + later.flatMap { $0.entries.dropFirst() } }

    /// How often to repeat what took so long, for a tenth of a second in all.
    static func repetitions(of elapsed: Elapsed) -> Int { max(1, Int((0.1 / max(elapsed.wall, 1e-6)).rounded(.up))) }

    subscript(engine: String, threads: Int) -> Entry? {
        entries.first { $0.engine == engine && $0.threads == threads }
    }

    /// How many times faster the engine is than a rival on one thread: the median over the rounds.
    func ratio(to engine: String) -> Double? {
        if let contest = later.first(where: { $0[engine, 1] != nil }) { return contest.ratio(to: engine) }
        guard let own = self["empreinte", 1], let rival = self[engine, 1] else { return nil }
        return zip(own.rounds, rival.rounds).map { $1.processor / $0.processor }.median
    }

    /// How many times faster two threads are than one, by the wall: the median over the rounds.
    func speedUp(of engine: String = "empreinte") -> Double? { speedUp(engine) { $0.wall / $1.wall } }

    /// The same from processor time alone, had both threads a core to themselves all the time.
    func ownSpeedUp(of engine: String = "empreinte") -> Double? { speedUp(engine) { 2 * $0.processor / $1.processor } }

    private func speedUp(_ engine: String, _ ratio: (_ one: Elapsed, _ two: Elapsed) -> Double) -> Double? {
        guard let one = self[engine, 1], let two = self[engine, 2] else { return nil }
        return zip(one.rounds, two.rounds).map(ratio).median
    }
}
