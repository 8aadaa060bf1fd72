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
        let person = try Command("explain", "models/france", "ghg", Self.people, "--person", "p09")
        #expect(person.status == 1)
        #expect(person.errors.contains("[people.unknown]"))
    }
}
