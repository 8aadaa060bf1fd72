import EmpreinteText
import Testing

@testable import EmpreintePublicodes

/// Situations as files give them: what is no value is told where it stands.
@Suite struct SituationSetTests {
    private static let rules = """
        km:
          question: Combien ?
          par défaut: 100 km
          unité: km
        genre:
          une possibilité: ["'a'", "'b'"]
          par défaut: "'a'"
        total: km * 2
        '[privé] secret': 3

        """

    private func model() throws -> PublicodesModel {
        try PublicodesModel("m.publicodes", from: MemoryFiles(["m.publicodes": Self.rules]))
    }

    /// The code and place of each problem.
    private func problems(_ json: String) throws -> [String] {
        var set = SituationSet(of: try model())
        do throws(CompilationError) {
            try set.read(Array(json.utf8), path: "s.json")
            return []
        } catch {
            return error.diagnostics.map { diagnostic in
                guard let range = diagnostic.range else { return diagnostic.code }
                let place = error.sources.location(of: range)
                return "\(diagnostic.code) \(error.sources.file(range.file).path):\(place.line):\(place.column)"
            }
        }
    }

    @Test(arguments: [
        ("true", "publicodes.boolean s.json:1:8"),
        ("false", "publicodes.boolean s.json:1:8"),
        ("[]", "publicodes.list s.json:1:8"),
        ("[1]", "publicodes.list s.json:1:8"),
        ("{}", "publicodes.value.missing s.json:1:8"),
        (#"{"zorg": 1}"#, "publicodes.mechanism.unknown s.json:1:9"),
        (#""""#, "publicodes.expression s.json:1:9"),
        (#"" ""#, "publicodes.expression s.json:1:10"),
        (#""x y""#, "publicodes.reference.unknown s.json:1:9"),
        (#""1,5""#, "publicodes.expression s.json:1:10"),
        (#""1e3""#, "publicodes.number s.json:1:9"),
        ("1e999", "publicodes.number s.json:1:8"),
        (#""12 km +""#, "publicodes.expression s.json:1:15"),
    ])
    func whatIsNoValueIsRefused(value: String, problem: String) throws {
        #expect(try problems(#"{"km": \#(value)}"#) == [problem])
    }

    @Test(arguments: [
        ("null", 100.0), ("12", 12), (#""12""#, 12), (#""12 km""#, 12), (#""-3""#, -3), ("1e2", 100),
        (#""2 * 4 km""#, 8), (#"{"valeur": 3}"#, 3), (#"{"somme": [1, 2]}"#, 3),
    ])
    func whatIsAValueIsTaken(value: String, number: Double) throws {
        let model = try model()
        var set = SituationSet(of: model)
        try set.read(Array(#"{"km": \#(value)}"#.utf8), path: "s.json")
        #expect(model.values(of: ["km"], in: set) == [[.number(number)]])
    }

    @Test func allProblemsOfAFileAreToldAtOnce() throws {
        #expect(
            try problems("[{\"km\": true},\n {\"situation\": {\"km\": \"x\"}}]") == [
                "publicodes.boolean s.json:1:9", "publicodes.reference.unknown s.json:2:24",
            ])
    }

    /// Answers to another version of the model are left out, as the language does.
    @Test func answersThatAreOutOfDateAreWarnedOf() throws {
        var set = SituationSet(of: try model())
        try set.read(Array(#"{"vélo": 1, "secret": 2, "genre": "'c'", "km": 5}"#.utf8), path: "s.json")
        #expect(
            set.diagnostics.sorted.map(\.code) == [
                "publicodes.situation.unknown", "publicodes.situation.private", "publicodes.situation.possibility",
            ])
        #expect(set.situations.map(\.count) == [1])
    }

    @Test func cellsThatAreNoValueAreRefused() throws {
        var set = SituationSet(of: try model())
        let table = "id,km,genre\nx,3,b\ny,\"1,5\",a\nz,x y,\nu,true,'a'\nv,\"\"\"\"\"\",\n"
        do throws(TableError) {
            try set.read(table: ByteStream(MemorySource(table)), path: "s.csv")
            Issue.record("the table was accepted")
        } catch {
            guard case .refused(let problems) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(
                problems.map { "\($0.code) \($0.row):\($0.column ?? 0) \($0.columnName ?? "")" } == [
                    "publicodes.expression 2:2 km", "publicodes.reference.unknown 3:2 km",
                    "publicodes.reference.unknown 4:2 km",
                ])
        }
    }
}
