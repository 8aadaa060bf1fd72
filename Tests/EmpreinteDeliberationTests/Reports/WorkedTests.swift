import Empreinte
import EmpreinteDeliberation
import Testing

/// The worked numbers, from files to reports.
@Suite struct WorkedTests {
    @Test func electoratesOfAHundred() throws {
        let report = try Assembled().run("ballots", [try Assembled.example("grades_5.yaml")])
        let ballots = try #require(report["ballots"])
        for (id, consensus, agreement) in [
            ("ends", 0.0, -1.0), ("even", 0.433985, 0), ("one", 1, 1), ("rising", 0.594641, 0.45),
        ] {
            let result = try #require(ballots.named(id, by: "proposal"))
            #expect(abs(try #require(result["consensus"]?.double) - consensus) < 5e-7)
            #expect(abs(try #require(result["agreement"]?.double) - agreement) < 5e-7)
        }
        #expect(ballots.named("rising", by: "proposal")?["median"]?.double == 4)
        #expect(report.text.contains("Illustrative"))
    }

    @Test func aTableOfGroups() throws {
        let report = try Assembled().run(
            "ballots", [try Assembled.example("scale_7.yaml"), try Assembled.example("ballots_7.csv")])
        let result = try #require(report["ballots"]?.named("seven", by: "proposal"))
        #expect(abs(try #require(result["consensus"]?.double) - 0.7256876) < 5e-8)
        #expect(abs(try #require(result["agreement"]?.double) - 0.6113333) < 5e-8)
    }

    @Test func criteria() throws {
        let report = try Assembled().run("proposals", [try Assembled.example("criteria.yaml")])
        let ranked = try #require(report["ranking"]?["ranked"])
        for (id, closeness, place) in [("first", 0.6126, 3), ("second", 0, 4), ("third", 0.7829, 2), ("fourth", 1, 1)] {
            let result = try #require(ranked.named(id)?["topsis"])
            #expect(abs(try #require(result["score"]?.double) - closeness) < 5e-5)
            #expect(result["place"] == .integer(place))
        }
    }

    @Test(arguments: Language.allCases)
    func fortyProposalsAndAHundredVoters(language: Language) throws {
        let files = [
            try Assembled.grenoble("examples/assembly.yaml"), try Assembled.grenoble("examples/ballots_assembly.csv"),
        ]
        let assembled = try Assembled(pack: Assembled.grenoble)
        let set = try assembled.run("proposals", files, language: language)
        let ballots = try assembled.run("ballots", files, language: language)
        #expect(set.records?.rows.count == 40 && ballots.records?.rows.count == 40)
        let sheets = try assembled.run("proposals", files, ["show": "sheets"], language: language)
        let visions = try assembled.run("visions", files, language: language)
        for report in [set, ballots, sheets, visions] {
            #expect(report.text.contains(language.say("Illustrative", "Illustratif")))
            #expect(report.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        }
    }
}
