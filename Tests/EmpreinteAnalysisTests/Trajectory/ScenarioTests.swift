import EmpreinteAnalysis
import EmpreinteModel
import EmpreinteText
import Testing

/// Trajectories along scenarios and plans, on a pack small enough to compute by hand.
@Suite struct ScenarioTests {
    /// 1 000 km and 100 × the rate of the fuel: 2 000 kg for who burns oil, whatever the year.
    private static func model() throws -> Model {
        try ActedModel.load(
            questions: """
                  km: {unit: km/year, range: [0, 5000], default: 1000}
                  bus: {unit: km/year, default: 0}
                  fuel: {options: {oil: Oil, gas: Gas, power: Power}, default: oil}
                """,
            ghg: "km * one + bus * one + heat[fuel] * 1 km/year",
            actions: """
                  a.half: {who: person, domain: all, applies_if: km > 500 km/year, effects: [{scale: {target: km, to: 50 %}}], ramp: {shape: linear, years: 4}, source: src.a}
                  a.bus: {who: person, domain: all, effects: [{move: {from: km, to: bus, share: 80 %, rate: 0}}], source: src.a}
                  a.coach: {who: person, domain: all, effects: [{move: {from: km, to: bus, share: 40 %, rate: 0}}], source: src.a}
                  a.gas: {who: public, domain: all, effects: [{set: {target: fuel, to: gas}}], source: src.a}
                  a.power: {who: public, domain: all, excludes: [a.gas], effects: [{set: {target: fuel, to: power}}], source: src.a}
                  a.talk: {who: person, domain: all, effects: none, reason: nobody knows}
                ---
                kind: scenarios
                scenarios:
                  trend: {label: Trend, plan: []}
                  slow: {label: Slow, extends: trend, left_at_trend: [Sinks], plan: [{action: a.half, start: 2026}], assumption: true, reason: straight lines}
                  same: {label: Same, extends: slow, plan: []}
                  split:
                    label: Split
                    plan: [{action: a.gas, start: 2026, adoption: {2026: 0 %, 2030: 40 %}}, {action: a.talk}]
                    source: src.a
                """,
            factors: """
                  heat: {options: {oil: 1000 kgCO2e/km, gas: 500 kgCO2e/km, power: 100 kgCO2e/km}, year: 2024, source: src.a}
                """)
    }

    private static func request(
        _ scenario: String = "", plan: String? = nil, people: [Person] = [], options: [String: String] = [:]
    ) throws -> Analysis.Request {
        var request = Analysis.Request(
            try model(), people: people,
            options: options.merging(["scenario": scenario, "to": "2030"]) { own, _ in own })
        guard let plan else { return request }
        var reader = DocumentReader([.plan], addingTo: request.sources)
        var diagnostics = Diagnostics()
        for document in reader.read(Array(plan.utf8), path: "plan.yaml", &diagnostics) {
            request.documents.add(document, &diagnostics)
        }
        request.sources = reader.sources
        try diagnostics.throwIfErrors(in: reader.sources)
        return request
    }

    private static func data(_ request: Analysis.Request) throws -> JSON {
        .object(try Analysis.trajectory.run(request).data)
    }

    private static func total(_ data: JSON?, _ path: String...) -> [Double]? {
        var place = data
        for name in path { place = place?[name] }
        guard case .array(let items)? = place?["ghg"]?["total"] else { return nil }
        return items.compactMap(\.double)
    }

    // MARK: Values

    /// Half of 1 000 km gone in four years from 2026.
    @Test func aScenarioIsComputedByHand() throws {
        let data = try Self.data(Self.request("slow"))
        #expect(Self.total(data, "group") == [2000, 2000, 1875, 1750, 1625, 1500])
        #expect(Self.total(data, "group", "baseline") == [2000, 2000, 2000, 2000, 2000, 2000])
        #expect(Self.total(data["people"]?[0]) == [2000, 2000, 1875, 1750, 1625, 1500])
        #expect(data["scenarios"]?[0]?["left_at_trend"] == .array([.string("Sinks")]))
        #expect(data["scenarios"]?[0]?["assumption"] == .string("straight lines"))
    }

    /// 10 % a year more switch from 1 000 to 500 kg.
    @Test func partOfThePeopleSwitchMoreAndMore() throws {
        let data = try Self.data(Self.request("split"))
        let values = try #require(Self.total(data, "group"))
        for (value, expected) in zip(values, [2000.0, 2000, 1950, 1900, 1850, 1800]) {
            #expect(abs(value - expected) < 1e-9)
        }
    }

    @Test func scenariosStandSideBySide() throws {
        let data = try Self.data(Self.request("trend, slow,same"))
        #expect(Self.total(data, "group", "scenarios", "trend") == [2000, 2000, 2000, 2000, 2000, 2000])
        #expect(data["group"]?["scenarios"]?["same"] == data["group"]?["scenarios"]?["slow"])
        #expect(data["group"]?["baseline"] == data["group"]?["scenarios"]?["trend"])
        let report = try Analysis.trajectory.run(Self.request("trend,slow"))
        let labels = report.sections.compactMap { section -> [String]? in
            if case .series(let series) = section.body { series.lines.map(\.label) } else { nil }
        }
        #expect(labels == [["Trend", "Slow"]])
        #expect(report.records?.rows.count == 12)
    }

    /// The plan starts at once and at half of its level; it says nothing of gas, which the scenario goes on with.
    @Test func aPlanGoesBeforeTheScenario() throws {
        let plan = "kind: plan\nplan: [{action: a.half, start: 2020, level: 50 %}]"
        let data = try Self.data(Self.request("slow", plan: plan))
        #expect(Self.total(data, "group") == [1750, 1750, 1750, 1750, 1750, 1750])
        let both = try Self.data(Self.request("split", plan: plan))
        #expect(abs(try #require(Self.total(both, "group")?.last) - 1550) < 1e-9)
        let none = try Self.data(Self.request("slow", plan: "kind: plan\nplan: [{action: a.half, level: 0}]"))
        #expect(Self.total(none, "group") == [2000, 2000, 2000, 2000, 2000, 2000])
    }

    /// One of two drives half as much from 2028 on, without a ramp for the bus.
    @Test func aPlanMayBeOnePersons() throws {
        let plan = "kind: plan\nplan: [{action: a.bus, start: 2028, person: p02}]"
        let people = [Person(id: "p01"), Person(id: "p02", weight: 3)]
        let data = try Self.data(Self.request(plan: plan, people: people))
        #expect(Self.total(data["people"]?[0]) == [2000, 2000, 2000, 2000, 2000, 2000])
        #expect(Self.total(data["people"]?[1]) == [2000, 2000, 2000, 1200, 1200, 1200])
        #expect(Self.total(data, "group")?.last == 1400)
    }

    @Test func whatWasTakenWasBegunBefore() throws {
        let model = try Self.model()
        let half = try #require(model.action("a.half"))
        let people = [Person(id: "p01", taken: [half]), Person(id: "p02")]
        let data = try Self.data(Self.request(people: people))
        #expect(Self.total(data["people"]?[0]) == [1500, 1500, 1500, 1500, 1500, 1500])
        #expect(Self.total(data["people"]?[1]) == [2000, 2000, 2000, 2000, 2000, 2000])
        // Who has done it already goes on; the other begins with the scenario.
        let slow = try Self.data(Self.request("slow", people: people))
        #expect(Self.total(slow["people"]?[0]) == [1500, 1500, 1500, 1500, 1500, 1500])
        #expect(Self.total(slow["people"]?[1])?.last == 1500)
    }

    @Test func gainsAddUpToTheDifference() throws {
        let plan = "kind: plan\nplan: [{action: a.bus, start: 2026}, {action: a.gas, start: 2027}]"
        let request = try Self.request("slow", plan: plan, options: ["attribution": "all"])
        let data = try Self.data(request)
        let after = try #require(Self.total(data, "group"))
        for method in ["in_order", "shapley"] {
            guard case .object(let actions)? = data["group"]?["attribution"]?["ghg"]?[method] else {
                Issue.record("no \(method)")
                continue
            }
            #expect(actions.map(\.key).sorted() == ["a.bus", "a.gas", "a.half"])
            for year in after.indices {
                let sum = actions.reduce(0) { $0 + ($1.value[year]?.double ?? .nan) }
                #expect(abs(sum - (2000 - after[year])) < 1e-9)
            }
        }
        #expect(
            refusals { try Self.data(Self.request("slow,trend", options: ["attribution": "shapley"])) } == [
                "attribution.course -"
            ])
    }

    // MARK: What is said

    @Test func notesSayWhatTheFiguresRestOn() throws {
        let people = [Person(id: "p01"), Person(id: "p02", answers: [0: 100])]
        let plan = "kind: plan\nplan: [{action: a.bus}, {action: a.coach}]"
        let text = ReportText().render(try Analysis.trajectory.run(Self.request("slow", plan: plan, people: people)))
            .split(separator: "\n").map { $0.drop { $0 == " " || $0 == "•" } }.joined(separator: " ")
        for note in [
            "It moves: a.half, a.bus, a.coach.", "Left at trend: Sinks.", "The scenario is assumed: straight lines.",
            "a.half: does not apply to 1 of 2 people.",
            "Shares that come to more than 100 % are reduced in proportion: a.bus, a.coach.",
            "No published ramp, so from one year to the next: a.bus, a.coach.",
        ] {
            #expect(text.contains(note), "\(text)")
        }
        let split = ReportText().render(try Analysis.trajectory.run(Self.request("split")))
        #expect(split.contains("Not quantified: a.talk."))
        #expect(split.contains("Options taken by part of the people: 2 combinations"))
    }

    // MARK: What is refused

    @Test(arguments: [
        ("[{action: a.half, person: p02}]", "choice.not_applicable 2:17"),
        ("[{action: a.bus, person: p9}]", "choice.person 2:17"),
        ("[{action: a.gas}, {action: a.power}]", "choice.excluded 2:34"),
        ("[{action: a.nothing}]", "action.unknown 2:17"),
        ("[{action: a.gas, level: 2}]", "choice.level 2:31"),
    ])
    func plansAreChecked(choices: String, refusal: String) throws {
        let people = [Person(id: "p01"), Person(id: "p02", answers: [0: 100])]
        #expect(
            refusals { try Self.data(Self.request(plan: "kind: plan\nplan: \(choices)", people: people)) } == [refusal])
    }

    @Test func scenariosAndSeedsAreChecked() {
        #expect(refusals { try Self.data(Self.request("slow,nowhere")) } == ["scenario.unknown -"])
        #expect(refusals { try Self.data(Self.request(options: ["seed": "soon"])) } == ["option.seed -"])
    }

    // MARK: Crowds

    /// Whoever is followed in blocks, on any number of threads, has the bits of those followed one by one.
    @Test func aCrowdHasTheBitsOfItsPeople() throws {
        let request = try Analysis.trajectory.checked(try Self.request("split", options: ["seed": "7"]))
        let model = request.model
        let people = (0..<5_000).map { Person(id: "p\($0)", weight: 1, answers: [0: Double($0 % 900)]) }
        var each: [[Double]] = []
        var whole = try TrajectoryRun(request, isCrowd: true)
        try whole.add(people) { each.append($1[0]) }
        var means: [JSON] = [.object(try whole.report().data)]
        for threads in [1, 3] {
            var crowd = try TrajectoryRun(request, isCrowd: true, threadCount: threads)
            for start in stride(from: 0, to: people.count, by: 1_024) {
                try crowd.add(PeopleColumns(people[start..<min(start + 1_024, people.count)], model))
            }
            means.append(.object(try crowd.report().data))
        }
        #expect(means[1]["group"] == means[0]["group"])
        #expect(means[2] == means[1])
        // Everybody either switches for good or never does.
        for (person, values) in zip(people, each) {
            let travel = person.answers[0] ?? 0
            let heat = values.map { ($0 - travel).rounded() }
            #expect(Set(heat).isSubset(of: [1000, 500]))
            #expect(zip(heat, heat.dropFirst()).allSatisfy { $0 >= $1 })
        }
        let mean = try #require(Self.total(means[1], "group"))
        let travel = people.reduce(0) { $0 + ($1.answers[0] ?? 0) } / 5_000
        // 40 % of 5 000 switch, give or take 4 standard deviations of 0.7 %.
        #expect(abs((1000 - (mean[5] - travel)) / 500 - 0.4) < 0.028)
    }

    @Test func recordsHoldEachPerson() throws {
        let request = try Analysis.trajectory.checked(try Self.request("slow"))
        var run = try TrajectoryRun(request, isCrowd: false)
        var lines = TrajectoryRecords(run, isJSON: true, style: .international)
        var table = TrajectoryRecords(run, isJSON: false, style: .international)
        try run.add([Person(id: "p01")]) {
            lines.write($0, $1)
            table.write($0, $1)
        }
        #expect(
            String(decoding: lines.take(), as: UTF8.self)
                == #"{"id":"p01","scenario":"slow","years":[2025,2026,2027,2028,2029,2030],"#
                + #""ghg":{"total":[2000,2000,1875,1750,1625,1500],"categories":{"all":[2000,2000,1875,1750,1625,1500]}}}"#
                + "\n")
        let rows = String(decoding: table.take(), as: UTF8.self).split(whereSeparator: \.isNewline)
        #expect(
            rows.prefix(4).map(String.init) == [
                "id,scenario,year,ghg,ghg.all", "p01,slow,2025,2000,2000", "p01,slow,2026,2000,2000",
                "p01,slow,2027,1875,1875",
            ])
        #expect(rows.count == 7)
    }
}
