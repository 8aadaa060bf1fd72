internal import Empreinte
internal import Measures

/// What the door costs: seconds by round.
struct DoorReport {
    let people: Int
    let swift: [Double]
    let c: [Double]
    let answer: [Double]

    /// The speed through C over that of Swift, the median of the rounds.
    var ratio: Double { zip(swift, c).map { $0 / $1 }.median }

    var text: String {
        var table = TextTable("through", "ns/person", "people/s")
        for (name, seconds) in [("Swift, blocks", swift), ("C, borrowed columns", c)] {
            let each = seconds.median / Double(people)
            table.add(name, (each * 1e9).text(decimals: 1), (1 / each).text(decimals: 0))
        }
        return """
            \(people) people, one thread

            \(table)

            C over Swift: \(ratio.text()) of its speed
            one changed answer to every output through C: \((answer.median * 1e9).text(decimals: 0)) ns
            """
    }

    var json: JSON {
        .object(of: [
            "benchmark": "door", "people": .integer(people), "swift_seconds": .number(swift.median),
            "c_seconds": .number(c.median), "ratio": .number(ratio),
            "changed_answer_nanoseconds": .number(answer.median * 1e9),
        ])
    }
}
