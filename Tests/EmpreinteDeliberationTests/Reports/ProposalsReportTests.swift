import Empreinte
import EmpreinteDeliberation
import TestSupport
import Testing

@Suite struct ProposalsReportTests {
    private func convention(_ options: [String: String] = [:], _ language: Language = .en) throws -> Report {
        try Assembled().run("proposals", [try Assembled.example("convention.yaml")], options, language: language)
    }

    @Test func whatIsMissingIsNeverZero() throws {
        let report = try convention()
        let proposal = try #require(report["proposals"]?.named("pr05"))
        #expect(proposal["estimates"] == nil && proposal["net_cost"] == nil && proposal["cost_per_tonne"] == nil)
        #expect(report["ranking"]?["ranked"]?.named("pr05") == nil)
        let lacking = try #require(report["ranking"]?["not_ranked"]?.named("pr05")?["not_assessed"])
        #expect(lacking == .array(["ghg", "cost"]))
        #expect(report.text.contains("pr05 has no place: not assessed by ghg, cost."))
    }

    /// 2.5 M€ − 90 k€ × 14.877475 over 20 years at 3 %; 2 500 t × 14.877475 avoided.
    @Test func whatAProposalIsWorth() throws {
        let proposal = try #require(try convention()["proposals"]?.named("pr03"))
        let net = 2_500_000 - 90_000 * 14.87747486
        #expect(abs(try #require(proposal["net_cost"]?["central"]?.double) - net) < 1)
        #expect(abs(try #require(proposal["cost_per_tonne"]?.double) - net / (2_500 * 14.87747486)) < 1e-3)
        #expect(proposal["estimates"]?["ghg"]?["low"]?.double == -3_250_000)
        #expect(proposal["estimates"]?["ghg"]?["high"]?.double == -1_750_000)
        #expect(proposal["decision"] == "adopted" && proposal["part"] == "shared")
    }

    @Test func groupsThatDifferShowHowFar() throws {
        let proposal = try #require(try convention()["proposals"]?.named("pr06"))
        let ghg = try #require(proposal["estimates"]?["ghg"])
        #expect(ghg["central"]?.double == -650_000 && ghg["spread"]?.double == 300_000 && ghg["count"] == 2)
        #expect(proposal["authors"] == .array(["m03", "m09", "m04"]))
        #expect(proposal["sources"] == .array(["pr01", "pr02"]))
    }

    /// The one proposal with a place costs 2.5 M€; the voters of pr04 pay it first, for it is cheap.
    @Test func whatABudgetPays() throws {
        let budget = try #require(try convention()["budget"])
        #expect(budget["amount"]?.double == 3_000_000)
        #expect(budget["in_order"]?["proposals"] == .array(["pr03"]))
        #expect(budget["in_order"]?["left"]?.double == 500_000)
        #expect(budget["equal_shares"]?["proposals"] == .array(["pr04", "pr03"]))
        #expect(budget["equal_shares"]?["left"]?.double == 350_000)
    }

    @Test func withoutCriteriaThereIsNoOrder() throws {
        let files = [("p.yaml", "kind: proposals\nproposals: {b: {label: B}, a: {label: A}}")]
        let assembled = try Assembled()
        #expect(try assembled.run("proposals", files).text.contains("In no order: no criteria are stated."))
        let voted = try assembled.run("proposals", files, ["method": "borda"]).text
        #expect(voted.contains("In no order: there are no ballots."))
        let none = try assembled.run("proposals", [("proposals.csv", "id,label\n")])
        #expect(none.text.contains("No proposals are listed."))
    }

    @Test func theSameSeedGivesTheSameBytes() throws {
        let json = ReportFormat.json.renderer()
        #expect(try json.render(convention()) == json.render(convention()))
    }

    @Test func likenessesAreSuggested() throws {
        let pairs = try #require(try convention(["show": "alike"])["alike"])
        #expect(pairs == .array([]))
        let text = """
            kind: proposals
            proposals:
              a: {label: Rues scolaires sans voiture}
              b: {label: "Rues scolaires, sans voitures"}
              c: {label: Réseau de chaleur}
              d: {label: Réseaux de chaleur géothermiques}
            """
        let found = try Assembled().run("proposals", [("p.yaml", text)], ["show": "alike"])["alike"]
        #expect(found?[0]?["first"] == "a" && found?[0]?["second"] == "b" && found?[0]?["likeness"]?.double == 1)
        #expect(found?[1]?["first"] == "c" && found?[1]?["second"] == "d" && found?[2] == nil)
    }

    @Test(arguments: Language.allCases)
    func everyPageFitsAndSaysThatItIsIllustrative(language: Language) throws {
        for options in [[:], ["show": "sheets"], ["only": "pr06", "show": "sheets"], ["show": "alike"]] {
            let text = try convention(options, language).text
            #expect(text.contains(language.say("Illustrative", "Illustratif")))
            #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        }
        let ballots = try Assembled().run(
            "ballots", [try Assembled.example("convention.yaml")], language: language)
        #expect(ballots.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test func aSheetSaysWhatWouldLiftIt() throws {
        let text = try convention(["show": "sheets", "only": "pr06"]).text
        #expect(text.contains("Made of: pr01, pr02"))
        #expect(text.contains("Council: 2023-04-28 amended (half of the schools)"))
        #expect(!text.contains("pr03 ·"))
    }

    // MARK: Tables

    private static func withoutCriteria(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.prefix { $0 != "---" }.joined(separator: "\n")
    }

    @Test(arguments: [CSVStyle.international, .french])
    func theSetReadsBackFromItsTable(style: CSVStyle) throws {
        var options = ReportOptions()
        options.csv = style
        let csv = ReportFormat.csv.renderer(options)
        let assembled = try Assembled()
        let (name, text) = try Assembled.example("convention.yaml")
        let written = csv.render(try assembled.run("proposals", [(name, Self.withoutCriteria(text))]))
        let again = try assembled.run("proposals", [("proposals.csv", written)])
        #expect(csv.render(again) == written)
        #expect(again["proposals"]?.named("pr06")?["sources"] == .array(["pr01", "pr02"]))
        #expect(again["proposals"]?.named("pr03")?["estimates"]?["ghg"]?["low"]?.double == -3_250_000)
    }

    /// 350 proposals and 100 voters by every method, as a generated assembly has them.
    @Test(.timeLimit(.minutes(1))) func aWholeConvention() throws {
        var random = SplitMix64(seed: 41)
        var proposals = "kind: proposals\nillustrative: true\ncriteria:\n  ghg: {weight: 3, better: more}\n"
        proposals += "  upfront: {weight: 2, better: less}\n  support: {weight: 1, better: more}\nproposals:\n"
        for index in 0..<350 {
            proposals += "  pr\(index): {label: Proposal \(index), authors: [m\(index % 25)], assessments: [{"
            proposals += "ghg: -\(random.below(5_000)) tCO2e/year, money: {upfront: \(random.below(900)) kEUR}}]}\n"
        }
        var ballots = "voter" + (0..<350).map { ",pr\($0)" }.joined() + "\n"
        for voter in 0..<100 {
            ballots += "m\(voter)"
            for _ in 0..<350 { ballots += random.below(10) == 0 ? "," : ",\(1 + random.below(5))" }
            ballots += "\n"
        }
        let files = [
            ("p.yaml", proposals), ("ballots.csv", ballots), ("s.yaml", "kind: ballots\nscale: {from: 1, to: 5}\n"),
        ]
        let assembled = try Assembled()
        let set = try assembled.run("proposals", files, ["draws": "20"])
        #expect(set["ranking"]?["ranked"]?[349] != nil)
        let votes = try assembled.run("ballots", files)
        #expect(votes.records?.rows.count == 350)
    }
}
