import Foundation
import Testing

@Suite struct MigrateCommandTests {
    private static func pack(_ questions: String, _ ghg: String, _ more: String = "") -> String {
        """
        kind: pack
        id: small
        version: 2.0.0
        language: en
        years: {from: 2020, to: 2030, reference: 2025}
        ---
        kind: questions
        questions:
        \(questions)
        ---
        kind: formulas
        formulas: {all: {gives: {ghg: "\(ghg)"}}}
        ---
        kind: categories
        categories: {home: {contains: [all]}}
        \(more)
        """
    }

    private static let migrations = """
        ---
        kind: migrations
        changes:
          - {rename: car.distance, to: car.km}
          - {convert: gas, from: m3/year, to: kWh/year, factor: 11.2 kWh/m3}
          - {option: fuel, rename: {gasoline: petrol}}
          - {split: trips, into: {trips.short: 60 %, trips.long: 40 %}}
          - {retire: emails, reason: no longer asked}
        """
    private static let questions = """
          car.km: {unit: km/year, default: 9000}
          gas: {unit: kWh/year, default: 0}
          fuel: {options: {petrol: Petrol, power: Power}, default: power}
          trips.short: {unit: km/year, default: 0}
          trips.long: {unit: km/year, default: 0}
        """
    private static let ghg = "(car.km + trips.short + trips.long) * 1 kgCO2e/km + gas * 0 kgCO2e/kWh"

    @Test func everyAnswerIsRewrittenAndReported() throws {
        let folder = try TemporaryFolder()
        let pack = try folder.write(Self.pack(Self.questions, Self.ghg, Self.migrations), to: "pack/pack.yaml")
        let people = try folder.write(
            """
            kind: people
            people:
              - {id: p01, weight: 2, answers: {car.distance: 12000, gas: 100, fuel: gasoline, trips: 1000, emails: 30}}
              - {id: p02, answers: {gas: 900 kWh/year, fuel: power}}
            """, to: "people.yaml")
        let target = folder.url.appending(path: "new.yaml").path
        let path = pack.deletingLastPathComponent().path
        let run = try Command("migrate", path, people.path, "--to", target, "--format", "csv", "--lang", "en")
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            try folder.read("new.yaml") == """
                kind: people
                model: "small@2.0.0"
                people:
                  - id: p01
                    weight: 2
                    answers:
                      car.km: 12000
                      gas: 1120
                      fuel: petrol
                      trips.short: 600
                      trips.long: 400
                  - id: p02
                    answers:
                      gas: 900 kWh/year
                      fuel: power

                """)
        let lines = run.output.split(separator: "\n")
        #expect(lines.count == 6)
        #expect(lines.contains("p01,gas,converted,100,gas: 1120"))
        #expect(lines.contains("p01,emails,retired,30,no longer asked"))
        // What was given to this very version is left as it is.
        let again = folder.url.appending(path: "again.yaml").path
        #expect(try Command("migrate", path, target, "--to", again).status == 0)
        #expect(try folder.read("again.yaml") == folder.read("new.yaml"))
        // Old answers are refused where they are read as they are, with what to do.
        let read = try Command("footprint", path, people.path)
        #expect(read.status == 1)
        #expect(read.errors.contains("it is called 'car.km' now"))
    }

    @Test func anAnswerNoMigrationSpeaksOfIsNoLoss() throws {
        let folder = try TemporaryFolder()
        let pack = try folder.write(Self.pack(Self.questions, Self.ghg, Self.migrations), to: "pack/pack.yaml")
        let people = try folder.write(
            "kind: people\npeople: [{id: p01, answers: {boat.km: 3}}]\n", to: "people.yaml")
        let target = folder.url.appending(path: "new.yaml").path
        let run = try Command(
            "migrate", pack.deletingLastPathComponent().path, people.path, "--to", target)
        #expect(run.status == 1)
        #expect(run.errors.contains("answer.unknown"))
        #expect(!FileManager.default.fileExists(atPath: target))
    }

    @Test func aChangeSplitsIntoModelAndAnswers() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            Self.pack("  car.distance: {unit: km/year, default: 9000}", "car.distance * 2 kgCO2e/km"),
            to: "old/pack.yaml")
        try folder.write(Self.pack(Self.questions, Self.ghg, Self.migrations), to: "new/pack.yaml")
        let before = try folder.write(
            "kind: people\npeople: [{id: p01, answers: {car.distance: 100}}]\n", to: "before.yaml")
        let after = try folder.write("kind: people\npeople: [{id: p01, answers: {car.km: 70}}]\n", to: "after.yaml")
        let run = try Command(
            "diff", folder.url.appending(path: "old").path, folder.url.appending(path: "new").path, "--people",
            before.path, "--now", after.path, "--format", "csv")
        #expect(run.status == 0, "\(run.errors)")
        // 100 km × 2, then 100 × 1, then 70 × 1.
        #expect(run.output.split(separator: "\n").last == "p01,200,-100,-30,70")
    }

    @Test func aChangeAboveAnOverrideIsToldAsShadowed() throws {
        let folder = try TemporaryFolder()
        func parent(_ value: String) -> String {
            """
            kind: pack
            id: parent
            version: 1.0.0
            language: en
            years: {from: 2020, to: 2030, reference: 2025}
            ---
            kind: sources
            sources: {src.a: {title: A}}
            ---
            kind: factors
            factors: {power: {value: \(value) kgCO2e/kWh, year: 2024, source: src.a}}
            ---
            kind: formulas
            formulas: {all: {gives: {ghg: power * 10 kWh/year}}}
            ---
            kind: categories
            categories: {home: {contains: [all]}}
            """
        }
        let child = """
            kind: pack
            id: child
            version: 1.0.0
            language: en
            extends: {pack: parent}
            ---
            kind: factors
            override: {power: {value: 3 kgCO2e/kWh, year: 2024, source: src.a}}
            """
        for (place, value) in [("a", "1"), ("b", "2")] {
            try folder.write(parent(value), to: "\(place)/parent/pack.yaml")
            try folder.write(child, to: "\(place)/child/pack.yaml")
        }
        let run = try Command(
            "diff", folder.url.appending(path: "a/child").path, folder.url.appending(path: "b/child").path, "--format",
            "csv")
        #expect(run.status == 0, "\(run.errors)")
        let lines = run.output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.last?.hasPrefix("power value,1 kgCO2e/kWh,2 kgCO2e/kWh") == true)
    }
}
