import Foundation
import Testing

@Suite struct ExplainCommandTests {
    private static let people = "models/france/examples/people.yaml"

    @Test func theTreeShowsValuesUnitsSourcesAndPlaces() throws {
        let run = try Command("explain", "models/france", "transport.car.exhaust", Self.people, "--person", "p02")
        #expect(run.status == 0)
        #expect(run.output.contains("models/france/transport/formulas.yaml:"))
        #expect(run.output.contains("18,000 vehicle-km a year"))
        #expect(run.output.contains("car.diesel.use[suv]  0.0649 l/vehicle-km"))
        #expect(run.output.contains("source: "))
        #expect(run.output.contains("± 15%"))
        // The petrol branch is not taken, and so explains nothing.
        #expect(!run.output.contains("fuel.petrol.ghg  "))
    }

    @Test func theTotalIsTheEvaluatedOne() throws {
        let footprints = try Command("footprint", "models/france", Self.people, "--format", "json").json()
        let explained = try Command("explain", "models/france", "ghg", Self.people, "--format", "json").json()
        let people = try #require(footprints["people"] as? [[String: Any]])
        let explanations = try #require(explained["people"] as? [[String: Any]])
        for (person, explanation) in zip(people, explanations) {
            let indicators = try #require(person["indicators"] as? [String: [String: Any]])
            let total = try #require(indicators["ghg"]?["total"] as? Double)
            let trees = try #require(explanation["explanations"] as? [[String: Any]])
            #expect((trees[0]["value"] as? Double)?.bitPattern == total.bitPattern)
        }
    }

    @Test func anUnknownIdHasItsNearest() throws {
        let run = try Command("explain", "models/france", "transport.car.exhaut")
        #expect(run.status == 1)
        #expect(run.errors.contains("did you mean 'transport.car.exhaust'"))
        let part = try Command("explain", "models/france", "exhaust")
        #expect(part.errors.contains("there are transport.car.exhaust"))
        #expect(try Command("explain", "models/france", "nope").errors.contains("hint: list names all there is"))
        let person = try Command("explain", "models/france", "ghg", Self.people, "--person", "p09")
        #expect(person.status == 1)
        #expect(person.errors.contains("[people.unknown]"))
    }

    /// The first explanation of the first person.
    private static func explained(_ words: String...) throws -> [String: Any] { try explained(words) }

    private static func explained(_ words: [String]) throws -> [String: Any] {
        let report = try Command(words: ["explain"] + words + ["--format", "json"]).json()
        let person = try #require((report["people"] as? [[String: Any]])?.first)
        return try #require((person["explanations"] as? [[String: Any]])?.first)
    }

    @Test func theGainOfAnActionIsTheOneAdvised() throws {
        let advice = try Command("actions", "models/france", "--format", "json").json()
        let next = try #require((advice["people"] as? [[String: Any]])?.first?["next"] as? [String: Any])
        let ranked = try #require(next["ranked"] as? [[String: Any]])
        for action in ranked.prefix(3) {
            let explained = try Self.explained("models/france", try #require(action["id"] as? String))
            let gain = try #require(explained["value"] as? Double)
            #expect(gain.bitPattern == (action["alone"] as? Double)?.bitPattern)
            let steps = try #require(explained["steps"] as? [[String: Any]])
            let branches = steps.filter { $0["kind"] as? String == "change" }
            #expect(!branches.isEmpty)
            #expect(steps.count > branches.count)
            let sum = branches.reduce(0.0) { $0 + ($1["value"] as? Double ?? 0) }
            #expect(abs(sum - gain) < 1e-9 * gain)
        }
    }

    @Test func besideActionsTakenAGainIsWhatComesAfterThem() throws {
        let folder = try TemporaryFolder()
        let people = try folder.write(
            "kind: people\nmodel: france\npeople: [{id: p01, answers: {}, taken: [transport.drive_less]}]\n",
            to: "people.yaml"
        ).path
        let advice = try Command("actions", "models/france", people, "--format", "json").json()
        let next = try #require((advice["people"] as? [[String: Any]])?.first?["next"] as? [String: Any])
        let ranked = try #require(next["ranked"] as? [[String: Any]])
        let action = try #require(ranked.first { ($0["id"] as? String)?.hasPrefix("transport.") == true })
        let id = try #require(action["id"] as? String)
        func gain(_ words: String...) throws -> UInt64? {
            (try Self.explained(words)["value"] as? Double)?.bitPattern
        }
        #expect(try gain("models/france", id, people, "--taken") == (action["after"] as? Double)?.bitPattern)
        #expect(try gain("models/france", id, people) == (action["alone"] as? Double)?.bitPattern)
    }

    @Test func whatDoesNotGoWithActionsTakenIsRefused() throws {
        let folder = try TemporaryFolder()
        let people = try folder.write(
            """
            kind: people
            model: france
            people: [{id: p01, answers: {housing.heating.energy: gas}, taken: [housing.heat_pump_from_gas]}]
            """, to: "people.yaml"
        ).path
        let alone = try Command("explain", "models/france", "housing.wood_from_gas", people)
        #expect(alone.status == 0)
        let beside = try Command("explain", "models/france", "housing.wood_from_gas", people, "--taken")
        #expect(beside.status == 1)
        #expect(beside.errors.contains("[choice.excluded]"), "\(beside.errors)")
    }

    @Test func anActionThatBringsNothingSaysWhy() throws {
        let idle = try Command("explain", "models/france", "services.volunteer", "--lang", "en")
        #expect(idle.output.contains("not quantified: the reference calculator"))
        let unfit = try Command("explain", "models/france", "housing.thermostat_oil", "--lang", "fr")
        #expect(unfit.output.contains("sans objet, sauf"))
        #expect(unfit.output.contains("Je ne sais pas"))
    }

    @Test func theGapOfATargetIsTheOneOfTheFootprint() throws {
        let footprint = try Command("footprint", "models/france", "--format", "json").json()
        let target = try #require(
            ((footprint["people"] as? [[String: Any]])?.first?["targets"] as? [[String: Any]])?.first)
        let explained = try Self.explained("models/france", "two_tonnes", "--depth", "2")
        #expect((explained["value"] as? Double)?.bitPattern == (target["gap"] as? Double)?.bitPattern)
        let total = try #require((explained["steps"] as? [[String: Any]])?.first)
        #expect(total["id"] as? String == "ghg")
        let branches = try #require(total["steps"] as? [[String: Any]])
        #expect(branches.allSatisfy { $0["steps"] == nil })
    }

    @Test func aTargetOfATerritorySaysWhatIsKnown() throws {
        let known = try Command("explain", "models/rouen", "quarter_ghg", "--lang", "en").output
        #expect(known.contains("to reach: 25% by 2050; 67% in 2022"), "\(known)")
        let unknown = try Command("explain", "models/brest", "quarter_ghg", "--lang", "en").output
        #expect(unknown.contains("not computable: l’année de référence n’est pas publiée"))
    }

    @Test func whatAPackGivesAnewSaysWhatStandsAbove() throws {
        let explained = try Self.explained("models/belgium", "electricity.ghg")
        let overrides = try #require(explained["overrides"] as? [[String: String]])
        let years = try #require(overrides.first { $0["field"] == "years" })
        #expect(years["pack"] == "belgium" && years["above"] == "france")
        let text = try Command("explain", "models/belgium", "electricity.ghg", "--lang", "en").output
        #expect(text.contains("years given anew by belgium: "))
    }

    @Test func aTableShowsTheCellReadAndTheOthers() throws {
        let explained = try Self.explained("models/france", "car.diesel.use", Self.people, "--person", "p02")
        #expect(explained["option"] as? String == "suv")
        let cells = try #require(explained["steps"] as? [[String: Any]])
        let read = try #require(cells.first { $0["option"] as? String == "suv" })
        #expect(cells.count > 1)
        #expect(read["value"] as? Double == explained["value"] as? Double)
    }

    @Test func aPageOpensAndClosesWithoutAScript() throws {
        let page = try Command(
            "explain", "models/france", "transport.car.exhaust", "--format", "html", "--lang", "fr"
        ).output
        #expect(page.contains("<html lang=\"fr\">"))
        #expect(page.contains("<details open>\n<summary>Carburant de la voiture <strong>"))
        #expect(page.contains("<details>\n<summary>"))
        #expect(!page.contains("<script") && !page.contains("http"))
    }

    @Test func depthIsANumberOfSteps() throws {
        let flat = try Command("explain", "models/france", "ghg", "--depth", "0", "--lang", "en")
        #expect(flat.output.contains("ghg  8.14 t CO2e a year"))
        #expect(!flat.output.contains("transport"))
        #expect(try Command("run", "explain", "models/france", "--set", "id=ghg", "--set", "depth=x").status == 1)
    }
}
