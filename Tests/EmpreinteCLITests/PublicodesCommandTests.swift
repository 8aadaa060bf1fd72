import Foundation
import Testing

@Suite struct PublicodesCommandTests {
    private static let model = """
        prix:
          valeur: quantité * 3 €
        quantité:
          par défaut: 2
        genre:
          une possibilité: ["'a'", "'b'"]
          par défaut: "'a'"
        est grand: prix > 10 €
        remise:
          applicable si: est grand
          valeur: 1 €
        inconnu:
        impossible: 1 / (quantité - 5)

        """

    private static let situations = """
        [{"name": "un", "situation": {"quantité": 5, "genre": "'b'"}}, {"quantité": "prix / 3 € + 1", "zzz": 1}, {}]
        """

    @Test func valuesComeAsJSON() throws {
        let folder = try TemporaryFolder()
        let model = try folder.write(Self.model, to: "model.publicodes").path
        let people = try folder.write(Self.situations, to: "people.json").path
        let run = try Command("publicodes", model, "--situations", people)
        #expect(run.status == 0)
        #expect(run.errors.contains("publicodes.situation.unknown"))
        let objects = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
        #expect(objects.count == 3)
        #expect(objects[0]["name"] as? String == "un")
        let first = try #require(objects[0]["values"] as? [String: Any])
        #expect(first["prix"] as? Double == 15)
        #expect(first["genre"] as? String == "b")
        #expect(first["est grand"] as? Bool == true)
        #expect(first["remise"] as? Double == 1)
        #expect(first["inconnu"] as? String == "__undefined__")
        #expect(first["impossible"] as? String == "__error__")
        let last = try #require(objects[2]["values"] as? [String: Any])
        #expect(last["prix"] as? Double == 6)
        #expect(last["remise"] is NSNull)
    }

    @Test func tablesGoInAndOut() throws {
        let folder = try TemporaryFolder()
        let model = try folder.write(Self.model, to: "model.publicodes").path
        let people = try folder.write("id,quantité,genre\nx,4,b\ny,,'a'\n", to: "people.csv").path
        let region = try folder.write("params:\n  code: XX\nquantité:\n  par défaut: 7\n", to: "region.yaml").path
        let run = try Command(
            "publicodes", model, "--region", region, "--situations", people, "--rules", "prix, genre,remise",
            "--format", "csv")
        #expect(run.status == 0)
        #expect(run.errors == "")
        #expect(run.output == "name,prix,genre,remise\nx,12,b,1\ny,21,a,1\n")
    }

    @Test func whatIsWrongIsTold() throws {
        let folder = try TemporaryFolder()
        let model = try folder.write(Self.model, to: "model.publicodes").path
        let broken = try Command("publicodes", folder.write("a: b + 1\n", to: "broken.publicodes").path)
        #expect(broken.status == 1)
        #expect(broken.errors.contains("broken.publicodes:1:4"))
        let unknown = try Command("publicodes", model, "--rules", "prx")
        #expect(unknown.status == 1)
        #expect(unknown.errors.contains("prix"))
        #expect(try Command("publicodes", model, "--rules", "prix", "--all").status == 2)
    }

    @Test(arguments: [
        (#"{"quantité": true}"#, "people.json:1:14"), (#"{"quantité": "x y"}"#, "people.json:1:15"),
    ])
    func whatIsNoValueLeavesNothingWritten(json: String, place: String) throws {
        let folder = try TemporaryFolder()
        let model = try folder.write(Self.model, to: "model.publicodes").path
        let people = try folder.write(json, to: "people.json").path
        let output = folder.url.appending(path: "out.json").path
        let run = try Command("publicodes", model, "--situations", people, "--output", output)
        #expect(run.status == 1)
        #expect(run.errors.contains(place))
        #expect(!FileManager.default.fileExists(atPath: output))
    }

    @Test func whatCannotBeComputedIsExplained() throws {
        let folder = try TemporaryFolder()
        let model = try folder.write("a: b\nb: a\nc: 1 / (2 - 2)\n", to: "m.publicodes").path
        let run = try Command("publicodes", model, "--format", "csv")
        #expect(run.status == 0)
        #expect(run.output == "a,b,c\n,,\n")
        #expect(run.errors.contains("m.publicodes:1:1: warning: rules read one another in a ring"))
        #expect(run.errors.contains("'a' → 'b' → 'a'"))
        #expect(run.errors.contains("m.publicodes:3:4: warning: 'c' cannot be computed"))
    }
}
