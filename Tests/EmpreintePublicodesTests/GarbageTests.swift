import EmpreinteText
import Foundation
import TestSupport
import Testing

@testable import EmpreintePublicodes

/// Whatever is written, it is read or refused, and nothing traps.
@Suite struct GarbageTests {
    private static let pieces = [
        "a", "été", "a . b", "^ . ", "oui", "non", "'x'", "\"", "'", "12", "3.5", "-", "+", " + ", " - ", " * ", " / ",
        " // ", " ** ", " < ", " >= ", " = ", " != ", "(", ")", "%", "€/mois", " kg.m", "01/02/2024", "13/2024", "/",
        ".", " ", "\u{A0}", "🐺", "{{", "}}", "\n", "999999999999999999999", "12/", "e5", "$", "°C", ",",
    ]

    @Test func expressions() {
        var random = SplitMix64(seed: 5)
        for _ in 0..<4000 {
            let text = (0..<random.below(9)).map { _ in random.choose(Self.pieces) }.joined()
            var reader = RuleReader()
            var parser = ExpressionParser(Array(text.utf8)[...])
            do throws(ExpressionProblem) {
                let term = try parser.parse(into: &reader)
                #expect(reader.rules.terms.indices.contains(Int(term.index)))
            } catch {
                #expect(error.offset.lowerBound <= text.utf8.count)
            }
        }
    }

    /// Our examples with some bytes changed, loaded and, where they still are models, computed.
    @Test(arguments: ExampleTests.files)
    func models(file: String) throws {
        var random = SplitMix64(seed: UInt64(file.utf8.count))
        let text = try Disk().read(Path.join(ExampleTests.folder, file), limit: .max)
        let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
        for _ in 0..<100 {
            var lines = lines
            for _ in 0...random.below(3) {
                let place = Int(random.below(lines.count))
                switch random.below(4) {
                case 0: lines.remove(at: place)
                case 1: lines.insert(random.choose(lines), at: place)
                case 2: lines[place] += Array(random.choose(Self.pieces).utf8)
                default:
                    if !lines[place].isEmpty { lines[place][Int(random.below(lines[place].count))] = 0x20 }
                }
            }
            let files = MemoryFiles(["m.yaml": Array(lines.joined(separator: [UInt8(ascii: "\n")]))])
            do throws(CompilationError) {
                let model = try PublicodesModel("m.yaml", from: files)
                var set = SituationSet(of: model)
                set.addEmpty()
                #expect(model.values(in: set).first?.count == model.ruleNames.count)
            } catch {
                #expect(error.diagnostics.contains { $0.severity == .error })
            }
        }
    }

    /// Situations of any form, for a model that has one of each sort.
    @Test func situations() throws {
        let yaml = """
            n: 3 km
            f: oui
            t:
              une possibilité: ["'a'", "'b'"]
            d: 01/02/2024
            total:
              somme: [n, f]

            """
        let model = try PublicodesModel("m.yaml", from: MemoryFiles(["m.yaml": yaml]))
        let others = ["true", "null", "[]", "{}", "{\"somme\": [1, \"n\"]}", "1e5", "-0", "[[1]]", "{\"valeur\": {}}"]
        var random = SplitMix64(seed: 9)
        var refused = 0
        for _ in 0..<2000 {
            let answers = ["n", "f", "t", "d", "total", "x"].filter { _ in random.below(3) == 0 }.map { name in
                let text = (0..<random.below(4)).map { _ in random.choose(Self.pieces) }.joined()
                var quoted = ""
                JSON.quote(text, to: &quoted)
                return "\"\(name)\": " + (random.below(3) == 0 ? random.choose(others) : quoted)
            }
            var set = SituationSet(of: model)
            do throws(CompilationError) {
                try set.read(Array("{\(answers.joined(separator: ", "))}".utf8), path: "s.json")
                #expect(model.values(in: set).first?.count == model.ruleNames.count)
            } catch {
                refused += 1
                #expect(error.diagnostics.contains { $0.severity == .error && $0.range != nil })
            }
        }
        #expect(refused > 200 && refused < 1900)
    }

    /// Units multiplied by themselves again and again.
    @Test func unitsDoNotGrowForEver() throws {
        let yaml = "r0: 1 m\n" + (1...60).map { "r\($0): r\($0 - 1) * r\($0 - 1)\n" }.joined()
        let model = try PublicodesModel("m.yaml", from: MemoryFiles(["m.yaml": yaml]))
        var set = SituationSet(of: model)
        set.addEmpty()
        #expect(model.values(of: ["r60"], in: set) == [[.number(1)]])
    }
}
