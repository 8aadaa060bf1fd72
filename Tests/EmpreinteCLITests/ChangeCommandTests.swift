import Foundation
import Testing

@Suite struct ChangeCommandTests {
    /// The amounts of the first person of a change.
    private struct Change {
        let before, after: Double
        let effects: [String: Double]

        init(_ words: String...) throws {
            let report = try Command(words: ["change", "models/france"] + words + ["--format", "json"]).json()
            let person = try #require((report["people"] as? [[String: Any]])?.first)
            before = try #require(person["before"] as? Double)
            after = try #require(person["after"] as? Double)
            effects = try #require(person["effects"] as? [String: Double])
        }
    }

    @Test func answersGivenLaterExplainAChange() throws {
        let folder = try TemporaryFolder()
        func people(_ km: Int, _ name: String) throws -> String {
            try folder.write(
                "kind: people\nmodel: france\npeople: [{id: p01, answers: {transport.car.km: \(km)}}]\n", to: name
            ).path
        }
        let (old, new) = (try people(12000, "old.yaml"), try people(6000, "new.yaml"))
        let change = try Change(old, "--now", new)
        #expect(change.effects["figures"] == 0 && change.effects["series"] == 0)
        #expect(abs((change.effects["answers"] ?? 0) - (change.after - change.before)) < 1e-9)
        // The totals that the README's sample prints for 12 000 km and for none say what 6 000 km bring: half.
        #expect(abs(change.after - change.before + (8308 - 6614) / 2) < 1)

        let text = try Command("change", "models/france", old, "--now", new, "--lang", "en").output
        #expect(text.hasPrefix("What changes, in 2025"))
        #expect(text.contains("Car fuel"))
        let page = try Command("change", "models/france", old, "--now", new, "--lang", "fr", "--format", "html").output
        #expect(page.contains("Réponses, et ce qu’en font les actions"))
    }

    @Test func yearsAndAScenarioExplainAChange() throws {
        let change = try Change("--scenario", "s2_territorial_cooperation", "--to", "2040")
        #expect(change.after < change.before)
        #expect(abs(change.effects.values.reduce(0, +) - (change.after - change.before)) < 1e-9)
    }

    @Test func nothingThatChangesIsSaid() throws {
        let run = try Command("change", "models/france", "--lang", "en")
        #expect(run.status == 0)
        #expect(run.output.contains("Nothing changes."))
        #expect(try Command("change", "models/france", "--from", "1900").status == 1)
        #expect(try Command("change", "models/france", "--scenario", "trendy").errors.contains("[scenario.unknown]"))
    }
}
