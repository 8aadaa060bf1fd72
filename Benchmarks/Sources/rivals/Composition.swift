internal import EmpreinteEngine
internal import Measures

/// What the time of one person is made of.
struct Composition {
    let name: String
    /// Nanoseconds a person for each way to run.
    private(set) var nanoseconds: [(way: String, time: Double)] = []
    /// How many instructions of each kind the plan has, the most frequent first.
    let kinds: [(kind: String, count: Int)]

    init(_ evaluated: Case, people count: Int, rounds: Int) throws {
        name = evaluated.name
        kinds = Self.kinds(in: evaluated.plan.description)
        let everybody = People(count, asked: evaluated.questions)
        let few = People(evaluated.plan.blockHeight, asked: evaluated.questions)
        let whole = EmpreinteRival(evaluated.plan, everybody)
        let resident = EmpreinteRival(evaluated.plan, few)
        let blocks = max(1, count / few.count)
        var sum: UInt64 = 0
        let ways: [(String, people: Int, run: () throws -> Elapsed)] = [
            ("everything, from memory to memory", count, { try whole.run(times: 1) }),
            ("without writing results", count, { try whole.runWithoutResults(times: 1) }),
            ("one block of people again and again", blocks * few.count, { try resident.run(times: blocks) }),
            ("reading the answers and nothing else", count, { Elapsed.measure { sum = everybody.readThrough() } }),
        ]
        var seconds = ways.map { _ in [Double]() }
        for round in -1..<rounds {
            for (place, way) in ways.enumerated() {
                let elapsed = try way.run()
                if round >= 0 { seconds[place].append(elapsed.processor / Double(way.people)) }
            }
        }
        for (rival, people) in [(whole, everybody), (resident, few)] {
            try rival.results.check(against: ScalarRival.results(of: evaluated, for: people), rival.engine)
        }
        guard sum == everybody.readThrough() else { throw Failure("the answers were not read") }
        nanoseconds = zip(ways, seconds).map { ($0.0, $1.median * 1e9) }
    }

    /// Counts the lines `  s3 = add s0 c1` of a plan by their second word.
    private static func kinds(in plan: String) -> [(kind: String, count: Int)] {
        var counts: [Substring: Int] = [:]
        for line in plan.split(separator: "\n") where line.hasPrefix("  s") {
            let words = line.split(separator: " ")
            if words.count > 2 { counts[words[2], default: 0] += 1 }
        }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { (String($0.key), $0.value) }
    }
}
