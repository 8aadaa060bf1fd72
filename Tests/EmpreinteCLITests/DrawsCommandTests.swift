import Foundation
import Testing

/// `--draws` on the verbs that have it.
@Suite struct DrawsCommandTests {
    @Test func theFootprintSaysItsRange() throws {
        let run = try Command("footprint", "models/france", "--draws", "1000", "--lang", "en")
        #expect(run.status == 0)
        #expect(run.output.contains("8.14 t CO2e a year (7.8"))
        #expect(run.output.contains("figures have no published range and count as exact"))
        let french = try Command("footprint", "models/france", "--draws", "1000", "--lang", "fr")
        #expect(french.output.contains("(7,8"))
        let again = try Command("footprint", "models/france", "--draws", "1000", "--lang", "en")
        #expect(again.output == run.output)
        let other = try Command("footprint", "models/france", "--draws", "1000", "--seed", "2", "--lang", "en")
        #expect(other.output != run.output)
    }

    @Test func aTableHasThreeColumnsMoreATotal() throws {
        let people = "id,household.size\np01,1\np02,4\n"
        let plain = try Command("footprint", "models/france", "-", "--format", "csv", input: people)
        let drawn = try Command(
            "footprint", "models/france", "-", "--format", "csv", "--draws", "100", input: people)
        #expect(drawn.status == 0)
        let header = drawn.output.split(separator: "\n")[0].split(separator: ",")
        #expect(Array(header.prefix(6)) == ["id", "year", "ghg", "ghg.p5", "ghg.p50", "ghg.p95"])
        let (before, after) = (plain.output.split(separator: "\n"), drawn.output.split(separator: "\n"))
        #expect(before.count == 3 && after.count == 3)
        for (row, other) in zip(before, after).dropFirst() {
            let (values, more) = (row.split(separator: ","), other.split(separator: ","))
            #expect(values[2] == more[2] && more.count == values.count + 6)
            let band = try more[3...5].map { try #require(Double($0)) }
            #expect(band[0] < band[1] && band[1] < band[2])
        }
        let summary = try Command(
            "footprint", "models/france", "-", "--weight", "household.size", "--draws", "100",
            "--lang", "en", input: people)
        #expect(summary.errors.contains("csv") || summary.output.contains(" to "))
    }

    @Test(arguments: [
        (["footprint", "models/france", "--draws", "0"], 2), (["footprint", "models/france", "--draws", "-3"], 2),
        (["trajectory", "models/france", "--draws", "1000000000"], 2),
        (["territory", "models/rouen", "--draws", "many"], 2),
        (["trajectory", "models/france", "--draws", "50", "--people", "--format", "csv"], 2),
        (["footprint", "models/france", "--draws", "50", "--format", "svg"], 1),
        (["run", "footprint", "models/france", "--set", "draws=0"], 1),
        (["actions", "models/france", "models/france/examples/people.yaml", "--draws", "50"], 1),
    ])
    func whatCannotBeDrawnIsRefused(words: [String], status: Int) throws {
        let run = try Command(words: words)
        #expect(run.status == Int32(status))
        #expect(run.output == "")
        #expect(!run.errors.isEmpty)
    }

    @Test func aTableTakesFewerDraws() throws {
        let run = try Command("footprint", "models/france", "-", "--draws", "5000", input: "id\np01\n")
        #expect(run.status == 1)
        #expect(run.errors.contains("[draws.table]"))
    }
}
