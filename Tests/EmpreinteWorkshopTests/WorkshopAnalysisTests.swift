import Empreinte
import EmpreinteText
import EmpreinteWorkshop
import Testing

@Suite struct WorkshopAnalysisTests {
    private static let events = [
        "join: p01, answers: {car.km: 4000}", "join: p02, answers: {car.km: 2000, meat.meals: 300}", "join: p03",
        "pick: mobility.less, person: p01, round: r1", "pick: food.less, person: p02", "close: r1", "pick: public.heat",
    ]
    private static var log: String { RoomCase.log(events) }

    /// The total of a path in a year.
    private func total(_ path: JSON?, _ year: Int) -> Double? { path?["total"]?[year - 2025]?.double }

    /// Whether two values differ by rounding only.
    private func isNear(_ value: Double?, _ wanted: Double) -> Bool { value.map { abs($0 - wanted) < 1e-9 } ?? false }

    @Test func picksRunFromTheFirstYearOfTheirRound() throws {
        let data = try RoomCase.data("workshop", Self.log)
        let p01 = data["people"]?[0]
        // 4 000 km × 0.5, 500 meals × 2, 1 000 kWh × 1 in 2025.
        #expect(isNear(total(p01, 2025), 4000))
        // Half of the kilometres from 2026 on, the first year of the round.
        #expect(isNear(total(p01, 2026), 1000 + 1000 + 1000 * 0.98))
        // The heat of 2050 is half as heavy, and halved again for everybody.
        #expect(isNear(total(p01, 2050), 1000 + 1000 + 250))
        #expect(isNear(total(data["people"]?[1], 2050), 1000 + 300 + 250))
        #expect(isNear(total(data["background"], 2025), 3000))
        #expect(isNear(total(data["background"], 2050), 1000 + 1000 + 250))
    }

    @Test func theGroupIsThoseWhoAnswered() throws {
        let data = try RoomCase.data("workshop", Self.log)
        #expect(data["group"]?["people"] == 2)
        #expect(isNear(total(data["group"], 2050), (2250.0 + 1550) / 2))
        #expect(data["group"]?["gap"]?.double == 900)
        #expect(data["people"]?[2]?["default"] == true)
        #expect(data["flags"] == .array(["left_out"]))
        let alone = try RoomCase.data("workshop", RoomCase.log(["join: p01, answers: {car.km: 4000}"]))
        #expect(alone["flags"] == .array(["people_count"]))
        let everybody = try RoomCase.data("workshop", Self.log, ["count": "everybody"])
        #expect(everybody["group"]?["people"] == 3)
        #expect(everybody["group"]?["median"]?[25]?.double == 2250)
    }

    @Test func aRoundIsSharedAmongItsPicks() throws {
        let data = try RoomCase.data("workshop", Self.log)
        let first = data["rounds"]?[0]
        // In 2050, p01 spares 1 000 and p02 300, over two people.
        #expect(first?["reduction"]?.double == 650)
        #expect(first?["picks"]?[0]?["shapley"]?.double == 500)
        #expect(first?["picks"]?[1]?["shapley"]?.double == 150)
        #expect(data["rounds"]?[1]?["reduction"]?.double == 250)
        #expect(data["open"] == "r2")
        #expect(data["rounds"]?[1]?["from"] == 2031)
    }

    @Test func aQuickScreenLeavesOutWhatPicksBring() throws {
        let open = try RoomCase.data("workshop", Self.log, ["gains": "open"])["rounds"]
        #expect(open?[0]?["reduction"] == nil)
        #expect(open?[0]?["picks"]?[0]?["people"] == .array(["p01"]))
        #expect(open?[1]?["reduction"]?.double == 250)
        #expect(try RoomCase.data("workshop", Self.log, ["gains": "none"])["rounds"]?[1]?["reduction"] == nil)
    }

    @Test func actionsOnOneQuestionShareWhatTheyBringTogether() throws {
        let log = RoomCase.log([
            "join: p01, answers: {car.km: 10000}", "pick: mobility.less, person: p01",
            "pick: mobility.far, person: p01",
        ])
        let round = try RoomCase.data("workshop", log)["rounds"]?[0]
        // 5 000 kg: alone 2 500 and 1 000, together 3 000; the half of what each brings first and last.
        #expect(round?["reduction"]?.double == 3000)
        #expect(round?["picks"]?[0]?["alone"]?.double == 2500)
        #expect(round?["picks"]?[0]?["shapley"]?.double == 2250)
        #expect(round?["picks"]?[1]?["shapley"]?.double == 750)
    }

    @Test func aLevelIsAShareOfTheAction() throws {
        let log = RoomCase.log(["join: p01, answers: {car.km: 4000}", "pick: mobility.less, person: p01, level: some"])
        let data = try RoomCase.data("workshop", log)
        #expect(isNear(total(data["people"]?[0], 2050), 1500 + 1000 + 500))
    }

    @Test func anActionWithoutEffectIsNotQuantified() throws {
        let log = RoomCase.log(["join: p01, answers: {car.km: 4000}", "pick: food.talk, person: p01"])
        let data = try RoomCase.data("workshop", log)
        #expect(data["rounds"]?[0]?["picks"]?[0]?["shapley"] == .null)
        #expect(isNear(total(data["people"]?[0], 2050), 3500))
    }

    @Test func whatIfRecordsNothing() throws {
        let asked = try RoomCase.data("workshop", Self.log, ["what_if": "unpick public.heat"])
        #expect(isNear(total(asked["what_if"]?["background"], 2050), 2500))
        #expect(isNear(total(asked["background"], 2050), 2250))
        let plain = try RoomCase.data("workshop", Self.log)
        #expect(asked["people"] == plain["people"])
    }

    @Test(arguments: [
        ("none", ["p01", "p02", "p03"]), ("initial", ["p02", "p03", "p01"]), ("reduction", ["p01", "p02", "p03"]),
    ])
    func peopleAreRankedWhenAsked(rank: String, order: [String]) throws {
        let report = try RoomCase.report("workshop", Self.log, ["rank": rank])
        let table = report.sections.compactMap { section -> Report.Table? in
            if section.title == "Everybody", case .table(let table) = section.body { table } else { nil }
        }
        let ids = table.first?.rows.map { row -> String in
            if case .text(let id)? = row.first { String(id.prefix(3)) } else { "" }
        }
        #expect(ids == order)
    }

    @Test func influenceReachesThoseWhoWereNotThere() throws {
        let workshop = """
            kind: workshop
            id: spread
            goal: {per_person: 1 tCO2e/year, by: 2050}
            population: 100
            influence: {food.talk: {raises: food.less, by: 10}}
            rounds: [{id: r1, who: person, until: 2050}]
            ---
            kind: session
            workshop: spread
            events:
              - {join: p01, answers: {car.km: 4000}}
              - {join: p02, answers: {car.km: 4000}}
              - {pick: food.talk, person: p01}
              - {pick: food.talk, person: p02}

            """
        let data = try RoomCase.data("workshop", workshop)
        // Two people bring ten others each: a fifth of a hundred eats half of its meat less.
        let food = data["background"]?["categories"]?["food"]
        #expect(food?[0]?.double == 1000)
        #expect(food?[25]?.double == 900)
    }

    @Test func aSheetIsTakenHome() throws {
        let data = try RoomCase.data("workshop", Self.log, ["sheet": "p01"])
        #expect(data["picks"]?[0]?["action"] == "mobility.less")
        #expect(data["picks"]?[0]?["shapley"]?.double == 1000)
        #expect(try RoomCase.problems("workshop", Self.log, ["sheet": "p7"]) == ["session.unknown_participant -"])
    }

    @Test func reportsFitAPageInBothLanguages() throws {
        for language in Language.allCases {
            for options in [[:], ["sheet": "p01"], ["what_if": "pick public.roads"]] where options["what_if"] == nil {
                let report = try RoomCase.report("workshop", Self.log, options, language: language)
                let page = ReportFormat.text.renderer().render(report)
                #expect((page.split(separator: "\n").map(\.count).max() ?? 0) <= 80)
                let html = ReportFormat.html.renderer().render(report)
                #expect(html.contains("<html lang=\"\(language.rawValue)\">"))
                #expect(!html.contains("http"))
            }
        }
    }

    @Test(arguments: ["workshop", "programme", "commitments"])
    func somethingIsNeeded(id: String) throws {
        #expect(throws: CompilationError.self) { try RoomCase.engine.get().run(id, RoomCase.request([])) }
    }

    @Test func oneSessionIsLookedAt() throws {
        let two = Self.log + "---\n" + RoomCase.head
        #expect(try RoomCase.problems("workshop", two).map { $0.prefix(13) } == ["session.count"])
    }
}
