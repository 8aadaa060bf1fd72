import Foundation
import Testing

/// The packs that extend the French one.
@Suite struct RegionalPackTests {
    private static let packs = ["rouen", "brest", "grenoble", "belgium"]

    @Test(arguments: packs)
    func eachIsCleanAndMeetsItsTests(pack: String) throws {
        let check = try Command("check", "models/\(pack)")
        #expect(check.status == 0)
        #expect(check.errors == "")
        let test = try Command("test", "models/\(pack)", "--format", "json")
        #expect(test.status == 0)
        #expect(try test.json()["passed"] as? Int == 24)
    }

    @Test(arguments: packs)
    func eachSaysHowLocalItIs(pack: String) throws {
        let report = try Command("footprint", "models/\(pack)", "--format", "json").json()
        let local = try #require(report["local"] as? [String: Any])
        #expect(local["factors"] as? Int == 1)
        let share = try #require(local["share"] as? Double)
        #expect(share > 0.05 && share < 0.5)
    }

    @Test func differencesNameBothFiguresAndSources() throws {
        let report = try Command("diff", "models/france", "models/belgium", "--format", "json").json()
        let changes = try #require(report["changes"] as? [[String: Any]])
        let now = try #require(changes.first { $0["part"] as? String == "2025" })
        #expect(now["id"] as? String == "electricity.ghg")
        #expect(now["old"] as? String == "0.0461 kgCO2e/kWh")
        #expect(now["new"] as? String == "0.1498 kgCO2e/kWh")
        #expect(abs((now["relative"] as? Double ?? 0) - (0.1498 / 0.0461 - 1)) < 1e-12)
        #expect(now["old_source"] as? String == "src.base_empreinte.electricity")
        #expect(now["new_source"] as? String == "src.ember")
        let people = try #require(report["people"] as? [[String: Any]])
        let sizes = people.compactMap { ($0["change"] as? Double)?.magnitude }
        #expect(sizes.count == 13)
        #expect(sizes == sizes.sorted(by: >))
        #expect((sizes.first ?? 0) > 0)
    }

    @Test func aPackDoesNotDifferFromItself() throws {
        let run = try Command("diff", "models/france", "models/france", "--lang", "en")
        #expect(run.status == 0)
        #expect(run.output.contains("Nothing differs."))
    }

    @Test func aMisspeltOverrideIsNamedWithItsNearest() throws {
        let folder = try TemporaryFolder()
        let pack = try String(
            contentsOf: Command.root.appending(path: "models/belgium/electricity.yaml"), encoding: .utf8)
        try folder.write(pack.replacing("electricity.ghg:", with: "electricty.ghg:"), to: "belgium/electricity.yaml")
        for name in ["pack.yaml", "sources.yaml"] {
            let text = try String(contentsOf: Command.root.appending(path: "models/belgium/\(name)"), encoding: .utf8)
            try folder.write(text, to: "belgium/\(name)")
        }
        let run = try Command(
            "check", folder.url.appending(path: "belgium").path, environment: ["EMPREINTE_MODELS": "models"])
        #expect(run.status == 1)
        #expect(run.errors.contains("[override.unknown]"))
        #expect(run.errors.contains("did you mean 'electricity.ghg'"))
    }
}
