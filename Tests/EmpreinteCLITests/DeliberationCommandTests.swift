import Testing

@Suite struct DeliberationCommandTests {
    private static let examples = "Tests/EmpreinteDeliberationTests/Examples/"

    @Test func ballotsOfWorkedElectorates() throws {
        let run = try Command(
            "ballots", "models/grenoble", Self.examples + "grades_5.yaml", "--format", "json")
        #expect(run.status == 0)
        let results = try #require(run.json()["ballots"] as? [[String: Any]])
        let rising = try #require(results.first { $0["proposal"] as? String == "rising" })
        #expect(abs(try #require(rising["consensus"] as? Double) - 0.594641) < 5e-7)
        #expect(rising["agreement"] as? Double == 0.45)
        let groups = try Command(
            "ballots", "models/grenoble", Self.examples + "scale_7.yaml", Self.examples + "ballots_7.csv", "--format",
            "csv")
        #expect(groups.output.contains("seven,1000,0,"))
        #expect(groups.output.contains(",0.7256876"))
    }

    @Test func proposalsInOrder() throws {
        let run = try Command(
            "proposals", "models/grenoble", Self.examples + "criteria.yaml", "--format", "json", "--draws", "0")
        let ranking = try #require(run.json()["ranking"] as? [String: Any])
        let ranked = try #require(ranking["ranked"] as? [[String: Any]])
        let places = ranked.map { ($0["topsis"] as? [String: Any])?["place"] as? Int }
        #expect(places == [3, 4, 2, 1])
    }

    @Test func theSetIsATableThatReadsBack() throws {
        let table = try Command(
            "proposals", "models/grenoble", Self.examples + "convention.yaml", "--format", "csv", "--csv", "fr")
        #expect(table.output.hasPrefix("id;label.en;label.fr;authors;"))
        let sheet = try Command(
            "proposals", "models/grenoble", Self.examples + "convention.yaml", "--only", "pr06", "--lang", "fr")
        #expect(sheet.output.contains("Issue de : pr01, pr02"))
    }

    private static let assembly = "models/grenoble/examples/assembly.yaml"

    @Test func plansAreAssessedByTheEngine() throws {
        let run = try Command(
            "proposals", "models/grenoble", Self.assembly, "--chosen", "pr10,pr12", "--format", "json", "--draws", "0")
        #expect(run.status == 0)
        let together = try #require(run.json()["together"] as? [String: Any])
        let chosen = try #require(together["chosen"] as? [String: Any])
        func perPerson(_ key: String) throws -> Double {
            try #require((chosen[key] as? [String: Any])?["per_person"] as? Double)
        }
        // Both act on the heat of homes.
        #expect(try perPerson("overlap") < -1)
        #expect(try abs(perPerson("sum_of_sheets") - perPerson("overlap") - perPerson("change")) < 1e-9)
    }

    @Test func visionsBesideScenarios() throws {
        let alone = try Command("proposals", "models/grenoble", "--visions", "--lang", "fr")
        #expect(alone.status == 0 && alone.output.contains("S1, génération frugale"))
        let both = try Command(
            "proposals", "models/grenoble", Self.assembly, "--visions", "--lang", "en", "--format", "svg")
        #expect(both.output.hasPrefix("<svg") && both.output.contains("Calm valleys (group_a)"))
        #expect(try Command("proposals", "models/grenoble", "--visions", "--alike").status == 2)
    }

    @Test func anyAnalysisTakesItsDocuments() throws {
        let run = try Command(
            "run", "ballots", "models/grenoble", Self.examples + "convention.yaml", "--lang", "en")
        #expect(run.status == 0 && run.output.contains("Fewer flights"))
        let other = try Command("run", "footprint", "models/grenoble", Self.examples + "grades_5.yaml")
        #expect(other.status == 1 && other.errors.contains("document.unexpected"))
    }

    @Test func mistakesAreToldAtTheirPlace() throws {
        let run = try Command(
            "ballots", "models/grenoble", "-", input: "kind: ballots\nscale: {from: 1, to: 5}\nvotes: {a: {m01: 7}}\n")
        #expect(run.status == 1)
        #expect(run.errors.contains("ballot.grade") && run.errors.contains(":3:18"))
        #expect(try Command("proposals", "models/grenoble", "--alike", "--sheets").status == 2)
    }
}
