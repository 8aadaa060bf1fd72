import Testing

/// Numbers worked out by hand, from files to what the command line gives.
@Suite struct WorkedNumbersTests {
    private static let deliberation = "Tests/EmpreinteDeliberationTests/Examples/"

    private func near(_ value: Any?, _ expected: Double, within tolerance: Double = 5e-7) -> Bool {
        (value as? Double).map { abs($0 - expected) <= tolerance } ?? false
    }

    private func ballots(_ files: String...) throws -> [[String: Any]] {
        let words = ["ballots", "models/grenoble"] + files.map { Self.deliberation + $0 } + ["--format", "json"]
        return try #require(Command(words: words).json()["ballots"] as? [[String: Any]])
    }

    @Test(arguments: [
        ("ends", 0.0, -1.0), ("even", 0.433985, 0), ("one", 1, 1), ("rising", 0.594641, 0.45),
    ])
    func consensusOfAHundred(proposal: String, consensus: Double, agreement: Double) throws {
        let result = try #require(try ballots("grades_5.yaml").first { $0["proposal"] as? String == proposal })
        #expect(near(result["consensus"], consensus) && near(result["agreement"], agreement))
    }

    @Test func consensusOfAThousandOnSevenGrades() throws {
        let result = try #require(try ballots("scale_7.yaml", "ballots_7.csv").first)
        #expect(
            near(result["consensus"], 0.7256876, within: 5e-8) && near(result["agreement"], 0.6113333, within: 5e-8))
    }

    @Test func medianGradeAndTheSharesAroundIt() throws {
        let run = try Command("ballots", "models/grenoble", Self.deliberation + "grades_5.yaml", "--lang", "en")
        let line = run.output.split(separator: "\n").first { $0.contains("30%") && $0.contains("rising") }
        #expect(
            line?.split(separator: " ").filter { $0 == "30%" || $0 == "4" } == ["4", "30%", "30%"], "\(run.output)")
        let result = try #require(try ballots("grades_5.yaml").first { $0["proposal"] as? String == "rising" })
        #expect(result["median"] as? Double == 4 && result["mean_grade"] as? Double == 3.8)
    }

    @Test func closenessToTheIdeal() throws {
        let json = try Command(
            "proposals", "models/grenoble", Self.deliberation + "criteria.yaml", "--format", "json", "--draws", "0"
        ).json()
        let ranked = try #require((json["ranking"] as? [String: Any])?["ranked"] as? [[String: Any]])
        for (row, expected) in zip(ranked, [0.6126, 0, 0.7829, 1]) {
            #expect(near((row["topsis"] as? [String: Any])?["score"], expected, within: 5e-5))
        }
    }

    @Test(arguments: [("independent", 580.0), ("nested", 400), ("additive", 700)])
    func claimsOfThirtyAndFortyPercent(relation: String, net: Double) throws {
        func coalition(_ id: String, _ reduce: String) -> String {
            "  \(id): {members: [member_a], claims: [{account: member_a/x, action: \(id), base: 1000 kWh/year, "
                + "reduce: \(reduce), start: 2025, overlap: \(relation)}], assumption: true, reason: an example}\n"
        }
        let text =
            "kind: coalitions\nmembers: {member_a: {kind: firm}}\ncoalitions:\n" + coalition("first", "30 %")
            + coalition("second", "40 %")
        let json = try Command("coalitions", "models/brest", "-", "--format", "json", input: text).json()
        let total = try #require((json["totals"] as? [[String: Any]])?.first)
        #expect(near(total["gross"], 700, within: 1e-9) && near(total["net"], net, within: 1e-9))
        guard relation == "independent" else { return }
        let credit = try #require(total["credit"] as? [String: Any])
        #expect(near(credit["first"], 240, within: 1e-9) && near(credit["second"], 340, within: 1e-9))
    }

    @Test func halfOfAPlanUpToACeiling() throws {
        let plans = [2000, 3000] + Array(repeating: 10_000, count: 34)
        let applications = plans.enumerated().map { index, plan in
            "  a\(index): {fund: f, who: association, date: 2021-\(index < 2 ? "01" : "02"), expenses: {all: \(plan) EUR}, "
                + "asked: \(plan) EUR, assumption: true, reason: an example}\n"
        }
        func text(_ applications: [String], envelope: Int) -> String {
            "kind: funds\nfunds:\n  f: {type: grant, envelope: {total: \(envelope) EUR, years: [2021]}, "
                + "ceiling: 1500 EUR, rate: 50 %}\n---\nkind: applications\napplications:\n" + applications.joined()
        }
        func fund(_ text: String) throws -> [String: Any] {
            let json = try Command("funds", "models/france", "-", "--format", "json", input: text).json()
            return try #require((json["funds"] as? [[String: Any]])?.first)
        }
        let few = try fund(text(Array(applications.prefix(3)), envelope: 50_000))
        let granted = (few["files"] as? [[String: Any]])?.map { $0["granted"] as? Double }
        #expect(granted == [1000, 1500, 1500])
        let many = try fund(text(Array(applications.suffix(33)), envelope: 50_000))
        #expect(many["left"] as? Double == 500)
    }

    @Test func advancesAndAnnuities() throws {
        let json = try Command(
            "funds", "models/brest", "Tests/EmpreinteFundingTests/Examples/advances.yaml", "--format", "json"
        ).json()
        let funds = try #require(json["funds"] as? [[String: Any]])
        let works = funds.map { ($0["works"] as? [[String: Any]])?.first }
        #expect(near(works[0]?["simple_payback"], 11.11, within: 5e-3))
        #expect(works[0]?["interest"] as? Double == 1544.15)
        let first = (works[1]?["schedule"] as? [[String: Any]])?.first
        #expect(first?["payment"] as? Double == 8469.37)
    }
}
