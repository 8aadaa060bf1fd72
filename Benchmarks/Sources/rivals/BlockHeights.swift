internal import EmpreinteEngine
internal import Measures

/// The speed of the engine by block height.
struct BlockHeights {
    let name: String
    /// The height the plan chooses.
    let chosen: Int
    let people: Int
    private(set) var peoplePerSecond: [(height: Int, speed: Double)] = []

    init(_ evaluated: Case, people count: Int, rounds: Int) throws {
        name = evaluated.name
        chosen = evaluated.plan.blockHeight
        people = count
        let people = People(count, asked: evaluated.questions)
        let reference = ScalarRival.results(of: evaluated, for: people)
        let heights = [64, 128, 256, 512, 1_024, 2_048, 4_096]
        let rivals = heights.map { EmpreinteRival(evaluated.plan, people, height: $0) }
        var seconds = heights.map { _ in [Double]() }
        for round in -1..<rounds {
            for (place, rival) in rivals.enumerated() {
                rival.results.erase()
                let elapsed = try rival.run(times: 1)
                try rival.results.check(against: reference, "blocks of \(heights[place])")
                if round >= 0 { seconds[place].append(elapsed.processor) }
            }
        }
        peoplePerSecond = zip(heights, seconds).map { ($0, Double(count) / $1.median) }
    }
}
