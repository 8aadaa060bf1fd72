internal import EmpreinteGraph
internal import Measures

/// The reference interpreter, one person after another.
final class ScalarRival: Rival {
    let engine = "scalar"
    let threadCount = 1
    let results: Results
    private let people: People
    private let evaluated: Case
    private var interpreter = Interpreter()

    /// Evaluates the first people, as many as take a moment.
    init(_ evaluated: Case, _ people: People) {
        self.evaluated = evaluated
        self.people = people
        let count = evaluated.graph.count > 5_000 ? 1_000 : 10_000
        results = Results(outputCount: evaluated.outputs.count, count: min(count, people.count))
    }

    /// What everybody else's results are compared with.
    static func results(of evaluated: Case, for people: People) -> Results {
        let rival = ScalarRival(evaluated, people)
        _ = rival.run(times: 1)
        return rival.results
    }

    func run(times: Int) -> Elapsed {
        var slots = evaluated.common
        return Elapsed.measure {
            for person in 0..<results.count * times {
                let person = person % results.count
                people.copy(person, into: &slots)
                interpreter.run(evaluated.graph, inputs: slots)
                for (output, node) in evaluated.outputs.enumerated() {
                    unsafe results.column(output)[person] = interpreter.values[node.index]
                }
            }
        }
    }
}
