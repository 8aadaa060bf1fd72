import Empreinte
import EmpreinteDeliberation
import Testing

@Suite struct EngineAssessmentTests {
    private static let three = """
        kind: proposals
        proposals:
          a: {label: A, plan: [{action: half}]}
          b: {label: B, plan: [{action: fifth}]}
          c: {label: C, plan: [{action: tenth}]}
          d: {label: D}

        """

    private static func run(
        _ text: String, pack: String = ScaledPack.content + ScaledPack.population, people: String? = nil,
        _ options: [String: String] = [:], year: Int? = nil, language: Language = .en
    ) throws -> Report {
        let files = [("p.yaml", text)] + (people.map { [("people.yaml", $0)] } ?? [])
        return try Assembled(pack).run("proposals", files, options, year: year, language: language)
    }

    private static func perPerson(_ plan: String, people: String? = nil) throws -> Double? {
        let report = try run("kind: proposals\nproposals: {a: {label: A, plan: \(plan)}}", people: people)
        return report["proposals"]?.named("a")?["engine"]?["per_person"]?.double
    }

    /// The worked numbers of three scales, for 2 000 inhabitants.
    @Test func threeScalesAloneAndTogether() throws {
        let report = try Self.run(Self.three)
        for (id, change) in [("a", -500.0), ("b", -200), ("c", -100)] {
            let found = try #require(report["proposals"]?.named(id)?["engine"])
            #expect(try abs(#require(found["per_person"]?.double) - change) < 1e-9)
            #expect(try abs(#require(found["territory"]?.double) - change * 2000) < 1e-6)
        }
        #expect(report["proposals"]?.named("d")?["engine"] == nil)
        let together = try #require(report["together"]?["adopted"])
        #expect(together["proposals"] == .array(["a", "b", "c"]) && together["not_counted"] == .array(["d"]))
        for (key, change) in [("change", -640.0), ("sum_of_sheets", -800), ("overlap", -160)] {
            #expect(try abs(#require(together[key]?["per_person"]?.double) - change) < 1e-9)
        }
        for (id, change) in [("a", -428.3333), ("b", -143.3333), ("c", -68.3333)] {
            #expect(try abs(#require(together["shapley"]?[id]?["per_person"]?.double) - change) < 5e-5)
        }
        #expect(report["engine"]?["inhabitants_year"] == 2025 && report["engine"]?["year"] == 2025)
    }

    @Test(arguments: [
        ("[{action: half, level: 0.5}]", -250.0), ("[{action: half, adoption: 20 %}]", -100),
        ("[{action: half, start: 2030}]", -500), ("[{action: half, adoption: {2026: 0, 2030: 40 %}}]", -200),
        ("[{action: half}, {action: half}]", -500), ("[{action: half}, {action: unknown}]", -500),
    ])
    func whatAPlanSays(plan: String, change: Double) throws {
        #expect(try abs(#require(try Self.perPerson(plan)) - change) < 1e-9)
    }

    /// 1 000 and 3 000 km, the second person standing for three; then the first has halved them already.
    @Test func meansOfPeople() throws {
        func people(_ taken: String) -> String {
            "kind: people\npeople: [{id: p1, answers: {km: 1000}\(taken)}, {id: p2, weight: 3, answers: {km: 3000}}]"
        }
        #expect(try abs(#require(try Self.perPerson("[{action: fifth}]", people: people(""))) + 500) < 1e-9)
        let taken = try Self.perPerson("[{action: fifth}]", people: people(", taken: [half]"))
        // 100 and three times 600, over four.
        #expect(try abs(#require(taken) + 475) < 1e-9)
    }

    @Test func theSameActionTwiceCountsOnce() throws {
        let text =
            "kind: proposals\nproposals: {a: {label: A, plan: [{action: half}]}, b: {label: B, plan: [{action: half}]}}"
        let together = try #require(try Self.run(text)["together"]?["adopted"])
        #expect(together["change"]?["per_person"]?.double == -500 && together["overlap"]?["per_person"]?.double == -500)
        #expect(together["shapley"]?["a"]?["per_person"]?.double == -250)
    }

    @Test func theStrongerOfTwoCounts() throws {
        for plans in [["0.5", "1"], ["1", "0.5"]] {
            let text = """
                kind: proposals
                proposals:
                  a: {label: A, plan: [{action: half, level: \(plans[0])}]}
                  b: {label: B, plan: [{action: half, level: \(plans[1])}]}
                """
            #expect(try Self.run(text)["together"]?["adopted"]?["change"]?["per_person"]?.double == -500)
        }
    }

    @Test func manyProposalsTakeDrawnOrders() throws {
        var text = "kind: proposals\nproposals:\n"
        for index in 0..<14 {
            let action = ["half", "fifth", "tenth"][index % 3]
            text += "  p\(index): {label: P, plan: [{action: \(action)}]}\n"
        }
        let report = try Self.run(text)
        let parts = try #require(report["together"]?["adopted"]?["shapley"])
        var sum = 0.0
        for index in 0..<14 { sum += try #require(parts["p\(index)"]?["per_person"]?.double) }
        #expect(abs(sum + 640) < 1e-9)
        #expect(report.text.contains("Parts are means over 256 orders drawn, seed 1."))
    }

    // MARK: What is not computed

    @Test func whatIsNotKnownIsNoZero() throws {
        let text =
            "kind: proposals\nproposals: {a: {label: A, plan: [{action: unknown}]}, b: {label: B, plan: [{action: walkers}]}}"
        let report = try Self.run(text)
        #expect(report["proposals"]?.named("a")?["engine"]?["per_person"] == nil)
        #expect(report["proposals"]?.named("b")?["engine"]?["per_person"] == nil)
        #expect(report["together"] == .object([]))
        #expect(report.text.contains("not quantified") && report.text.contains("does not apply"))
        #expect(report.text.contains("a · No effect is known of: unknown."))
    }

    @Test func withoutPopulationThereIsNoTerritory() throws {
        let none = try Self.run(Self.three, pack: ScaledPack.content)
        #expect(none["proposals"]?.named("a")?["engine"]?["territory"] == nil)
        #expect(none.text.contains("Per person only"))
        // Between two years a straight line; after the last year known, that year; before the first one, nothing.
        for (year, inhabitants, known) in [(2023, 1450, 2023), (2029, 2000, 2025)] {
            let engine = try #require(try Self.run(Self.three, year: year)["engine"])
            #expect(
                engine["inhabitants"]?.double == Double(inhabitants) && engine["inhabitants_year"] == .integer(known))
        }
        #expect(try Self.run(Self.three, year: 2021)["engine"]?["inhabitants"] == nil)
    }

    @Test func whatDoesNotGoTogether() throws {
        let text =
            "kind: proposals\nproposals: {a: {label: A, plan: [{action: half}]}, b: {label: B, plan: [{action: never}]}}"
        let report = try Self.run(text)
        #expect(report["together"]?["adopted"]?["change"] == nil)
        #expect(report["together"]?["adopted"]?["impossible"]?[0] != nil)
        #expect(report.text.contains("these plans do not go together"))
    }

    @Test(arguments: [
        ("[{action: ‹haf}]", "action.unknown"), ("[{action: half, level: ‹2}]", "choice.level"),
        ("[{action: half}, {action: ‹never}]", "choice.excluded"),
        ("[{action: half, adoption: ‹200 %}]", "choice.adoption"),
    ])
    func badPlans(plan: String, code: String) throws {
        let start = "kind: proposals\nproposals:\n  a: {label: A, plan: "
        let column = "  a: {label: A, plan: ".count + plan.prefix { $0 != "‹" }.count + 1
        let text = start + plan.filter { $0 != "‹" } + "}"
        #expect(try Assembled(ScaledPack.content).problems("proposals", [("p.yaml", text)]) == ["\(code) 3:\(column)"])
    }

    // MARK: Beside what groups estimated

    @Test func expertsAndTheEngineStayApart() throws {
        let text = """
            kind: proposals
            criteria: {ghg: {weight: 1, better: more}}
            proposals:
              a: {label: A, plan: [{action: half}]}
              b: {label: B, plan: [{action: tenth}], assessments: [{by_group: g, ghg: -3 tCO2e/year}]}
            """
        let report = try Self.run(text)
        #expect(report["proposals"]?.named("a")?["estimates"] == nil)
        #expect(report["ranking"]?["not_ranked"]?.named("a") != nil)
        #expect(report["proposals"]?.named("b")?["estimates"]?["ghg"]?["central"]?.double == -3000)
        #expect(try abs(#require(report["proposals"]?.named("b")?["engine"]?["per_person"]?.double) + 100) < 1e-9)
    }

    /// What the engine finds is a criterion where the assembly says so; who has no plan is not ranked by it.
    @Test func theEngineMayBeACriterion() throws {
        let text = Self.three.replacing(
            "proposals:\n", with: "criteria: {engine: {weight: 1, better: more}}\nproposals:\n")
        let report = try Self.run(text)
        guard case .array(let ranked) = report["ranking"]?["ranked"] else {
            Issue.record("nothing is ranked")
            return
        }
        #expect(ranked.map { $0["id"] } == ["a", "b", "c"])
        #expect(ranked.map { $0["weighted_sum"]?["place"] } == [1, 2, 3])
        #expect(report["ranking"]?["not_ranked"]?.named("d") != nil)
        #expect(try Self.run(text).text.contains("is one of the assembly's criteria"))
    }

    @Test func chosenProposalsAsAWhole() throws {
        let chosen = try #require(try Self.run(Self.three, ["chosen": "a, c,a"])["together"]?["chosen"])
        #expect(chosen["proposals"] == .array(["a", "c"]))
        #expect(try abs(#require(chosen["change"]?["per_person"]?.double) + 550) < 1e-9)
        let problems = try Assembled(ScaledPack.content).problems(
            "proposals", [("p.yaml", Self.three)], ["chosen": "z"])
        #expect(problems == ["proposal.unknown"])
    }

    @Test func plansReadBackFromTheTable() throws {
        let text = """
            kind: proposals
            proposals:
              a: {label: A, plan: [{action: half, start: 2027, level: 0.5}, {action: fifth, adoption: {2026: 0, 2030: 0.5}}]}
              b: {label: B, plan: [{action: tenth, adoption: 20 %}]}
            """
        let csv = ReportFormat.csv.renderer()
        let written = csv.render(try Self.run(text))
        let again = try Assembled(ScaledPack.content + ScaledPack.population).run("proposals", [("p.csv", written)])
        #expect(csv.render(again) == written)
        let engine = try #require(again["proposals"]?.named("a")?["engine"]?["per_person"]?.double)
        #expect(abs(engine - (750 * 0.9 - 1000)) < 1e-9)
    }

    @Test(arguments: Language.allCases)
    func sheetsTellTheMethod(language: Language) throws {
        let text = try Self.run(Self.three, ["show": "sheets"], language: language).text
        #expect(text.contains(language.say("By the engine", "Par le moteur")))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
}
