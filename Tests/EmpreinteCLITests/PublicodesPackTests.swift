import Foundation
import Testing

/// A Publicodes model taken as a pack wherever one is.
@Suite struct PublicodesPackTests {
    private static let pack = "Tests/EmpreintePublicodesTests/Examples/pack"

    /// 10 000 km at 0.2, 400 for planes nobody asked about, 365 days at 3.
    @Test func itHasAFootprint() throws {
        let run = try Command("footprint", Self.pack, "--format", "csv")
        #expect(run.status == 0)
        #expect(run.errors == "")
        #expect(run.output == "id,year,ghg,ghg.transport,ghg.food\ndefault,2025,3495,2400,1095\n")
    }

    /// Half of the car in four years from 2026, plants from 2028.
    @Test func itFollowsScenarios() throws {
        let run = try Command("trajectory", Self.pack, "--scenario", "sober", "--format", "json")
        #expect(run.status == 0)
        #expect(run.output.contains("\"years\": [2025, 2026, 2027, 2028, 2029, 2030]"))
        #expect(run.output.contains("\"total\": [3495, 3495, 3245, 2265, 2015, 1765]"))
    }

    @Test func itKnowsWhatCanBeDone() throws {
        let run = try Command("actions", Self.pack, "--lang", "fr")
        #expect(run.status == 0)
        let lines = run.output.split(separator: "\n")
        let gains = [("Rouler moitié moins", "1,00"), ("Manger végétal", "0,73"), ("Ne plus prendre l'avion", "0,40")]
        for (label, gain) in gains {
            #expect(lines.contains { $0.hasPrefix(label) && $0.hasSuffix(gain) }, "\(label): \(run.output)")
        }
    }

    @Test func itExplainsWhatItRestsOn() throws {
        let run = try Command("explain", Self.pack, "transport . voiture")
        #expect(run.status == 0)
        #expect(run.output.contains("transport . voiture . km  10,000"))
        #expect(run.output.contains("model.publicodes:8"))
    }

    @Test(arguments: [
        ["check"], ["list"], ["sample", "--count", "3"], ["diff"], ["resolve"], ["test"], ["trajectory"],
        ["run", "uncertainty"], ["proposals"], ["territory"],
    ])
    func everyVerbTakesItOrSaysWhyNot(words: [String]) throws {
        var words = words
        words.insert(Self.pack, at: words.first == "run" ? 2 : 1)
        if words.first == "list" { words.append("questions") }
        if words.first == "diff" { words.append(Self.pack) }
        let run = try Command(words: words)
        #expect(run.status < 3, "\(words): \(run.errors)")
        #expect(run.status == 0 || run.errors.contains("error"), "\(words): \(run.errors)")
    }
}
