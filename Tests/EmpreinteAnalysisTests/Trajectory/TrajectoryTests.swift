import EmpreinteAnalysis
import EmpreinteModel
import EmpreinteText
import TestSupport
import Testing

@Suite struct TrajectoryTests {
    static let target = """

        ---
        kind: territory
        id: here
        targets:
          low: {indicator: ghg, per_person: 1000 kgCO2e/year, by: 2026, base_year: 2024, source: src.a}
          old: {indicator: ghg, per_person: 1 tCO2e/year, by: 2030, base_year: unknown, reason: never published, source: src.a}
          level: {indicator: energy, per_person: 1500 kWh/year, by: 2026, source: src.a}
        """

    private static func report(
        _ people: [Person] = [], from: Int = 2024, to: Int = 2026, in text: String = SmallModel.text
    ) throws -> Report {
        let model = try SmallModel.load(text)
        return try Analysis.trajectory.run(
            .init(model, people: people, options: ["from": "\(from)", "to": "\(to)"]))
    }

    /// The car gives 1 000, roads 100, and 1 500 kWh are worth 75, 60 and 45.
    @Test func theDefaultPersonIsComputedByHand() throws {
        let report = try Self.report(in: SmallModel.text + Self.target)
        let data = JSON.object(report.data)
        let person = try #require(data["people"]?[0])
        #expect(person["id"] == .string("default"))
        #expect(person["years"]?.numbers == [2024, 2025, 2026])
        #expect(person["ghg"]?["total"]?.numbers == [1175, 1160, 1145])
        #expect(person["ghg"]?["categories"]?["home"]?.numbers == [75, 60, 45])
        #expect(person["ghg"]?["cumulative"]?["value"]?.numbers == [2320])
        #expect(person["ghg"]?["cumulative"]?["unit"] == .string("kgCO2e"))
        #expect(data["group"]?["ghg"]?["total"]?.numbers == [1175, 1160, 1145])
    }

    /// From 1 175 in 2024 straight to 1 000 in 2026, and from 1 160 in 2025 in one year: 1 − 1000 ÷ 1160.
    @Test func theWayToATargetIsComputedByHand() throws {
        let report = try Self.report(from: 2025, in: SmallModel.text + Self.target)
        let targets = try #require(JSON.object(report.data)["people"]?[0]?["targets"])
        #expect(targets[0]?["path"]?.numbers == [1087.5, 1000])
        #expect(targets[0]?["gap"]?.numbers == [72.5, 145])
        #expect(targets[0]?["met"] == .bool(false))
        #expect(targets[0]?["overshoot"]?.numbers == [108.75])
        #expect(targets[0]?["first_year_met"] == .null)
        #expect(abs(try #require(targets[0]?["rate"]?.numbers.first) - (1 - 1000.0 / 1160)) < 1e-15)
        #expect(targets[1]?["not_computed"] == .string("never published"))
        #expect(targets[1]?["path"] == nil)
        #expect(targets[2]?["path"]?.numbers == [1500, 1500])
        #expect(targets[2]?["met"] == .bool(true))
        #expect(targets[2]?["first_year_met"]?.numbers == [2025])
    }

    @Test func textSaysWhatChanges() throws {
        let text = ReportText().render(try Self.report(in: SmallModel.text + Self.target))
        let lines = text.split(separator: "\n").map { $0.replacing("\u{A0}", with: " ") }
        #expect(
            lines.dropFirst(2) == [
                "  1.15 t CO2e a year   in 2026 · −2.6% since 2024 · 2.32 t in all",
                "Greenhouse gases   t CO2e a year",
                "                2024  2025  2026",
                "Total      ███  1.18  1.16  1.15",
                "  travel   ███  1.00  1.00  1.00",
                "  home     █▇▅  0.08  0.06  0.05",
                "  commons  ███  0.10  0.10  0.10",
                "low        █▇▇  1.18  1.09  1.00",
                "  1,500 kWh a year   in 2026 · unchanged since 2024 · 3,000 kWh in all",
                "Energy   kWh a year",
                "              2024   2025   2026",
                "Total   ███  1,500  1,500  1,500",
                "  home  ███  1,500  1,500  1,500",
                "level   ███  1,500  1,500  1,500",
                "• low: not reached by 2026, 145 kg too much in 2026, takes 14% less every year",
                "  from 2025.",
                "• old: not computed, never published.",
                "• level: first reached in 2024.",
                "• The same answers every year: only dated factors and trends move this path.",
            ], "\(text)")
    }

    /// The vector engine with a year axis, and the interpreter year by year: the same bits, whoever stands beside.
    @Test func everyYearHasTheBitsOfOneYear() throws {
        let model = try SmallModel.load()
        let evaluator = try PopulationEvaluator(model, years: 2020...2026)
        let single = Evaluator(model)
        var random = SplitMix64(seed: 7)
        let people = (0..<150).map { index -> Person in
            var person = SmallModel.person(
                model,
                [
                    "household.size": .random(in: 1...10, using: &random), "car.has": Double(index % 2),
                    "car.km": .random(in: 0...20_000, using: &random), "car.people": .random(in: 1...9, using: &random),
                    "home.power": .random(in: 0...9_000, using: &random),
                ])
            for input in model.inputs.indices where Bool.random(using: &random) { person.answers[input] = nil }
            person.id = "p\(index)"
            return person
        }
        let trajectories = try evaluator.trajectories(of: people)
        for (person, trajectory) in zip(people, trajectories) {
            #expect(trajectory.id == person.id)
            for (position, year) in (2020...2026).enumerated() {
                let footprint = try single.footprint(of: person, year: year)
                let expected = footprint.indicators.flatMap { [$0.total] + $0.categories.map(\.total) }
                let values = evaluator.outputs.indices.map { trajectory[$0][position] }
                #expect(values.map(\.bitPattern) == expected.map(\.bitPattern))
            }
        }
    }

    /// 1 to 10 people at home share 3 000 kWh; however they are cut into blocks, the weighted mean has the same bits.
    @Test func aGroupIsItsWeightedMean() throws {
        let model = try SmallModel.load()
        let evaluator = try PopulationEvaluator(model, years: 2024...2026)
        let people = (1...10).map { size in
            var person = SmallModel.person(model, ["household.size": Double(size)])
            person.weight = Double(size)
            return person
        }
        var whole = GroupTrajectory(evaluator)
        try whole.add(PeopleColumns(people, model), evaluator)
        var parts = GroupTrajectory(evaluator)
        for start in [7, 0, 3] {
            try parts.add(
                PeopleColumns(people[start..<min([0: 3, 3: 7, 7: 10][start] ?? 0, 10)], model), evaluator)
        }
        #expect(parts.people == 10)
        #expect(parts.weight == 55)
        for output in evaluator.outputs.indices { #expect(parts.mean[output] == whole.mean[output]) }
        // Each household's 3 000 kWh counts once: 30 000 over 55 people.
        let energy = try #require(evaluator.outputs.firstIndex { $0.id == "energy" })
        for value in whole.mean[energy] { #expect(abs(value - 30_000.0 / 55) < 1e-9) }
    }

    @Test func aCrowdIsShownAsItsMean() throws {
        let crowd = try Self.report((0...1_000).map { Person(id: "p\($0)") })
        let data = JSON.object(crowd.data)
        #expect(data["people"] == .array([]))
        #expect(data["group"]?["people"] == .integer(1_001))
        #expect(data["group"]?["ghg"]?["total"]?.numbers == [1175, 1160, 1145])
        #expect(crowd.records?.rows.count == 3)
    }

    @Test func aYearAPersonStatesIsLeftAside() throws {
        let stated = try Self.report([Person(id: "default", year: 2021)])
        #expect(stated.data == (try Self.report([Person(id: "default")]).data))
    }

    @Test(arguments: [(2019, 2026, "year.outside -"), (2026, 2031, "year.outside -"), (2026, 2025, "year.order -")])
    func yearsAreChecked(from: Int, to: Int, refusal: String) {
        #expect(refusals { try Self.report(from: from, to: to) } == [refusal])
    }

    @Test func aYearIsANumber() throws {
        let model = try SmallModel.load()
        #expect(
            refusals { try Analysis.trajectory.run(.init(model, options: ["from": "soon"])) } == ["option.year -"])
    }

    /// The series of power ends in 2026 and is not held.
    @Test func aSeriesThatEndsIsNamed() {
        #expect(refusals { try Self.report(to: 2030) } == ["year.outside_series 13:22"])
    }

    /// What no reader lets through, a caller may still write: no trap, and the default instead.
    @Test func answersThatAreNoneAreLeftOut() throws {
        let model = try SmallModel.load()
        let car = try #require(model.inputs.firstIndex { $0.id == "car.has" })
        for answer in [Double.nan, -1, 2, .infinity] {
            let odd = Person(id: "default", answers: [car: answer, 99: 1, -1: 1])
            #expect(try Self.report([odd]).data == (try Self.report([Person(id: "default")]).data))
        }
    }
}

extension JSON {
    /// The numbers of an array, or one number.
    fileprivate var numbers: [Double] {
        switch self {
        case .array(let items): items.flatMap(\.numbers)
        case .integer(let value): [Double(value)]
        case .number(let value): [value]
        default: []
        }
    }
}
