internal import EmpreinteEngine
internal import EmpreinteGraph
internal import EmpreinteText
internal import Measures

/// Everything that was measured, for people and for programs.
struct RivalReport {
    /// How wide the vectors of the C loop are, which tells the baseline from other flags.
    let vectorBits: Int
    private var descriptions: [String] = []
    var contests: [Contest] = []
    var heights: [BlockHeights] = []
    var compositions: [Composition] = []

    init(vectorBits: Int) { self.vectorBits = vectorBits }

    mutating func describe(_ evaluated: Case) {
        let counts = evaluated.plan.instructionCounts
        descriptions.append(
            "\(evaluated.name): \(evaluated.questions.count) inputs, "
                + "\(evaluated.graph.count) nodes of depth \(evaluated.depth), "
                + "\(counts.yearFree + counts.yearly) instructions, \(evaluated.outputs.count) outputs, "
                + "blocks of \(evaluated.plan.blockHeight)")
    }

    // MARK: For people

    var text: String {
        (["vectors of \(vectorBits) bits"] + descriptions + [speeds, ratios, sweep, shares]).joined(separator: "\n\n")
    }

    private var speeds: String {
        var table = TextTable("case", "people", "engine", "threads", "Mpeople/s", "ns/person")
        for contest in contests {
            for entry in contest.allEntries {
                table.add(
                    contest.name, String(contest.people), entry.engine, String(entry.threads),
                    (entry.peoplePerSecond / 1e6).text(decimals: 3), (1e9 / entry.peoplePerSecond).text(decimals: 1))
            }
        }
        return table.description
    }

    private var ratios: String {
        var table = TextTable(
            "times as fast as", "people", "c", "numpy", "openfisca", "scalar", "one thread", "without others", "c: one")
        for contest in contests {
            let ratios =
                ["c", "numpy", "openfisca", "scalar"].map { contest.ratio(to: $0) }
                + [contest.speedUp(), contest.ownSpeedUp(), contest.speedUp(of: "c")]
            table.add([contest.name, String(contest.people)] + ratios.map { $0?.text() ?? "" })
        }
        return table.description
    }

    private var sweep: String {
        var table = TextTable("block height", "people", "64", "128", "256", "512", "1024", "2048", "4096", "chosen")
        for height in heights {
            let speeds = height.peoplePerSecond.map { ($0.speed / 1e6).text() }
            table.add([height.name, String(height.people)] + speeds + [String(height.chosen)])
        }
        return table.description
    }

    private var shares: String {
        compositions.map { composition in
            var table = TextTable("\(composition.name): what the time is made of", "ns/person")
            for (way, time) in composition.nanoseconds { table.add(way, time.text(decimals: 1)) }
            let kinds = composition.kinds.map { "\($0.kind) \($0.count)" }.joined(separator: ", ")
            return "\(table)\ninstructions: \(kinds)"
        }.joined(separator: "\n\n")
    }
}
