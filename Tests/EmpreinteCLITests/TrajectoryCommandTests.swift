import Foundation
import Testing

@Suite struct TrajectoryCommandTests {
    @Test func theDefaultPersonHasEveryYear() throws {
        let json = try Command("trajectory", "models/france", "--to", "2030", "--format", "json").json()
        let person = try #require((json["people"] as? [[String: Any]])?.first)
        #expect(person["years"] as? [Int] == [2025, 2026, 2027, 2028, 2029, 2030])
        let ghg = try #require(person["ghg"] as? [String: Any])
        let total = try #require(ghg["total"] as? [Double])
        let categories = try #require(ghg["categories"] as? [String: [Double]])
        for year in total.indices {
            #expect(abs(categories.values.reduce(0) { $0 + $1[year] } - total[year]) < 1e-9)
        }
    }

    /// A table is streamed; its few people are those of the same table as a document.
    @Test func aTableOfPeopleIsStreamed() throws {
        let table = "id,transport.car.km\na,5000\nb,15000\n"
        let rows = try Command("trajectory", "models/france", "-", "--to", "2026", "--format", "csv", input: table)
        #expect(rows.status == 0)
        #expect(
            rows.output.split(separator: "\n").map { $0.prefix(6) } == [
                "id,yea", "a,2025", "a,2026", "b,2025", "b,2026",
            ])
        let crowd = "id,transport.car.km\n" + (0..<1_200).map { "p\($0),\($0)\n" }.joined()
        let means = try Command("trajectory", "models/france", "-", "--to", "2026", "--format", "csv", input: crowd)
        #expect(
            means.output.split(separator: "\n").map { $0.prefix(10) } == ["id,year,gh", "group,2025", "group,2026"])
    }

    @Test func aChartIsWellFormed() throws {
        let run = try Command("trajectory", "models/france", "--lang", "fr", "--format", "svg")
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
        #expect(run.output.contains("t CO2e par an"))
        #expect(run.output.contains("Deux tonnes par personne en 2050"))
    }

    @Test func aResultWithoutAChartSaysSo() throws {
        let run = try Command("footprint", "models/france", "--format", "svg")
        #expect(run.status == 1)
        #expect(run.errors.contains("format.nothing"))
    }

    @Test func yearsAreChecked() throws {
        #expect(try Command("trajectory", "models/france", "--from", "1990").status == 1)
        #expect(try Command("trajectory", "models/france", "--from", "soon").status == 2)
    }
}
