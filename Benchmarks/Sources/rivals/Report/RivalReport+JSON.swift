internal import EmpreinteText

extension RivalReport {
    /// The report for programs.
    var json: JSON {
        .object(of: [
            "benchmark": "rivals", "vector_bits": .integer(vectorBits), "cases": .array(cases),
            "ratios": .array(contests.map(ratios)), "block_heights": .array(heights.flatMap(speeds)),
            "composition": .array(compositions.map(json)),
        ])
    }

    private var cases: [JSON] {
        contests.flatMap { contest in
            contest.allEntries.map { entry in
                .object(of: [
                    "case": .string(contest.name), "engine": .string(entry.engine), "threads": .integer(entry.threads),
                    "people": .integer(contest.people), "people_per_second": .number(entry.peoplePerSecond.rounded()),
                ])
            }
        }
    }

    private func ratios(_ contest: Contest) -> JSON {
        .object(of: [
            "case": .string(contest.name), "people": .integer(contest.people),
            "c": contest.ratio(to: "c").map(JSON.number), "numpy": contest.ratio(to: "numpy").map(JSON.number),
            "openfisca": contest.ratio(to: "openfisca").map(JSON.number),
            "scalar": contest.ratio(to: "scalar").map(JSON.number),
            "two_threads": contest.speedUp().map(JSON.number),
            "two_threads_without_others": contest.ownSpeedUp().map(JSON.number),
            "c_two_threads": contest.speedUp(of: "c").map(JSON.number),
        ])
    }

    private func speeds(_ heights: BlockHeights) -> [JSON] {
        heights.peoplePerSecond.map { height, speed in
            .object(of: [
                "case": .string(heights.name), "people": .integer(heights.people), "height": .integer(height),
                "people_per_second": .number(speed.rounded()), "chosen": .bool(height == heights.chosen),
            ])
        }
    }

    private func json(_ composition: Composition) -> JSON {
        .object(of: [
            "case": .string(composition.name),
            "nanoseconds_per_person": .object(composition.nanoseconds.map { .init($0.way, .number($0.time)) }),
            "instructions": .object(composition.kinds.map { .init($0.kind, .integer($0.count)) }),
        ])
    }
}
