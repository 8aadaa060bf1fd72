import EmpreinteText
import Testing

@testable import EmpreintePublicodes

/// Models that are wrong in one way each: which diagnostic they get, and where.
@Suite struct BrokenModelTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let code: String
        let place: String
        let yaml: String

        init(_ code: String, _ place: String, _ yaml: String) {
            self.code = code
            self.place = place
            self.yaml = yaml
        }

        var testDescription: String { code + " " + place }
    }

    static let cases: [Case] = [
        Case("publicodes.parent.missing", "1:1", "a . b: 1\n"),
        Case("publicodes.reference.unknown", "2:8", "prix: 1\ntotal: prx * 2\n"),
        Case("publicodes.reference.unknown", "3:17", "prix: 1\ntotal:\n  valeur: \"2 * (été)\"\n"),
        Case("publicodes.reference.private", "4:4", "a:\n  avec:\n    '[privé] b': 1\nc: a . b\n"),
        Case("publicodes.rule.duplicate", "4:5", "a . b: 1\na:\n  avec:\n    b: 2\n"),
        Case("publicodes.expression", "1:6", "a: 1 +\n"),
        Case("publicodes.expression", "1:10", "a: (1 + 2\n"),
        Case("publicodes.expression", "1:5", "a: 1+2\n"),
        Case("publicodes.expression", "1:4", "a: +\n"),
        Case("publicodes.unit", "2:10", "a:\n  unité: € / mois\n  valeur: 1\n"),
        Case("publicodes.mechanism.unknown", "3:5", "a:\n  valeur:\n    sommme: [1, 2]\n"),
        Case("publicodes.mechanism.several", "3:3", "a:\n  somme: [1, 2]\n  produit: [1, 2]\n"),
        Case("publicodes.mechanism.form", "2:10", "a:\n  somme: 12\n"),
        Case("publicodes.mechanism.form", "3:7", "a:\n  variations:\n    - alors: 3\n"),
        Case("publicodes.mechanism.form", "3:5", "a:\n  barème:\n    assiette: 3\n"),
        Case(
            "publicodes.mechanism.form", "5:9",
            "a:\n  barème:\n    assiette: 3\n    tranches:\n      - taux: 3%\n      - taux: 1%\n"),
        Case("publicodes.mechanism.form", "2:8", "a:\n  '+': [1]\n"),
        Case("publicodes.mechanism.form", "2:13", "a:\n  contexte: 12\n  valeur: 3\n"),
        Case("publicodes.mechanism.form", "4:15", "b: 1\na:\n  remplace:\n    priorité: -1\n    références à: b\n"),
        Case("publicodes.list", "3:5", "a:\n  valeur:\n    - 1\n    - 2\n"),
        Case("publicodes.boolean", "1:4", "a: true\n"),
        Case("publicodes.value.missing", "2:11", "a:\n  somme: [~, 1]\n"),
        Case("publicodes.rule.form", "1:1", "- a\n- b\n"),
        Case("publicodes.number", "1:5", "a: \"1e3\"\n"),
        Case("publicodes.number", "1:8", "a: 2 * 1e3 + 1\n"),
        Case("publicodes.number", "1:4", "a: 1e999\n"),
        Case("publicodes.number", "1:6", "été: 0x1F\n"),
        Case("publicodes.number", "2:11", "a:\n  valeur: 1\(String(repeating: "0", count: 400)) €\n"),
        Case("publicodes.import", "2:3", "importer!:\n  depuis:\n    nom: x\n"),
        Case("yaml.syntax", "2:2", "a: [1\nb: 2\n"),
    ]

    @Test(arguments: cases)
    func isToldWhere(broken: Case) throws {
        let files = MemoryFiles(["model.yaml": broken.yaml])
        do throws(CompilationError) {
            _ = try PublicodesModel("model.yaml", from: files)
            Issue.record("the model was accepted")
        } catch {
            let first = try #require(error.diagnostics.first)
            let range = try #require(first.range)
            let location = error.sources.location(of: range)
            #expect(first.code == broken.code)
            #expect("\(location.line):\(location.column)" == broken.place)
        }
    }

    @Test func aMissingModelIsTold() {
        do throws(CompilationError) {
            _ = try PublicodesModel("nowhere", from: MemoryFiles(["model.yaml": "a: 1"]))
            Issue.record("the model was accepted")
        } catch {
            #expect(error.diagnostics.map(\.code) == ["publicodes.not_found"])
        }
    }

    @Test(arguments: ["", "# rien\n", "---\n", "~\n"])
    func aModelWithoutRulesIsTold(yaml: String) {
        do throws(CompilationError) {
            _ = try PublicodesModel("m.yaml", from: MemoryFiles(["m.yaml": yaml]))
            Issue.record("the model was accepted")
        } catch {
            #expect(error.diagnostics.map(\.code) == ["publicodes.empty"])
            #expect(error.diagnostics.first?.path == "m.yaml")
        }
    }

    @Test func allProblemsAreToldAtOnce() {
        let files = MemoryFiles(["model.yaml": "a: b\nc . d: 1\ne: 1 *\n"])
        do throws(CompilationError) {
            _ = try PublicodesModel("model.yaml", from: files)
            Issue.record("the model was accepted")
        } catch {
            #expect(
                error.diagnostics.map(\.code) == [
                    "publicodes.reference.unknown", "publicodes.parent.missing", "publicodes.expression",
                ])
        }
    }

    /// What a program for some rules of a model says.
    private func warnings(of names: [String], _ yaml: String) throws -> [String] {
        let model = try PublicodesModel("model.yaml", from: MemoryFiles(["model.yaml": yaml]))
        var diagnostics = Diagnostics()
        _ = model.program(of: names, given: [:], diagnostics: &diagnostics)
        return diagnostics.sorted.map { diagnostic in
            let line = diagnostic.range.map { model.sources.location(of: $0).line } ?? 0
            return "\(diagnostic.severity) \(diagnostic.code) \(line)"
        }
    }

    /// What evaluating some rules says, each with its place and the places beside it.
    private func notes(of names: [String], _ yaml: String) throws -> [String] {
        let model = try PublicodesModel("model.yaml", from: MemoryFiles(["model.yaml": yaml]))
        var set = SituationSet(of: model)
        set.addEmpty()
        var diagnostics = Diagnostics()
        model.forEachSituation(of: set, rules: names, &diagnostics) { _, _ in }
        return diagnostics.sorted.map { diagnostic in
            let ranges = (diagnostic.range.map { [$0] } ?? []) + diagnostic.related.map(\.range)
            let places = ranges.map { range in
                let place = model.sources.location(of: range)
                return "\(place.line):\(place.column)"
            }
            return "\(diagnostic.code) \(places.joined(separator: " "))"
        }
    }

    @Test func unitsThatDoNotConvertAreWarnedOf() throws {
        #expect(
            try warnings(of: ["a"], "a:\n  valeur: 1 kg + 2 km\n  unité: €\n") == [
                "warning publicodes.unit.mismatch 2", "warning publicodes.unit.mismatch 3",
            ])
    }

    /// The rule that closes the ring, then where each reads the next.
    @Test func ringsNameTheirRules() throws {
        #expect(
            try notes(of: ["z"], "z: 1 + a\na: 2 * b\nb: c\nc:\n  somme: [1, a]\n") == [
                "publicodes.cycle 2:1 2:8 3:4 5:14"
            ])
        #expect(try notes(of: ["a"], "a: a + 1\n") == ["publicodes.cycle 1:1 1:4"])
        #expect(try notes(of: ["b"], "a: a + 1\nb: 2\n") == [])
    }

    @Test(arguments: [
        ("a: 3\nb: 1 + 2 / (a - 3)\n", "publicodes.failed 2:8"),
        ("a: 3\nb: a / 0\n", "publicodes.failed 2:4"),
        ("a: 0\nc: 7 / a\nb: 1 + c\n", "publicodes.failed 2:4"),
        ("b:\n  logarithme: 0\n", "publicodes.failed 1:1"),
        ("b:\n  somme:\n    - 1 / 0\n    - 2\n", "publicodes.failed 3:7"),
    ])
    func whatCannotBeComputedIsToldWhere(yaml: String, note: String) throws {
        #expect(try notes(of: ["b"], yaml) == [note])
    }

    @Test func rulesThatReadThemselvesAreWarnedOf() throws {
        #expect(try warnings(of: ["a"], "a: b + 1\nb: a + 1\n") == ["warning publicodes.cycle 1"])
    }

    /// Deeper than a worker's stack, and deeper than any, from the bottom up and from the top down.
    @Test(arguments: [3_000, 40_000], [false, true])
    func chainsMayBeOfAnyLength(length: Int, isReversed: Bool) throws {
        var lines = ["r0: 1\n"] + (1...length).map { "r\($0): r\($0 - 1) + 1\n" }
        if isReversed { lines.reverse() }
        let model = try PublicodesModel("model.yaml", from: MemoryFiles(["model.yaml": lines.joined()]))
        var set = SituationSet(of: model)
        set.addEmpty()
        #expect(model.values(of: ["r\(length)"], in: set) == [[.number(Double(length + 1))]])
    }

    @Test func longRingsEnd() throws {
        let yaml = "r0: r9000\n" + (1...9000).map { "r\($0): r\($0 - 1) + 1\n" }.joined()
        #expect(try notes(of: ["r9000"], yaml).allSatisfy { $0.hasPrefix("publicodes.cycle") })
    }

    /// Every rule reads every other.
    @Test func tanglesEnd() throws {
        let names = (0..<25).map { "r\($0)" }
        let yaml = names.map { name in "\(name):\n  somme: [\(names.joined(separator: ", "))]\n" }.joined()
        #expect(try warnings(of: ["r0"], yaml).allSatisfy { $0.hasPrefix("warning publicodes.cycle") })
    }
}
